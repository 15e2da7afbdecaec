"""The running text is harder to read than nearly all published policy writing.

## What it does
Measures the LIX of the running text, that is the average number of words in a sentence and the percentage of words with
more than six letters, added. Remarks once, at the hardest section, when there are 100 words or more and the figure is
above 70. `briefkit outline` shows the figure for every brief.

## Why it matters
Those who decide read fast, late and little. On the scale of C.-H. Björnsson, who devised LIX in 1968, below 30 is very
easy, below 40 easy, below 50 medium, below 60 hard, and what is above very hard. Analyses of think tanks and courts of
audit that we measured have 50 to 70; what is above stands out even among them.

## Example
    Notwithstanding considerable administrative complications, municipal infrastructure authorities increasingly
    acknowledge fundamental organisational shortcomings regarding maintenance responsibilities, procurement procedures,
    financial accountability and professional qualifications, particularly concerning agricultural communities whose
    participatory involvement remains substantially underdeveloped notwithstanding repeated international
    recommendations. Comprehensive institutional restructuring consequently necessitates simultaneous consideration of
    intergovernmental transfers, regulatory harmonisation, environmental sustainability, technological modernisation
    and professional development opportunities throughout peripheral territories. Furthermore, contemporary evaluation
    methodologies systematically underestimate implementation constraints, because representative stakeholders
    infrequently participate throughout preliminary consultations concerning infrastructure investment prioritisation.
    Municipal infrastructure authorities increasingly acknowledge fundamental organisational shortcomings regarding
    maintenance responsibilities, procurement procedures, financial accountability and professional qualifications.
    Comprehensive institutional restructuring consequently necessitates simultaneous consideration of environmental
    sustainability throughout peripheral agricultural territories.

## Instead
    Towns know that nobody is in charge of the pumps. They buy late, keep poor books and train too few people. Villages
    are asked last.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model import Place, Severity
from briefkit.parse.lengths import Length, grade, lix
from briefkit.rules.base import Case, Hit

CODE = "DOC826"
SEVERITY = Severity.INFO

BAR = 70


def check(case: Case) -> Iterator[Hit]:
    """A hit for a brief that is too hard."""
    figure = lix(case.lengths)
    if figure is not None and figure > BAR:
        words = sum(length.words for length in case.lengths)
        sentences = sum(length.words > 0 for length in case.lengths)
        long = 100 * sum(length.long for length in case.lengths) / words
        made_of = f"{words / sentences:.0f} words in a sentence, {long:.0f}% of them long"
        message = f"The text is {grade(figure)} to read: its LIX is {figure:.0f} ({made_of})"
        hint = "shorten sentences, and say it in everyday words; begin here"
        yield Hit(_hardest(case), message, hint, subject=case.brief.front.title)


def _hardest(case: Case) -> Place:
    """The place of the heading of the section with the highest figure, of the first sentence without such a section."""
    sections: dict[int, list[Length]] = {}
    for length in case.lengths:
        sections.setdefault(length.section, []).append(length)
    hardest = max(sections, key=lambda number: lix(sections[number]) or 0)
    return case.brief.sections[hardest].place if hardest >= 0 else case.lengths[0].sentence.place
