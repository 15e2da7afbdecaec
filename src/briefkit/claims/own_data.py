"""The sentences of a document and their headings in, for each where it stands among the data of its authors out.

A document that says how its authors came by figures (a method, a survey, a model) gives these figures elsewhere, mostly
without saying so again: under headings such as Results, in the summary, in sections that hold little but figures. What
stands in the background, or in a section full of what others say, is not theirs for that. Methods that only tell how
the works of others were searched promise no figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from briefkit.claims.doubts import points_to_shown
from briefkit.claims.lexicon import find_all_words
from briefkit.claims.signing import opens_with_own
from briefkit.parse.roles import find_role
from briefkit.patterns import compiled, regex
from briefkit.text import primary

REPORTS = ("own-result", "study-talk", "bookkeeping")
"""Patterns that speak of how the authors worked and what they found."""

OF_OTHERS = ("attribution", "vague-source", "law", "opinion", "normative")
"""Patterns that speak of others, or argue."""

FEWEST, LEAST, FEWEST_OF_METHODS = 3, 0.04, 2
"""How many sentences, and which share of them, report own work in a document with data of its own; or how many stand
under a heading that promises to say how it was done."""

FEWEST_SENTENCES = 12
"""Of a shorter document nothing is said by what it is called."""

SOON = 4
"""How many sentences after one that reports go on reporting, in a section of which nothing else is known."""

LISTED = 10
"""The same after a report that ends in a colon: it opens a list of findings."""

SHORTEST = 3
"""Of sections with fewer sentences nothing is said by what they hold."""

FULL_OF_FIGURES, FEW_OF_OTHERS = 0.4, 0.15
"""The share of sentences with a figure from which a section gives data, and of those of others up to which it does."""

ROLES: Mapping[str, str] = {
    **dict.fromkeys(("summary", "key-messages", "bottom-line"), "summary"),
    **dict.fromkeys(("methods", "study", "limits"), "methods"),
    "findings": "results",
    **dict.fromkeys(("background", "problem", "evidence", "counter-argument", "implications"), "background"),
    **dict.fromkeys(("options", "comparison", "criteria"), "options"),
    **dict.fromkeys(("recommendations", "risks", "references", "conflicts"), "advice"),
}
"""What roles of sections hold, in a document with data of its own."""

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "methods": r"methods?|methodology|(?:data|approach)(?= and\b| sources|,|$)|(?:the|our|about the|about this)"
        r" (?:data|model|survey|sample|study|simulation|approach|trial|pilot|experiment|evaluation)"
        r"|design|empirical|modelling|what we did"
        r"|how we (?!(?:think|talk|got|get|live|work|feel|see|know|can|could|should|must|might|will|would|may|pay)\b)"
        r"\w+",
        "summary": r"summary|abstract|key \w+|at a glance|in brief|overview|snapshot|main \w+|highlights|headlines",
        "results": r"results?|findings?|estimates|we (?:found|find|saw|see)|what .{1,40} (?:shows?|showed|saw|says?)"
        r"|distribution\w*|winners|losers|impacts?|effects?|validation|performance|measurements?|projections?|scenarios?"
        r"|(?:financial|fiscal|budget\w*|resource|cost) implications|evidence from \d+"
        r"|sensitivity|our (?:analysis|sums|assessment)|achievements?|outcomes?|ratings?|efficacy|efficiency"
        r"|effectiveness|outlook|forecasts?|lessons|testimon\w+|what (?:\w+ ){1,3}told us"
        r"|what .{1,40} would (?:do|cost|bring|change|mean)",
        "options": r"options?|alternatives?|choices|variants|scenarios",
        "background": r"background|context|introduction|history|why|law|legal|provisions?|literature|debate|elsewhere"
        r"|abroad|experience|problem|sector|what is|present|state of play|until now|so far|where we (?:are|stand)"
        r"|what has been|promised?|market|policy",
    },
    "de": {
        "methods": r"methode\w*|methodik|daten(?:grundlage|basis)?|vorgehen|modell|befragung|umfrage"
        r"|stichprobe|simulation",
        "summary": r"zusammenfassung|kernaussagen|das wichtigste|auf einen blick|überblick|in kürze|kernbotschaften",
        "results": r"ergebnis\w*|befunde?|resultate|auswirkungen|wirkungen|schätzungen|verteilung\w*"
        r"|was .{1,40} zeig(?:t|en)",
        "options": r"optionen|varianten|alternativen|szenarien",
        "background": r"hintergrund|einleitung|ausgangslage|kontext|recht\w*|warum|geschichte|die lage|problem\w*",
    },
    "fr": {
        "methods": r"méthod\w+|données|modèle|enquête|échantillon|simulation|notre étude",
        "summary": r"synthèse|résumé|l['\u2019]essentiel|en bref|points clés|messages clés",
        "results": r"résultats?|constats? de l['\u2019]enquête|effets?|estimations?|ce que .{1,40} montre(?:nt)?",
        "options": r"options?|variantes?|pistes|scénarios?",
        "background": r"contexte|introduction|état des lieux|droit|loi|histoire|pourquoi|problème",
    },
    "es": {
        "methods": r"métodos?|metodología|datos|modelo|encuesta|muestra|simulación",
        "summary": r"resumen|síntesis|en breve|mensajes clave|conclusiones principales|lo esencial",
        "results": r"resultados?|hallazgos|efectos?|estimaciones|lo que .{1,40} muestran?",
        "options": r"opciones|alternativas|variantes|escenarios",
        "background": r"contexto|introducción|antecedentes|situación|diagnóstico|ley|historia|por qué|problema",
    },
}
"""Words of headings, by language and what stands under them; the first that fits counts."""

OURS: Mapping[str, str] = {
    "en": r"we (?:found|find|saw|see|did|counted|measured)"
    r"|our (?:\w+ )?(?:estimates|results|findings|model|survey|analysis|sums)",
    "de": r"unsere? (?:\w+ )?(?:ergebnisse|schätzung\w*|befragung|modell|analyse|studie|umfrage)"
    r"|was wir gefunden haben",
    "fr": r"(?:notre|nos) (?:\w+ )?(?:résultats?|estimations?|enquête|modèle|analyse|étude)"
    r"|ce que nous avons (?:trouvé|mesuré)",
    "es": r"nuestr[oa]s? (?:\w+ )?(?:resultados?|estimaci(?:ón|ones)|encuesta|modelo|análisis|estudio)"
    r"|lo que (?:hemos encontrado|encontramos)",
}
"""Headings under which only the authors can speak."""

MEASURES: Mapping[str, str] = {
    "en": r"evaluat\w+|completion (?:report|\w+ (?:report|review))|survey|census|statistic\w*|monitor(?:ing)?"
    r"|meteorolog\w+|weather|climate (?:summary|report|bulletin|service|agency|office|monitoring)"
    r"|state of the (?:\w+ )?(?:climate|environment|ecosystems?|oceans?|seas?|fisheries|forests?|waters?)"
    r"|bulletin|forecasts?|outlook|projections?|(?:micro)?simulations?|model|trial"
    r"|barometer|audit\w*|(?:central|national|reserve|federal) bank|bank of|indicators?|status of|scorecard|tracker"
    r"|(?:preliminary|first|new) (?:analysis|findings|results|estimates)|findings (?:from|of)|results (?:from|of)",
    "de": r"evaluation\w*|evaluierung\w*|umfrage|befragung|zensus|statistik\w*|statistisches|monitor\w*|wetter\w*"
    r"|klima(?:amt|bericht|dienst)|prognosen?|projektionen|barometer|rechnungshof\w*|\w*zentralbank|\w*nationalbank|bundesbank",
    "fr": r"évaluation|enquête|recensement|statistiques?|météo\w*|baromètre|prévisions?|projections?"
    r"|cour des comptes|banque (?:centrale|nationale|de)",
    "es": r"evaluación|encuesta|censo|estadísticas?|meteorol\w+|barómetro|previsiones|proyecciones"
    r"|tribunal de cuentas|banco (?:central|nacional|de)",
}
"""Words in what a document is called and who signs it that promise figures of their own, told without a method."""

SIGNERS: Mapping[str, str] = {
    "en": r"statistics|statistical (?:office|service|agency|institute|bureau|authority|department)|census"
    r"|meteorolog\w+|met (?:office|service)|(?:central|national|reserve|federal) bank|bank of(?! america\b)|audit\w*"
    r"|(?:fisheries|marine) (?:service|laboratory)|science cent(?:er|re)"
    r"|accountability office|comptroller\w*|ombuds\w+|inspectorates?|geological survey"
    r"|(?:opinion )?(?:polls?|polling|pollsters?)|\w+barometer|gallup|yougov|ipsos|pew research"
    r"|electoral commission|registrar\w*",
    "de": r"statisti\w+|zensus\w*|wetter(?:dienst|amt)|\w*rechnungshof\w*|\w*zentralbank|\w*nationalbank|bundesbank"
    r"|ombuds\w+|meinungsforschung\w*|demoskopi\w+",
    "fr": r"statistiques?|insee|recensement|météo\w*|cour des comptes|banque (?:centrale|nationale|de)"
    r"|défenseur des droits|sondages?",
    "es": r"estadística|censo|meteorolog\w+|tribunal de cuentas|banco (?:central|nacional|de)|defensor\w*|encuestas",
    "pt": r"estatística|censo|meteorolog\w+|tribunal de contas|banco (?:central|nacional|de)|provedor\w*",
}
"""Words in the name of who signs a document whose work is to count, measure or examine: what it publishes are its own
figures and findings, wherever in the text they stand.
"""

ACCOUNTS: Mapping[str, str] = {
    "en": r"(?:annual (?:reports?|reviews?|accounts)|year in review|situation reports?|sitrep"
    r"|cluster (?:update|fact ?sheet)|(?:operational|activity|project|programme) updates?"
    r"|(?:impact|activity|performance) report)\b"
    r"(?! (?:on|into|about|of the)\b)",
    "de": r"(?:jahres|tätigkeits|geschäfts|rechenschafts)berichte?\b(?! (?:zu[mr]?|über)\b)",
    "fr": r"(?:rapport (?:annuel|d['\u2019]activité|moral)|bilan (?:annuel|d['\u2019]activité))\b(?! sur\b)",
    "es": r"(?:memoria|informe) (?:anual|de actividades)\b(?! sobre\b)",
    "pt": r"relatório (?:anual|de (?:atividades|contas))\b(?! sobre\b)",
}
"""Words in the title of a document in which who signs it gives account of itself."""

BUDGETS = r"budgets?|haushalt\w*|presupuestos?|orçamentos?"
PUBLIC = (
    r"city|county|town|village|borough|district|council|municipal\w*|ministry|department|treasury|government|stadt"
    r"|gemeinde|landkreis|ville|commune|département|ayuntamiento|diputación|câmara|município"
)
"""Words for what public bodies plan to spend, and for these bodies: of its own budget a city gives account."""

SEARCHES = regex(
    r"(?i)\b(?:pubmed|medline|scopus|web of science|embase|cochrane|scielo|jstor|econlit|psycinfo|google scholar"
    r"|prospero|prisma|gr[ae]y literature|literature (?:search|review)|titles and abstracts"
    r"|systematic (?:search|review)\w*"
    r"|(?:we|was|were) (?:searched|screened)|search (?:strings?|terms?|strateg\w+)|literaturrecherche|graue literatur"
    r"|systematische (?:suche|recherche)|recherche (?:documentaire|bibliographique|systématique)|littérature grise"
    r"|revue (?:systématique|de la littérature)|literatura gris|búsqueda (?:sistemática|bibliográfica)"
    r"|revisión (?:sistemática|bibliográfica))"
)
"""What tells of a search for what others have written."""

COLLECTS = regex(
    r"(?i)\b(?:survey\w*|interview\w*|questionnaire\w*|sample[ds]?|respondents?|participants?|regression\w*|simulat\w+"
    r"|meta-analys\w+|our (?:model|data|estimates?)|we (?:estimated?|model\w*|measured|counted)|befrag\w+|stichprobe"
    r"|fragebogen|enquêtes?|entretiens?|échantillon|encuest\w+|entrevist\w+|muestra)"
)
"""What tells of figures that the authors came by themselves."""

_OF_OURS = (
    r"(?:report|study|paper|analysis|briefing|brief|research|assessment|evaluation|review|index|survey|poll|newsletter"
    r"|bulletin|edition|article|post|fact ?sheet|note|chapter)"
)
_RECKONS = r"(?:models|estimates|simulates|projects|calculates|measures|quantifies|surveys|evaluates|links)"
_COLLECTED = r"(?:interviews|survey|questionnaires?|responses|fieldwork|focus groups)"
_FOUND = r"(?:data|analys[ie]s|findings|evidence|estimates|results|figures|research)"
ANNOUNCES = regex(
    rf"(?i)\b(?:this|our|the present) (?:[\w-]+ ){{0,3}}?{_OF_OURS} (?:also )?"
    r"(?:presents?|provides?|offers?|reveals?|contains?|includes?|reports?|publishes|brings|gives) (?:an? |the |some )?"
    rf"(?:new|original|first-hand|first-ever) (?:(?!on\b|of\b|about\b|for\b|in\b)[\w-]+ ){{0,2}}?{_FOUND}\b"
    rf"|(?:^|\b(?:this|our|the present) )(?:it|they|{_OF_OURS}|data in (?:this|the) report|results|findings)"
    rf" (?:is|are) (?:based (?:up)?on|from) (?:[\w-]+,? ){{0,6}}?{_COLLECTED}\b"
    rf"|\bour (?:own )?(?:new|latest|recent|annual) (?:[\w-]+ )?{_OF_OURS}\b"
    r"|^(?:overall, |specifically, |in (?:short|summary|particular), )?(?:we|our (?:results|findings|analysis)) "
    r"(?:find|found|show|estimate|project|conclude)s?(?: that)?:$"
    rf"|\b(?:this|the present) (?:[\w-]+ )?{_OF_OURS} (?:also |then |first )?{_RECKONS}\b"
)
"""What says that a text has findings of its own: data that are new, interviews it is based on, a list of findings, what
it reckons.
"""

ANNOUNCING = (
    *(" new ", " original ", " first-", " latest ", " recent ", " annual ", " based ", " from ", ":"),
    *("his ", "resent "),
)
"""One of these is in every sentence that does."""

FEWEST_SHOWN, LEAST_SHOWN = 3, 0.1
"""How many sentences, and which share of them, point to a figure or table where a document tells what these show."""

ELSEWHERE = "elsewhere"
DIGIT = regex(r"\d")


def own_data(texts: Sequence[str], sections: Sequence[str], lang: str = "en", called: str = "") -> list[str]:
    """For each sentence where it stands in a document with data of its own; empty in all others. `called` is the title
    of the document and who signs it.

    `summary`, `methods`, `results`, `options`, `background` and `advice` are told by headings, `figures` and `reports`
    by what a section holds; the rest is `elsewhere`.
    """
    base = primary(lang)
    if base not in HEADINGS or len(sections) != len(texts):
        return [""] * len(texts)
    words = [find_all_words(text, lang) for text in texts]
    organisation = called.partition("\n")[2]
    reports = [
        not found.keys().isdisjoint(REPORTS) or opens_with_own(text, organisation)
        for text, found in zip(texts, words, strict=True)
    ]
    by_heading = {heading: _held(heading, base) for heading in dict.fromkeys(sections)}
    held = [by_heading[heading] for heading in sections]
    of_search = _of_search(texts, held, sections)
    many = sum(report for n, report in enumerate(reports) if n not in of_search)
    says_how = (
        sum(what == "methods" for n, what in enumerate(held) if n not in of_search) >= FEWEST_OF_METHODS
        or any(_is_ours(heading, base) for heading in by_heading)
        or gives_account(called, lang)
        or (base == "en" and _reports_in_abstract(texts, sections))
        or (len(texts) >= FEWEST_SENTENCES and _measures(called, base))
        or announces(texts, lang)
        or shows_much(texts)
    )
    if not says_how and (many < FEWEST or many < LEAST * len(texts)):
        return [""] * len(texts)
    found: list[str] = []
    for _, group in groupby(range(len(texts)), key=lambda at: sections[at]):
        inside = list(group)
        what = held[inside[0]] or _by_content([(texts[n], words[n], reports[n]) for n in inside])
        told = ((reports[n], texts[n].endswith(":")) for n in inside)
        found.extend(_going_on(told) if what == ELSEWHERE else [what] * len(inside))
    return found


def _reports_in_abstract(texts: Sequence[str], sections: Sequence[str]) -> bool:
    """Whether the abstract of a paper says what its authors do or find: then the findings in it are theirs."""
    inside = (text for text, heading in zip(texts, sections, strict=True) if ABSTRACT.fullmatch(heading))
    return any(AUTHORS.search(text) for text in inside)


ABSTRACT = regex(r"(?i)\W*abstract\W*")
AUTHORS = regex(
    r"(?i)\b(?:we|our|the authors|this (?:paper|study|article) (?:examines|estimates|finds|shows|measures|tests))\b"
)


def announces(texts: Iterable[str], lang: str) -> bool:
    """Whether a text says in words of its own that it has new data or findings: this report presents new data."""
    if primary(lang) != "en":
        return False
    return any(ANNOUNCES.search(text) for text in texts if any(map(text.__contains__, ANNOUNCING)))


def shows_much(texts: Sequence[str]) -> bool:
    """Whether a text points to its own figures and tables all the time: what it tells is what these show."""
    shown = sum(points_to_shown(text) for text in texts)
    return shown >= FEWEST_SHOWN and shown >= LEAST_SHOWN * len(texts)


def _of_search(texts: Sequence[str], held: Sequence[str], sections: Sequence[str]) -> frozenset[int]:
    """The sentences of methods that tell how the works of others were searched, and of no data of the authors' own."""
    found: set[int] = set()
    for _, group in groupby((n for n, what in enumerate(held) if what == "methods"), key=lambda n: sections[n]):
        inside = list(group)
        words = " ".join(texts[n] for n in inside)
        if SEARCHES.search(words) and not COLLECTS.search(words):
            found.update(inside)
    return frozenset(found)


def _going_on(told: Iterable[tuple[bool, bool]]) -> Iterator[str]:
    """What stands where a section does not say: soon after a report it goes on, longer after one that leads in a list,
    else it is elsewhere. Of each sentence it is told whether it reports and whether it ends in a colon.
    """
    left = -1
    for report, leads_in in told:
        left = (LISTED if leads_in else SOON) if report else left - 1
        yield "reports" if left >= 0 else ELSEWHERE


def _is_ours(heading: str, base: str) -> bool:
    """Whether a heading says that the authors tell what they found."""
    return compiled(rf"(?i)\b(?:{OURS[base]})\b").search(heading) is not None


def _measures(called: str, base: str) -> bool:
    """Whether a document or who signs it is called what gives figures of its own."""
    return compiled(rf"(?i)\b(?:{MEASURES[base]})\b").search(called) is not None


def gives_account(called: str, lang: str) -> bool:
    """Whether a document tells all through what those counted, found or did who sign it: by its title, the first line
    of what it is called (an annual report, a city's budget), or by their name, the second (a statistics office).
    """
    base = primary(lang)
    if base not in SIGNERS:
        return False
    title, _, organisation = called.partition("\n")
    if _has(SIGNERS[base], organisation) or _has(ACCOUNTS[base], title):
        return True
    return _has(BUDGETS, title) and _has(PUBLIC, organisation)


def _has(words: str, text: str) -> bool:
    return bool(text) and compiled(rf"(?i)\b(?:{words})\b").search(text) is not None


def _held(heading: str, base: str) -> str:
    """What stands under a heading, by its words; empty where they do not say."""
    if role := ROLES.get(find_role((), heading, base), ""):
        return role
    patterns = HEADINGS[base]
    return next((what for what in patterns if compiled(rf"(?i)\b(?:{patterns[what]})\b").search(heading)), "")


def _by_content(sentences: Sequence[tuple[str, Mapping[str, str], bool]]) -> str:
    """What a section holds, by its sentences."""
    many = len(sentences)
    if many >= SHORTEST:
        if sum(report for _, _, report in sentences) >= many / 4:
            return "reports"
        figures = sum(bool(DIGIT.search(text)) or "proportion" in found for text, found, _ in sentences)
        others = sum(not found.keys().isdisjoint(OF_OTHERS) for _, found, _ in sentences)
        if figures >= FULL_OF_FIGURES * many and others <= FEW_OF_OTHERS * many:
            return "figures"
    return ELSEWHERE
