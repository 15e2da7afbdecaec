"""The language of the titles of a source: what it says, else what its small words and letters tell."""

from __future__ import annotations

import pytest

from briefkit.library.title_language import guess_language, language_of
from briefkit.model import Field, Place, Source
from tests.moments import moments


def source(**fields: str) -> Source:
    place = Place("references.bib", 1, 1, 1, 2)
    return Source("a", "book", {name: Field(value, 1) for name, value in fields.items()}, place)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("The Price of Water", "english"),
        ("Decreto 22 gennaio 2004, n. 42", "und"),
        ("Ich pumpe, also bin ich", "und"),
        ("Lehrbuch der Pumpentechnik", "und"),
        ("Manuel des pompes rurales", "und"),
        ("Portal da Região", "und"),
        ("Van der Waals forces", ""),
        ("Poincaré maps", ""),
        ("Waals forces, van der Waals pumps", ""),
        ("Water from Los Angeles and Las Vegas", "english"),
        ("Effects of {\\alpha} in SNCA", "english"),
        ('Der Preis des Wassers und die F{\\"o}rderung', "und"),
        ("LE PRIX DE L'EAU DANS LES VILLES", "und"),
        ("El precio del agua en la ciudad", "und"),
        ("O preço da água para os municípios", "und"),
        ("De prijs van het water", "und"),
        ("Цена воды", "und"),
        ("Was Gemeinden zahlen müssen", "und"),
        ("Wasser mit Pumpen, ohne Brunnen", "und"),
        ("Introdução ao uso de poços", "und"),
        ("Żuraw studzienny - opowieść o wodzie", "und"),
        ("Ét eller to kommunale vandværker", "und"),
        ("Bunari i pumpe na selu", "und"),
        ("Möbius Wells", ""),
        ("Na and Au in Wells", "english"),
        ("Na, Au, Za", ""),
        ("¿Qué es agua?", "und"),
        ("The ¿ Sign", "english"),
        ("水の価格 ABC", "und"),
        ("Water in the works of 孔子", "english"),
        ("Water Prices", ""),
        ("La Paz", ""),
        ("DES and AES", "english"),
        ("α-β Wells", ""),
        ("Η πολιτική της Ελλάδας", "und"),
        ("", ""),
    ],
)
def test_small_words_and_letters_tell_the_language(title: str, language: str) -> None:
    assert guess_language(title) == language


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ({"langid": "ngerman", "language": "en", "title": "The Price of Water"}, "ngerman"),
        ({"language": "de", "title": "Wasser"}, "de"),
        ({"language": "{German}", "title": "Wasser"}, "german"),
        ({"language": "ger", "title": "Wasser"}, "und"),
        ({"language": "Deutsch", "title": "Wasser"}, "und"),
        ({"language": "eng", "title": "Der Preis des Wassers"}, "english"),
        ({"language": "uk", "title": "Voda"}, "uk"),
        ({"language": "German and English", "title": "Wasser"}, ""),
        ({"language": "see note", "title": "The Price of Water"}, "english"),
        ({"title": "Wasser", "booktitle": "Handbuch der Brunnen und Pumpen"}, "und"),
        ({}, ""),
    ],
)
def test_what_an_entry_says_comes_first(fields: dict[str, str], language: str) -> None:
    assert language_of(source(**fields)) == language


@pytest.mark.parametrize("unit", ["de ", "é", "{", "\\x", "水"])
def test_a_title_of_a_million_characters_takes_a_moment(unit: str) -> None:
    with moments(20):
        language_of(source(title=unit * (1_000_000 // len(unit))))


def test_letters_say_more_than_the_field_does() -> None:
    assert language_of(source(title="Цена воды", language="english")) == "und"
    assert language_of(source(title="The Price of Water", language="english")) == "english"
