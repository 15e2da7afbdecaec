"""The words of the grammar by language: numbers, magnitudes, units, months. Tables in, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from briefkit.months import MONTHS as MONTHS

SHORT_MONTHS: Mapping[str, str] = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan feb mrz apr mai jun jul aug sep okt nov dez",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
WEEKDAYS: Mapping[str, str] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
}

CARDINALS: Mapping[str, str] = {
    "en": "two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14"
    " fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60"
    " seventy 70 eighty 80 ninety 90 hundred 100",
    "fr": "deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14"
    " quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80"
    " nonante 90 cent 100 cents 100",
    "de": "zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14"
    " fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50"
    " sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 einhundert 100",
    "es": "dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14"
    " quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiún 21 veintidós 22"
    " veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30"
    " cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200"
    " trescientos 300 cuatrocientos 400 quinientos 500 seiscientos 600 setecientos 700 ochocientos 800 novecientos 900",
    "pt": "dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 catorze 14"
    " quatorze 14 quinze 15 dezasseis 16 dezesseis 16 dezassete 17 dezessete 17 dezoito 18 dezanove 19 dezenove 19"
    " vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 cento 100"
    " duzentos 200 trezentos 300 quatrocentos 400 quinhentos 500 seiscentos 600 setecentos 700 oitocentos 800"
    " novecentos 900",
}
ONES: Mapping[str, str] = {
    "en": "one a an",
    "fr": "un une",
    "de": "ein eine einer einem einen eines",
    "es": "un uno una",
    "pt": "um uma",
}
"""Words that are a number only before a magnitude, a denominator or in a ratio."""

JOINERS: Mapping[str, str] = {"en": "and", "fr": "et", "de": "und", "es": "y", "pt": "e"}
"""What may stand within a number in words: twenty-five, a hundred and one."""

MAGNITUDES: Mapping[str, str] = {
    "en": "thousand 3 thousands 3 k 3 lakh 5 million 6 millions 6 mn 6 mln 6 crore 7 billion 9 billions 9 bn 9"
    " trillion 12 trillions 12 tn 12",
    "fr": "mille 3 millier 3 milliers 3 million 6 millions 6 mio 6 milliard 9 milliards 9 md 9 mds 9 mrd 9 billion 12"
    " billions 12",
    "de": "tausend 3 tsd 3 million 6 millionen 6 mio 6 mill 6 milliarde 9 milliarden 9 mrd 9 billion 12 billionen 12",
    "es": "mil 3 miles 3 millón 6 millones 6 mill 6 billón 12 billones 12",
    "pt": "mil 3 milhar 3 milhares 3 milhão 6 milhões 6 bilhão 9 bilhões 9 bilião 12 biliões 12 trilhão 12 trilhões 12",
}
"""Powers of ten. In Spanish and Portuguese `mil` may stand before the next: mil millones."""

ATTACHED = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}
"""Magnitudes as letters right after a number of money."""

CURRENCIES: Mapping[str, str] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    **{
        code.lower(): code
        for code in "USD EUR GBP JPY INR CHF PKR CNY BRL AUD CAD SEK NOK DKK PLN ZAR KES NGN MXN".split()
    },
    **dict.fromkeys("dollar dollars dólar dólares".split(), "USD"),
    **dict.fromkeys("euro euros".split(), "EUR"),
    **dict.fromkeys("pound pounds pfund sterling".split(), "GBP"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys("rupee rupees rupien roupies rupias".split(), "PKR/INR"),
    **dict.fromkeys("franken".split(), "CHF"),
    **dict.fromkeys("reais".split(), "BRL"),
    **dict.fromkeys("yuan renminbi".split(), "CNY"),
}
DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "r": "BRL", "nz": "NZD", "hk": "HKD"}
"""What stands before the sign: US$, A$, R$."""

PERCENT: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "en": (("per", "cent"), ("percent",), ("pct",)),
    "fr": (("pour", "cent"),),
    "de": (("prozent",), ("v", ".", "h", ".")),
    "es": (("por", "ciento"),),
    "pt": (("por", "cento"),),
}
POINTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("percentage", "points"),
        ("percentage", "point"),
        ("percentage", "-", "point"),
        ("percent", "points"),
        ("pp",),
        ("%", "points"),
    ),
    "fr": (("points", "de", "pourcentage"), ("point", "de", "pourcentage")),
    "de": (("prozentpunkte",), ("prozentpunkten",), ("prozentpunkt",)),
    "es": (("puntos", "porcentuales"), ("punto", "porcentual")),
    "pt": (("pontos", "percentuais"), ("ponto", "percentual"), ("pontos", "de", "percentagem")),
}


class Unit(NamedTuple):
    """A unit: what kind of quantity it makes, its base unit, and how many of those it is."""

    kind: str
    base: str
    factor: Decimal


def _units(kind: str, base: str, table: str) -> dict[str, Unit]:
    """The units of a line: words before the factor that holds for them."""
    made: dict[str, Unit] = {}
    words: list[str] = []
    for item in table.split():
        if item[0] == "=":
            made.update((word, Unit(kind, base, Decimal(item[1:]))) for word in words)
            words = []
        else:
            words.append(item)
    return made


UNITS: Mapping[str, Unit] = {
    **_units(
        "measure",
        "m",
        "km kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro kilómetros quilómetro quilómetros"
        " quilômetro quilômetros =1000 hm hectometre hectometres hectomètre hectomètres hectómetro hectómetros =100 m"
        " metre metres meter meters mètre mètres metro metros =1 cm centimetres centimeters =0.01 mm millimetres"
        " millimeters =0.001 mile miles meile meilen =1609.344",
    ),
    **_units(
        "measure",
        "m2",
        "km² km2 quadratkilometer quadratkilometern =1000000 ha hectare hectares hektar hectáreas =10000 m² m2"
        " quadratmeter quadratmetern =1",
    ),
    **_units(
        "measure",
        "m3",
        "hm³ hm3 =1000000 m³ m3 kubikmeter kubikmetern =1 litre litres liter liters litro litros l =0.001",
    ),
    **_units(
        "measure",
        "kg",
        "kg kilogram kilograms kilogramm kilo kilos kilogrammes kilogramme kilogramos kilogramo quilos"
        " quilogramas quilograma =1 t tonne tonnes ton tons tonnen toneladas"
        " =1000 g gram grams gramm grammes gramos gramas =0.001 mg milligram milligrams milligramm milligrammes"
        " miligramos miligramas =0.000001 µg mcg microgram micrograms mikrogramm microgrammes microgramos microgramas"
        " =0.000000001 kt =1000000 mt =1000000000",
    ),
    **_units("measure", "m/h", "mph =1609.344"),
    **_units("measure", "W", "w =1 kw =1000 mw megawatts megawatt =1000000 gw gigawatts gigawatt =1000000000"),
    **_units("measure", "Wh", "kwh =1000 mwh =1000000 gwh =1000000000 twh =1000000000000"),
    **_units("measure", "°C", "°c =1"),
    **_units(
        "duration",
        "month",
        "month months mois monat monate monaten mes meses mês =1 year years an ans année années jahr jahre jahren año"
        " años ano anos =12 decade decades décennie décennies jahrzehnt jahrzehnte década décadas =120",
    ),
    **_units(
        "duration",
        "day",
        "day days jour jours tag tage tagen día días dia dias =1 week weeks semaine semaines woche wochen semana"
        " semanas =7",
    ),
    **_units(
        "duration",
        "minute",
        "hour hours heure heures stunde stunden hora horas h =60 minute minutes minuten minuto minutos min =1",
    ),
    **_units("times", "", "times mal fois veces vezes fold =1"),
}

SQUARED: Mapping[str, int] = {
    **dict.fromkeys("square sq carré carrés cuadrado cuadrados quadrado quadrados".split(), 2),
    **dict.fromkeys("cubic cube cubes cúbico cúbicos".split(), 3),
}
"""Words that make an area or a volume of a length: square kilometres, kilomètres carrés."""

SHARES: Mapping[str, str] = {
    "en": "half 2 halves 2 third 3 thirds 3 quarter 4 quarters 4 fourth 4 fifth 5 fifths 5 sixth 6 sixths 6 eighth 8"
    " eighths 8 tenth 10 tenths 10",
    "fr": "moitié 2 tiers 3 quart 4 quarts 4 cinquième 5 cinquièmes 5 sixième 6 dixième 10 dixièmes 10",
    "de": "hälfte 2 drittel 3 viertel 4 fünftel 5 sechstel 6 achtel 8 zehntel 10 dritteln 3 vierteln 4",
    "es": "mitad 2 tercio 3 tercios 3 cuarto 4 cuartos 4 cuarta 4 cuartas 4 quinto 5 quintos 5 quinta 5 tercera 3"
    " terceras 3 décimo 10 décima 10",
    "pt": "metade 2 terço 3 terços 3 quarto 4 quartos 4 quinto 5 quintos 5 décimo 10 décimos 10",
}
HALVES = frozenset("half moitié hälfte mitad metade".split())
"""Shares that need no number before them."""

AFTER_SHARE = frozenset(
    "of to less more fewer as de des du d der von davon hiervon aller dos das do da del los las partes parte".split()
)
"""What stands after a share in words; `a third option` has none of these."""

BEFORE_SHARE = frozenset(
    "by um than nearly almost about roughly als knapp rund fast gut près environ presque casi quase".split()
)
"""What stands before a share in words and before no ordinal: by a fifth since 2022."""

EVERY_NTH = {"dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "achte": 8, "zehnte": 10, "zweite": 2}
"""German: jede vierte Pumpe."""

RATIO: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("out", "of", "every"),
        ("out", "of", "the"),
        ("out", "of"),
        ("in", "every"),
        ("in",),
        ("of", "the"),
        ("of",),
    ),
    "fr": (("sur", "les"), ("sur",), ("des",)),
    "de": (("von", "den"), ("von",), ("der",)),
    "es": (("de", "cada"), ("de", "los"), ("de", "las")),
    "pt": (("em", "cada"), ("dos",), ("das",), ("de", "entre")),
}
"""What stands between the two numbers of a share: one in ten, 29 of the 37."""

BARE_RATIO = frozenset(("in", "em", "en"))
"""Words that make a share only between small numbers: three in 2020 is none."""

DASHES = ("-", "\u2013", "\u2014")
TO: Mapping[str, frozenset[str]] = {
    "en": frozenset(("to",)),
    "fr": frozenset(("à",)),
    "de": frozenset(("bis", "auf")),
    "es": frozenset(("a",)),
    "pt": frozenset(("a", "para")),
}
FROM: Mapping[str, tuple[str, ...]] = {
    "en": ("from ",),
    "fr": ("de ",),
    "de": ("von ",),
    "es": ("de ", "del "),
    "pt": ("de ",),
}
BY: Mapping[str, tuple[str, ...]] = {
    "en": ("by ",),
    "fr": ("de ",),
    "de": ("um ",),
    "es": ("en ",),
    "pt": ("em ",),
}
"""What stands before the amount of a change."""

BETWEEN: Mapping[str, str] = {"en": "between ", "fr": "entre ", "de": "zwischen ", "es": "entre ", "pt": "entre "}
ABOUT: Mapping[str, tuple[str, ...]] = {
    "en": (
        "about ",
        "about the ",
        "around ",
        "some ",
        "roughly ",
        "nearly ",
        "almost ",
        "approximately ",
        "close to ",
        "circa ",
        "c. ",
        "ca. ",
        "an estimated ",
        "~",
        "≈",
        "just under ",
        "just over ",
    ),
    "fr": (
        "environ ",
        "environ la ",
        "près de ",
        "près de la ",
        "près d’",
        "près d'",
        "presque ",
        "quelque ",
        "autour de ",
        "à peu près ",
        "env. ",
    ),
    "de": (
        *("rund ", "etwa ", "ca. ", "circa ", "fast ", "knapp ", "ungefähr ", "gut ", "nahezu "),
        *("rund die ", "etwa die ", "fast die ", "knapp die ", "gut die ", "nahezu die "),
    ),
    "es": (
        "alrededor de ",
        "cerca de ",
        "cerca de la ",
        "casi ",
        "casi la ",
        "unos ",
        "unas ",
        "aproximadamente ",
        "en torno al ",
    ),
    "pt": ("cerca de ", "quase ", "perto de ", "aproximadamente ", "uns ", "umas ", "em torno de "),
}
OVER: Mapping[str, tuple[str, ...]] = {
    "en": ("more than ", "over ", "at least ", "above ", "greater than ", "upwards of ", ">", "> "),
    "fr": ("plus de ", "plus de la ", "plus d’", "plus d'", "au moins ", "au-dessus de "),
    "de": ("mehr als ", "mehr als die ", "über ", "über die ", "mindestens ", "wenigstens "),
    "es": ("más de ", "más de la ", "al menos ", "por lo menos ", "más del "),
    "pt": ("mais de ", "mais da ", "pelo menos ", "ao menos ", "acima de "),
}
UNDER: Mapping[str, tuple[str, ...]] = {
    "en": ("less than ", "fewer than ", "under ", "below ", "at most ", "up to ", "no more than ", "<", "< "),
    "fr": ("moins de ", "moins de la ", "moins d’", "au plus ", "jusqu’à ", "jusqu'à "),
    "de": ("weniger als ", "weniger als die ", "unter ", "höchstens ", "bis zu ", "maximal "),
    "es": ("menos de ", "menos de la ", "como máximo ", "hasta ", "menos del "),
    "pt": ("menos de ", "menos da ", "no máximo ", "até ", "abaixo de "),
}
AFTER_OVER = (" or more", " or above", " ou plus", " oder mehr", " o más", " ou mais", "+")
PER: Mapping[str, frozenset[str]] = {
    "en": frozenset(("per", "a", "an", "each", "every")),
    "fr": frozenset(("par", "le", "la")),
    "de": frozenset(("pro", "je", "im")),
    "es": frozenset(("por", "al")),
    "pt": frozenset(("por", "ao")),
}
STATISTICS = frozenset("ci ic ki ki95 rr or hr irr aor ahr smd p n r d".split())
"""What stands before an estimate as if it named something: a 95% CI 0.80 to 0.92."""

SURE_PER = frozenset("per par pro je por".split())

LABELS = frozenset(
    "table figure chart box section sections chapter annex appendix step phase part page pages pp p note footnote"
    " recommendation no nos number numbers version article articles resolution order type level tier stage category"
    " paragraph para paras option scenario line lot volume vol issue rule law act regulation directive decree model"
    " question item point goal sdg target route room grade class zone district ward tableau graphique encadré carte"
    " chapitre annexe étape partie alinéa art n loi décret scénario recommandation tabelle abbildung kapitel abschnitt"
    " anhang artikel seite s nr nummer absatz abs § stufe tabla gráfico capítulo anexo artículo página ley decreto"
    " núm tabela figura quadro artigo secção seção lei nº iso rfc eo o q fy brief bulletin dossier".split()
)
"""Words before a number that only names something."""

PEOPLE = frozenset(
    "people persons households families children women men workers students patients villages schools homes deaths"
    " personnes habitants ménages familles enfants femmes hommes menschen personen haushalte familien kinder einwohner"
    " personas hogares familias niños mujeres habitantes pessoas famílias agregados crianças mulheres".split()
)
"""What is counted, so that a number before it is no year."""

COMMA_DECIMALS = frozenset(("fr", "de", "es", "pt"))
POINT_REGIONS = frozenset("es-mx es-us es-gt es-hn es-ni es-pa es-pe es-pr es-sv es-do de-ch de-li fr-ch".split())
"""Places that write 1,248.5 (or 1'248.5) in a language that elsewhere writes 1.248,5."""
