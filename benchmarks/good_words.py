"""The words of which `good_library.py` makes entries that nobody should find fault with."""

from __future__ import annotations

from collections.abc import Mapping

STEMS = (
    *("Nord", "Süd", "West", "Ost", "Berg", "Feld", "Holm", "Lund", "Strand", "Wald", "Bach", "Stein", "Moor"),
    *("Heide", "Ufer", "Hafen", "Grün", "Linden", "Quell", "Brück", "Sjö", "Å", "Kirch", "Mühl", "Ost", "Birk"),
)
"""Parts of surnames: two make one."""

FOREIGN = (
    *("del Río Claro", "de la Fuente Alta", "van der Brug", "van den Dijk", "von Wiesen", "da Costa Verde"),
    *("d'Aubépine", "O'Field", "McHarbour", "Ølgård", "Čistá", "Łąka", "Żuraw", "Dvůr", "Ağaç", "Gölbaşı"),
    *("Rivière-Noire", "Montagne", "Señal", "Peña-Blanca", "Forêt", "São-Rio", "Kő", "Ștefăniță", "Đồng", "Bint-Nahr"),
)
GIVEN = (
    *("Ada", "Bo", "Cem", "Dag", "Eva", "Flo", "Gil", "Hal", "Ida", "Jo", "Kim", "Lea", "Mia", "Nis", "Ola", "Pia"),
    *("René", "José", "Zoë", "Jürgen", "Øyvind", "Anne-Marie", "Jean-Luc", "Mary Ann", "Ada B.", "Nis O.", "Łucja"),
)

OFFICES = (
    *("World Bank", "International Monetary Fund", "Organisation for Economic Co-operation and Development"),
    *("European Commission", "Food and Agriculture Organization", "Ministry of Finance and Planning", "Eurostat"),
    *("Department of Health, United Kingdom", "National Audit Office", "Statistics Office", "UNICEF", "WHO"),
    *("Intergovernmental Panel on Climate Change", "Bundesministerium der Finanzen", "Cour des comptes", "OECD"),
    *("Instituto Nacional de Estadística", "Agence française de développement", "African Development Bank"),
    *("Water and Sanitation Board", "Central Bank of Kenya", "Umweltbundesamt", "Office of Management and Budget"),
)

SUBJECTS = (
    *("water tariffs", "rural roads", "primary schools", "cash transfers", "fuel subsidies", "public procurement"),
    *("carbon prices", "trade sanctions", "health insurance", "land titles", "urban housing", "crop insurance"),
    *("groundwater rights", "teacher absence", "village clinics", "minimum wages", "pension reform", "bus fares"),
    *("river floods", "export bans", "tax audits", "court delays", "childhood vaccines", "solar mini-grids"),
    *("street lighting", "local elections", "refugee camps", "port fees", "fishing quotas", "seed markets"),
)
ASPECTS = (
    *("prices", "maintenance", "access", "employment", "trust", "corruption", "school attendance", "mortality"),
    *("household income", "migration", "emissions", "productivity", "women's work", "public debt", "voter turnout"),
    *("small firms", "nutrition", "congestion", "inequality", "compliance", "innovation", "land use", "safety"),
)
NAMES = (
    *("{Kenya}", "{South Africa}", "the {Sahel}", "{Bangladesh}", "{Latin America}", "{Poland}", "{New Zealand}"),
    *("the {Mekong Delta}", "{Punjab}", "{Paris}", "the {European Union}", "{Île-de-France}", "{Rwanda}", "{Peru}"),
    *("{East Germany}", "the {Netherlands}", "{California}", "{São Paulo}", "{Lagos}", "{Viet Nam}", "{Norway}"),
)
METHODS = (
    *("Evidence from", "A Field Experiment in", "Lessons from", "The Case of", "A Survey of Households in"),
    *("Twenty Years of Data from", "Panel Evidence from", "Notes on a Natural Experiment in", "Theory and Practice in"),
)
PATTERNS = (
    *("{S} and {a}: {M} {N}", "The Effect of {s} on {a} in {N}", "Do {s} Change {A}? {M} {N}", "{S} in {N}"),
    *("Who Pays for {s}? {A} in {N}", "What {S} Teach about {A}: {M} {N}", "``Nothing for Us'': {S} and {a} in {N}"),
    *("{A}, {s} and the State: {M} {N}", "From {S} to {a}---{M} {N}", "{S} after the {OECD} Guidelines: {M} {N}"),
    *("Measuring {A} with {GIS} and {s} in {N}", "Why {S} Fail: {A} in {N}, 1990--2010", "On {s} \\& {a} in {N}"),
)
"""English titles: S and A capitalised, s and a as they are."""

OTHERS: Mapping[str, tuple[str, ...]] = {
    "german": (
        "Über den Zustand der {x}: Eine Untersuchung für {y}",
        "Die Zukunft der {x} in {y}. Größen, Maße, Straßen",
        "{x} und {y}: Grundzüge einer neuen Förderung",
    ),
    "french": (
        "L'économie des {x} : une étude menée à {y}",
        "Évaluer les {x} : bilan et perspectives pour {y}",
        "Les {x} face à la crise en {y}",
    ),
    "spanish": (
        "La gestión de {x} en {y}: análisis y propuestas",
        "¿Quién paga {x}? Una evaluación en {y}",
    ),
}
"""Titles in other languages."""

THINGS: Mapping[str, tuple[str, ...]] = {
    "german": ("Wasserversorgung", "Landstraßen", "Grundschulen", "Sparkassen", "Küstenwälder", "Rentenkassen"),
    "french": ("écoles rurales", "hôpitaux publics", "marchés céréaliers", "routes départementales", "forêts"),
    "spanish": ("las escuelas rurales", "los precios del agua", "el transporte público", "las pensiones"),
}
PLACES: Mapping[str, tuple[str, ...]] = {
    "german": ("Österreich", "Thüringen", "Köln", "Brandenburg", "Bayern"),
    "french": ("Sénégal", "Côte d'Ivoire", "Bretagne", "Orléans", "Québec"),
    "spanish": ("Perú", "Bogotá", "la Ciudad de México", "Andalucía", "Asunción"),
}

JOURNALS = (
    *("World Development", "Journal of Development Economics", "Water Policy", "Energy Economics", "The Lancet"),
    *("Public Administration Review", "American Economic Review", "Journal of Public Economics", "Global Policy"),
    *("Environmental Science \\& Policy", "Journal of Policy Analysis and Management", "Food Policy", "Land Economics"),
    *("International Studies Review", "Economic Development and Cultural Change", "PLOS ONE", "Nature", "Science"),
    *("Q. J. Econ.", "Proc. Natl. Acad. Sci. U.S.A.", "Am. J. Public Health", "J. Hydrol.", "Ann. Rev. Polit. Sci."),
    *("Revue d'économie politique", "Zeitschrift für Politikwissenschaft", "Desarrollo y Sociedad", "BMJ"),
)
PUBLISHERS = (
    *("Oxford University Press", "Cambridge University Press", "Routledge", "Edward Elgar", "Springer", "MIT Press"),
    *("Palgrave Macmillan", "Princeton University Press", "{Wiley and Sons}", "La Découverte", "Mohr Siebeck"),
    *("Presses universitaires de France", "Fondo de Cultura Económica", "Duncker \\& Humblot", "Brill"),
)
TOWNS = ("Oxford", "Cambridge, UK", "London", "Cheltenham", "Berlin", "Cambridge, MA", "Paris", "Tübingen", "México")
SCHOOLS = (
    *("University of the North", "Universität zu Köln", "London School of Economics", "Université de Montréal"),
    *("Universidad de los Andes", "ETH Zürich", "University of Cape Town", "{Johns Hopkins University}"),
)
MEETINGS = ("Water and Cities", "Public Finance", "Rural Electrification", "Applied Statistics", "Road Safety")
PAGES = ("{a}--{b}", "{a}--{b}", "{a}--{b}", "{a}", "e{a}", "S{a}--S{b}", "{a}--{b}, {c}", "{a}–{b}", "A{a}--A{b}")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

LATEX = str.maketrans(
    {
        **{"ä": '{\\"a}', "ö": '{\\"o}', "ü": '{\\"u}', "Ü": '{\\"U}', "Ö": '{\\"O}', "ß": "{\\ss}", "é": "{\\'e}"},
        **{"É": "{\\'E}", "è": "{\\`e}", "ê": "{\\^e}", "à": "{\\`a}", "á": "{\\'a}", "í": "{\\'\\i}", "ó": "{\\'o}"},
        **{"ú": "{\\'u}", "ñ": "{\\~n}", "ã": "{\\~a}", "ç": "{\\c c}", "ø": "{\\o}", "Ø": "{\\O}", "å": "{\\aa}"},
        **{"Å": "{\\AA}", "ë": '{\\"e}', "ô": "{\\^o}", "Č": "\\v{C}", "ů": "\\r{u}", "Ł": "{\\L}", "ą": "\\k{a}"},
        **{
            "Ż": "\\.Z",
            "ő": "\\H{o}",
            "ğ": "\\u{g}",
            "ş": "\\c{s}",
            "ı": "{\\i}",
            "ă": "\\u{a}",
            "ț": "\\textcommabelow{t}",
        },
        **{
            "Ș": "\\textcommabelow{S}",
            "Î": "{\\^I}",
            "¿": "?`",
            "Đ": "{\\DJ}",
            "–": "--",
            "û": "{\\^u}",
            "â": "{\\^a}",
        },
    }
)
"""Letters as files without Unicode write them."""
