"""An utterance in, whether it speaks of the text it stands in: what this paper does, what a note's figures hold."""

from __future__ import annotations

from briefkit.model import Utterance
from briefkit.parse.cells import says_something
from briefkit.patterns import regex
from briefkit.text import primary

TEXTS = (
    r"(?:(?:policy|working|discussion|background|research|technical|position|white|concept|briefing|data) )?"
    r"(?:submission|response(?= to (?:\w+ ){1,4}(?:consultation|call|inquiry|review|committee|request)\b)|brief"
    r"|briefing|note|memo(?:randum)?|guide|guidance|toolkit|handbook|manual|fact ?sheet|chapter|section|essay|blog|post"
    r"|article|report|paper|study|analysis|review|document|bulletin"
    r"|newsletter|edition|publication|appendix|annex|testimony|commentary|piece|dashboard|website|bibliography)"
)
"""What a text calls itself."""

DOES = (
    r"(?:discuss|address|assess|focus|stress|express)(?:es)?|(?:argue|describe|explore|outline|introduce|provide|examine"
    r"|propose|summari[sz]e|synthesi[sz]e|analy[sz]e|promote|trace|announce)s?|(?:present|offer|aim|consider|review"
    r"|highlight|explain|ask|begin|proceed|cover|look|seek|contain|list|chart|document|respond|recommend|intend|reveal)s?"
    r"|draws? (?:on|together|from)|sets? out|gives?|makes? the case|builds? on|takes? stock|does not|do not|calls? for"
    r"|(?:is|are|was|were|has been|have been) (?:structured|organi[sz]ed|divided|part|intended|based|written|prepared"
    r"|produced|commissioned|compiled|meant|designed|(?:an?|the) (?:extract|summary|overview|part|update|first|second))"
)
"""What a text does, and hardly anything else that has such a name."""

OWN = regex(
    rf"(?i)(?:this|the present|our) (?:[\w-]+ ){{0,2}}?{TEXTS}(?: (?:to|for|by|on|of|from|in) [^,.;:]{{2,80}}?)?"
    rf"(?: also| then| first| therefore| thus| further| next)? (?:{DOES})\b"
    rf"|(?:[^,.;:]{{2,60}}, )?these (?:pages|facts|figures|notes|guidelines|recommendations) (?:{DOES})\b"
)
GOES_ON = regex(rf"(?i)(?:it|they) (?:also |then |first |therefore |thus |further |next )?(?:{DOES})\b")
"""A sentence that says what a text does, and one that goes on with it."""

THESE = ("This ", "The p", "Our ", "these ", "These ")


def says_what_text_does(utterance: Utterance, lang: str) -> bool:
    """Whether a sentence says what its text does (`This paper discusses ...`), or goes on doing so."""
    if primary(lang) != "en":
        return False
    text = utterance.plain
    if _opens(text) or (text.startswith(REFERRING) and REFERS.match(text) is not None):
        return True
    return text.startswith(("It ", "They ")) and _opens(utterance.before) and GOES_ON.match(text) is not None


def _opens(text: str) -> bool:
    return any(map(text[:LONGEST].__contains__, THESE)) and OWN.match(text) is not None


REFERRING = ("For ", "Please ", "Readers ")
REFERS = regex(
    r"(?:For (?:more|further|full|fuller|additional|other) [^.;:]{3,80}?,? (?:please )?|Please "
    r"|Readers (?:may|can|should) )(?:see|refer to|consult|visit|read|go to)\b"
)
"""How a sentence reads that only says where more is told, and how it begins."""

LONGEST = 70
"""Within how many letters it is said which text is meant."""

HOLDS = regex(
    r"(?i)(?:this |these |figures? |data |the (?:figures?|data|counts?) )?(?:in|ex)clud(?:es?|ing)\b"
    r"|(?:not )?(?:counting|based on)\b|(?:all )?(?:rounded|weighted|adjusted|averaged)\b|as (?:of|at) "
    r"|(?:in|at) (?:\d{4}|current|constant) "
)
"""How a note opens that says what a figure holds or how it was made."""


NAMES_A_SOURCE = regex(
    r"[(,] ?(?:[A-ZÀ-Þ][^\W\d_]+ )?(?:1[5-9]|20)\d\d[a-z]?\b[).,;:]"
    r"|,\s(?:(?:pp?|S|págs?|Tab|Kap)\.|[Tt]ables?|[Tt]ableau|[Tt]abla|[Tt]abelle|[Tt]abela|[Cc]hapter|[Aa]nnex)\s?[\dA-Z]"
    r"|\b(?:Acts?|Regulations?|Order|Directive|Rules|Bill) (?:19|20)\d\d\b"
    r"|\b(?:SI|OJ|BGBl|JORF|BOE)\b.{0,12}\d|\bCOM\(\d{4}\)"
    r"|\b(?:[Ii]bid|[Ee]bd)\b"
)
"""What a note in words has where it is a reference: a year between signs, a page."""


def is_bare_note(utterance: Utterance, lang: str) -> bool:
    """Whether a footnote has no verb, or opens as one does that says what a figure holds: `Excludes school boats`."""
    if utterance.kind != "note" or primary(lang) != "en" or NAMES_A_SOURCE.search(utterance.plain):
        return False
    return HOLDS.match(utterance.plain) is not None or not says_something(utterance.plain, lang)
