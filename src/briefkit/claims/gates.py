"""Reasons why a sentence needs no source whatever it looks like: an utterance in, the name of a gate or nothing out.

Some gates shut always; the others stay open for a sentence that, say, quotes or attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from briefkit.claims.about_text import is_bare_note, says_what_text_does
from briefkit.claims.advice import TELLS_TOO
from briefkit.claims.lexicon import find_all_words, find_words
from briefkit.claims.naming import (
    is_criterion,
    is_declared,
    is_gloss,
    is_lost_reference,
    is_measure,
    is_sketch,
    tells_of_makers,
)
from briefkit.claims.proposing import (
    instructs,
    is_advised,
    is_planned,
    is_proposed,
    is_recommended,
    is_weighed,
)
from briefkit.claims.quoted import is_given
from briefkit.claims.signing import is_own_voice, names_own_data, opens_with_signer
from briefkit.claims.telling import tell
from briefkit.model import Utterance
from briefkit.parse.cells import says_something
from briefkit.patterns import regex
from briefkit.text import primary
from briefkit.values import Value

Shuts = Callable[[Utterance, str], bool]


class Gate(Value):
    """Why a sentence is let off: `shuts` decides, `reason` says it in a reader's words.

    A gate without `opened_by` shuts always; the others stay open for a sentence with one of these signs. `shuts` is a
    function, or the name of a pattern of the language (`lexicon.py`); one that `needs` a pattern is asked only where
    that is found. One that is `placed` shuts for no paragraph of a section without a role, one that is `signed` for no
    text without an organisation that signs it, and one that `follows` for no sentence without one before it.
    """

    name: str
    reason: str
    shuts: Shuts | str
    opened_by: tuple[str, ...] = ()
    placed: bool = False
    needs: str = ""
    signed: bool = False
    follows: bool = False


FACTUAL = ("percent", "money", "figure", "quotation", "attribution", "date")
"""Signs of something to check whatever else the sentence does."""

TOLD = ("quotation", "attribution", "vague-source", "past", "perfect", "trend", "was")
"""Signs that a sentence which asks for something tells something too: its figures and dates are what it asks for."""

BESIDES = ("attribution", "vague-source", "superlative", "comparison", "cause", "trend", "percent", "money", "date")
"""Signs that a sentence says more of a thing than what it is."""

GLOSSED = ("quotation", "percent", "money", "date", "superlative")
"""Signs that an entry of a list of definitions says more of its word."""

OF_ONE = ("past", "was", "perfect", "size", "frequency", "universal", "evaluation", "importance")
"""Signs that a sentence tells of one case or judges, which a definition does not."""

LAID_DOWN = ("event", "law", "provision", "cause", "comparison", "frequency", "percent")
"""Signs that something has happened or is somebody else's plan, or that a sentence says why."""

SAID = ("quotation", "attribution", "vague-source")
"""Signs that a sentence gives the words or the finding of somebody else."""

BINDING = (*SAID, "law", "duty", "figure", "percent", "money", "date", "provision")
"""Signs that what has to be done has to by law, or that a sentence tells something besides."""

TELLING = (*SAID, "law", "percent", "money", "trend", "cause", "superlative")
"""Signs that what leads in a list or a quotation states something of its own."""

ASSERTING = (*TELLING, "name", "proportion", "comparison", "provision", "ongoing", "existence")
"""Signs that a note states something, or names a source, though no verb is known in it."""

LEFT_OPEN = regex(r"\[[^\[\]]{1,80}?(?:\u2026|\.\.\.)\]\.?")
"""Brackets that break off, with nothing beside them."""

MARKS = ("FIXME", "TBD", "TODO:")
"""How a note of the author begins that says what is still to come; CLM116 tells it."""
HAVE_TODO = ("es", "pt")
"""Languages in which the mark without its colon is a word."""

SOME_WORDS = regex(r"[\W_]*[^\W_]+[\W_]+[^\W_]+[\W_]+[^\W_]")
"""As many words as a sentence needs to state anything."""


def _heading(utterance: Utterance, lang: str) -> bool:
    return utterance.kind in ("heading", "term", "header-cell")


def _question(utterance: Utterance, lang: str) -> bool:
    text = utterance.plain
    if "?" not in text or not text.rstrip("\u201d\"')\u00bb \u00a0\u202f").endswith("?"):
        return False
    return text.endswith("?") or not is_given(text)


def _fragment(utterance: Utterance, lang: str) -> bool:
    return SOME_WORDS.match(utterance.plain) is None


def _left_open(utterance: Utterance, lang: str) -> bool:
    """A sentence that is all a note in brackets of what is to follow, `[to be written: ...]`, one that begins with the
    mark of such a note, or a lost reference.
    """
    text = utterance.plain
    if text.startswith(MARKS) or (text.startswith("TODO ") and primary(lang) not in HAVE_TODO):
        return True
    return ("[" in text and LEFT_OPEN.fullmatch(text.strip()) is not None) or is_lost_reference(text)


def _label(utterance: Utterance, lang: str) -> bool:
    """A caption or cell that names what is shown and says nothing of it, or only by whom or how it was measured."""
    if utterance.kind not in ("caption", "cell"):
        return False
    return not says_something(utterance.plain, lang) or (utterance.kind == "caption" and is_measure(utterance.plain))


def _typed_caption(utterance: Utterance, lang: str) -> bool:
    """The same of a caption that is typed as text: Table 2: wells by district."""
    return not says_something(utterance.plain, lang)


def _lead_in(utterance: Utterance, lang: str) -> bool:
    """What ends in a colon, or in `as follows`, says what comes, and that says it."""
    return utterance.plain.endswith((":", "as follows."))


def _definition(utterance: Utterance, lang: str) -> bool:
    """Words that define, but for `means` after one certain thing: the reform means a loss for farmers."""
    found = find_words("definition", utterance.plain, lang)
    return not (found.lower().startswith("mean") and OF_SOMETHING.match(utterance.plain))


OF_SOMETHING = regex(r"(?i)(?:the|these|those|our|its|their|his|her|each|every|such)(?! (?:term|word|phrase)\b) ")


def _of_terms(utterance: Utterance, lang: str) -> bool:
    """A box of definitions says how words are used."""
    return utterance.role == "definition"


def _own_result(utterance: Utterance, lang: str) -> bool:
    """The authors report; behind a sentence that names a work of others, `the authors` are those of that work."""
    words = find_words("own-result", utterance.plain, lang)
    return not (words[:11].lower() == "the authors" and OTHERS_WORK.search(utterance.before))


OTHERS_WORK = regex(
    r"(?i)\bet al\b|\band (?:(?:his|her|their) )?colleagues\b|\((?:19|20)\d\d[a-z]?\)"
    r"|\b(?:an?|one|another) (?:[\w-]+ ){0,3}?(?:study|paper|report|article|analysis|review|survey)\b"
)
"""What names a work that is not the text itself."""


def _only_instructs(utterance: Utterance, lang: str) -> bool:
    """It tells the reader what to do, and in no clause behind that what has been done: adopt a ban, because pledges
    have failed.
    """
    if not instructs(utterance, lang):
        return False
    also = TELLS_TOO.search(utterance.plain)
    return also is None or not _tells_of_the_past(utterance.plain[also.end() :], lang)


def _tells_of_the_past(text: str, lang: str) -> bool:
    return not PASSED.isdisjoint(tell(find_all_words(text, lang), text, lang))


PASSED = frozenset({"perfect", "was", "event"})
"""Patterns of what has been or has been done."""


def _opinion(utterance: Utterance, lang: str) -> bool:
    """An opinion, but for what a clause before it tells: three towns have closed theirs, and we suggest the same."""
    text = utterance.plain
    before = text[: text.find(find_words("opinion", text, lang))]
    return AND_WE.search(before) is None or not _tells_of_the_past(before, lang)


AND_WE = regex(r"(?:, (?:and|but|so|yet|und|aber|doch|et|mais|y|pero)|;) $")
"""How a clause ends before another one with its own subject."""


def _supposed(utterance: Utterance, lang: str) -> bool:
    """The sentence before supposes a case."""
    return bool(utterance.before and find_words("rhetoric-case", utterance.before, lang))


SPEAKING = tuple(
    (
        "percent money figure date number-word proportion quotation attribution vague-source evidence-word "
        "study-talk law duty provision programme comparison superlative trend cause effect size existence "
        "absence ability recent promise event past perfect was ongoing frequency universal"
    ).split()
)
"""Signs that speak for a claim; all others tell against one, or how a sentence is made."""


def _beyond_english(utterance: Utterance, lang: str) -> bool:
    """Only English is weighed by all of its words."""
    return not lang.startswith(("en", "EN", "En"))


GATES: tuple[Gate, ...] = (
    Gate("heading", "a heading only names what follows", _heading, placed=True),
    Gate("fragment", "too short to state anything", _fragment),
    Gate("left-open", "it holds the place of what is to be written", _left_open),
    Gate("label", "a caption only names what is shown", _label, placed=True),
    Gate("question", "a question states nothing", _question),
    Gate(
        "own-result",
        "the authors report what they did or found",
        _own_result,
        opened_by=("quotation",),
        needs="own-result",
    ),
    Gate("own-name", "the organisation reports on itself", opens_with_signer, signed=True),
    Gate("own-source", "the organisation names its own data", names_own_data, opened_by=("quotation",), signed=True),
    Gate("own-voice", "somebody of the organisation says it", is_own_voice, signed=True),
    Gate("made-by", "it tells who made the text", tells_of_makers),
    Gate("imprint", "it tells how the text was made or paid for", "made", opened_by=("quotation",)),
    Gate("declared", "it declares the authors' interests", is_declared),
    Gate("source-line", "it names the sources of what is shown", "beneath"),
    Gate("bare-note", "a note says what a figure holds", is_bare_note, opened_by=ASSERTING, placed=True),
    Gate("typed-caption", "a caption only names what is shown", _typed_caption, needs="shown"),
    Gate("recommended", "a recommendation tells what to do", is_recommended, opened_by=TOLD, placed=True),
    Gate(
        "advised",
        "a recommendation says what should be done",
        is_advised,
        opened_by=("quotation", "vague-source"),
        placed=True,
    ),
    Gate("planned", "a recommendation says by when", is_planned, opened_by=(*TOLD, *LAID_DOWN), placed=True),
    Gate("proposed", "an option tells what would be done", is_proposed, opened_by=(*TOLD, *FACTUAL), placed=True),
    Gate("option", "it tells of one of the options", "option", opened_by=SAID),
    Gate("sketched", "an option is only named", is_sketch, opened_by=(*SAID, "superlative"), placed=True),
    Gate(
        "criterion", "a criterion says what is asked", is_criterion, opened_by=(*SAID, "percent", "money"), placed=True
    ),
    Gate(
        "weighed", "the authors say how much a criterion counts", is_weighed, opened_by=(*TOLD, *FACTUAL), placed=True
    ),
    Gate("units", "the text says in what its figures are given", "units", opened_by=("percent", "quotation")),
    Gate("normative", "it says what ought to be", "normative", opened_by=TOLD),
    Gate("called-for", "it calls on somebody to act", "called-for", opened_by=BINDING),
    Gate("instruction", "it tells the reader what to do", _only_instructs, opened_by=FACTUAL[:-1]),
    Gate("imagined", "it asks the reader to imagine", "rhetoric-case", opened_by=TOLD),
    Gate("supposed", "it goes on with a case that is only supposed", _supposed, opened_by=SAID, follows=True),
    Gate("signpost", "it speaks of the text itself", "signpost", opened_by=FACTUAL),
    Gate("of-text", "it says what the text does", says_what_text_does, opened_by=("percent", "money", "quotation")),
    Gate("lead-in", "it only leads in what follows", _lead_in, opened_by=TELLING),
    Gate("opinion", "an opinion is marked as one", _opinion, opened_by=FACTUAL, needs="opinion"),
    Gate("definition", "a definition says how a word is used", _definition, opened_by=FACTUAL, needs="definition"),
    Gate("glossed", "a list of definitions says what words stand for", is_gloss, opened_by=GLOSSED, placed=True),
    Gate("terms", "a box of definitions says what words stand for", _of_terms, opened_by=BESIDES, placed=True),
    Gate("defining", "it says what something is, as a definition does", "defining", opened_by=(*BESIDES, *OF_ONE)),
    Gate("silent", "nothing that we know in it speaks for a claim", _beyond_english, opened_by=SPEAKING),
)


PATTERNED = {gate.shuts: place for place, gate in enumerate(GATES) if isinstance(gate.shuts, str)}
"""Where in the order of gates the one is that looks for a pattern."""

BY_FUNCTION = tuple(
    (place, gate.shuts) for place, gate in enumerate(GATES) if not isinstance(gate.shuts, str) and not gate.needs
)
AT_WORDS = tuple(
    (place, gate.shuts, gate.needs)
    for place, gate in enumerate(GATES)
    if not isinstance(gate.shuts, str) and gate.needs
)
"""The gates that look otherwise, with their places, and those that need a pattern as well."""


@lru_cache(maxsize=16)
def _asked(placed: bool, signed: bool, follows: bool, english: bool) -> tuple[tuple[int, Shuts], ...]:
    """The gates that look otherwise and could shut for a sentence of which this is known, with their places."""
    return tuple(
        (place, shuts)
        for place, shuts in BY_FUNCTION
        if (placed or not GATES[place].placed)
        and (signed or not GATES[place].signed)
        and (follows or not GATES[place].follows)
        and not (english and shuts is _beyond_english)
    )


def shut_gates(utterance: Utterance, lang: str) -> tuple[Gate, ...]:
    """The gates that would shut for an utterance, whatever its signs."""
    found = find_all_words(utterance.plain, lang)
    shut = [PATTERNED[name] for name in PATTERNED.keys() & found.keys()]
    shut += [place for place, shuts, needs in AT_WORDS if needs in found and shuts(utterance, lang)]
    placed = bool(utterance.role) or utterance.kind != "paragraph"
    signed = bool(utterance.context.get("organisation", ""))
    for place, shuts in _asked(placed, signed, bool(utterance.before), primary(lang) == "en"):
        if shuts(utterance, lang):
            shut.append(place)
    return tuple([GATES[place] for place in sorted(shut)]) if shut else ()


def find_gate(shut: Iterable[Gate], signs: Collection[str]) -> Gate | None:
    """The first of the gates that these signs do not open again."""
    found = set(signs)
    return next((gate for gate in shut if not found.intersection(gate.opened_by)), None)
