"""Tests of `briefkit.library.given_names`."""

from __future__ import annotations

import pytest

from briefkit.library.given_names import is_pair


@pytest.mark.parametrize("parts", [("Eva Doe", "Max Roe"), ("Eva Ann Doe", "David Roe"), ("{Eva Doe}", 'J\\"org Roe')])
def test_two_people(parts: tuple[str, str]) -> None:
    assert is_pair([part.split(" ") for part in parts])


@pytest.mark.parametrize(
    "parts",
    [
        ("Doe", "Eva"),
        ("Eva", "Max"),
        ("Doe Roe", "Eva Max"),
        ("Eva Doe", "Max"),
        ("Eva Max", "Max Roe"),
        ("David Roe", "Eva Doe"),
        ("Eva Doe", "J. Roe"),
        ("Eva doe", "Max roe"),
        ("Eva Doe", "Max R."),
        ("", ""),
        ("Eva Doe",),
        ("Eva Doe", "Max Roe", "Jane Poe"),
    ],
)
def test_no_two_people(parts: tuple[str, ...]) -> None:
    assert not is_pair([part.split(" ") for part in parts])
