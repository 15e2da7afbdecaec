"""A brief and its statements in, the numbers out of things that a sentence announces and does not list.

Known are `There are four ways to do it:` before a list, `three causes were given: late tenders, ...` in one sentence,
and `Three assumptions carry it. First, ... Second, ...`. What counts is a word for things that are listed: ways,
reasons, options. Where commas may part an item, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from briefkit.evidence.stated import Statement
from briefkit.model import Block, Brief, Place
from briefkit.parse.points import find_items
from briefkit.patterns import regex
from briefkit.quantities import Quantity

FEWEST, MOST = 2, 12
FARTHEST_OFF = 3
"""By how many a number may be off and still be that of what is listed."""

MOST_LISTS, MOST_ITEMS, MOST_BEHIND = 100, 200, 60
"""How many lists are counted, up to how many items, and how far behind one it is asked whether it goes on."""

MOST_WORDS = 8
"""In how many words a thing is named that stands in a row of such."""

BACK = 40
LISTED = regex(
    r"(?i)^(?:ways?|options?|reasons?|causes?|steps?|measures?|actions?|findings?|lessons?|conditions?|criteria|questions?"
    r"|principles?|priorities|recommendations?|proposals?|points?|things|changes|factors?|risks?|problems?|challenges"
    r"|scenarios?|assumptions?|messages?|objectives?|goals?|aims?|areas?|themes?|types?|kinds?|elements?|components?"
    r"|phases?|stages?|tests?|tasks?|gaps?|barriers?|benefits?|advantages?|drawbacks?|effects?|consequences?|models?"
    r"|approaches|arguments?|sources?|weaknesses|failings?|reforms?|trends?"
    r"|façons?|manières?|raisons?|étapes?|mesures?|actions?|constats?|leçons?|critères?|principes?|priorités"
    r"|recommandations?|propositions?|points?|facteurs?|risques?|problèmes?|défis|scénarios?|hypothèses|objectifs?"
    r"|volets?|axes?|pistes?|phases?|freins?|obstacles?|effets?|conséquences?"
    r"|wege|möglichkeiten|optionen|gründe|ursachen|schritte|maßnahmen|erkenntnisse|lehren|bedingungen|kriterien|fragen"
    r"|grundsätze|prioritäten|empfehlungen|vorschläge|punkte|änderungen|faktoren|risiken|probleme|szenarien|annahmen"
    r"|ziele|bereiche|arten|elemente|phasen|hürden|vorteile|nachteile|folgen|varianten"
    r"|formas|opciones|razones|causas|pasos|medidas|hallazgos|lecciones|condiciones|criterios|preguntas|principios"
    r"|prioridades|recomendaciones|propuestas|puntos|factores|riesgos|problemas|escenarios|objetivos|ejes"
    r"|maneiras|opções|razões|passos|lições|condições|critérios|perguntas|princípios|recomendações|propostas|pontos"
    r"|fatores|riscos|cenários|eixos)$"
)
"""What is announced before it is listed."""

NOT_ALL = regex(
    r"(?i)\b(?:of|first|last|next|other|others|another|remaining|further|more|only|least|most|over|about|some|between"
    r"|des|parmi|autres?|dernières?|premières?|derniers|premiers|der|von|anderen|weitere[nr]?|ersten|letzten|übrigen"
    r"|de|otr[oa]s|primer[oa]s|últim[oa]s|outr[oa]s|primeir[oa]s)(?: (?:the|these|those|its|les|ces|den|diesen|los"
    r"|las|os|as))? ?$"
)
INTERRUPTED = regex(
    r"(?i)^(?:which|who|whose|where|when|that|such|including|especially|namely|for|as|not|but|though|qui|dont|où|que"
    r"|notamment|comme|die|der|das|deren|wobei|etwa|que|donde|como|onde)\b"
)
"""How what is put between two commas begins, which is nothing of its own."""

CLOSING = regex(r"[)\]\"\u201d\u2019']|\(")
SEPARATOR = regex(r"(?i), (?:and|or|et|ou|und|oder|y|e|o) |, | (?:and|or|et|ou|und|oder|y|e|o) ")
ORDINALS = tuple(
    regex(rf"(?i)^(?:{words})\b(?! (?:of|one|quarter|half|part|round|phase|year|place))")
    for words in (
        r"first(?:ly)?|premièrement|erstens|en primer lugar|primero|em primeiro lugar",
        r"second(?:ly)?|deuxièmement|zweitens|en segundo lugar|segundo|em segundo lugar",
        r"third(?:ly)?|troisièmement|drittens|en tercer lugar|tercero|em terceiro lugar",
        r"fourth(?:ly)?|quatrièmement|viertens|en cuarto lugar|cuarto|em quarto lugar",
        r"fifth(?:ly)?|cinquièmement|fünftens|en quinto lugar|quinto|em quinto lugar",
    )
)


class Announced(NamedTuple):
    """A number of things that is not the number of those listed, and where these stand."""

    statement: Statement
    quantity: Quantity
    listed: int
    items: tuple[Place, ...]


def find_announced(brief: Brief, statements: Sequence[Statement]) -> Iterator[Announced]:
    """The numbers of things that are listed in another number."""
    places = {id(block): number for number, block in enumerate(brief.blocks)}
    lists = 0
    for number, statement in enumerate(statements):
        if statement.block.kind not in ("paragraph", "item") or not statement.quantities:
            continue
        quantity = _number(statement)
        if quantity is None:
            continue
        text = statement.sentence.plain.rstrip()
        if text.endswith(":"):
            lists += 1
            if lists > MOST_LISTS:
                continue
            found = _in_list(brief, statement, quantity, places.get(id(statement.block), -1))
        else:
            found = _in_sentence(statement, quantity) or _in_order(
                statement, quantity, statements[number + 1 : number + MOST_BEHIND]
            )
        if found and found.listed >= FEWEST and 0 < abs(found.listed - int(quantity.low)) <= FARTHEST_OFF:
            yield found


def _number(statement: Statement) -> Quantity | None:
    """The one number of things to be listed that a sentence gives."""
    text = statement.sentence.plain
    found = [
        q
        for q in statement.quantities
        if q.kind == "count" and FEWEST <= q.low <= MOST and not (q.is_range or q.about or q.parts or q.spoken)
    ]
    found = [q for q in found if any(LISTED.match(noun) for noun in q.noun)]
    if len(found) != 1 or NOT_ALL.search(text[max(found[0].start - BACK, 0) : found[0].start]):
        return None
    return found[0]


def _in_list(brief: Brief, statement: Statement, quantity: Quantity, at: int) -> Announced | None:
    """A number before a list, whose outermost items it is that of."""
    if at < 0 or statement.block.kind != "paragraph" or statement.block.sentences[-1] is not statement.sentence:
        return None
    inside = range(at + 1, len(brief.blocks))
    run = list(takewhile(lambda n: _is_item(brief.blocks[n], statement.block), inside[:MOST_ITEMS]))
    items = find_items(brief, run) if run else []
    behind = inside[len(run) : len(run) + MOST_BEHIND]
    rest = takewhile(lambda n: brief.blocks[n].section == statement.block.section, behind)
    if len(items) < quantity.low and any(brief.blocks[n].kind == "item" for n in rest):
        return None  # the list goes on behind a paragraph
    places = tuple(brief.blocks[item[0]].place for item in items)
    return Announced(statement, quantity, len(items), places)


def _is_item(block: Block, before: Block) -> bool:
    return block.kind == "item" and block.section == before.section


def _in_sentence(statement: Statement, quantity: Quantity) -> Announced | None:
    """A number before a colon, behind which things stand in a row up to the end of the sentence."""
    head, colon, row = statement.sentence.plain.rstrip(" .").partition(": ")
    if not colon or quantity.end > len(head) or CLOSING.search(row) or ":" in row or ". " in row:
        return None
    parts = row.split("; ") if ";" in row else SEPARATOR.split(row)
    if any(len(part.split()) > MOST_WORDS or INTERRUPTED.match(part) for part in parts) and ";" not in row:
        return None
    fewest = len(parts) if ";" in row else 1 + row.count(", ")
    said = int(quantity.low)
    if fewest <= said <= len(parts):
        return None
    return Announced(statement, quantity, fewest if said < fewest else len(parts), (statement.sentence.place,))


def _in_order(statement: Statement, quantity: Quantity, behind: Sequence[Statement]) -> Announced | None:
    """A number before sentences that begin with first, second and so on, and go on to one more than it."""
    found: list[Place] = []
    for other in takewhile(lambda s: s.block is statement.block, behind):
        if len(found) < len(ORDINALS) and ORDINALS[len(found)].match(other.sentence.plain):
            found.append(other.sentence.place)
    return Announced(statement, quantity, len(found), tuple(found)) if len(found) > quantity.low else None
