"""What briefkit is made of: all of it is pinned and hashed, listed in the bill of materials, and has a licence."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from lock import LOCK, Pin, needed_to_run, read_lock
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sbom import LICENCE_TEXTS, LICENCES, SPDX_WORDS, font_files, licence

from briefkit.packaged import ARABIC_FONTS, CODE_FONTS, FONTS
from briefkit.pandoc import Pandoc

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = read_lock(LOCK.read_text("utf-8"))
RUNNING = needed_to_run(PINS)
PAGE = (ROOT / "docs" / "licences.md").read_text("utf-8")


# --- the lock ---------------------------------------------------------------------------------


def _is_installed(name: str) -> bool:
    return next(iter(importlib.metadata.distributions(name=name)), None) is not None


def requirements() -> Iterator[Requirement]:
    """All that pyproject.toml asks for, to run and to develop."""
    lines = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    yield from map(Requirement, lines)


@pytest.mark.parametrize("requirement", list(requirements()), ids=str)
def test_every_requirement_is_in_the_lock_and_satisfied_by_it(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)].version)


@pytest.mark.parametrize("name", list(PINS))
def test_every_pin_has_a_hash(name: str) -> None:
    assert PINS[name].hashes
    assert len(set(PINS[name].hashes)) == len(PINS[name].hashes)


@pytest.mark.parametrize("name", list(PINS))
def test_every_pin_was_asked_for_by_the_project_or_by_another_pin(name: str) -> None:
    assert [via for via in PINS[name].via if not via.startswith("briefkit (") and via not in PINS] == []
    assert PINS[name].via


@pytest.mark.parametrize("name", [name for name in PINS if _is_installed(name)])
def test_an_extra_that_a_package_asks_for_is_pinned_with_it(name: str) -> None:
    """An older pip looks for `coverage[toml]` beside `coverage==...`, finds a newer one, and refuses it."""
    for requirement in map(Requirement, importlib.metadata.requires(name) or []):
        if requirement.extras and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            assert requirement.extras <= PINS[canonicalize_name(requirement.name)].extras


@pytest.mark.parametrize("name", list(RUNNING))
def test_what_an_installed_package_requires_is_in_the_lock(name: str) -> None:
    for line in importlib.metadata.requires(name) or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            pin = PINS[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(pin.version)
            assert name in pin.via


def test_the_lock_names_no_address_and_takes_wheels_only() -> None:
    text = LOCK.read_text("utf-8")
    assert "\n--only-binary :all:\n" in text
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host| @ |^-[a-z]", text, re.MULTILINE) == []


def test_what_only_tests_need_is_not_needed_to_run() -> None:
    assert {"weasyprint", "cffi", "pillow", "packaging"} <= set(RUNNING)
    assert {"pytest", "mypy", "ruff", "cyclonedx-python-lib"} & set(RUNNING) == set()


@pytest.mark.parametrize(
    "line",
    [
        "jinja2>=3.1",
        "jinja2==3.1.6",
        "--index-url https://example.org",
        "    --hash=md5:d41d8cd98f00b204e9800998ecf8427e",
        "name @ https://example.org/name.whl",
    ],
)
def test_a_line_that_is_no_pin_hash_or_comment_is_refused(line: str) -> None:
    with pytest.raises(SystemExit, match=r"requirements\.lock:3"):
        read_lock(f"a==1 \\\n    --hash=sha256:{'0' * 64}\n{line}\n")


def test_a_pin_is_read_with_all_it_says() -> None:
    text = f"a==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n"
    pins = read_lock(f"{text}    # via\n    #   b\n    #   c\n")
    assert pins == {"a": Pin("a", "1.0", "sys_platform == 'win32'", ("0" * 64, "1" * 64), ("b", "c"))}


def test_the_extras_of_a_pin_are_read() -> None:
    pins = read_lock(f"a[x,y-z]==1.0 \\\n    --hash=sha256:{'0' * 64}\n    # via b\n")
    assert pins["a"].extras == {"x", "y-z"}


# --- the bill of materials --------------------------------------------------------------------


def bill(seed: str = "0", **variables: str) -> str:
    """The bill as `make sbom` writes it, with sets in another order for another seed."""
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    environment |= {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), **variables}
    command = (sys.executable, "-W", "error", str(ROOT / ".ci" / "sbom.py"))
    done = subprocess.run(command, env=environment, capture_output=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


@pytest.fixture(scope="module")
def text() -> str:
    return bill()


@pytest.fixture(scope="module")
def document(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text)
    return read


def test_the_bill_is_valid_by_the_specification(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_a_bill_that_is_not_valid_is_caught(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.replace('"SHA-256"', '"SHA"')) is not None


def test_the_bill_has_the_same_bytes_each_time(text: str) -> None:
    assert bill(seed="1", TZ="Asia/Tokyo") == text


def test_the_bill_has_the_time_it_is_told(document: dict[str, Any]) -> None:
    assert document["metadata"]["timestamp"] == "1980-01-01T00:00:00+00:00"
    assert json.loads(bill(SOURCE_DATE_EPOCH="1700000000"))["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"


def test_the_bill_lists_just_what_is_needed_to_run_as_it_is_locked(document: dict[str, Any]) -> None:
    listed = {c["name"]: (c["version"], {h["content"] for h in c["hashes"]}) for c in document["components"]}
    assert listed == {name: (pin.version, set(pin.hashes)) for name, pin in RUNNING.items()}


def test_each_component_has_a_licence_and_an_address_of_its_own(document: dict[str, Any]) -> None:
    for component in document["components"]:
        assert component["purl"] == f"pkg:pypi/{component['name']}@{component['version']}"
        assert component["licenses"][0]["expression"]


def test_each_component_stands_in_the_tree_of_dependencies(document: dict[str, Any]) -> None:
    wants = {d["ref"]: d.get("dependsOn", []) for d in document["dependencies"]}
    reached, todo = set[str](), ["briefkit"]
    while todo:
        reached.add(name := todo.pop())
        todo += [other for other in wants[name] if other not in reached]
    assert reached == {"briefkit", *(c["bom-ref"] for c in document["components"])}


def inside(document: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    """What a component carries, by name."""
    (component,) = (c for c in document["components"] if c["name"] == name)
    return {part["name"]: part for part in component["components"]}


def test_pandoc_is_listed_inside_its_package(document: dict[str, Any]) -> None:
    pandoc = inside(document, "pypandoc-binary")["pandoc"]
    assert pandoc["version"] == Pandoc().version()
    assert pandoc["licenses"] == [{"expression": "GPL-2.0-or-later"}]


@pytest.mark.parametrize("font", [*FONTS, *CODE_FONTS], ids=lambda font: font[3])
def test_each_font_is_listed_inside_its_package_with_the_hash_of_its_file(
    font: tuple[str, ...], document: dict[str, Any]
) -> None:
    package, file = font[2], font[3]
    listed = inside(document, package.replace("_", "-"))[file]
    data = resources.files(package).joinpath("files", file).read_bytes()
    assert listed["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}]
    assert listed["licenses"] == [{"expression": "OFL-1.1"}]


def test_the_bill_names_no_place_of_this_machine(text: str) -> None:
    assert str(ROOT) not in text
    assert sys.prefix not in text


# --- licences ---------------------------------------------------------------------------------


def begins(expression: str) -> str:
    """How the text of a licence begins; what no text says for one that we do not know by heart."""
    return LICENCE_TEXTS.get(expression, "\0")


@pytest.mark.parametrize("name", list(LICENCES))
def test_a_licence_of_the_table_is_needed_and_is_what_the_package_says_in_its_own_words(name: str) -> None:
    told = importlib.metadata.metadata(name)
    assert name in RUNNING
    assert told.json.get("license_expression") is None
    words = " ".join(
        [str(told.json.get("license", "")), *(c for c in told.json.get("classifier", ()) if "License" in c)]
    )
    carried = "".join(file.read_text() for file in importlib.metadata.files(name) or () if file.name == "LICENSE")
    assert all(SPDX_WORDS[part] in words or begins(part) in carried for part in LICENCES[name].split(" OR "))


@pytest.mark.parametrize("name", list(RUNNING))
def test_the_page_names_each_package_with_its_licence(name: str) -> None:
    assert f"| {name} | {licence(name)} |" in PAGE


def test_the_page_names_no_package_that_is_not_there() -> None:
    table = PAGE[PAGE.index("## Packages") :].split("\n## ")[0]
    assert set(re.findall(r"^\| ([a-z0-9-]+) \|", table, re.MULTILINE)) - {"package"} == set(RUNNING)


@pytest.mark.parametrize("package", list(font_files()))
def test_a_font_package_carries_the_licence_that_the_page_names(package: str) -> None:
    home = resources.files(package)
    assert "SIL Open Font License, Version 1.1" in home.joinpath("LICENSE").read_text("utf-8")
    assert json.loads(home.joinpath("metadata.json").read_text("utf-8"))["license"] == "OFL-1.1"
    assert all(f"`{file}`" in PAGE for file in font_files()[package])


def test_pandoc_carries_the_notice_that_the_page_names() -> None:
    notice = resources.files("pypandoc").joinpath("files", "copyright.pandoc").read_text("utf-8")
    assert "released under the [GPL]" in notice
    assert "version 2 or later" in notice
    assert "`copyright.pandoc`" in PAGE


def test_the_style_that_pandoc_carries_has_the_licence_that_the_page_names() -> None:
    style = Pandoc().default_file("default.csl").decode()
    assert "chicago-author-date" in style
    assert "creativecommons.org/licenses/by-sa/3.0/" in style
    assert "`chicago-author-date`" in PAGE
    assert "CC-BY-SA-3.0" in PAGE


def in_source() -> list[Path]:
    """All files of the source but what Python and we keep compiled of it."""
    return [path for path in (ROOT / "src").rglob("*") if path.is_file() and path.parent.name != "__pycache__"]


def test_the_page_names_every_file_of_ours_that_is_no_python() -> None:
    shipped = [path for path in in_source() if path.suffix != ".py"]
    inside = [path.relative_to(ROOT / "src") for path in shipped]
    named = [{f"`{path.as_posix()}`", *(f"`{folder.as_posix()}/`" for folder in path.parents)} for path in inside]
    missing = [str(path) for path, names in zip(inside, named, strict=True) if not any(name in PAGE for name in names)]
    assert missing == []


def test_no_font_style_or_program_of_others_lies_in_the_source() -> None:
    """What is bundled comes from packages, which carry its licence; only the Arabic fonts lie beside theirs here."""
    ours = {".js", ".py", ".j2", ".lua", ".md", ".toml"}
    fonts = ROOT / "src" / "briefkit" / "fonts"
    begun = ROOT / "src" / "briefkit" / "starters" / "project"  # what `briefkit new` writes
    shipped = [p for p in in_source() if p.parent != fonts and not p.is_relative_to(begun)]
    assert {p.suffix for p in shipped} <= ours
    assert {p.name for p in fonts.iterdir()} == {"OFL.txt", *(name for _, _, name, _ in ARABIC_FONTS)}


@pytest.mark.parametrize("font", ARABIC_FONTS, ids=lambda font: font[2])
def test_each_arabic_font_is_the_file_that_upstream_published_and_is_listed_in_the_bill(
    font: tuple[str, ...], document: dict[str, Any]
) -> None:
    fonts = ROOT / "src" / "briefkit" / "fonts"
    digest = hashlib.sha256((fonts / font[2]).read_bytes()).hexdigest()
    assert digest in PAGE
    listed = {part["name"]: part for part in document["metadata"]["component"]["components"]}[font[2]]
    assert listed["hashes"] == [{"alg": "SHA-256", "content": digest}]
    assert listed["licenses"] == [{"expression": "OFL-1.1"}]


def test_the_licence_of_the_arabic_fonts_lies_beside_them() -> None:
    text = (ROOT / "src" / "briefkit" / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.startswith("Copyright 2019-2020 Google LLC")
    assert sum((ROOT / "src" / "briefkit" / "fonts" / font[2]).stat().st_size for font in ARABIC_FONTS) < 500_000
