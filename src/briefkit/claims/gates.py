"""Reasons why a sentence needs no source whatever it looks like: an utterance in, the name of a gate or nothing out.

Some gates shut always; the others stay open for a sentence that, say, quotes or attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache

from briefkit.claims.about_text import is_bare_note, says_what_text_does
from briefkit.claims.advice import advises, instruction
from briefkit.claims.lexicon import find_all_words, find_words
from briefkit.claims.naming import (
    is_byline,
    is_criterion,
    is_declared,
    is_gloss,
    is_lost_reference,
    is_measure,
    is_sketch,
)
from briefkit.claims.quoted import find_quoted, is_given
from briefkit.model import Utterance
from briefkit.parse.cells import says_something
from briefkit.patterns import compiled, regex
from briefkit.text import primary
from briefkit.values import Value


class Gate(Value):
    """Why a sentence is let off: `shuts` decides, `reason` says it in a reader's words.

    A gate without `opened_by` shuts always; the others stay open for a sentence with one of these signs. `shuts` is a
    function, or the name of a pattern of the language (`lexicon.py`); one that `needs` a pattern is asked only where
    that is found. One that is `placed` shuts for no paragraph of a section without a role.
    """

    name: str
    reason: str
    shuts: Callable[[Utterance, str], bool] | str
    opened_by: tuple[str, ...] = ()
    placed: bool = False
    needs: str = ""


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

ASKING = (*SAID, "percent", "money")
"""Signs that a criterion says more than what is asked by it."""

BINDING = (*SAID, "law", "duty", "figure", "percent", "money", "date", "provision")
"""Signs that what has to be done has to by law, or that a sentence tells something besides."""

TELLING = (*SAID, "law", "percent", "money", "trend", "cause", "superlative")
"""Signs that what leads in a list or a quotation states something of its own."""

ASSERTING = (*TELLING, "name", "proportion", "comparison", "provision", "ongoing", "existence")
"""Signs that a note states something, or names a source, though no verb is known in it."""

LEFT_OPEN = regex(r"\[[^\[\]]{1,80}?(?:\u2026|\.\.\.)\]\.?")
"""Brackets that break off, with nothing beside them."""

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
    """A sentence that is all a note in brackets of what is to follow, `[to be written: ...]`, or a lost reference."""
    text = utterance.plain
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
    """What ends in a colon says what comes, and that says it."""
    return utterance.plain.endswith(":")


MAKERS: Mapping[str, str] = {
    "en": r"(?:about (?:the |this |our )?)?(?:authors?|contributors?)|about (?:us|this (?:series|publication))"
    r"|about the (?:institute|foundation|organi[sz]ation|series|publisher|team)|acknowledge?ments?(?: and .{1,40})?"
    r"|imprint|disclaimer|(?:press )?contacts?|further information|suggested citation|how to cite.{0,40}|copyright"
    r"|(?:document|publication) details",
    "de": r"(?:über )?(?:(?:die|den|der) )?autor(?:innen|en|in|[*:]innen)?(?: und autoren)?|über uns"
    r"|danksagung(?:en)?|dank|impressum|zitiervorschlag|kontakt",
    "fr": r"(?:à propos (?:de |des? |de l['\u2019])?)?(?:les? |l['\u2019])?auteur(?:e|rice)?s?|à propos de nous"
    r"|remerciements|mentions légales|contacts?|pour citer.{0,40}",
    "es": r"(?:sobre |acerca de )?(?:el |la |los |las )?autor(?:es|as|a)?|sobre nosotros|agradecimientos"
    r"|aviso legal|contacto|cómo citar.{0,40}",
    "pt": r"(?:sobre )?(?:o |a |os |as )?autor(?:es|as|a)?|sobre nós|agradecimentos|ficha técnica|contact?o"
    r"|como citar.{0,40}",
}
"""Headings of what is said of who made the text."""


def _made_by(utterance: Utterance, lang: str) -> bool:
    if utterance.section:
        return _of_makers(utterance.section, primary(lang))
    return is_byline(utterance)


@lru_cache(maxsize=256)
def _of_makers(heading: str, base: str) -> bool:
    words = MAKERS.get(base)
    return words is not None and compiled(words).fullmatch(heading.strip(" .:").casefold()) is not None


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


def _own_name(utterance: Utterance, lang: str) -> bool:
    """The organisation that signs the brief reports on its own work."""
    return opens_with_own(utterance.plain, utterance.context.get("organisation", ""))


def opens_with_own(text: str, organisation: str) -> bool:
    """Whether a text opens with the organisation that signs it, whatever it is called there."""
    if not organisation:
        return False
    for called in _called(organisation):
        if called in text and compiled(_opening(called)).match(text):
            return True
    if text[:1] in OPENS and _by_noun(organisation, text):
        return True
    return "he Government " in text and own_body(organisation) in GOVERNING and GOVERNMENT.match(text) is not None


GOVERNING = frozenset({"Department", "Ministry", "Treasury", "Government"})
GOVERNMENT = regex(r"(?:[^,;:\u201c\"]{2,120}, )?[Tt]he Government (?!of\b)")
"""What a ministry calls the whole that it speaks for: Since then, the Government has repaired every well."""


@lru_cache(maxsize=64)
def _called(organisation: str) -> tuple[str, ...]:
    """Its name however short, and what else it may be called."""
    return (organisation, *own_names(organisation))


@lru_cache(maxsize=64)
def own_names(organisation: str) -> tuple[str, ...]:
    """What an organisation may be called in its own text: its name, without brackets too, what stands in these, its
    initials, also without the place that the name begins with (DEP for the Maine Department of Environmental
    Protection), and the part before `for` or `of` if it has two words (the Howard League).
    """
    name, _, short = organisation.partition("(")
    name, short = name.strip(), short.partition(")")[0].strip()
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    first = FIRST_PART.match(name)
    found = (organisation, name, short, initials, initials[1:], first[1] if first else "")
    return tuple(dict.fromkeys(name for name in found if len(name) >= FEWEST_LETTERS))


FIRST_PART = regex(r"((?:[A-ZÀ-ÖØ-Þ][\w'\u2019-]+ ){1,4}[A-ZÀ-ÖØ-Þ][\w'\u2019-]+) (?:of|for) ")

FEWEST_LETTERS = 3
"""Shorter initials could be anything."""


@lru_cache(maxsize=256)
def _opening(name: str) -> str:
    return rf"(?:{ARTICLE} |L['\u2019])?{re.escape(name)}(?!\w| (?:of|for) )"


def _own_source(utterance: Utterance, lang: str) -> bool:
    """What is told is told after the data of the organisation that signs the brief, by name, or is what it says."""
    name, text = utterance.context.get("organisation", ""), utterance.plain
    if name:
        for called in own_names(name):
            if called in text and compiled(_data_of(called)).search(text):
                return True
    return False


@lru_cache(maxsize=256)
def _data_of(name: str) -> str:
    own = rf"(?<!\w){re.escape(name)}"
    return (
        rf"{own}(?:['\u2019]s?)?(?: [\w-]+){{0,2}} (?:{OWN_DATA})\b"
        rf"|\b(?:{OWN_WORK}) (?:by|from) (?:the )?{own}(?!\w)|, {own} (?:{OWN_SAYS})\b"
    )


OWN_WORK = "data|analys[ie]s|investigation|estimates|figures|survey|research|report|study|polling|modelling"
OWN_SAYS = "said|says|found|finds|estimates|estimated|calculates|calculated|documented|reports|warned|warns"
"""What of an organisation tells what it found, and how it tells it behind that: a third stand idle, Water Now found."""


def _own_voice(utterance: Utterance, lang: str) -> bool:
    """Somebody of the organisation that signs the brief is quoted: said Ana Okoro, director of Water Now."""
    text = utterance.plain
    if "\u201c" not in text and '"' not in text:
        return False
    name = utterance.context.get("organisation", "")
    named = [called for called in own_names(name) if called in text] if name else []
    if not named or not (place := find_quoted(text)):
        return False
    told = f"{text[: place[0]]}\u201c\u201d{text[place[1] :]}"
    return any(compiled(_voice_of(called)).search(told) for called in named)


@lru_cache(maxsize=256)
def _voice_of(name: str) -> str:
    spoken = "said|says|added|adds|commented|explained|explains|warned|warns|concluded"
    return (
        rf"(?i:\b(?:{spoken})) [A-Z][^.;:\u201c]{{0,90}} (?:of|at|for|with|from) (?:the )?{re.escape(name)}(?!\w)"
        rf"|(?:of|at|for|with|from) (?:the )?{re.escape(name)},? (?i:(?:{spoken}))\b"
    )


OWN_DATA = (
    "data|measurements?|analys[ie]s|estimates?|figures|survey|model|calculations?|research|forecasts?|projections?"
    "|study|studies|polls?|polling|investigation"
)
"""What of an organisation tells what it found itself."""


ARTICLE = "(?:The|L[ae]s?|D(?:ie|er|as)|El|Los|[OA]s?)"
BODIES = frozenset(
    "institute foundation charity library trust association alliance network secretariat observatory council bank"
    " agency office ministry authority society federation centre center laboratory"
    " city county commission committee department administration board treasury university college inspectorate"
    " government parliament"
    " stiftung institut verein verband bibliothek fondation bibliothèque observatoire fundación instituto"
    " asociación biblioteca observatorio fundação associação".split()
)
"""What an organisation calls itself for short: the institute, die Stiftung."""


OPENS = "TLDEOA"
"""What an article begins with."""

WHOSE = "(?:(?:national|central|regional|federal|state|city|district) )?"
BY_NOUN = regex(rf"(?:{ARTICLE} |L['\u2019]){WHOSE}(\w+)(?! (?:of|for|on|de|des|du|del|für|der)\b)")


def _by_noun(name: str, plain: str) -> bool:
    """Whether a sentence opens with the organisation called by the kind of body that it is."""
    match = BY_NOUN.match(plain)
    return match is not None and match[1].lower() == own_body(name).lower()


@lru_cache(maxsize=64)
def own_body(organisation: str) -> str:
    """The kind of body that an organisation is, with its capital: Council; empty when its name does not say. It is the
    last word before `of`, `for` or a bracket, or the first: the Local Government Committee is a committee, and a Trust
    Encyclopedia is no trust.
    """
    words: list[str] = re.findall(r"[^\W\d_]+", OF_WHAT.split(organisation, maxsplit=1)[0])
    return next((w for w in (*words[-1:], *words[:1]) if w[0].isupper() and w.lower() in BODIES), "")


OF_WHAT = regex(r" (?:(?:of|for|on|de|des|du|del|da|do|für|der) |\()|[,;:/]")


RECOMMENDING = ("recommendations", "recommendation")


def _recommended(utterance: Utterance, lang: str) -> bool:
    return utterance.role in RECOMMENDING and _instructs(utterance, lang)


def _instructs(utterance: Utterance, lang: str) -> bool:
    return bool(instruction(utterance.plain, lang))


def _advised(utterance: Utterance, lang: str) -> bool:
    """A recommendation that does nothing but say what to do, whatever verb it has."""
    return utterance.role in RECOMMENDING and advises(utterance.plain, lang)


BY_WHEN: Mapping[str, str] = {
    "en": r"(?:by|before|until|from)(?: (?:the )?(?:end|start|middle|spring|summer|autumn|winter)(?: of)?)?",
    "de": r"(?:bis|ab|vor)(?: zum)?(?: (?:ende|anfang|mitte))?",
    "fr": r"(?:d['\u2019]ici|avant|dès|à partir de|jusqu['\u2019]en)(?: (?:la )?fin| début| mi)?",
    "es": r"(?:antes de(?:l)?|desde|a partir de|hasta|para)(?: (?:finales|principios|mediados) de)?",
    "pt": r"(?:até|antes de|desde|a partir de)(?: (?:ao )?(?:fim|final|início|meados) de)?",
}
"""What stands before the time by which something is asked for."""


def _planned(utterance: Utterance, lang: str) -> bool:
    """A recommendation that says by when, as those do that name who acts and what: the council sets up a team."""
    words = BY_WHEN.get(primary(lang)) if utterance.role in RECOMMENDING else None
    return bool(words) and compiled(rf"(?i)\b{words} {TIME}").search(utterance.plain) is not None


TIME = r"(?:\d{1,2}(?:\.|er|º)? (?:de )?)?(?:[^\W\d_]{3,10} (?:del? )?)?20\d\d\b"


def _proposed(utterance: Utterance, lang: str) -> bool:
    if utterance.role not in ("options", "option"):
        return False
    return bool(find_words("hedge", utterance.plain, lang) or find_words("future", utterance.plain, lang))


WEIGHS: Mapping[str, str] = {
    "en": r"(?:counts?|weighs?|matters?|is given) (?:the )?(?:most|more|less|least|first|twice"
    r"|double|as much)"
    r"|comes? (?:first|last|next|before)|outweighs?|carr(?:y|ies) (?:the )?(?:most|more|less|least)",
    "de": r"(?:zählt|zählen|wiegt|wiegen|gilt) (?:am|mehr|weniger|zuerst|doppelt|stärker)|(?:kommt|steht) (?:zuerst"
    r"|vor|an erster)",
    "fr": r"(?:compte|comptent|pèse|pèsent|prime|priment|importe) (?:le plus|plus|moins|avant|sur|d['’]abord|double)"
    r"|(?:vient|passe) (?:en premier|d['’]abord|avant)",
    "es": r"(?:cuentan?|pesan?|importan?|priman?) (?:más|menos|sobre|ante|el doble)|(?:va|viene) (?:primero|antes)",
    "pt": r"(?:contam?|pesam?|importam?) (?:mais|menos|o dobro)|(?:vem|está) (?:primeiro|antes|em primeiro)",
}
"""What the authors say of their criteria: how much each of them counts."""


def _weighed(utterance: Utterance, lang: str) -> bool:
    """A section of criteria says how much one of them counts."""
    words = WEIGHS.get(primary(lang)) if utterance.role == "criteria" else None
    return bool(words) and compiled(rf"(?i)\b(?:{words})\b").search(utterance.plain) is not None


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
    Gate("own-name", "the organisation reports on itself", _own_name),
    Gate("own-source", "the organisation names its own data", _own_source, opened_by=("quotation",)),
    Gate("own-voice", "somebody of the organisation says it", _own_voice),
    Gate("made-by", "it tells who made the text", _made_by),
    Gate("imprint", "it tells how the text was made or paid for", "made", opened_by=("quotation",)),
    Gate("declared", "it declares the authors' interests", is_declared),
    Gate("source-line", "it names the sources of what is shown", "beneath"),
    Gate("bare-note", "a note says what a figure holds", is_bare_note, opened_by=ASSERTING, placed=True),
    Gate("typed-caption", "a caption only names what is shown", _typed_caption, needs="shown"),
    Gate("recommended", "a recommendation tells what to do", _recommended, opened_by=TOLD, placed=True),
    Gate(
        "advised",
        "a recommendation says what should be done",
        _advised,
        opened_by=("quotation", "vague-source"),
        placed=True,
    ),
    Gate("planned", "a recommendation says by when", _planned, opened_by=(*TOLD, *LAID_DOWN), placed=True),
    Gate("proposed", "an option tells what would be done", _proposed, opened_by=(*TOLD, *FACTUAL), placed=True),
    Gate("option", "it tells of one of the options", "option", opened_by=SAID),
    Gate("sketched", "an option is only named", is_sketch, opened_by=(*SAID, "superlative"), placed=True),
    Gate(
        "criterion", "a criterion says what is asked", is_criterion, opened_by=(*SAID, "percent", "money"), placed=True
    ),
    Gate("weighed", "the authors say how much a criterion counts", _weighed, opened_by=(*TOLD, *FACTUAL), placed=True),
    Gate("units", "the text says in what its figures are given", "units", opened_by=("percent", "quotation")),
    Gate("normative", "it says what ought to be", "normative", opened_by=TOLD),
    Gate("called-for", "it calls on somebody to act", "called-for", opened_by=BINDING),
    Gate("instruction", "it tells the reader what to do", _instructs, opened_by=FACTUAL[:-1]),
    Gate("imagined", "it asks the reader to imagine", "rhetoric-case", opened_by=TOLD),
    Gate("supposed", "it goes on with a case that is only supposed", _supposed, opened_by=SAID),
    Gate("signpost", "it speaks of the text itself", "signpost", opened_by=FACTUAL),
    Gate("of-text", "it says what the text does", says_what_text_does, opened_by=("percent", "money", "quotation")),
    Gate("lead-in", "it only leads in what follows", _lead_in, opened_by=TELLING),
    Gate("opinion", "an opinion is marked as one", "opinion", opened_by=FACTUAL),
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
ANYWHERE = tuple((place, shuts) for place, shuts in BY_FUNCTION if not GATES[place].placed)
"""The gates that look otherwise, with their places; those that need a pattern as well; and those of the first that
need no special place in the text.
"""


def shut_gates(utterance: Utterance, lang: str) -> tuple[Gate, ...]:
    """The gates that would shut for an utterance, whatever its signs."""
    found = find_all_words(utterance.plain, lang)
    shut = [PATTERNED[name] for name in PATTERNED.keys() & found.keys()]
    shut += [place for place, shuts, needs in AT_WORDS if needs in found and shuts(utterance, lang)]
    for place, shuts in BY_FUNCTION if utterance.role or utterance.kind != "paragraph" else ANYWHERE:
        if shuts(utterance, lang):
            shut.append(place)
    return tuple([GATES[place] for place in sorted(shut)]) if shut else ()


def find_gate(shut: Iterable[Gate], signs: Collection[str]) -> Gate | None:
    """The first of the gates that these signs do not open again."""
    found = set(signs)
    return next((gate for gate in shut if not found.intersection(gate.opened_by)), None)
