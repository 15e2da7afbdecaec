"""A brief has too few or too many key messages, options or recommendations.

## What it does
Counts the key messages, options and recommendations of a brief that says its `type`, and flags a number that the type
does not allow, or options without the status quo where it asks for that. They are boxes (`::: {.option}`), else
subsections, items of a list or rows of a table under a heading of that role. A paragraph that begins
with bold words counts as one too, where there are two or more. The status quo is known by the class `.status-quo` of
its box, or by its words. Items of a list in a section that has boxes are not counted, and a remark says so.
`briefkit rule DOC831` lists the bounds and whose they are; a project sets others in `briefkit-types/NAME.toml`.
Where the whole section is missing, DOC830 says so alone.

## Why it matters
Nobody remembers nine recommendations, and a choice without the status quo is none.

## Example
    ---
    title: Pumps
    type: options
    ---

    # Options

    - Buy new pumps.
    - Repair the old ones.

## Instead
    ---
    title: Pumps
    type: options
    ---

    # Options

    - Status quo: pumps are mended when there is money.
    - Repair the old ones.

    # Recommendations

    - Repair the old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefkit.brief_types import Bounds
from briefkit.model import Brief, Severity
from briefkit.parse.points import SECTION_OF, Point, find_points, items_beside
from briefkit.parse.roles import find_roles
from briefkit.parse.typed_headings import find_typed_headings
from briefkit.patterns import compiled, regex
from briefkit.rules.base import Case, Hit, type_place
from briefkit.rules.missing_section import find_missing
from briefkit.text import plural

CODE = "DOC831"
SEVERITY = Severity.WARNING

STATUS_QUO: Mapping[str, str] = {
    "en": r"statu?s? quo|no change|change nothing|do(?:ing)? nothing|no action|business as usual|current policy"
    r"|\bas (?:it is |they are )?(?:now|today)\b|no (?:new |further )?program(?:me)?\b|nothing changes",
    "de": r"status quo|weiter wie bisher|nichts (?:tun|änder[nt])|nullvariante|beibehalten"
    r"|\bwie (?:bisher|heute|jetzt)\b",
    "fr": r"statu quo|ne rien (?:changer|faire)|rien ne change|inaction|situation actuelle"
    r"|\bcomme aujourd['\u2019]hui\b",
    "es": r"statu quo|no hacer nada|no actuar|sin cambios|nada cambia|no cambia nada|situación actual"
    r"|\bcomo (?:hoy|ahora|hasta ahora)\b",
    "pt": r"status quo|não fazer nada|nada fazer|sem mudanças|nada muda|inação|situação atual"
    r"|\bcomo (?:hoje|agora|até agora)\b",
    "ar": "الوضع (?:الراهن|القائم|الحالي)|عدم التدخل",
}
SAYS_STATUS_QUO = regex("|".join(STATUS_QUO.values()), re.IGNORECASE)

CALLED_STATUS_QUO: Mapping[str, str] = {
    "en": r"option (?:0|zero)|baseline|no (?:intervention|new policy|further action)|wait and see|carry(?:ing)? on"
    r"|as they are"
    r"|(?:current|existing|present) (?:approach|arrangements?|policy|practice|program(?:me)?|rules?|scheme|system)",
    "de": r"option 0|nulloption|(?:keine|ohne) änderung|alles bleibt|beibehaltung|fortführung|referenz(?:szenario|fall)"
    r"|(?:aktuell|bestehend|bisherig|geltend|heutig)e[nrs]? (?:politik|praxis|programm|rechtslage|regelung|system)",
    "fr": r"option (?:0|zéro)|scénario (?:de référence|tendanciel)|au fil de l['\u2019]eau|en l['\u2019]état"
    r"|(?:cadre|dispositif|politique|programme|régime|système) (?:actuel|existant|en vigueur)"
    r"|maintenir (?:les?|la) \w{1,30} (?:actuel|existant)",
    "es": r"opción (?:0|cero)|seguir igual|escenario (?:de referencia|tendencial)|como están?"
    r"|(?:esquema|marco|modelo|política|programa|régimen|sistema) (?:actual|vigente)"
    r"|mantener (?:el|la|las|los) \w{1,30} (?:actual|vigente)",
    "pt": r"opção (?:0|zero)|sem alteraç(?:ão|ões)|tudo na mesma|cenário (?:base|de referência|tendencial)|como está"
    r"|(?:modelo|política|programa|quadro|regime|sistema) (?:atual|em vigor|vigente)"
    r"|manter [ao]s? \w{1,30} (?:atua|vigente)",
}
"""Words that are the name of the status quo, and may stand in the text of any other option."""
LONGEST_NAME = 60
"""How much of the words of an option is its name, where nothing else names it."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for each kind of point of which there are too few or too many."""
    elsewhere = {role for need in find_missing(case.brief, case.type) for role in need.roles}
    elsewhere.update(role for heading in find_typed_headings(case.brief) for role in heading.roles)
    for kind, role in SECTION_OF.items():
        bounds = case.type.counts.get(role)
        points = find_points(case.brief, kind) if bounds else ()
        told = role in elsewhere or _shares_a_section(case.brief, role)
        if bounds and (len(points) >= bounds.least or not told):
            yield from _judge(case, kind, bounds, points)
        yield from _beside(case, kind) if bounds else ()


def _beside(case: Case, kind: str) -> Iterator[Hit]:
    """A hit for a list beside boxes, which may hold points that nobody counts or follows."""
    items = items_beside(case.brief, kind)
    if items:
        number, first = plural(len(items), "item"), case.brief.blocks[items[0][0]]
        message = f"{number} of a list beside the boxes {'is' if len(items) == 1 else 'are'} not read as {_noun(kind)}s"
        yield Hit(first.place, message, f"write each that is one as ::: {{.{kind}}}", subject=kind, step=-1)


def _noun(kind: str) -> str:
    return kind.replace("-", " ")


def _shares_a_section(brief: Brief, role: str) -> bool:
    """Whether a section that is counted as another one is named after these points too, as their second half."""
    lang = brief.front.language
    return any(role in find_roles(section.title, lang) for section in brief.sections if section.role != role)


def _judge(case: Case, one: str, bounds: Bounds, points: Sequence[Point]) -> Iterator[Hit]:
    noun = _noun(one)
    number = plural(len(points), noun) if points else f"no {noun}s"
    kind = f"the type '{case.type.name}'"
    if len(points) < bounds.least:
        message = f"This brief has {number}; {kind} asks for at least {bounds.least} ({bounds.guidance})"
        hint = f"write each as an item of a list under # ... {{.{SECTION_OF[one]}}}, or as ::: {{.{one}}}"
        yield Hit(type_place(case), message, hint, subject=noun)
    elif bounds.most and len(points) > bounds.most:
        message = f"This brief has {number}; {kind} allows at most {bounds.most} ({bounds.guidance})"
        yield Hit(points[bounds.most].place, message, "drop the least, or join what belongs together", subject=noun)
    if bounds.status_quo and len(points) >= bounds.least and not any(map(_is_status_quo, points)):
        message = f"None of the {number} is the status quo, which {kind} asks for ({bounds.guidance})"
        yield Hit(points[0].place, message, "say what happens if nothing is done, and compare with it", subject=noun)


def _is_status_quo(point: Point) -> bool:
    """Whether a point is the status quo by its class, or by the words that it is named and told in."""
    if "status-quo" in point.attributes.get("class", "").split():
        return True
    named = (point.title, point.attributes.get("name", ""), point.attributes.get("id", "").replace("-", " "))
    if SAYS_STATUS_QUO.search(" ".join((*named, point.text))):
        return True
    called = compiled(rf"(?i)\b(?:{'|'.join(CALLED_STATUS_QUO.values())})")
    return called.search(" ".join((*named, point.text[:LONGEST_NAME]))) is not None
