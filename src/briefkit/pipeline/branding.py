"""Which brand a brief wears: the brand file is found, it and what it names are read, and a Brand comes out.

Whoever names a brand on the command line, in the settings or by BRAND_YML_PATH may keep it anywhere; a brief names one
of its own project; what a brand names lies in the brand's folder. Nothing is fetched.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from briefkit import files, packaged
from briefkit.asked import Memory
from briefkit.brand import default_brand
from briefkit.brand.font_files import MAX_FONT, Unfit, is_woff2, read_facts, unpack
from briefkit.brand.logos import LogoFile
from briefkit.brand.making import OpenFont, OpenLogo, code_findings, make_brand
from briefkit.brand.notes import make_finding
from briefkit.brand.reader import BrandFile, read_brand
from briefkit.brand.scripts import CODE, has_arabic, has_code_font, names_code_font, with_arabic, with_code
from briefkit.brand.tokens import built_in_tokens
from briefkit.brand.typography import FontFile
from briefkit.brand.wearing import Worn, judge_brand
from briefkit.characters import has_glyph_in_code
from briefkit.errors import BriefkitError, ConfigError, InputError, RenderError, TemplateError, ToolLimitError
from briefkit.model import SVG, Asset, Brand, Face, Finding, Logo, Place, Report
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.project import Project
from briefkit.processes import Child
from briefkit.values import Value, replace

NAMES = ("_brand.yml", "_brand.yaml", "_brand/_brand.yml", "_brand/_brand.yaml")
"""Where a brand lies in a folder, the first that is there."""

SUFFIXES = (".yml", ".yaml")

NONE = ("none", "false", "no")
"""What is said for the built-in brand."""

VARIABLE = "BRAND_YML_PATH"
MAX_LOGO = 3_000_000
MAX_FILE = 256_000
BRANDS = Memory(8)
"""Each brand is read once in a process."""


class Found(Value):
    """Where the brand of a brief lies and who said so; without a path it is the built-in one."""

    path: Path | None
    said: str


# --- finding ---------------------------------------------------------------------------------


def find_brand(project: Project, folder: Path | None = None, named: str = "", option: str = "--brand") -> Found:
    """The brand of a brief in a folder that names this one in its front matter, or names none.

    The command line wins over the brief, that over the settings, these over BRAND_YML_PATH; what lies about is last.
    `option` is how the command line names it; it is empty where its path stands there by itself.
    """
    if project.brand:
        return _told(project.brand, files.here(), option)
    if named:
        return _named_by_brief(project, folder or project.root, named)
    if project.config.brand:
        return _told(project.config.brand, project.root, "the setting brand")
    if said := os.environ.get(VARIABLE, ""):
        return _told(said, files.here(), VARIABLE)
    for above in _folders(project.root, folder or project.root):
        for path in (above / name for name in NAMES):
            if files.there(path) and not files.is_folder(path) and files.inside(path, project.root):
                return Found(path, "found in the project")
    return Found(None, "built in")


def _told(name: str, start: Path, said: str) -> Found:
    """A brand by a path that its owner vouches for."""
    if name.lower() in NONE:
        return Found(None, said or "command line")
    return Found(_file_at(start / name, said and f"{said}: "), said or "command line")


def _named_by_brief(project: Project, folder: Path, name: str) -> Found:
    if name.lower() in NONE:
        return Found(None, "front matter")
    for start in (folder, project.root):
        path = start / unquote(name)
        if files.there(path):
            if not files.inside(path, project.root):
                hint = "name it with --brand or in the settings, if it is to lie there"
                raise InputError(f"the brand {name} lies outside the project", hint)
            found = _file_at(path, "")
            if not files.inside(found, project.root):
                raise InputError(f"the brand {name} leads out of the project", "copy it into the project")
            if Path(os.path.realpath(found)).suffix not in SUFFIXES:  # what it is not read for, it is not told of
                raise InputError(f"the brand {name} is no YAML file", "name a _brand.yml or its folder, or none")
            return Found(found, "front matter")
    raise InputError(f"the brand {name} does not exist", "name a _brand.yml or its folder, or none")


def _file_at(path: Path, before: str) -> Path:
    """The brand file at a path, which may be that of its folder."""
    if not files.is_folder(path):
        if not files.there(path):
            raise ConfigError(
                f"{before}there is no brand at {files.show(path)}", "name a _brand.yml or its folder, or none"
            )
        return path
    for name in NAMES:
        if files.there(path / name):
            return path / name
    raise ConfigError(f"{before}{files.show(path)} has no {NAMES[0]}", "name a _brand.yml or its folder, or none")


def _folders(root: Path, folder: Path) -> Iterator[Path]:
    """The folder and those above it up to the root; of a folder outside only the root."""
    here = Path(os.path.abspath(folder))
    if here.is_relative_to(root):
        yield from (above for above in (here, *here.parents) if above.is_relative_to(root))
    else:
        yield root


# --- reading ---------------------------------------------------------------------------------


def wear(project: Project, found: Found) -> Worn:
    """The brand that was found, with all its files read; whoever needs no faulty one asks `checked`."""
    faces = packaged.load_faces()
    if found.path is None:
        hashes = tuple((f"font:{face.family} {face.style}", sha256(face.data)) for face in faces)
        return Worn(default_brand(faces), found.said, BrandFile("", tokens=built_in_tokens()), hashes=hashes)
    path, said, seconds = found.path, found.said, project.pages.seconds
    return BRANDS.once((path, said, seconds), lambda: _wear(path, said, seconds))


def checked(worn: Worn) -> Worn:
    """The same; TemplateError with the first fault of a faulty one."""
    if worn.errors:
        first, *rest = worn.errors
        more = f" (and {len(rest)} more)" if rest else ""
        message = f"{first.place.path}, line {first.place.line}: {first.message}{more}"
        raise TemplateError(message, first.hint or "briefkit brand check tells more", first.place.line)
    return worn


def fit(worn: Worn, text: str) -> Worn:
    """The same, with our fonts for Arabic letters when a text has any."""
    if not has_arabic(text):
        return worn
    faces = packaged.load_arabic_faces()
    hashes = ((f"font:{face.family} {face.weight}", sha256(face.data)) for face in faces)
    return replace(worn, brand=with_arabic(worn.brand, faces), hashes=(*worn.hashes, *hashes))


def fit_code(worn: Worn) -> Worn:
    """The same, with our font for code when the brand has none."""
    if has_code_font(worn.brand, worn.file.typography.stacks.get("monospace")):
        return worn
    faces = packaged.load_code_faces()
    hashes = ((f"font:{face.family} {face.style}", sha256(face.data)) for face in faces)
    return replace(worn, brand=with_code(worn.brand, faces), hashes=(*worn.hashes, *hashes))


def show_brand(project: Project) -> Worn:
    """The brand that the command names, else the project's, as it sets a brief with code."""
    return fit_code(named_brand(project, ""))


def named_brand(project: Project, option: str = "--brand") -> Worn:
    """The brand that the command names, else the project's."""
    return wear(project, find_brand(project, option=option))


def check_brand(project: Project) -> Report:
    """All that is wrong with the brand that the command names, else with the project's, its briefs looked at too."""
    worn = show_brand(project)
    place = Place(worn.file.path, 1, 1, 1, 1)
    ours = worn.brand.families["monospace"] == CODE
    texts = "".join(sorted(set().union(*(_signs(text, apart=ours) for text in _texts(project)))))
    of_code = code_findings(worn.file, worn.brand) if CODE_SIGN in texts else ()
    uncut = tuple(_damaged_fonts(project, worn))
    signs = () if uncut else _missing_signs(project, worn, texts, place)
    found = (*judge_brand(worn), *of_code, *uncut, *signs)
    return Report((), found, paths=(worn.file.path,) if worn.file.path else ())


CODE_SIGN = "`"
"""A brief without it has no code."""


def _signs(text: str, *, apart: bool) -> set[str]:
    """The characters of a brief; where `apart`, without those in code that only our font for code has."""
    signs = set(text)
    if not apart or not any(map(has_glyph_in_code, signs)):
        return signs
    from briefkit.parse.prose import find_no_prose  # only a brief with such characters needs it

    code = [match.span() for match in find_no_prose(text) if match["fence"] or match["line"] or match["ticks"]]
    edges = [0, *(at for span in code for at in span), len(text)]
    beside = set().union(*(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)))
    return {sign for sign in signs if sign in beside or not has_glyph_in_code(sign)}


def _damaged_fonts(project: Project, worn: Worn) -> Iterator[Finding]:
    """A finding for each font that an engine cannot cut, be it whole to look at: no output could be made with it."""
    for font in worn.fonts:
        with Child(f"the font {font.named.path}", {"cut": partial(_cut, font.face)}, project.pages) as child:
            try:
                child.result()
            except (RenderError, ToolLimitError) as error:
                message = f"The font {font.named.path} cannot be used: {error.message}"
                yield make_finding("refused-file", font.named.place, message, "use a whole file, from where it is made")


def _cut(face: Face) -> bytes:
    from briefkit.render.fonts import count_characters

    return str(count_characters(face)).encode()


def _missing_signs(project: Project, worn: Worn, texts: str, place: Place) -> Iterator[Finding]:
    """A finding for the characters of the project's briefs that some face of the brand has no sign for."""
    if worn.errors:
        return
    work = {"missing": partial(_missing, fit(worn, texts).brand, texts)}
    with Child("the fonts of the brand", work, project.pages) as child:
        missing = child.result()["missing"].decode()
    if missing:
        shown = " ".join(missing[:20]) + (f" and {len(missing) - 20} more" if len(missing) > 20 else "")
        message = f"Some font of the brand has no sign for {len(missing)} characters of the briefs: {shown}"
        hint = "use fonts that have them; in the PDF each of them is an empty box"
        yield make_finding("missing-sign", place, message, hint)


def _texts(project: Project) -> Iterator[str]:
    from briefkit.pipeline.cataloguing import own_briefs

    for origin in own_briefs(project):
        if isinstance(origin, Path):
            with contextlib.suppress(BriefkitError):
                yield project.read_text(origin)


def _missing(brand: Brand, text: str) -> bytes:
    from briefkit.render.fonts import missing_characters

    return missing_characters(brand, text).encode()


def _wear(path: Path, said: str, seconds: float) -> Worn:
    shelf = _Shelf(path, seconds)
    file = read_brand(
        files.decode(shelf.note(path.name, files.read_bytes(path, MAX_FILE)), files.show(path)), files.show(path)
    )
    fonts = [one for font in file.typography.files if (one := shelf.font(font))]
    logos = [opened for logo in file.logos if (opened := shelf.logo(logo))]
    coded = names_code_font(file.typography.stacks.values())
    built_in = (*packaged.load_faces(), *(packaged.load_code_faces() if coded else ()))
    brand, told = make_brand(file, fonts, logos, built_in)
    for face in built_in:
        if face in brand.faces:
            shelf.hashes[f"font:{face.family} {face.style}"] = sha256(face.data)
    findings = tuple(sorted((*file.findings, *shelf.findings, *told), key=lambda f: (f.place, f.code)))
    return Worn(brand, said, file, tuple(fonts), tuple(logos), findings, tuple(sorted(shelf.hashes.items())))


class _Shelf:
    """The folder of a brand, what was read from it, and what could not be."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.folder = Path(os.path.abspath(path)).parent
        self.seconds = seconds
        self.findings: list[Finding] = []
        self.hashes: dict[str, str] = {}

    def note(self, name: str, data: bytes) -> bytes:
        """Keep the hash of a file for the manifest."""
        self.hashes[f"brand:{name}"] = sha256(data)
        return data

    def read(self, what: str, name: str, place: Place, limit: int) -> bytes | None:
        """A file of the brand; None, and a finding, when it cannot be had."""
        path = self.folder / name
        if "\0" in name or not files.inside(path, self.folder):
            hint = "copy it into the folder of the brand, and name it relative to that"
            self._add("file-outside-brand", place, f"The {what} {name} lies outside the brand's folder", hint)
        elif not files.there(path):
            self._add("missing-file", place, f"The {what} {name} does not exist", f"looked for {files.show(path)}")
        else:
            try:
                return self.note(name, files.read_bytes(path, limit))
            except InputError as error:
                self._add("refused-file", place, f"The {what} {name} cannot be used: {error.message}", error.hint)
        return None

    def font(self, named: FontFile) -> OpenFont | None:
        """A font of the brand, unpacked; None, and a finding, when it is none."""
        data = self.read("font", named.path, named.place, MAX_FONT)
        if data is None:
            return None
        try:
            whole = unpack(self._unwoven(data) if is_woff2(data) else data)
            facts = read_facts(whole)
        except (Unfit, BriefkitError) as error:
            hint = "use a whole TTF, OTF, WOFF or WOFF2 file"
            self._add("refused-file", named.place, f"The font {named.path} {error}", hint)
            return None
        if not facts.embeddable:
            message = f"The font {named.path} says that it must not be embedded, and every output embeds it"
            self._add("refused-file", named.place, message, "use a font whose licence allows it")
            return None
        return OpenFont(named, whole, facts)

    def _unwoven(self, data: bytes) -> bytes:
        """A WOFF2 unpacked by the engine, in a child: it is foreign code at work on a foreign file."""
        from briefkit.processes import ChildLimits
        from briefkit.render import woff2

        with Child("the font", {"font": partial(woff2.unpack, data)}, ChildLimits(min(self.seconds, 30.0))) as child:
            return child.result()["font"]

    def logo(self, named: LogoFile) -> OpenLogo | None:
        """A logo of the brand, fit to be printed; None, and a finding, when it is not."""
        from briefkit.assemble import drawings, pictures

        data = self.read("logo", named.path, named.place, MAX_LOGO)
        if data is None:
            return None
        try:
            if drawings.is_drawing(data):
                printed, width, height = drawings.fit_drawing(data)
                return OpenLogo(named, Logo(Asset(named.path, printed, SVG), "", width, height))
            printed, kind = pictures.fit_picture(data)
            width, height = pictures.size_of(printed)
            return OpenLogo(named, Logo(Asset(named.path, printed, kind), "", width, height))
        except (drawings.Unfit, pictures.Unfit) as error:
            self._add(
                "refused-file", named.place, f"The logo {named.path} {error}", "save it anew as PNG, JPEG or plain SVG"
            )
            return None

    def _add(self, kind: str, place: Place, message: str, hint: str) -> None:
        self.findings.append(make_finding(kind, place, message, hint))
