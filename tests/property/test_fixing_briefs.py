"""Generated briefs are fixed: a second time changes nothing, no error is new, and no word of a sentence is another."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit.model import Finding
from briefkit.pandoc import Worker
from briefkit.pipeline.fixing import ROUNDS, Texts, make_edits
from briefkit.text import WORD
from tests.building import check_text, make_brief

BRIEF = "brief.md"
BIB = """
@misc{smith2021, author = {{Office}}, title = {Water}, date = {2021}, howpublished = {x}}
@misc{Ek:2020, author = {{Bureau}}, title = {Land}, date = {2020}, howpublished = {x}}
"""
CITATIONS = st.sampled_from(("@smith2021", "@Smith2021", "@ek:2020", "@{SMITH2021}", "@smith2021, p. 3", "see @Ek:2020",
                             "-@smith2021", "@smth2021", "@nobody"))  # fmt: skip
GROUPS = st.lists(CITATIONS, min_size=1, max_size=4).flatmap(
    lambda keys: st.sampled_from(("; ", ";", ";\n", " ; ")).map(lambda between: f"[{between.join(keys)}]")
)
WORDS = st.sampled_from(
    ("Prices rose 12%", "*Wages* fell", "He said \u201cno.\u201d", "Is it so", "It was (so)", "No. 5 et al")
)
STOPS = st.sampled_from((". ", ".", ".\n", "? ", "! ", ".\u201d ", ".* ", " ", "... "))
SENTENCES = st.builds(
    lambda words, stop, groups, more: f"{words}{stop}{' '.join(groups)}{more}",
    WORDS,
    STOPS,
    st.lists(GROUPS, max_size=2),
    st.sampled_from(("", ".", " And @Smith2021 says so.", " ![a @SMITH2021](b.png)")),
)
# fmt: off
WRAPPERS = st.sampled_from((
    "{}", "- {}", "> {}", "# {}", "{}[^1]\n\n[^1]: {}", "| a |\n|---|\n| {} |", "`{}`", "<!-- {} -->",
    "[{}]{{.opinion}}", "{}\n\n: T {{source=\"@Smith2021; @smith2021\"}}",
))
# fmt: on
PARAGRAPHS = st.builds(
    lambda wrap, text: wrap.replace("{}", text).replace("{{", "{").replace("}}", "}"), WRAPPERS, SENTENCES
)
HEADS = st.sampled_from(
    (
        "",
        "---\ntitle: T\nsummary: 'It rose [@Smith2021; @Smith2021].'\n---\n\n",
        "---\nsummary: >\n  A\n  b. [@Smith2021]\n---\n\n",
    )
)


def write(head: str, parts: list[str]) -> str:
    """A brief of these parts, the note of each with a name of its own."""
    return head + "\n\n".join(part.replace("^1", f"^{number}") for number, part in enumerate(parts)) + "\n"


TEXTS = st.builds(write, HEADS, st.lists(PARAGRAPHS, min_size=1, max_size=4))


def citation_findings(text: str, pandoc: Worker) -> tuple[Finding, ...]:
    return tuple(f for f in check_text(text, pandoc, BIB) if f.place.path == BRIEF)


def fix_brief(text: str, pandoc: Worker, unsafe: bool) -> str:
    texts = Texts({BRIEF: text.encode()})
    for _ in range(ROUNDS):
        found = citation_findings(texts.read(BRIEF).decode(), pandoc)
        if not make_edits(texts, [f for f in found if f.fix and (f.fix.safe or unsafe)]):
            break
    return texts.read(BRIEF).decode()


def words_of(text: str, pandoc: Worker) -> list[str]:
    """The words of all sentences, without those of citations."""
    return [word for sentence in make_brief(text, pandoc).sentences for word in WORD.findall(sentence.plain)]


@given(TEXTS, st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_fixing_a_brief_keeps_its_words_and_ends(pandoc: Worker, text: str, unsafe: bool) -> None:
    fixed = fix_brief(text, pandoc, unsafe)
    assert fix_brief(fixed, pandoc, unsafe) == fixed
    assert words_of(fixed, pandoc) == words_of(text, pandoc)
    errors = {(f.code, f.subject) for f in citation_findings(text, pandoc) if f.severity.label == "error"}
    new = {(f.code, f.subject) for f in citation_findings(fixed, pandoc) if f.severity.label == "error"}
    assert new <= errors
    left = {f.code for f in citation_findings(fixed, pandoc) if f.fix and f.fix.safe}
    assert not left
