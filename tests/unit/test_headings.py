"""Headings in the words of each language in, roles out: headings.md is the table of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from briefkit.pandoc import Worker
from briefkit.parse.heading_words import HEADINGS
from briefkit.parse.roles import find_role, find_roles
from tests.building import make_brief

LEAST = 2 / 3
"""How many headings each of our five languages knows, as a share of what English knows."""


def read_table() -> tuple[tuple[str, str, str], ...]:
    """The language, the role and the text of each heading of the table."""
    text = (Path(__file__).parent / "headings.md").read_text("utf-8")
    head, _, *rows = [[c.strip() for c in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    cells = [(lang, row[0], cell) for row in rows for lang, cell in zip(head[1:], row[1:], strict=True)]
    return tuple((lang, role, heading.strip()) for lang, role, cell in cells for heading in cell.split(";"))


TABLE = read_table()


@pytest.mark.parametrize("lang", list(HEADINGS))
def test_the_table_has_every_heading_that_is_known(lang: str) -> None:
    known = {(role, words) for role, titles in HEADINGS[lang].items() for words in titles}
    assert known <= {(role, heading.casefold()) for its, role, heading in TABLE if its == lang}


@pytest.mark.parametrize("lang", list(HEADINGS))
def test_each_heading_gives_its_role_to_the_section(lang: str, pandoc: Worker) -> None:
    rows = [(role, heading) for its, role, heading in TABLE if its == lang]
    text = "".join(f"# {heading}\n\nText.\n\n" for _, heading in rows)
    brief = make_brief(f"---\ntitle: T\nlang: {lang}\n---\n\n{text}", pandoc)
    assert [(section.role, section.title.replace("\u2019", "'")) for section in brief.sections] == rows


@pytest.mark.parametrize("lang", ["fr", "de", "es", "pt"])
def test_each_language_knows_about_as_many_headings_as_english(lang: str) -> None:
    known = Counter((its, role) for its, role, _ in TABLE)
    for role in HEADINGS["en"]:
        assert known[lang, role] >= 2, role
        assert known[lang, role] >= LEAST * known["en", role] - 1, role


@pytest.mark.parametrize(
    ("lang", "heading", "role"),
    [
        ("en", "EXECUTIVE SUMMARY:", "summary"),
        ("en", "What to do?", "recommendations"),
        ("fr", "L\u2019essentiel", "key-messages"),
        ("fr", "Que faire\u202f?", "recommendations"),
        ("es-MX", "¿Qué hacer?", "recommendations"),
        ("pt-BR", "O que fazer?", "recommendations"),
        ("de", "Risiken und Gegenmassnahmen", "risks"),
        ("de", "Summary", "summary"),
    ],
)
def test_signs_capitals_and_regions_make_no_difference(lang: str, heading: str, role: str) -> None:
    assert find_role((), heading, lang) == role


@pytest.mark.parametrize(
    ("lang", "heading", "roles"),
    [
        ("en", "Conclusions and recommendations", "recommendations conclusion"),
        ("en", "Summary and recommendations", "summary recommendations"),
        ("en", "Options and recommendations", "options recommendations"),
        ("en", "Assessment & recommendations", "recommendations"),
        ("en", "Summary and conclusions", "conclusion summary"),
        ("en", "Sources and methods", "methods references"),
        ("en", "Background and context", "background"),
        ("en", "Methods and data", "methods"),
        ("en", "Findings and limitations", "findings limits"),
        ("en", "Acknowledgements and funding", ""),
        ("en", "Costs and benefits", ""),
        ("fr", "Problématique et enjeux", "problem"),
        ("fr", "Sources et méthode", "methods references"),
        ("de", "Risiken und Nebenwirkungen", "risks"),
        ("es", "Opciones e implicaciones", "options implications"),
        ("pt", "Riscos e limites", "risks limits"),
    ],
)
def test_a_heading_of_two_things_names_both_roles_that_of_its_section_first(
    lang: str, heading: str, roles: str
) -> None:
    assert " ".join(find_roles(heading, lang)) == roles


@pytest.mark.parametrize(
    ("lang", "heading", "role"),
    [
        ("en", "What is the problem?", "problem"),
        ("en", "What\u2019s the problem?", "problem"),
        ("en", "What are the policy options?", "options"),
        ("en", "What options are there?", ""),
        ("en", "Which options do we have?", "options"),
        ("en", "Limitations of this study", "limits"),
        ("en", "Conclusions from the evidence", "conclusion"),
        ("en", "What is the price?", ""),
        ("en", "Conclusion: act now", "conclusion"),
        ("en", "IV. Risks \u2013 what may fail", "risks"),
        ("en", "B) Policy options", "options"),
        ("en", "Conclusions and recommendations: three steps", "recommendations"),
        ("en", "Repairs: the evidence", ""),
        ("en", "I. Smith", ""),
        ("en", "The three options", "options"),
        ("fr", "3. Les trois options", "options"),
        ("de", "Drei Optionen", "options"),
        ("es", "Las dos alternativas", "options"),
        ("pt", "As quatro opções", "options"),
        ("es", "Opciones de actuación", "options"),
        ("pt", "Critérios de análise", "criteria"),
        ("de", "Die drei Optionen im Überblick", "options"),
        ("en", "Comparison of costs", "comparison"),
        ("en", "Recommendations of the committee", ""),
        ("en", "Evidence of fraud", ""),
        ("de", "Was ist das Problem?", "problem"),
        ("de", "Welche Optionen gibt es?", "options"),
        ("de", "Grenzen der Studie", "limits"),
        ("de", "2.1 Das Problem: zu wenig Busse", "problem"),
        ("fr", "Quel est le problème\u202f?", "problem"),
        ("fr", "Quelles options\u202f?", "options"),
        ("fr", "Limites de l\u2019étude", "limits"),
        ("es", "¿Cuál es el problema?", "problem"),
        ("es", "¿Qué opciones hay?", "options"),
        ("es", "Limitaciones del estudio", "limits"),
        ("pt", "Qual é o problema?", "problem"),
        ("pt-BR", "Limitações da pesquisa", "limits"),
    ],
)
def test_a_question_an_article_and_the_work_itself_are_no_part_of_a_heading(lang: str, heading: str, role: str) -> None:
    assert find_role((), heading, lang) == role


@pytest.mark.parametrize("heading", ["", "?", "The summary of it all", "Zusammenfassung"])
def test_other_words_stand_for_nothing(heading: str) -> None:
    assert find_role((), heading, "en") == ""
