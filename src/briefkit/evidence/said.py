"""A sentence and one of its figures in, what it says with it out: by how much something changed, and since when."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefkit.evidence.beside import BREAK
from briefkit.evidence.stated import Statement, known_by
from briefkit.evidence.wrong import as_points, is_qualified
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity

REACH = 70
RISING = (
    r"rise|rises|rose|risen|rising|increas\w*|gain|gains|gained|grew|grow\w*|climb\w*|jump\w*|(?<!make )(?<!makes"
    r" )(?<!made )(?<!making )up|expand\w*"
    r"|hausse|haussé|augment\w*|progress\w*|cr[ûo][iî]?t?|crû|gagn\w*|anstieg|zuwachs|plus|stieg\w*|steig\w*|wuchs\w*"
    r"|wachs\w*|wächst"
    r"|gewann\w*|aument\w*|subi\w*|crec\w*|cresc\w*|ganó|ganhou"
)
FALLING = (
    r"fall|falls|fell|fallen|drop\w*|declin\w*|decreas\w*|cut|cuts|shr[aiu]nk\w*|lose|loses|lost|reduc\w*|down|went"
    r" down|baiss\w*"
    r"|recul\w*|diminu\w*|perdu\w*|chut\w*|rückgang|minus|sank\w*|sink\w*|fiel\w*|verlor\w*|ca[yí]\w*|ca[ií]\w*"
    r"|descen\w*"
    r"|dismin\w*|perd\w*"
)
HEDGE = (
    r"(?: ?(?:about|around|some|nearly|almost|roughly|just|only|as much as|environ|près d[e\u2019']|presque|rund"
    r"|etwa|knapp|gut"
    r"|fast|cerca de|casi|quase|another|further|over|more than|less than|plus d[e\u2019']|moins d[e\u2019']|mehr als"
    r"|a|an)){0,2}"
)
CHANGED_BY = regex(
    rf"(?i)(?:\b(?:by|um)|\b(?:{RISING}|{FALLING})\b(?: (?:[^\W\d]+,? )?(?:of|de|von|d[\u2019'])"
    rf"| d[e\u2019']| (?:von|of))?){HEDGE} ?[+\u2212-]?$"
)
LEVEL = regex(
    r"(?i)\b(?:to|at|auf|bei|from|von|à|below|above|unter|über)(?: (?:the|about|some|nearly|almost|around|only|rund"
    r"|etwa|knapp|environ|an?)){0,2} $"
)
A_PLUS = regex(
    r"(?i)\b(?:plus|minus|anstieg|zuwachs|rückgang|zunahme|abnahme|steigerung|erhöhung|senkung|verlust) von"
    r"(?: (?:rund|etwa|knapp|gut|fast))? $"
)
"""German says `von` behind these, as it does before what something was."""

MORE_THAN = regex(
    r"(?i)^ ?(?:[^\W\d]+ ){0,2}?(?:more|less|higher|lower|fewer|cheaper|above|below|unter|über|au-dess[ou]us|por"
    r" encima|por debajo|mehr|weniger|höher|niedriger|de plus|de moins"
    r"|más|menos|increase|decrease|rise|fall|growth|decline|drop|gain|cut|reduction|jump)\b"
)
ABOVE = regex(
    r"(?i)^ ?(?:above|below|over|under|short of|unter|über|au-dess[ou]us d[eu]s?|por (?:encima|debajo) del?"
    r"|acima d[aeo]s?"
    r"|abaixo d[aeo]s?) (?:the |its |their |this |dem |der |den |ihrem |seinem |la |le |las |los |el |l['\u2019])?"
    r"(?:[^\W\d_]+ )?(?:minimum|maximum|threshold|target|limit|ceiling|floor|norm|average|mean|median|requirements?"
    r"|plan|goal"
    r"|budget|forecast|schwelle|grenze|ziel|zielwert|mindest\w*|höchst\w*|durchschnitt|mittel|soll|plan|seuil|objectif|plafond"
    r"|plancher|moyenne|minimum légal|mínimo|máximo|umbral|objetivo|límite|media|meta|limite|média|orçamento)\b"
)
"""How far an amount is from one that is set or reckoned, and not from what it was."""

OPENED = regex(r"[^\W\d] ?\( ?[+\u2212-]?$")
NEAR = 30
FROM_TO = regex(r"(?i)^[^.;()]{0,50}?\b(?:to|à|auf|a|para) (?:about |environ |rund )?[$€£]?\d")
FROM = regex(r"(?i)\b(?:de|von|from|desde|d[\u2019'])(?: environ| rund| about)? ?$")
LONGEST = 160
"""So many characters a part of a sentence may have on each side of a figure."""


NEUTRAL = (
    "rise rises rose risen fall falls fell fallen grow grows grew growth increase increased decrease decreased"
    " decline declined"
    " drop dropped gain gained gains lose loses lost went go goes gone come comes came make makes made take takes"
    " taken account accounts"
    " same past last previous earlier before after since between until within during again twice half third quarter"
    " fifth tenth ten five"
    " herd number numbers zahl nombre número three four six decade total whole all overall part share shares largest"
    " smallest largely rather well down up back further"
    " percent points billion million thousand respectively together alone even however thus hence therefore nonetheless"
    " only one ones shrink shrinks shrank shrunk climb climbs climbed jump jumps jumped likely"
    " by too yet now today currently far small smaller large larger big slightly sharply strongly quickly slowly"
    " faster slower fastest most"
    " among steadily nearly about compared with against instead while whereas but though although second first year"
    " years period end"
    " give gives gave reach reached stand stood amount amounted expected set planned projected due"
    " plan need needs must should will would can"
    " reculé recule reculer baisse baissé augmenté augmente augmentation hausse progressé progresse croît crû"
    " diminué diminution"
    " passé passe entre depuis avant après dernière dernières derniers années précédente même moitié tiers quart"
    " cinquième encore ainsi donc davantage fortement légèrement nettement"
    " gestiegen steigt steigen stieg stiegen sank sinkt gesunken fiel wächst wachsen wuchs zugenommen abgenommen"
    " nimmt nehmen zu ab"
    " zurück gingen ging geht gehen seit zwischen letzten vergangenen gegenüber vorjahr hälfte drittel viertel"
    " fünftel damit somit macht"
    " machen entfällt entfallen beträgt anteil insgesamt gesamt davon größte größter größten rund knapp stark"
    " stärker schneller schnellsten"
)
"""Words that say how something changes, how much of it there is, or when, and never of what."""


@lru_cache(maxsize=1)
def neutral() -> frozenset[str]:
    """The forms of words that say nothing of what changes."""
    return known_by(NEUTRAL, "en")


class Said(NamedTuple):
    """What a sentence says with a figure: a change in per cent or a gap, in which part of it, and of which years.

    `year` is the one behind the figure, `long` over how many years; it goes `forward` where it leads from the earlier
    amount to the later one.
    """

    change: Quantity
    kind: str
    clause: str
    year: int
    years: frozenset[int]
    long: int
    forward: bool


def clause_of(statement: Statement, quantity: Quantity) -> Said:
    """The part of a sentence that a figure stands in."""
    begin, stop = clause_at(statement.sentence.plain, quantity)
    text = statement.sentence.plain
    words = f"{text[begin : quantity.start]} {text[quantity.end : stop].partition(',')[0]}"
    return Said(quantity, "level", words, 0, frozenset(), 0, forward=False)


def clause_at(text: str, quantity: Quantity) -> tuple[int, int]:
    """From where to where the part of a sentence goes that a figure stands in."""
    first = max(quantity.start - LONGEST, 0)
    begin = max((m.end() for m in compiled(BREAK).finditer(text[first : quantity.start].lower())), default=0)
    behind = compiled(BREAK).search(text[quantity.end : quantity.end + LONGEST].lower())
    return first + begin, quantity.end + (behind.start() if behind else LONGEST)


def said_change(statement: Statement, quantity: Quantity) -> Said | None:
    """What a sentence says with a figure, where it is a change or a difference."""
    change, text = as_points(quantity), statement.sentence.plain
    start, end = quantity.start, quantity.end
    if change.is_range or change.parts or change.kind in ("year", "date", "times", "duration"):
        return None
    before, after = text[max(start - REACH, 0) : start], text[end : end + REACH]
    is_level = (LEVEL.search(before) and not A_PLUS.search(before)) or (FROM.search(before) and FROM_TO.match(after))
    if is_level or is_qualified(text, quantity):
        return None
    if ABOVE.match(after):
        return None
    forward = bool(CHANGED_BY.search(before))
    bracket = not forward and change.kind == "percent" and _is_bracketed(text, start)
    if not forward and not bracket and not MORE_THAN.match(after):
        return None
    begin, stop = clause_at(text, quantity)
    times = [q for q in statement.quantities if begin <= q.start < stop and not q.is_range]
    next_one = next((q for q in statement.quantities if end <= q.start < end + NEAR), None)
    near = int(next_one.low) if next_one and next_one.kind == "year" and not next_one.is_range else 0
    long = next((int(q.low) // 12 for q in times if q.kind == "duration" and q.unit == "month"), 0)
    years = frozenset(int(q.low) for q in times if q.kind == "year" and q.start < start)
    clause = f"{text[begin:start]} {text[end:stop].partition(',')[0]}"
    return Said(change, "percent" if change.kind == "percent" else "gap", clause, near, years, long, forward)


def _is_bracketed(text: str, start: int) -> bool:
    """Whether a figure stands in brackets behind a word, in a sentence that says what rose or fell."""
    opened = OPENED.search(text[max(start - REACH, 0) : start])
    return bool(opened and compiled(rf"(?i)\b(?:{RISING}|{FALLING}|faster|slower)\b").search(text[:start]))
