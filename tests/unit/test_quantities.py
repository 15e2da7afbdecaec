"""Quantities are read as amounts: what is written one way is what is written another way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.quantities import Quantity, agree, agree_exactly, find_quantities
from briefkit.quantities.words import CARDINALS
from tests.moments import moments

SEPARATORS = {"en": (",", "."), "fr": ("\u202f", ","), "de": (".", ","), "es": (".", ","), "pt": (".", ",")}
MILLIONS = {"en": "million", "fr": "millions", "de": "Millionen", "es": "millones", "pt": "milhões"}
EUROS = {"en": " euros", "fr": " d\u2019euros", "de": " Euro", "es": " de euros", "pt": " de euros"}


def only(text: str, lang: str = "en") -> Quantity:
    found = find_quantities(text, lang)
    assert len(found) == 1, found
    return found[0]


def written(value: Decimal, lang: str) -> str:
    """A number as a language writes it."""
    group, point = SEPARATORS[lang]
    return f"{value:,f}".replace(",", "\0").replace(".", point).replace("\0", group)


LANGS = st.sampled_from(sorted(SEPARATORS))
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False) | st.integers(0, 10**9).map(Decimal)


@given(NUMBERS, LANGS)
def test_a_number_is_read_as_it_was_written(value: Decimal, lang: str) -> None:
    found = only(f"x {written(value, lang)} % y", lang)
    assert (found.kind, found.low) == ("percent", value)


@given(st.integers(1, 999).map(Decimal), LANGS)
def test_magnitude_words_multiply(value: Decimal, lang: str) -> None:
    found = only(f"{written(value, lang)} {MILLIONS[lang]}{EUROS[lang]}", lang)
    assert (found.kind, found.unit, found.low) == ("money", "EUR", value * 10**6)


@given(st.integers(2, 99))
def test_number_words_are_numbers(value: int) -> None:
    words = {int(n): word for word, n in zip(*[iter(CARDINALS["en"].split())] * 2, strict=True)}
    text = words.get(value) or f"{words[value // 10 * 10]}-{words.get(value % 10, 'one')}"
    assert only(f"{text} villages").low == value


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1500, 2099))
def test_a_date_is_one_however_it_is_written(day: int, month: int, year: int) -> None:
    names = "January February March April May June July August September October November December".split()
    forms = (f"{day} {names[month - 1]} {year}", f"{names[month - 1]} {day}, {year}", f"{year}-{month:02}-{day:02}")
    assert {only(form).low for form in forms} == {Decimal(year * 10_000 + month * 100 + day)}


@given(st.text(max_size=80), LANGS)
def test_any_text_can_be_read_and_places_lie_in_it(text: str, lang: str) -> None:
    for found in find_quantities(text, lang):
        assert 0 <= found.start < found.end <= len(text)
        assert found.low <= found.high or found.kind == "year"


@pytest.mark.parametrize(
    ("text", "lang", "kind", "low"),
    [
        ("One in ten pumps", "en", "percent", "10"),
        ("Une pompe sur quatre", "fr", "percent", "25"),
        ("Un litre sur cinq", "fr", "percent", "20"),
        ("one litre in five is lost", "en", "percent", "20"),
        ("Jede zehnte Pumpe", "de", "percent", "10"),
        ("Uno de cada cuatro hogares", "es", "percent", "25"),
        ("Um em cada dez agregados", "pt", "percent", "10"),
        ("a quarter of them", "en", "percent", "25"),
        ("quatre-vingt-dix-sept villages", "fr", "count", "97"),
        ("zweihundertfünfundzwanzig Ämter", "de", "count", "225"),
        ("Vinte e cinco escolas", "pt", "count", "25"),
        ("1,2 mil milhões de euros", "pt", "money", "1200000000"),
        ("US$ 12 bn", "en", "money", "12000000000"),
        ("3.2 percentage points", "en", "points", "3.2"),
        ("5,000 km", "en", "measure", "5000000"),
        ("three weeks", "en", "duration", "21"),
        ("in 2024", "en", "year", "2024"),
        ("about 2000 people", "en", "count", "2000"),
        ("between 25 and 60 an account", "en", "count", "25"),
        ("pendant 60 an", "fr", "duration", "720"),
        ("1.248,5 Mio. €", "de", "money", "1248500000"),
    ],
)
def test_a_quantity_is_what_it_says(text: str, lang: str, kind: str, low: str) -> None:
    found = only(text, lang)
    assert (found.kind, found.low) == (kind, Decimal(low))


@pytest.mark.parametrize(
    "text",
    [
        "The 34th exchange",
        "Table 2 and sections 3 and 4",
        "E.O. 13382",
        "COVID-19 and Agni-5",
        "a third option",
        "3/4 and 10:30",
        "Support for Python 2.6",
        "1.2.3.4",
        "the first",
    ],
)
def test_what_only_names_something_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "lang", "square_metres"),
    [
        ("an area of 12 km2", "en", 12_000_000),
        ("an area of 12 square kilometres", "en", 12_000_000),
        ("rooms of 30 sq. m", "en", 30),
        ("une surface de 12 kilomètres carrés", "fr", 12_000_000),
        ("eine Fläche von 12 Quadratkilometern", "de", 12_000_000),
        ("una superficie de 12 kilómetros cuadrados", "es", 12_000_000),
        ("uma área de 12 quilómetros quadrados", "pt", 12_000_000),
    ],
)
def test_an_area_is_one_however_it_is_written(text: str, lang: str, square_metres: int) -> None:
    found = only(text, lang)
    assert (found.kind, found.unit, int(found.low)) == ("measure", "m2", square_metres)


@pytest.mark.parametrize("text", ["several hundred villages", "a few hundred people"])
def test_hundreds_that_nobody_counted_are_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_formula_has_no_hours() -> None:
    assert [q.kind for q in find_quantities("the flame gives 2 H2O")] == ["count"]


def test_a_day_of_the_week_may_stand_five_words_before_its_date() -> None:
    assert only("na segunda-feira, dia 3 de março de 2025", "pt").weekday == 0


def test_a_range_has_two_ends() -> None:
    found = only("Between 40 and 60 per cent")
    assert [found.low, found.high] == [40, 60]


def test_from_one_to_another_are_two() -> None:
    assert [q.low for q in find_quantities("rose from 58 to 83 per cent")] == [58, 83]


def test_counts_of_a_share_are_kept_with_it() -> None:
    kinds = [q.kind for q in find_quantities("29 of the 37 unions")]
    assert sorted(kinds) == ["count", "count", "percent"]


def test_the_day_before_a_date_is_kept() -> None:
    assert only("on Monday, 18 December 2024").weekday == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1.2 billion euros", "1,200 million euros", True),
        ("about 60%", "61.4%", True),
        ("a third of them", "33%", True),
        ("2,000 villages", "1,987 villages", True),
        ("26%", "27%", False),
        ("1,248 villages", "1,284 villages", False),
        ("5 euros", "5 dollars", False),
        ("1,647,000 people", "1.650 million people", False),
        ("1,649,600 people", "1.650 million people", True),
        ("12 months", "1 year", True),
        ("December 2024", "18 December 2024", True),
        ("December 2023", "18 December 2024", False),
    ],
)
def test_quantities_agree_when_rounding_allows(one: str, other: str, same: bool) -> None:
    assert agree(only(one), only(other)) is same
    assert agree(only(other), only(one)) is same


def test_a_figure_may_be_rounded_where_the_one_of_a_table_is_not() -> None:
    table, short, near = only("1,650 jobs"), only("1,700 jobs"), only("1,647 jobs")
    assert (agree_exactly(short, table), agree_exactly(near, table), agree(near, table)) == (True, False, True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1" * 100_000, 0),
        ("1 " * 50_000, 10_000),
        ("1,000," * 20_000, 0),
        ("a hundred and " * 10_000, 1_428),
        ("from 1 to " * 10_000, 2_000),
        ("one in " * 20_000, 0),
    ],
)
def test_of_a_long_text_the_beginning_is_read_at_once(text: str, number: int) -> None:
    with moments(80):
        found = {lang: len(find_quantities(text, lang)) for lang in SEPARATORS}
    assert found["en"] == number


def test_both_ends_of_a_range_are_in_its_unit() -> None:
    (found,) = find_quantities("95,000 to 131,000 tonnes", "en")
    assert (found.low, found.high) == (Decimal(95_000_000), Decimal(131_000_000))


def test_an_end_of_a_range_in_full_is_not_multiplied() -> None:
    (found,) = find_quantities("800,000 to 2 million euros", "en")
    assert (found.low, found.high) == (Decimal(800_000), Decimal(2_000_000))


@pytest.mark.parametrize(
    ("text", "lang", "ends"),
    [
        ("1.5 to 2.5 tonnes", "en", ["1500-2500"]),
        ("2 to 3 million people", "en", ["2000000-3000000"]),
        ("from 16.1 to 15.9 billion", "en", ["16100000000-16100000000", "15900000000-15900000000"]),
        ("von 16,1 auf 15,9 Milliarden Euro", "de", ["16100000000-16100000000", "15900000000-15900000000"]),
        ("from 500 to 2 million", "en", ["500-500", "2000000-2000000"]),
        ("from 205,000 to 176,000 litres", "en", ["205-205", "176-176"]),
    ],
)
def test_the_first_of_two_amounts_is_in_the_magnitude_of_the_second(text: str, lang: str, ends: list[str]) -> None:
    assert [f"{q.low:.0f}-{q.high:.0f}" for q in find_quantities(text, lang)] == ends


@pytest.mark.parametrize("text", ["ein Plus von sechs Prozentpunkten", "bei einer Spanne von 180.000"])
def test_a_plus_of_so_many_is_no_share_of_them(text: str) -> None:
    assert all(q.parts is None for q in find_quantities(text, "de"))


def test_an_estimate_before_its_interval_is_no_version() -> None:
    interval = find_quantities("a risk ratio of 0.75 (95% CI 0.80 to 0.92)")[-1]
    assert (interval.low, interval.high) == (Decimal("0.80"), Decimal("0.92"))


@pytest.mark.parametrize(("text", "lang"), [("by a fifth since 2022", "en"), ("um ein Fünftel zu", "de")])
def test_a_change_may_be_a_share_in_words(text: str, lang: str) -> None:
    share = find_quantities(text, lang)[0]
    assert (share.kind, share.low) == ("percent", Decimal(20))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("up by 5 million euros to 77 million euros", "en"),
        ("um 36 Milliarden auf 898 Milliarden", "de"),
        ("the number fell by 1,300 to 46,900", "en"),
        ("die Zahl sank um 1.300 auf 46.900", "de"),
    ],
)
def test_by_so_much_to_so_much_is_no_range(text: str, lang: str) -> None:
    assert not any(q.is_range for q in find_quantities(text, lang))


def test_by_so_much_to_somewhat_more_is_a_range() -> None:
    assert only("it rose by 3% to 5%").is_range
