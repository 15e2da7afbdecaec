"""The path of a brand file in, the brand out as it is worn: with what that file names, read from its folder only."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from briefkit import files, packaged
from briefkit.brand.font_files import MAX_FONT, Unfit, is_woff2, read_facts, unpack
from briefkit.brand.logos import LogoFile
from briefkit.brand.making import OpenFont, OpenLogo, Worn, make_brand
from briefkit.brand.notes import make_finding
from briefkit.brand.reader import read_brand
from briefkit.brand.scripts import names_code_font
from briefkit.brand.typography import FontFile
from briefkit.errors import BriefkitError, InputError
from briefkit.model import SVG, Asset, Finding, Logo, Place
from briefkit.pipeline.digests import sha256
from briefkit.processes import Child

MAX_LOGO = 3_000_000
MAX_FILE = 256_000


def open_brand(path: Path, said: str, seconds: float) -> Worn:
    """The brand of a file, and of the files that it names; WOFF2 is unpacked in so many seconds at most.

    InputError when the file itself cannot be read; what is wrong with the others is a finding.
    """
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
                return self.note(name, files.read_bytes(path, limit, self.folder))
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
