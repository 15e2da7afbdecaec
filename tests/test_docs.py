"""The pages of docs/ that repeat the program are made from it; `make accept` writes them anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
import pytest

from briefkit.assemble.labels import NAMES
from briefkit.cli import group
from briefkit.config import Config
from briefkit.endings import ENDS
from briefkit.errors import (
    BriefkitError,
    ConfigError,
    InputError,
    MissingToolError,
    RenderError,
    TemplateError,
    ToolLimitError,
)
from briefkit.model import MARKS, STATUSES, Severity
from briefkit.parse.front_matter import KEYS
from briefkit.parse.roles import BOXES, ROLES
from briefkit.pipeline.explaining import explain_rule
from briefkit.render.page_fonts import inside
from briefkit.render.values import page_values
from briefkit.report.claims_report import CLAIM_FORMS
from briefkit.rules import all_rules
from briefkit.values import fields
from tests.e2e.command import briefkit
from tests.rendering import built_in_template, example

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def fix_of(rule: object) -> str:
    """Whether `--fix` cures what a rule finds: `safe`, `unsafe`, or an empty text."""
    return str(getattr(rule, "FIX", ""))


def rules_page() -> str:
    """Every rule with its explanation, in the order of the codes."""
    parts = [
        "# Rules\n",
        "Made from the rules themselves; `briefkit rule CODE` prints the same. Names go into allowances:",
        "`<!-- briefkit: allow NAME: reason -->`. Where a rule speaks of cited entries, `briefkit library check` looks",
        "at all of them. What `--fix` does: [fixing.md](fixing.md).\n",
        "| code | name | severity | fix | finds |",
        "|---|---|---|---|---|",
    ]
    rules = all_rules()
    for name, rule in rules.items():
        first = (rule.__doc__ or "").split("\n")[0]
        parts.append(
            f"| {rule.CODE} | [{name}](#{name}) | {Severity(rule.SEVERITY).label} | {fix_of(rule)} | {first} |"
        )
    for name, rule in rules.items():
        text = explain_rule(rule)
        parts.append(f"\n## {name}\n\n{rule.CODE}, {Severity(rule.SEVERITY).label}. " + text.replace("\n## ", "\n### "))
    return "\n".join(parts) + "\n"


def commands(command: click.Command, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """A command and all below it."""
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from commands(child, (*names, name))


def commands_page() -> str:
    """The help of every command."""
    parts = ["# Commands\n\nMade from the help of the commands. Exit codes: [exit-codes.md](exit-codes.md)."]
    for names, command in commands(group, ("briefkit",)):
        context = click.Context(command, info_name=" ".join(names), max_content_width=88, terminal_width=88)
        context.help_option_names = ["-h", "--help"]
        parts.append(f"## {' '.join(names)}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {"rules.md": rules_page, "commands.md": commands_page}


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_made_from_the_program_is_fresh(name: str, accept: bool) -> None:
    text = PAGES[name]()
    if accept:
        (DOCS / name).write_text(text, encoding="utf-8")
    assert (DOCS / name).read_text(encoding="utf-8") == text, "run: make accept"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("key", list(KEYS))
def test_every_key_of_the_front_matter_is_documented(key: str) -> None:
    assert f"`{key}`" in page("briefs.md")


@pytest.mark.parametrize("name", [*ROLES, *BOXES, *MARKS])
def test_every_role_box_and_mark_is_documented(name: str) -> None:
    assert f"`.{name}`" in page("briefs.md")


@pytest.mark.parametrize("name", [*page_values(example(), inside(())), "cards", "styles", "body"])
def test_every_name_that_a_page_is_given_is_documented(name: str) -> None:
    told = page("templates.md").partition("## What a page is given")[2].partition("### Words")[0]
    assert f"`{name}`" in told


@pytest.mark.parametrize("name", NAMES)
def test_every_word_that_a_template_may_replace_is_documented(name: str) -> None:
    told = page("templates.md").partition("### Words")[2].partition("### Classes")[0]
    assert f"`{name}`" in told


def test_every_class_that_is_documented_has_rules_in_the_styles() -> None:
    told = page("templates.md").partition("### Classes")[2].partition("### Heads and feet")[0]
    styles = "".join(text for name, text in built_in_template().pages.items() if name.endswith(".j2"))
    assert [name for name in re.findall(r"`\.([a-z-]+)`", told) if not re.search(rf"\b{name}\b", styles)] == []


@pytest.mark.parametrize("field", [f.name.replace("_", "-") for f in fields(Config)])
def test_every_setting_is_documented(field: str) -> None:
    assert f"`{field}`" in page("configuration.md")


@pytest.mark.parametrize("name", [name for name, rule in all_rules().items() if fix_of(rule)])
def test_every_rule_with_a_fix_says_what_it_writes(name: str) -> None:
    rule = all_rules()[name]
    assert fix_of(rule) in ("safe", "unsafe")
    assert "\n## Fix\n" in (rule.__doc__ or "")


@pytest.mark.parametrize("name", [name for name, rule in all_rules().items() if fix_of(rule)])
def test_every_rule_with_a_fix_is_on_the_page_about_fixing(name: str) -> None:
    assert re.search(rf"^\| [A-Z]+\d+ \| \[{name}\]", page("fixing.md"), re.MULTILINE)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_documented(status: str) -> None:
    assert f"`{status}`" in page("claims.md")


def test_every_form_of_the_claims_is_documented() -> None:
    assert all(f"`{form}`" in page("claims.md") for form in CLAIM_FORMS)


ERRORS = (BriefkitError, ConfigError, InputError, MissingToolError, RenderError, TemplateError, ToolLimitError)


def test_every_exit_code_of_an_error_is_documented() -> None:
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", page("exit-codes.md"), re.MULTILINE)}
    assert {error.exit_code for error in ERRORS} | {0, 1, 4, *ENDS.values()} == documented


def test_links_between_pages_lead_somewhere() -> None:
    for path in (*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"):
        text = re.sub(r"^ {4}.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)  # examples lead nowhere
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_a_verdict_is_explained_as_the_program_does(tmp_path: Path) -> None:
    project = shutil.copytree(ROOT / "tests" / "projects" / "pumps", tmp_path / "pumps")
    said = briefkit("claims", "--explain", "pumps.md:9", "--width", "90", cwd=project).out
    assert f"$ briefkit claims --explain pumps.md:9\n{said}```" in page("claims.md")


def test_the_readme_shows_what_the_program_prints(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    project = shutil.copytree(ROOT / "tests" / "projects" / "pumps", tmp_path / "pumps")
    assert f"$ briefkit check pumps.md\n{briefkit('check', 'pumps.md', '--width', '80', cwd=project).out}" in readme
    assert f"$ briefkit check briefs\n{briefkit('check', 'briefs', cwd=ROOT).out}" in readme


def test_the_trace_in_the_readme_is_cut_from_what_the_program_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("$ briefkit trace briefs\n")[2].partition("```")[0]
    rest = briefkit("trace", "briefs", "--width", "80", cwd=ROOT).out
    parts = [part.strip("\n") for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE) if part.strip()]
    assert len(parts) > 1
    for part in parts:
        before, here, rest = rest.partition(part)
        assert here, f"not printed after what comes before: {part}, but: {before[:500]}"
