"""A word that could be a verb and what stands behind it in, whether it only tells of what sort a subject is out.

`Cut fares by half` tells what to do; `Cut flowers lose their value` states something of flowers.
"""

from __future__ import annotations

from briefkit.patterns import compiled

APART = frozenset(
    "a an the this that these those some many most few all each every no both either neither any several half one"
    " two three four five six seven eight nine ten twelve i we you he she it they there here my our your his her"
    " its their what which who how why when where while if because since although though as so than and or but not"
    " about above after against among around at before behind below between beyond by despite down during except"
    " for from in inside into like near of off on onto out outside over past per through to toward towards under"
    " until up upon via with within without is are was were has have had does did can could may might will would"
    " shall should must more less such other another only even still yet already perhaps today now then often"
    " almost nearly along alongside amid besides throughout unlike like given once whether whereas nor moreover"
    " furthermore however therefore thus hence meanwhile nevertheless indeed instead otherwise sometimes whenever"
    " wherever overall together notwithstanding".split()
)
"""Words that neither name a thing nor say what is done with one."""

FINITE = (
    r"(?i)\b(?:is|are|was|were|has|have|had|does|did|can|could|may|might|will|would|fell|rose|grew|led|made|took|came"
    r"|went|cost|costs|gave|found|lost|won|became|began|remains?|means?)\b"
)
"""Verbs that state, and are hardly ever nouns."""

TWO_BEHIND = frozenset(
    "help let make keep have leave get hold set give pay offer teach tell show send grant lend assign buy save charge"
    " award promise serve name call find see state declare consider ensure note remember imagine suppose think".split()
)
"""Verbs that have two things behind them (give farmers credit) or say what becomes of one (keep fares low)."""

FINITE_WORDS = frozenset(
    "is are was were has have had does did can could may might will would shall should must".split()
)
"""Words for how things stand that no verb follows an instruction with: fund managers are, plant workers have."""

ADVERBS = frozenset("twice again here hard early fast free home together apart alone ahead open high low".split())
VERBS_IN_ER = frozenset("differ offer suffer enter cover deliver matter recover".split())
ARTICLES = frozenset("a an the its their no".split())
"""What may stand behind the thing that something is done with, verbs that look like comparatives, and what opens the
object of a verb.
"""


def opens_subject(verb: str, behind: str) -> bool:
    """Whether the word that could be a verb only tells of what sort the subject behind it is: fund managers earn, lift
    bridges jam, repair work takes a month. Behind what one is told to do with something stands no other verb.
    """
    words = behind.split(maxsplit=3)
    if words and words[0].istitle():  # a name, as in Open Data
        words[0] = words[0].lower()
    if verb in TWO_BEHIND or len(words) < 2 or not _plain(words[0]) or words[0] in APART:
        return False
    second = words[1].rstrip(".,;:")
    if not _plain(second):
        return False
    if _is_plural(words[0]):
        loose = second in ADVERBS or (second in APART and second not in FINITE_WORDS)
        return not loose and (second in VERBS_IN_ER or not second.endswith(("ly", "er", "ing", "wards")))
    if compiled(FINITE).fullmatch(second):
        return True
    return len(words) > 2 and second.endswith("s") and second == words[1] and words[2] in ARTICLES


def _plain(word: str) -> bool:
    return word.isalpha() and word.islower()


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
