"""Whatever is thrown at the pipeline: a report or one of our own errors comes out, and what it says holds.

Each property is tried on a few fixed examples here; `make fuzz SECONDS=600` goes on with new ones. The makers take
the dice, so that hypothesis can make a failing example small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit import files
from briefkit.check import check_settings
from briefkit.errors import BriefkitError, InputError
from briefkit.model import Unreadable
from briefkit.pandoc import Pandoc
from briefkit.pipeline.project import load_project
from briefkit.render.page_fonts import inside
from briefkit.render.pages import fill
from briefkit.render.values import page_values
from tests.fuzz import agreement, briefs, heads, libraries
from tests.fuzz.accounting import Figures, account_for_damaged, account_for_sound
from tests.fuzz.pipeline import LONG, World, is_clean, judge, lost_keys, tell
from tests.fuzz.words import damage, encode
from tests.rendering import built_in_template, example

PANDOC_AS_IT_IS = True
DICE = st.randoms(use_true_random=False)
SEEDS = st.integers(0, 2**63).map(Random)
"""Where a text is too long for hypothesis to keep each throw; an example is then told by its seed."""


def examples(few: int, many: int) -> Callable[[Any], Any]:
    """A few examples, always the same, or many new ones."""
    return settings(
        max_examples=many if LONG else few,
        derandomize=not LONG,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def check(world: World, brief: bytes, library: bytes) -> None:
    """One check with all that must hold of it; what it says twice is the same."""
    result = world.check(brief, library)
    judge(result, "" if isinstance(result, Unreadable) else files.decode(library, "references.bib"))
    again = world.check(brief, library)
    if isinstance(result, Unreadable) == isinstance(again, Unreadable):  # else a limit of time was near
        assert tell(result) == tell(again)


@examples(25, 400)
@given(dice=SEEDS)
def test_any_brief_with_any_library_is_reported(world: World, dice: Random) -> None:
    brief, library = briefs.brief(dice), dice.choice((libraries.library, libraries.linked))(dice)
    check(world, encode(dice, brief), encode(dice, library))


@examples(15, 300)
@given(dice=SEEDS)
def test_a_damaged_brief_of_a_project_is_reported(world: World, dice: Random) -> None:
    library = (briefs.ROOT / "references.bib").read_text("utf-8")
    start = dice.randint(0, len(library))
    check(world, encode(dice, briefs.damaged_real(dice)), damage(dice, library[start : start + 3000]).encode())


@examples(20, 600)
@given(dice=DICE)
def test_any_front_matter_is_reported(world: World, dice: Random) -> None:
    check(world, (heads.head(dice) + "\nPrices rose by 12% [@smith2021].\n").encode("utf-8", "replace"), b"@misc{a}\n")


@examples(150, 2000)
@given(dice=DICE)
def test_any_settings_are_taken_or_refused(dice: Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "settings"
    folder.mkdir(exist_ok=True)
    (folder / "briefkit.toml").write_bytes(encode(dice, heads.settings_text(dice)))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with suppress(BriefkitError):
            check_settings(load_project({}).config)


@examples(40, 1000)
@given(dice=SEEDS)
def test_any_template_is_filled_or_refused(dice: Random) -> None:
    scraps = (
        "{{",
        "}}",
        "{%",
        "%}",
        "{{ body }}",
        "{{ nope }}",
        "{% for x in y %}",
        "{% include 'x' %}",
        "|",
        "(",
        "'",
    )
    template = {"page.html.j2": damage(dice, built_in_template().pages["page.html.j2"], scraps)}
    with suppress(BriefkitError):
        fill(template, "page.html.j2", page_values(example(), inside(())), "<p>x</p>")


@examples(100, 4000)
@given(dice=SEEDS)
def test_every_entry_of_a_sound_library_is_what_it_was_made_as(dice: Random) -> None:
    account_for_sound(libraries.pieces(dice), Figures())


@examples(100, 4000)
@given(dice=SEEDS)
def test_every_entry_of_a_damaged_library_is_accounted_for(dice: Random) -> None:
    account_for_damaged(dice.choice((libraries.library, libraries.linked))(dice), Figures())


@examples(8, 300)
@given(dice=SEEDS)
def test_a_clean_check_never_prints_a_key(world: World, dice: Random) -> None:
    brief, library = agreement.brief(dice)
    result = world.check(brief.encode(), library.encode())
    if not isinstance(result, Unreadable) and is_clean(result):
        with suppress(InputError):  # a picture or a style that is not there
            assert not lost_keys(world.assemble(result), Pandoc()), brief


@pytest.mark.slow
def test_ten_thousand_libraries_are_accounted_for() -> None:
    figures = Figures()
    for seed in range(10_000 if LONG else 500):
        account_for_sound(libraries.pieces(Random(seed)), figures)
        account_for_damaged(libraries.library(Random(seed)), figures)
    assert figures.read + figures.named >= figures.heads > 0


@pytest.mark.slow
def test_reports_do_not_depend_on_the_seed_of_hashes(world: World) -> None:
    dice = Random(7)
    world.write(briefs.brief(dice).encode("utf-8", "replace"), libraries.library(dice).encode())
    command = (sys.executable, "-m", "briefkit", "check", "brief.md", "--format", "json", "--fail-on", "never")

    def run(seed: str) -> object:
        done = subprocess.run(
            command, cwd=world.folder, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        return done.returncode, json.loads(done.stdout)

    assert run("1") == run("2")
