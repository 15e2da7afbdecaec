"""A figure and its sentence in, what the words beside it make of it out: a step, a measure of something else.

In `4,300 more cars` or `€3 million below target` a figure is how far something is from another; in `a price of €2.50`
it measures what is named before it, whatever else the sentence speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.evidence.restated import form_of
from briefkit.patterns import compiled, regex
from briefkit.quantities import Quantity
from briefkit.text import WORD

HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|just|the|environ|près de|rund|etwa|knapp|unos|unas|casi|cerca de"
    r"|quase|los|las|os|as|den|die|les) ){0,2}"
)
STEP_BEFORE = (
    r"\b(?:by|(?<!make )(?<!makes )(?<!made )up|down|further|additional|another|extra|other|above|below|beyond"
    r"|um|weitere[nrs]?|zusätzliche[nr]?|supplémentaires?|autres|au-dessus de|au-dessous de|otr[oa]s|adicionales"
    r"|por encima de|por debajo de|outr[oa]s|acima de|abaixo de) " + HEDGE + r"$"
)
CHANGING = (
    r"\b(?:increased|decreased|rose|fell|grew|declined|dropped|climbed|gained|lost|added|shed|cut|augmenté de|baissé de"
    r"|reculé de|progressé de|diminué de|gagné|perdu|aumentó|aumentaron|cayó|cayeron|perdió|perdieron|ganó|ganaron"
    r"|aumentou|aumentaram|perdeu|perderam|ganhou|ganharam) " + HEDGE + r"$"
)
"""Verbs behind which stands how much something changed."""

STEP_AFTER = regex(
    r"[ -]?(?:[^\W\d_]+ ){0,2}(?:more|fewer|less|higher|lower|greater|smaller|longer|shorter|cheaper|dearer|extra"
    r"|further|additional|above|below|beyond|short of|mehr|weniger|höher|niedriger|teurer|billiger|zusätzlich\w*"
    r"|de plus|de moins|supplémentaires?|au-dessus|au-dessous|más|menos|por encima|por debajo|adicionales|(?:a )?mais"
    r"|acima|abaixo|adicionais)\b"
)
"""What makes a figure the distance between two, or a part that comes on top."""

NAMED = regex(
    r"\b(?:an?|the|its|their|this|that|une?|la|le|cette|ein(?:e[mnr]?)?|der|die|das|dem|den|una?|el|su|uma?|o|a|sua) "
    r"(?:[\w\u2019'-]+ ){0,2}?(?P<named>[^\W\d_]+) (?:of|at|de|von|em) " + HEDGE + r"$"
)
"""What a figure measures, where it is named before it."""

SAYS_NOTHING = frozenset(
    "total sum amount average mean median figure value level share part rate proportion number record peak high low"
    " maximum minimum rest remainder estimate somme montant moyenne valeur niveau taux nombre reste estimation summe"
    " betrag schnitt durchschnitt wert anteil quote zahl rekord höhe suma cantidad importe media valor nivel tasa cuota"
    " número soma quantia média nível taxa quota plus moins près más menos cerca mais".split()
)
"""Words that may name any figure."""

BREAK = (
    r"[;:()\u2013\u2014]|,? \b(?:which|that|who|whose|while|whereas|but|although|against|versus|unlike|than|qui|dont"
    r"|alors|tandis|mais|contre|während|aber|sondern|gegenüber|als|mientras|pero|frente|enquanto|porém|contra)\b"
    r"|, (?:and|et|und|y|e|die|der|das|was|que|o que) "
)
"""What ends the part of a sentence in which a figure belongs to a word."""

LIMIT = regex(
    r"\b(?:since|before|after|until|by|depuis|avant|après|jusqu['\u2019]en|d['\u2019]ici|seit|vor|nach|bis|desde"
    r"|antes de|después de|hasta|depois de|até)(?: (?:en|à|em|the|end|of|los|as))* $"
)
"""What stands before a year in which something began or ended."""

EARLIER = regex(
    r"\b(?:when|where|als|quand|lorsqu[e\u2019']|cuando|quando) (?:[^\W\d_]+ ){1,3}?(?:had been|was|were|stood at|war"
    r"|waren"
    r"|lag(?:en)?|betrug(?:en)?|était|étaient|atteignait|era|eran|eram|foi|fue) (?:still |noch |encore |at |bei |de |à"
    r" )?" + HEDGE + r"$"
)
"""What stands before how much something was at a time that is named before: since 2019, when it was 91%."""

DATED = regex(r"(?i) ?\(?(?:in|im jahr|im jahre|en|em|of|de)(?: [^\W\d]+)? ")
"""What stands between a figure and its year: 118 in 2016."""

BECAME = regex(rf"(?i)\)?,? (?:to|à|auf|zu|bis|a|até|para|hasta) {HEDGE}[$€£]?")
"""What stands between the year of a figure and what it became: from 118 in 2016 to 482."""

REACH = 80
EACH_YEAR = regex(
    r"(?i)^ ?(?:[^\W\d]+ ){0,2}?(?:a year|per year|per annum|each year|annually|yearly|par an|chaque année|pro jahr"
    r"|im jahr|jährlich"
    r"|al año|por año|por ano|ao ano)\b"
)
"""What says that so much is done, or comes, in each year."""


def was_earlier(text: str, start: int) -> bool:
    """Whether the figure at `start` is said to be of another time than the sentence tells of."""
    return EARLIER.search(text[max(start - REACH, 0) : start].lower()) is not None


def is_step(text: str, start: int, end: int) -> bool:
    """Whether the figure in `text[start:end]` says by how much something changed, or how far it is from another."""
    before, after = text[max(start - REACH, 0) : start].lower(), text[end : end + REACH].lower()
    forms = (STEP_BEFORE, CHANGING)
    return any(compiled(form).search(before) for form in forms) or bool(STEP_AFTER.match(after))


def is_outcome(text: str, quantities: Sequence[Quantity], year: Quantity, figure: Quantity) -> bool:
    """Whether a figure is what another one became, of which the year before it is: from 118 in 2016 to 482."""
    if year.end > figure.start or not BECAME.fullmatch(text, year.end, figure.start):
        return False
    before = (q for q in quantities if q.kind == figure.kind and q.end <= year.start)
    return any(DATED.fullmatch(text, q.end, year.start) for q in before)


def is_limit(text: str, start: int) -> bool:
    """Whether the year at `start` is one since which, or until which, something holds."""
    return LIMIT.search(text[max(start - REACH, 0) : start].lower()) is not None


def names_another(text: str, start: int, words: frozenset[str]) -> bool:
    """Whether what a figure measures is named right before it, and is none of these words."""
    found = NAMED.search(text[max(start - REACH, 0) : start].casefold())
    return found is not None and found["named"] not in SAYS_NOTHING and form_of(found["named"]) not in words


def stands_with(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands in the same part of a sentence as the figure in `text[start:end]`."""
    before = compiled(BREAK).split(text[max(start - REACH, 0) : start].casefold())[-1]
    after = compiled(BREAK).split(text[end : end + REACH].casefold())[0]
    return any(form_of(word) in words for word in WORD.findall(f"{before} {after}"))
