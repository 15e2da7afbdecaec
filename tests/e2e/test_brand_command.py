"""A brand as an organisation keeps it: found where it lies, worn by all three formats, refused when it is hostile."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.branding import make_font, make_png, write_brand
from tests.e2e.command import CLEAN, briefkit, copy_project

pytestmark = pytest.mark.slow

INK = "#1f4d3a"
RED = "color: {primary: '#aa0000'}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def ink(project: Path, *arguments: str, env: dict[str, str] | None = None, name: str = "") -> str:
    """The colour of the band in the web page of a build."""
    ran = briefkit("build", "--to", "html", *([name] if name else []), *arguments, cwd=project, env=env)
    assert ran.code == 0, ran.err
    page = next((project / "dist").rglob("*.html")).read_text()
    found = re.search(r"--ink: (#\w{6})", page)
    return found[1] if found else ""


def built_with_brand(project: Path, kind: str) -> bytes:
    write_brand(project.parent / "house")
    ran = briefkit("build", "--to", kind, "--brand", "../house", cwd=project)
    assert ran.code == 0, ran.err
    return next((project / "dist").rglob(f"*.{kind}")).read_bytes()


# --- what is worn ----------------------------------------------------------------------------


def test_the_pdf_has_the_colours_fonts_and_page_of_the_brand(project: Path) -> None:
    with pikepdf.open(io.BytesIO(built_with_brand(project, "pdf"))) as pdf:
        first = pdf.pages[0]
        fonts = {str(font.BaseFont).partition("+")[2] for font in first.Resources.Font.values()}
        assert [float(side) for side in first.MediaBox] == [0, 0, 612, 792]
        red, green, blue = (int(INK[start : start + 2], 16) / 255 for start in (1, 3, 5))
        fills = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn?)\b", first.Contents.read_bytes())
        assert any(
            all(abs(float(a) - b) < 0.002 for a, b in zip(fill, (red, green, blue), strict=True)) for fill in fills
        )
        assert any("Meridian" in name for name in fonts)
        assert not any("Source" in name for name in fonts)


def test_the_word_file_has_the_theme_logo_and_page_of_the_brand(project: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(built_with_brand(project, "docx"))) as package:
        theme, names = package.read("word/theme/theme1.xml").decode(), package.namelist()
        header, body = (package.read(f"word/{name}.xml").decode() for name in ("header2", "document"))
        fonts = package.read("word/fontTable.xml").decode()
    assert '<a:dk2><a:srgbClr val="1F4D3A"/>' in theme
    assert '<a:latin typeface="Calibri"/>' in theme
    assert '<a:latin typeface="Meridian Sans"/>' in theme
    assert 'descr="Meridian Institute"' in header
    assert "word/media/brand-logo.png" in names
    assert re.search(r'<w:pgSz[^>]*w:w="12240"', body)
    assert 'w:name="Meridian Sans"' in fonts


def test_the_web_page_has_the_colours_fonts_and_logo_of_the_brand(project: Path) -> None:
    page = built_with_brand(project, "html").decode()
    dark = page[page.index("prefers-color-scheme: dark") :]
    assert f"--ink: {INK}" in page
    assert "--paper: #101512" in dark
    assert 'font-family: "Meridian Sans"' in page
    assert 'alt="Meridian Institute"' in page
    assert 'href="https://meridian.example/"' in page
    assert "<strong>those of the authors</strong>" in page


def test_the_manifest_names_the_files_of_the_brand(project: Path) -> None:
    built_with_brand(project, "html")
    inputs = json.loads(next((project / "dist").rglob("manifest.json")).read_text())["inputs"]
    assert {"brand:_brand.yml", "brand:logo.png", "brand:logo.svg", "brand:fonts/sans-regular.ttf"} <= set(inputs)


def test_the_same_brand_makes_the_same_bytes(project: Path) -> None:
    assert built_with_brand(project, "docx") == built_with_brand(project, "docx")


# --- where it is found -----------------------------------------------------------------------


def test_a_brand_in_the_project_is_found_from_the_folder_of_the_brief_up(project: Path) -> None:
    (project / "_brand").mkdir()
    (project / "_brand" / "_brand.yaml").write_text(RED)
    assert ink(project) == "#aa0000"
    (project / "briefs" / "_brand.yml").write_text("color: {primary: '#00008b'}\n")
    assert ink(project) == "#00008b"


def test_each_way_to_name_a_brand_wins_over_the_next(project: Path) -> None:
    for number, name in enumerate(("option", "front", "setting", "variable"), 1):
        (project / name).mkdir()
        (project / name / "_brand.yml").write_text(f"color: {{primary: '#00000{number}'}}\n")
    (project / "_brand.yml").write_text(RED)
    env = {"BRAND_YML_PATH": "variable"}
    (project / "a.md").write_text(CLEAN)
    (project / "b.md").write_text(CLEAN.replace("title: T", "title: T\nbrand: front"))
    assert ink(project, env=env, name="a.md") == "#000004"
    with (project / "briefkit.toml").open("r+") as settings:
        old = settings.read()
        settings.seek(0)
        settings.write('brand = "setting"\n' + old)
    assert ink(project, env=env, name="a.md") == "#000003"
    (project / "dist" / "a" / "a.html").unlink()
    assert ink(project, env=env, name="b.md") == "#000002"
    assert ink(project, "--brand", "option", env=env, name="b.md") == "#000001"
    assert ink(project, "--brand", "none", env=env, name="b.md") == "#14284b"


def test_a_brief_cannot_name_a_brand_outside_its_project(project: Path) -> None:
    write_brand(project.parent / "house")
    (project / "a.md").write_text(CLEAN.replace("title: T", "title: T\nbrand: ../house"))
    ran = briefkit("check", "a.md", cwd=project)
    assert ran.code == 1
    assert "DOC820" in ran.out


def test_a_brand_that_is_not_there_is_an_error_of_who_named_it(project: Path) -> None:
    ran = briefkit("build", "--brand", "nowhere", cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert "--brand: there is no brand at nowhere" in ran.err
    ran = briefkit("brand", "check", "nowhere", cwd=project)
    assert (ran.code, ran.err.split("\n")[0]) == (2, "Error: there is no brand at nowhere")


def test_a_brief_names_no_brand_that_is_no_yaml(project: Path) -> None:
    (project / ".env").write_text("TOKEN=opensesame\n")
    (project / "a.yml").symlink_to(".env")
    for name in (".env", "a.yml"):
        (project / "a.md").write_text(f"---\ntitle: A\nbrand: {name}\n---\n\nText.\n")
        ran = briefkit("check", "a.md", cwd=project)
        assert f"The brand {name} is no YAML file" in ran.out
        assert "opensesame" not in ran.out + ran.err


def test_what_is_not_fetched_is_a_warning_and_the_built_in_font_is_used(project: Path) -> None:
    (project / "_brand.yml").write_text("typography:\n  fonts: [{family: Lato, source: google}]\n  base: Lato\n")
    ran = briefkit("build", "--to", "html", cwd=project)
    assert ran.code == 0
    assert "Warning: _brand.yml, line 3: The brand has no files of Lato" in ran.err


# --- what is refused -------------------------------------------------------------------------

Hostile = Callable[[Path], None]


def write(name: str, data: bytes) -> Hostile:
    return lambda folder: void((folder / name).write_bytes(data))


def void(_: object) -> None:
    return None


def link(name: str, target: str) -> Hostile:
    def make(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).symlink_to(target)

    return make


SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{}</svg>"
HOSTILE: dict[str, tuple[Hostile, str]] = {
    "script": (write("logo.svg", SVG.format("<script>alert(1)</script>").encode()), "logo.svg holds <script>"),
    "file": (write("logo.svg", SVG.format("<image href='file:///etc/hosts'/>").encode()), "logo.svg holds <image>"),
    "net": (write("logo.svg", SVG.format("<use href='http://x.example/#a'/>").encode()), "logo.svg refers to http"),
    "entities": (
        write("logo.svg", b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hosts'>]><svg>&a;</svg>"),
        "logo.svg ",
    ),
    "html": (write("logo.png", b"<!DOCTYPE html><html><script>1</script></html>"), "logo.png is no PNG"),
    "huge": (write("logo.png", make_png(20_000, 20_000, rows=1)), "logo.png has 20,000 x 20,000 pixels"),
    "font": (write("fonts/sans-regular.ttf", b"<html>no font</html>"), "sans-regular.ttf is no font"),
    "half": (write("fonts/sans-regular.ttf", make_font("Meridian Sans")[:5000]), "sans-regular.ttf is damaged"),
    "woff2": (write("fonts/sans-bold.woff2", b"wOF2" + b"\xff" * 400), "sans-bold.woff2"),
    "link": (link("logo.png", "/etc/hosts"), "logo.png lies outside"),
    "bomb": (write("_brand.yml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"), "aliases and anchors"),
    "large": (write("_brand.yml", b"a: b\n#" + b"x" * 300_000), "larger than 256 kB"),
    "missing": (lambda folder: (folder / "logo.png").unlink(), "logo.png does not exist"),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_brand_is_refused_with_file_and_reason(name: str, project: Path) -> None:
    write_brand(project / "_brand")
    spoil, why = HOSTILE[name]
    spoil(project / "_brand")
    ran = briefkit("build", "--draft", cwd=project)
    assert ran.code == 3, ran.out + ran.err
    assert why in ran.err
    assert "_brand.yml" in ran.err
    assert not (project / "dist").exists()
    checked = briefkit("brand", "check", cwd=project)
    assert checked.code in (1, 3)
    assert "Traceback" not in checked.err


def test_a_font_with_a_damaged_table_is_named_by_a_check_of_the_brand(project: Path) -> None:
    write_brand(project / "_brand")
    font = project / "_brand/fonts/sans-regular.ttf"
    data = font.read_bytes()
    entry = data.index(b"GPOS")
    start, size = struct.unpack(">II", data[entry + 8 : entry + 16])
    font.write_bytes(data[:start] + b"\xff" * size + data[start + size :])
    ran = briefkit("brand", "check", cwd=project)
    assert (ran.code, "The font fonts/sans-regular.ttf cannot be used" in " ".join(ran.out.split())) == (1, True)


def test_a_path_that_leads_out_is_refused(project: Path) -> None:
    (project / "_brand.yml").write_text("logo: {medium: {path: ../../secret.png, alt: S}}\n")
    ran = briefkit("brand", "check", cwd=project)
    assert ran.code == 1
    assert "BRD108" in ran.out


def test_two_files_for_one_face_are_refused(project: Path) -> None:
    path = write_brand(project)
    path.write_text(path.read_text().replace("weight: bold}", "weight: regular}"))
    ran = briefkit("brand", "check", cwd=project)
    assert ran.code == 1
    assert "are both Meridian Sans 400 normal" in " ".join(ran.out.split())


# --- what is told ----------------------------------------------------------------------------


def test_what_resolved_from_where_is_shown(project: Path) -> None:
    write_brand(project.parent / "house")
    shown = briefkit("brand", "show", "../house", cwd=project).out
    words = " ".join(shown.split())
    assert "ink #1f4d3a headings, heavy rules, grounds of numbers (color.primary, " in words
    assert "moved from #e4572e to be readable" in words
    assert "Meridian Sans 700 normal: fonts/sans-bold.woff2" in shown


def test_the_brand_is_shown_as_json(project: Path) -> None:
    told = json.loads(briefkit("brand", "show", "--format", "json", cwd=project).out)
    assert (told["version"], told["path"], told["found_by"]) == (1, "", "built in")
    assert len(told["tokens"]) == 25


def test_a_good_brand_has_no_findings(project: Path) -> None:
    write_brand(project)
    ran = briefkit("brand", "check", cwd=project)
    assert (ran.code, ran.out) == (0, "_brand.yml checked: 36 pairs of colours; no findings\n")


def test_colours_that_cannot_be_read_fail_the_check(project: Path) -> None:
    (project / "_brand.yml").write_text("defaults: {briefkit: {tokens: {quiet: '#999999'}}}\n")
    ran = briefkit("brand", "check", cwd=project)
    assert ran.code == 1
    assert "quiet #999999 on paper #ffffff has a contrast of 2.84, and text needs 4.5" in ran.out


def test_signs_that_the_fonts_lack_are_told(project: Path) -> None:
    write_brand(project)
    (project / "briefs" / "greek.md").write_text(CLEAN.replace("Prices", "Prices (τιμές)"))
    ran = briefkit("brand", "check", cwd=project)
    assert ran.code == 0
    assert "BRD203" in ran.out


def test_a_proportional_font_for_code_is_told_where_briefs_have_code(project: Path) -> None:
    path = write_brand(project)
    path.write_text(path.read_text().replace("typography:\n", "typography:\n  monospace: Inter\n"))
    (project / "briefs" / "code.md").write_text(CLEAN + "\nThe unit is `kWh`.\n")
    ran = briefkit("brand", "check", cwd=project)
    assert ran.code == 0
    assert "info BRD206 proportional-code" in ran.out


def test_a_brand_without_a_font_for_code_is_told_of_no_code(project: Path) -> None:
    path = write_brand(project)
    path.write_text(path.read_text().replace("typography:\n", "typography:\n  monospace: Fira Code\n"))
    (project / "briefs" / "code.md").write_text(CLEAN + "\nThe file is `└── kWh`.\n")
    ran = briefkit("brand", "check", cwd=project)
    assert "Source Code Pro is used for typography.monospace" in " ".join(ran.out.split())
    assert [code for code in ("BRD203", "BRD206") if code in ran.out] == []


def test_findings_are_told_as_json(project: Path) -> None:
    (project / "_brand.yml").write_text("color: {primry: red}\n")
    told = json.loads(briefkit("brand", "check", "--format", "json", cwd=project).out)
    assert [finding["code"] for finding in told["findings"]] == ["BRD102"]
