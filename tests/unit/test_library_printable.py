"""The fields of a source stand where styles look for them, whatever its type has them in."""

from __future__ import annotations

import pytest

from briefkit.library import read_library
from briefkit.library.printable import as_printable


def printable(entry: str) -> str:
    """An entry of few words as it is printed, in few words."""
    (source,) = read_library([("a.bib", entry)]).sources.values()
    made = as_printable(source)
    return " | ".join((made.type, *(f"{name}: {field.value}" for name, field in made.fields.items())))


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        ("@misc{a, journal = {The Herald}, month = 5}", "article | journal: The Herald | month: 5"),
        ("@misc{a, journal = {J}, howpublished = {A talk}}", "misc | journal: J | howpublished: A talk"),
        (
            "@misc{a, journal = {J}, howpublished = {https://a.org/x}}",
            "article | journal: J | howpublished: https://a.org/x",
        ),
        ("@misc{a, booktitle = {A site}}", "article | journaltitle: A site"),
        ("@misc{a, booktitle = {https://a.org/x}}", "misc | url: https://a.org/x"),
        ("@article{a, booktitle = {J}, volume = 3}", "article | journaltitle: J | volume: 3"),
        ("@article{a, publisher = {P}}", "book | publisher: P"),
        ("@article{a, institution = {P}}", "misc | institution: P"),
        ("@article{a, publisher = {P}, volume = 3}", "article | publisher: P | volume: 3"),
        ("@article{a, title = {T}}", "article | title: T"),
        ("@book{a, booktitle = {J}}", "book | booktitle: J"),
        ("@phdthesis{a, journal = {Water}, school = {U}}", "phdthesis | school: U"),
        ("@thesis{a, journaltitle = {Water}, title = {T}}", "thesis | title: T"),
        ("@article{a, journal = {J}, pages = {---}}", "article | journal: J"),
        ('@book{a, publisher = {" O\'Neil Media, Inc."}}', "book | publisher: O'Neil Media, Inc."),
        ('@book{a, publisher = {The "Old" Press}}', 'book | publisher: The "Old" Press'),
        ("@unpublished{a, note = {A talk in Nairobi}}", "unpublished | howpublished: A talk in Nairobi"),
    ],
)
def test_what_stands_in_a_journal_is_an_article(entry: str, printed: str) -> None:
    assert printable(entry) == printed


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        ("@book{a, series = {S}, volume = 17, year = 2019}", "book | series: S | number: 17 | year: 2019"),
        ("@inproceedings{a, series = {S}, volume = 17}", "inproceedings | series: S | number: 17"),
        ("@book{a, series = {S}, volume = 17, number = 2}", "book | series: S | volume: 17 | number: 2"),
        ("@book{a, series = {S}, volume = 17, date = {2019}}", "book | series: S | volume: 17 | date: 2019"),
        ("@book{a, volume = 3, note = {Series Title: S}}", "book | number: 3 | note: Series Title: S | series: S"),
        ("@book{a, series = {T}, note = {Series Title: S}}", "book | series: T | note: Series Title: S"),
        (
            "@article{a, journal = {Neural Networks, IEEE Transactions on}, volume = 2}",
            "article | journal: IEEE Transactions on Neural Networks | volume: 2",
        ),
        (
            "@misc{a, publisher = {Google Patents}, note = {US Patent 5,123,456}}",
            "misc | howpublished: US Patent 5,123,456",
        ),
        ("@techreport{a, journal = {Working paper}, number = 3}", "techreport | type: Working paper | number: 3"),
        ("@techreport{a, journal = {S}, type = {Note}}", "techreport | series: S | type: Note"),
        ("@techreport{a, journal = {J}, pages = {1--3}}", "article | journal: J | pages: 1--3"),
    ],
)
def test_a_series_has_its_number_and_a_report_its_kind(entry: str, printed: str) -> None:
    assert printable(entry) == printed


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (
            "@book{a, publisher = {OECD}, organization = {{OECD}}, school = {NEA}}",
            "book | publisher: OECD | school: NEA",
        ),
        ("@misc{a, doi = {none}}", "misc"),
        (
            "@misc{a, eprint = {0501328}, archiveprefix = {arXiv}, primaryclass = {math.AG}}",
            "misc | eprint: math/0501328 | archiveprefix: arXiv | primaryclass: math.AG",
        ),
        ("@misc{a, doi = {https://a.org/x}}", "misc | url: https://a.org/x"),
        ("@misc{a, doi = {https://a.org/x}, url = {https://b.org}}", "misc | url: https://b.org"),
        (
            "@misc{a, note = {Published at \\url{https://a.org/x}, read in May}}",
            "misc | note: Published at \\url{https://a.org/x}, read in May | url: https://a.org/x",
        ),
        ("@misc{a, note = {See https://a.org}, doi = {10.1000/x}}", "misc | note: See https://a.org | doi: 10.1000/x"),
        ("@misc{a, eprint = {arXiv:2010.09036}}", "misc | eprint: 2010.09036 | eprinttype: arxiv"),
        (
            "@misc{a, eprint = {arXiv:2010.09036v2}, archiveprefix = {arXiv}}",
            "misc | eprint: 2010.09036v2 | archiveprefix: arXiv",
        ),
        (
            "@misc{a, eprint = {http://a.org/x}, eprinttype = {arxiv}}",
            "misc | eprint: http://a.org/x | eprinttype: arxiv",
        ),
        ("@misc{a, eprint = {9783161484100}, archiveprefix = {arXiv}}", "misc | archiveprefix: arXiv"),
        ("@misc{a, url = {https://a.org/x{\\%}5Cnhttps://b.org}}", "misc | url: https://a.org/x"),
        ("@misc{a, url = {At \\url{https://a.org/x}, free}}", "misc | url: https://a.org/x"),
        ("@misc{a, url = {\\url{https://a.org/x}}}", "misc | url: \\url{https://a.org/x}"),
        ("@article{a, journal = {;}, volume = 1}", "article | volume: 1"),
        ("@misc{a, url = {/x/1 /x/1?a=b https://a.org/x; http://b.org}}", "misc | url: https://a.org/x"),
        ("@misc{a, url = {https://a.org/x- y/z}}", "misc | url: https://a.org/x- y/z"),
        ("@misc{a, url = {https://a.org/x /y/z}}", "misc | url: https://a.org/x /y/z"),
        ("@misc{a, doi = {https://doi.org/10.1000/x}}", "misc | doi: https://doi.org/10.1000/x"),
        ("@misc{a, volume = {https://a.org/x}, type = {10.1000/x}}", "misc | url: https://a.org/x"),
    ],
)
def test_nothing_stands_twice_or_leads_nowhere(entry: str, printed: str) -> None:
    assert printable(entry) == printed


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (
            "@legislation{a, journaltitle = {OJ}, series = {L}, issue = 9}",
            "legislation | journaltitle: OJ L | volume: 9",
        ),
        ("@legislation{a, journaltitle = {OJ L}, series = {L}}", "legislation | journaltitle: OJ L"),
        ("@jurisdiction{a, institution = {A court}, publisher = {P}}", "jurisdiction | institution: A court"),
    ],
)
def test_a_gazette_has_its_series_and_a_judgment_its_court(entry: str, printed: str) -> None:
    assert printable(entry) == printed


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        ("@manual{a, note = {R package version 1.9-2}, url = {b}}", "manual | url: b | version: 1.9-2"),
        ("@misc{a, note = {Working paper}}", "misc | howpublished: Working paper"),
        ("@misc{a, note = {Working paper}, url = {b}}", "misc | note: Working paper | url: b"),
        ("@book{a, note = {Working paper}}", "book | note: Working paper"),
        ("@inbook{a, title = {B}, chapter = {On wells}}", "incollection | booktitle: B | title: On wells"),
        ("@inbook{a, title = {B}, chapter = {Chapter 12}}", "inbook | title: B | chapter: Chapter 12"),
        ("@inbook{a, title = {B}, chapter = {LXXXVIII}}", "inbook | title: B | chapter: LXXXVIII"),
        ("@book{a, edition = {Second}}", "book | edition: 2"),
        ("@book{a, edition = {3.}}", "book | edition: 3"),
        ("@book{a, edition = {4th edition}}", "book | edition: 4"),
        ("@book{a, edition = {Second, revised}}", "book | edition: Second, revised"),
        ("@article{a, journal = {X}, edition = {Late edition}}", "article | journal: X | edition: Late"),
        (
            "@article{a, journal = {The Encyclopedia of X}, edition = {Fall 2020}}",
            "inreference | booktitle: The Encyclopedia of X | edition: Fall 2020",
        ),
    ],
)
def test_a_note_a_chapter_and_an_edition_are_printed(entry: str, printed: str) -> None:
    assert printable(entry) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("In Proceedings of the Pump Days", "Proceedings of the Pump Days"),
        ("In the 3rd Annual IEEE Pump Days", "3rd Annual IEEE Pump Days"),
        ("In PUMPS", "PUMPS"),
        ("In Search of Water", "In Search of Water"),
    ],
)
def test_proceedings_lose_the_word_that_styles_print(typed: str, printed: str) -> None:
    assert printable(f"@incollection{{a, booktitle = {{{typed}}}}}") == f"incollection | booktitle: {printed}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("https://pumps.example/wells-\n\tand/ropes", "https://pumps.example/wells-and/ropes"),
        ("https://pumps.example/wells\n  ?rope=1", "https://pumps.example/wells?rope=1"),
        ("https://pumps.example/wells\nropes", "https://pumps.example/wells\nropes"),
        ("https://pumps.example/a- b", "https://pumps.example/a- b"),
    ],
)
def test_an_address_that_a_line_end_broke_is_whole(typed: str, printed: str) -> None:
    assert printable(f"@online{{a, url = {{{typed}}}}}") == f"online | url: {printed}"


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        ("@article{a, journal = {J}, number = {May}}", "article | journal: J | month: May"),
        ("@article{a, journal = {J}, number = {May}, month = 5}", "article | journal: J | month: 5"),
        ("@article{a, journal = {J}, number = {5}}", "article | journal: J | number: 5"),
        ("@report{a, number = {May}}", "report | number: May"),
    ],
)
def test_the_month_that_stands_as_a_number_is_printed_as_a_month(entry: str, printed: str) -> None:
    assert printable(entry) == printed
