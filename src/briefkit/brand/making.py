"""What a brand file says and its files hold go in; the Brand as it is worn comes out, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.brand import FAMILIES
from briefkit.brand.colours import contrast, luminance
from briefkit.brand.font_files import FontFacts, is_monospaced
from briefkit.brand.logos import LogoFile
from briefkit.brand.notes import make_finding
from briefkit.brand.reader import BrandFile
from briefkit.brand.scripts import CODE
from briefkit.brand.tokens import LEAST, READABLE
from briefkit.brand.typography import FontFile, Stack
from briefkit.model import Brand, Face, Finding, Logo, Severity, start_of
from briefkit.values import Value, replace

DARK = 0.18
"""A ground darker than this takes the logo for dark ones."""


class OpenFont(Value):
    """A font file of a brand, unpacked, with what it says of itself."""

    named: FontFile
    data: bytes
    facts: FontFacts

    @property
    def face(self) -> Face:
        """The face it is: what varies is the file's to say, what does not the brand's."""
        varies = " " in self.facts.weight
        weight = self.facts.weight if varies else (self.named.weight or self.facts.weight).partition(" ")[0]
        return Face(self.named.family, weight, self.named.style or self.facts.style, self.data)


class OpenLogo(Value):
    """A logo of a brand, fit to be printed."""

    named: LogoFile
    logo: Logo


def make_brand(
    file: BrandFile, fonts: Sequence[OpenFont], logos: Sequence[OpenLogo], built_in: Sequence[Face]
) -> tuple[Brand, tuple[Finding, ...]]:
    """The Brand and what was found while making it: twin faces, families without files, logos without words."""
    found = list(twin_faces(fonts))
    faces = _unique([*(font.face for font in fonts), *built_in])
    families, told = _families(file, faces)
    colours = {token.name: token.value for token in file.tokens}
    light, dark = (_best(logos, side) for side in ("light", "dark"))
    on_band = dark if luminance(colours["band"]) < DARK else light if colours["band"] == colours["ink"] else None
    used = set(families.values())
    brand = Brand(
        name=file.name,
        link=file.link,
        colours=colours,
        faces=tuple(face for face in faces if face.family in used),
        families={
            **families,
            **{f"docx-{n}": file.settings.docx_fonts.get(f"docx-{n}", "") for n in ("base", "headings")},
        },
        logo=_worded(light or dark, file.name),
        band_logo=_worded(on_band, file.name) or _on_plate(_worded(light or dark, file.name)),
        office_logo=_worded(_best([one for one in logos if not one.logo.picture.is_drawing], "light"), file.name),
        page=file.settings.page,
        disclaimer=file.settings.disclaimer,
    )
    return brand, (*found, *told)


def twin_faces(fonts: Sequence[OpenFont]) -> list[Finding]:
    """A finding for each file that is the same face as an earlier one: engines would mix their signs."""
    first: dict[tuple[str, str, str], OpenFont] = {}
    found = []
    for font in fonts:
        face = font.face
        key = (face.family, face.weight, face.style)
        if key in first:
            message = f"{font.named.path} and {first[key].named.path} are both {face.family} {face.weight} {face.style}"
            hint = "keep one whole file a face, not the parts that web pages use"
            found.append(make_finding("twin-face", font.named.place, message, hint))
        first.setdefault(key, font)
    return found


def _unique(faces: Sequence[Face]) -> list[Face]:
    """Each face once, those of the brand before the built-in ones of the same family."""
    own: dict[tuple[str, str, str], Face] = {}
    for face in faces:
        own.setdefault((face.family, face.weight, face.style), face)
    return list(own.values())


def _families(file: BrandFile, faces: Sequence[Face]) -> tuple[dict[str, str], list[Finding]]:
    """Which family sets what: the first of each stack that is there; what has none is set in another's."""
    there = {face.family.lower(): face.family for face in faces}
    families: dict[str, str] = {}
    missing = []
    for use, stack in file.typography.stacks.items():
        family = next((there[name.lower()] for name in stack.families if name.lower() in there), "")
        if family:
            families[use] = family
        elif stack.families:
            missing.append((use, stack))
    base = families.get("base", FAMILIES["base"])
    told = "headings" in file.typography.stacks
    headings = families.get("headings") or (FAMILIES["headings"] if told or "base" not in families else base)
    monospace = families.get("monospace", headings)
    made = {"base": base, "headings": headings, "monospace": monospace}
    return made, [_without_files(use, stack, CODE if use == "monospace" else made[use]) for use, stack in missing]


def _without_files(use: str, stack: Stack, used: str) -> Finding:
    """The finding for families of which a brand has no files."""
    message = f"The brand has no files of {stack.families[0]}; {used} is used for typography.{use}"
    hint = "save its TTF, OTF or WOFF2 files beside the brand and list them in typography.fonts"
    return make_finding("family-without-files", stack.place, message, hint)


def _best(logos: Sequence[OpenLogo], side: str) -> OpenLogo | None:
    return next((one for one in logos if one.named.side == side), None)


def _worded(one: OpenLogo | None, name: str) -> Logo | None:
    """The logo with words for those who do not see it: its own, else the name."""
    return replace(one.logo, alt=one.named.alt or name) if one else None


def _on_plate(logo: Logo | None) -> Logo | None:
    """A logo for another ground than the one it is to stand on."""
    return replace(logo, plate=True) if logo else None


def logo_findings(logos: Sequence[OpenLogo]) -> list[Finding]:
    """What `brand check` says of logos: words and size."""
    found = []
    for one in logos:
        if not one.named.alt:
            message = f"The logo {one.named.path} has no words for those who do not see it"
            hint = f"write {{path: {one.named.path}, alt: its words}}"
            found.append(make_finding("logo-without-words", one.named.place, message, hint))
        if not one.logo.picture.is_drawing and one.logo.height < LEAST_PIXELS:
            message = f"The logo {one.named.path} is {one.logo.width} x {one.logo.height} pixels and prints blurred"
            found.append(
                make_finding(
                    "small-logo", one.named.place, message, f"give it at least {LEAST_PIXELS} pixels of height"
                )
            )
    return found


LEAST_PIXELS = 190
"""Two pixels to a dot of 8 mm at 300 dots an inch."""


def face_findings(file: BrandFile, brand: Brand) -> list[Finding]:
    """A finding for each family of the brand in which text lacks a face: bold, or the italic of running text."""
    found = []
    for use, family in (("base", brand.families["base"]), ("headings", brand.families["headings"])):
        stack = file.typography.stacks.get(use)
        faces = [face for face in brand.faces if face.family == family]
        if stack is None or not faces:
            continue
        lacks = [] if any(int(face.weight.split()[-1]) >= 600 for face in faces) else ["bold"]
        lacks += ["italic"] if use == "base" and all(face.style == "normal" for face in faces) else []
        if lacks:
            message = f"{family} has no {' and no '.join(lacks)} here; engines would make one of what there is"
            found.append(make_finding("missing-face", stack.place, message, "add the file of that face"))
    return found


def code_findings(file: BrandFile, brand: Brand) -> list[Finding]:
    """A remark when a brand names a font for code in which not all signs are of one width."""
    stacks = file.typography.stacks
    family = brand.families["monospace"]
    faces = [face for face in brand.faces if face.family == family]
    if not stacks or any(is_monospaced(face.data) for face in faces):
        return []
    stack = stacks.get("monospace") or next(iter(stacks.values()))
    message = f"Code is set in {family}, whose signs are of different widths: its columns do not line up"
    hint = "name a monospaced font in typography.monospace and list its files in typography.fonts, or leave it out"
    return [make_finding("proportional-code", stack.place, message, hint)]


class Worn(Value):
    """A brand with who named it, what was found wrong, what was opened, and the hash of each file that was read."""

    brand: Brand
    said: str
    file: BrandFile
    fonts: tuple[OpenFont, ...] = ()
    logos: tuple[OpenLogo, ...] = ()
    findings: tuple[Finding, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the brand from being used."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def judge_brand(worn: Worn) -> tuple[Finding, ...]:
    """All that is to be said of a brand without looking at briefs, in its order."""
    found = (
        *worn.findings,
        *_contrast_findings(worn),
        *face_findings(worn.file, worn.brand),
        *logo_findings(worn.logos),
    )
    return tuple(sorted(found, key=lambda f: (f.place, f.code)))


def _contrast_findings(worn: Worn) -> Iterator[Finding]:
    """A finding for each pair that cannot be read: only colours that the brand fixes can make one."""
    place = start_of(worn.file.path)
    colours = worn.brand.colours
    for text, ground in READABLE:
        ratio = contrast(colours[text], colours[ground])
        if ratio < LEAST:
            # rounded down, so that 4.49 is not told as 4.5
            told = f"{int(ratio * 100) / 100:.2f}"
            message = (
                f"{text} {colours[text]} on {ground} {colours[ground]} has a contrast of {told}, and text needs {LEAST}"
            )
            node = worn.file.settings.tokens.get(text) or worn.file.settings.tokens.get(ground)
            hint = "change one of them, or leave it out of defaults.briefkit.tokens"
            yield make_finding("low-contrast", node.place if node else place, message, hint)
