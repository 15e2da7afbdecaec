"""Lists of names: who is a person and with which parts, and who is an organisation."""

from __future__ import annotations

import pytest

from briefkit.library.people import Person, join_list, read_people, split_list, write_people


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Jane Smith", Person(family="Smith", given="Jane")),
        ("Smith, Jane Q.", Person(family="Smith", given="Jane Q.")),
        ("Smith, Jr., John", Person(family="Smith", given="John", suffix="Jr.")),
        ("Maria de la Cruz", Person(family="Cruz", given="Maria", dropping="de la")),
        ("de la Cruz, Maria", Person(family="Cruz", given="Maria", dropping="de la")),
        ("De La Cruz, Maria", Person(family="De La Cruz", given="Maria")),
        ("{van der} Berg, A", Person(family="Berg", given="A", non_dropping="van der")),
        ("d'Angelo, Bob", Person(family="Angelo", given="Bob", non_dropping="d’")),
        ("Gerard 't Hooft", Person(family="Hooft", given="Gerard", dropping="’t")),
        ("Smith, Jane von", Person(family="Smith", given="Jane", dropping="von")),
        ("J.G. Smith", Person(family="Smith", given="J. G.")),
        (r"Smith, J.\ R.", Person(family="Smith", given="J. R.")),
        (r"J\o rgen S\o rensen", Person(family="Sørensen", given="Jørgen")),
        (r"Erd\H os, \'\i na", Person(family="Erdős", given="ína")),
        (r"{\O}rjan Doe", Person(family="Doe", given="Ørjan")),
        (r"{\L}ukasz {La Fontaine}", Person(family="La Fontaine", given="Łukasz")),
        ("{World Bank}", Person(literal="World Bank")),
        ("{{Ministry, Unit}}", Person(literal="Ministry, Unit")),
        ("Barnes {and} Noble, Sons", Person(family="Barnes and Noble", given="Sons")),
        ("Madonna", Person(family="Madonna")),
        ("plato", Person(family="plato")),
        ("given=Hans, family=Beck, prefix=von", Person(family="Beck", given="Hans", dropping="von")),
        ("family={La B}, given=C, prefix=de, useprefix=true", Person(family="La B", given="C", non_dropping="de")),
        ("given={Jean Paul}, family=Doe, suffix=III", Person(family="Doe", given="Jean Paul", suffix="III")),
    ],
)
def test_a_name_has_its_parts(typed: str, person: Person) -> None:
    assert read_people(typed).persons == (person,)


def test_an_and_after_a_command_parts_names() -> None:
    assert [person.family for person in read_people(r"Bj\o and Doe, A and Ros\o, B").persons] == ["Bjø", "Doe", "Rosø"]


def test_and_others_is_no_person() -> None:
    people = read_people("Smith, Jane and {World Bank} and others")
    assert [person.family or person.literal for person in people.persons] == ["Smith", "World Bank"]
    assert people.has_others


def test_a_prefix_that_is_used_may_not_be_dropped() -> None:
    assert read_people("van Doe, A", use_prefix=True).persons == (Person(family="Doe", given="A", non_dropping="van"),)


def test_where_something_is_wrong_what_can_be_read_is_read() -> None:
    assert [person.family for person in read_people("Smith, Jane and and Doe").persons] == ["Smith", "Doe"]


def test_a_list_is_parted_by_and_outside_braces() -> None:
    assert split_list("A and {B and C} and D") == ("A ", " {B and C} ", " D")


def test_a_blank_with_a_backslash_parts_words_and_ends_a_command() -> None:
    assert read_people(r"A.\ Doe\ and {The \LaTeX\ Project}").persons == (
        Person(family="Doe", given="A."),
        Person(literal="The LaTeX\u00a0Project"),
    )


@pytest.mark.parametrize(
    ("typed", "written", "family"),
    [
        ("岩本 康志", "岩本, 康志", "岩本"),
        ("김 철수 and others", "김, 철수 and others", "김"),
        ("王小明", "王小明", "王小明"),
        ("毛, 泽东", "毛, 泽东", "毛"),
        ("محمد الأحمد", "الأحمد, محمد", "الأحمد"),
        ("דוד כהן", "כהן, דוד", "כהן"),
        ("Jane Doe and 李 雷", "Jane Doe and 李, 雷", "Doe"),
        ("Иван Петров", "Иван Петров", "Петров"),
        ("Richard Woods著", "Richard Woods著", "Woods著"),
        ("{水 資源}", "{水 資源}", ""),
    ],
)
def test_a_family_name_without_capitals_is_found(typed: str, written: str, family: str) -> None:
    assert write_people(typed) == written
    assert write_people(written) == written
    assert read_people(typed).persons[0].family == family


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Farrar, Straus and Giroux", "Farrar, Straus and Giroux"),
        ("London and New York", "London and New York"),
        ("A and B and C", "A, B and C"),
        ("Springer", "Springer"),
        ("A and {B and C}", "A; {B and C}"),
        ("{B and C}", "{B and C}"),
    ],
)
def test_a_list_is_read_as_one_name(typed: str, read: str) -> None:
    assert join_list(typed) == read
