"""What was seen in a sentence in, the cases out in which readers ask for a source sooner than its words alone tell.

A case has no weight: it says nothing of whether a sentence is a claim, only from which score on one is told surely
(`cases` in `trained.py`). So it is looked for only where it could change the verdict. The cases are English, and hold
for nothing that the authors say of themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefkit.claims.features import Seen, names_own, names_word
from briefkit.model import EMPTY, Utterance
from briefkit.patterns import regex
from briefkit.text import primary
from briefkit.values import Value


class Case(Value):
    """A case: `holds` decides, `reason` says it in a reader's words. No sentence with a sign of `unlike` is in it."""

    name: str
    reason: str
    holds: Callable[[Seen], bool]
    unlike: frozenset[str]


# --- who, and what is said or done --------------------------------------------------------------

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'\u2019&./-]*"
_LINK = r"(?:of|for|and|on|in|de|du|del|des|van|von|&)(?: the)?"
_MORE = rf"(?: (?:{_LINK} )?{_CAPITAL}){{0,8}}"
_SHORT = r"[A-Z][a-z]*[A-Z0-9][\w&/-]*"
_PROPER = (
    rf"(?:(?:[Tt]he |[A-Z]\w+ )?{_SHORT}{_MORE}|[Tt]he {_CAPITAL}{_MORE}|{_CAPITAL} (?:{_LINK} )?{_CAPITAL}{_MORE})"
)
"""A name that cannot be a word with the capital of a sentence: OBR, AB1305, the Ministry, Office for Wells."""

_ALONE = (
    r"(?!(?:The|An?|As|At|By|For|From|In|Of|On|Or|To|Under|With|Also|All|Both|But|Each|He|Her|Here|His|How|If|It"
    r"|Its|Many|More|Most|My|New|No|None|Not|Now|Once|One|Others?|Our|She|Since|So|Some|Staff|Still|Such|That|Their|Then"
    rf"|There|These|They|This|Those|Thus|We|What|When|Where|Which|While|Who|Why|Yet|You|[A-Z]\w*ly)\b){_CAPITAL}"
)
"""A word with a capital that may be a name where somebody says something: Bloomberg reports."""

_BEHIND = (
    r"(?:['\u2019]s? (?:[a-z-]+ ){0,2}[a-z-]+)?(?: \([^()]{2,40}\))?"
    r"(?:, [^,;:]{3,70},| and (?:others|(?:his |her )?colleagues))?"
)
_ADVERBS = (
    r"(?: (?:also|now|still|further|recently|consistently|often|repeatedly|already|currently|only"
    r"|then|has|have|had|explicitly|rightly))*"
)
_FIRST = r"(?:[A-Z][^,;:.]{1,60}, |(?:But|And|Yet|However|While|Although|Though) )?"
"""What may stand before the subject, behind it, and before its verb."""

_SAID = (
    r"noted|projected|estimated|reported|found|argued|attributed|said|claimed|asserted|expected|predicted"
    r"|concluded|warned|highlighted|pointed (?:out|to)|acknowledged|explained|recommended|stated|announced"
    r"|observed|stressed|suggested|showed|shown|revealed|calculated|identified|documented|believed|considered"
    r"|described|indicated|demonstrated|confirmed|assessed|recogni[sz]ed|cautioned|critici[sz]ed|called for"
    r"|proposed|promised|pledged|examined|linked|questioned|put it"
)
_SAYS = (
    r"finds|argues|attributes|says|asserts|expects|predicts|concludes|warns|highlights|points (?:out|to)"
    r"|acknowledges|explains|recommends|states|announces|observes|stresses|suggests|shows|reveals|calculates"
    r"|identifies|believes|considers|describes|indicates|demonstrates|confirms|assesses|recogni[sz]es|cautions"
    r"|critici[sz]es|calls for|proposes|promises|pledges|notes that|reports that|claims that|links"
)
_SAY = (
    r"find|argue|say|assert|believe|suggest|show|conclude|warn|point (?:out|to)|indicate|agree|disagree|highlight"
    r"|estimate|claim|report|note|predict|confirm|demonstrate|reveal|link"
)
_OR_THINGS = r"notes|reports|projects|estimates|claims|forecasts|documents"
"""Verbs that give what their subject says or found; the last are also things, and verbs where an object follows."""

NAMED_SAYS = regex(
    rf"{_FIRST}(?:{_PROPER}|{_ALONE}){_BEHIND}{_ADVERBS}"
    rf" (?:(?:{_SAID}|{_SAYS})\b|(?:{_OR_THINGS})(?= (?:the|that|an?|this)\b))"
    rf"|{_FIRST}{_PROPER}{_BEHIND}{_ADVERBS} (?:{_OR_THINGS})(?= (?:these|revenue|[a-z]+ (?:that|will|would|of))\b)"
)
"""Somebody with a name says or finds: the OBR projects revenue of, Finance Minister Ana Okoro announced."""

_WORK = (
    r"(?:study|studies|surveys?|analys[ie]s|research|evaluations?|papers?|work|reviews?|polls?|models|experiments?"
    r"|trials?|audits?|investigations?|researchers?|authors|scholars?|economists?|scientists?|experts?|analysts?"
    r"|observers?|critics?|officials?|proponents|opponents|supporters|advocates|commentators|evidence|scholarship"
    r"|literature)"
)
_OTHER = (
    r"(?i:an?|one|another|two|three|four|several|some|many|most|recent|previous|earlier|other|older|newer|past"
    r"|prior|the same|more recent|subsequent|existing)|[A-Z]{2,6}|[A-Z]\w+ and \w+"
)
_PEOPLE_WHO_SAY = (
    r"Researchers|Economists|Experts|Critics|Proponents|Opponents|Supporters|Analysts|Scholars|Scientists"
    r"|Advocates"
)
WORK_SAYS = regex(
    rf"{_FIRST}(?:(?:{_OTHER}) (?:[\w'\u2019-]+ ){{0,5}}?{_WORK}"
    rf"|(?:Studies|Research|Officials|Evaluations|Evidence|Data|{_PEOPLE_WHO_SAY}) (?:from|by|of|on|in|at|conducted by)"
    rf" [\w ,'\u2019-]{{3,70}}|{_PEOPLE_WHO_SAY}|The (?:researchers|economists|scientists|union))"
    r"(?: (?:of|on|by|from|in|at|that|which|using|utili[sz]ing|conducted|published|with|for|to|into|who)"
    r" [^.;:]{2,110}?)?"
    rf"{_ADVERBS},? (?:{_SAID}|{_SAYS}|{_SAY})\b"
)
"""A work of others says or finds, or those who study or argue: a recent survey of farmers shows, proponents assert."""

_NO_DEED = (
    r"is|has|was|does|as|its|this|his|us|plus|across|towards|thus|besides|sometimes|regardless|nonetheless|always"
    r"|perhaps|various|previous|less|series|news|basis|status|process|access|analysis|crisis|species|means|needs|welcomes|looks|faces|hopes|wants|deserves"
    r"|remains|seems|appears|counts|becomes|sits|stands|lies|aims|continues|works|focuses|supports"
)
_DOES = (
    rf"(?:(?!(?:{_NO_DEED})\b)[a-z]{{2,}}[a-z]s|(?:do|does|did|is|are|was|were) not [a-z]+|did|gave|set|built|took"
    r"|made|led|cut|put|runs?|began|became)"
)
NAMED_DOES = regex(rf"{_FIRST}{_PROPER}{_BEHIND}{_ADVERBS} {_DOES} (?!(?:is|are|was|were|of|for|in|by|and|or)\b)")
"""A body, a programme or a law with a name does something: AB1305 establishes, the Board does not publish."""

_MEASURE = (
    r"(?:polic(?:y|ies)|schemes?|program(?:me)?s?|laws?|acts?|bills?|rules?|regulations?|directives?|measures?"
    r"|payments?|benefits?|credits?|tax(?:es)?|lev(?:y|ies)|charges?|surcharges?|fees?|funds?|amendments?"
    r"|ordinances?|agreements?|treat(?:y|ies)|reforms?|budgets?|plans?|grants?|subsid(?:y|ies)|allowances?"
    r"|eligibility|statutes?|revenue|freeze|cap|ban|quota|standards?|protocols?|court|council|ministry|department"
    r"|agency|commission|board|parliament|congress|state|province|county|government|authority|authorities)"
)
MEASURE_DOES = regex(
    r"(?:The|This|That|Its|Their|These|Those|Current|New|Both|Under (?:the|this) [\w' -]{3,40},)"
    rf" (?:[\w'\u2019-]+ ){{0,3}}?{_MEASURE}(?: (?:of|for|on|in|to) (?:the )?[\w'\u2019-]+(?: [\w'\u2019-]+){{0,2}})?"
    rf"{_ADVERBS} (?:(?!(?:{_NO_DEED})\b)[a-z]{{2,}}[a-z]s|is currently|did|does not|do not|includes?)\b"
)
"""The same of one that is called by what it is: the levy applies to, the board does not publish."""


def _first_words(*verbs: str) -> Iterator[str]:
    """What each of some verbs begins with, `recogni[sz]ed` with either letter."""
    for verb in "|".join(verbs).split("|"):
        first = verb.split(" ")[0]
        yield from filter(str.isalpha, {first.replace("[sz]", letter) for letter in "sz"})


SAYING = frozenset(_first_words(_SAID, _SAYS, _SAY, _OR_THINGS))
"""Of these a word is in every sentence that gives what somebody says or finds."""

# --- what a sentence is not ----------------------------------------------------------------------

SPEAKS = frozenset({"thought", "opinion", "imperative", "first-person"})
"""Signs that the author speaks, whoever is named."""

JUDGES = SPEAKS | {"evaluation", "normative"}
"""Signs that somebody judges, or tells what ought to be: the author, but where others are said to."""

GENERAL = JUDGES | frozenset(
    "effect ability hedge importance obligation conditional bookkeeping future purpose reader rhetoric signpost"
    " recommending study-talk".split()
)
"""Signs that a sentence speaks of what is so in general, what could be, or of the text."""

TELLS = frozenset(
    "past was perfect ongoing existence event date number-word money percent figure law provision programme promise"
    " attribution cause".split()
)
"""Signs that a sentence tells one thing that can be looked up."""

PAST = frozenset({"was", "perfect"})

OF_OURS = regex(
    r"\b(?i:our|we|this (?:report|study|paper|brief|analysis|survey|review|article))\b|^(?:The|This) (?:first "
    r"|new |latest )?(?:[A-Z]\w+ )?(?:[Rr]eport|[Bb]rief|[Pp]aper|[Ss]tudy|[Rr]esults|[Ff]indings|[Dd]ata"
    r"|[Ss]urvey|[Aa]nalysis|[Aa]udit)s?\b"
)
"""What may be the text itself, or the work of its authors."""


REMARK = regex(r"(?:This|That|These|Those|It|They) (?:[\w-]+ ){0,2}?(?:is|are)\b")
"""How a sentence opens that says of what was told what the author makes of it."""


# --- the cases -------------------------------------------------------------------------------------


def _others(seen: Seen) -> bool:
    """What a law or a body does is often what the authors reckon that it does, where they report what they did."""
    text = seen.utterance.plain
    if not SAYING.isdisjoint(seen.words) and (NAMED_SAYS.match(text) or WORK_SAYS.match(text)):
        return True
    if not JUDGES.isdisjoint(seen.signs) or _among_own_work(seen):
        return False
    return NAMED_DOES.match(text) is not None or MEASURE_DOES.match(text) is not None


def _particular(seen: Seen) -> bool:
    """Figures among reports of own work are often the authors' own, whoever is named."""
    own_figure = seen.kind == "statistic" and seen.utterance.context.get("near", "") != NO_OWN
    told = "name" in seen.signs and not TELLS.isdisjoint(seen.signs)
    return told and not own_figure and not _among_own_work(seen) and REMARK.match(seen.utterance.plain) is None


def _past(seen: Seen) -> bool:
    near = seen.utterance.context.get("near", "")
    return near == NO_OWN and not PAST.isdisjoint(seen.signs) and not _among_own_work(seen)


def _among_own_work(seen: Seen) -> bool:
    """Whether a sentence stands where authors tell of their own, and not in the background of it: there, what is told
    is mostly theirs, and names are where they measured.
    """
    context = seen.utterance.context
    data = context.get("data", "")
    return data != "background" and (bool(data) or context.get("near", "") in MUCH_OWN)


NO_OWN = "no own work"
MUCH_OWN = ("own work", "much own work")
"""How much the sentences around one report of what their authors did."""

CASES: tuple[Case, ...] = (
    Case("others", "it tells what somebody else says, finds or does", _others, SPEAKS),
    Case("particular", "it tells one thing of something that has a name", _particular, GENERAL),
    Case("past", "it tells what was or has been, and nobody reports own work around it", _past, GENERAL),
)

BY_NAME: Mapping[str, Case] = {f"case:{case.name}": case for case in CASES}


def find_cases(seen: Seen, score: float = 1.0, thresholds: Mapping[str, float] = EMPTY) -> list[str]:
    """The names of the cases that a sentence is in (`case:others`): of those that have a threshold, which the score
    reaches.
    """
    if primary(seen.lang) != "en":
        return []
    signs = seen.signs.keys()
    found = [
        name
        for name, case in BY_NAME.items()
        if score >= thresholds.get(name, 0.0) and case.unlike.isdisjoint(signs) and case.holds(seen)
    ]
    return found if found and not _of_ours(seen.utterance) else []


def _of_ours(utterance: Utterance) -> bool:
    text = utterance.plain
    if names_own(utterance) or names_word(text, utterance.context.get("organisation", "")):
        return True
    return OF_OURS.search(text) is not None
