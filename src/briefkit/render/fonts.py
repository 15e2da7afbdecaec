"""Fonts cut to size: whole variable fonts and the characters of a text go in, small files and their CSS names come out.

HarfBuzz does the cutting (some milliseconds a face, where a subset in pure Python takes a second). Optical sizes are
pinned here, because neither our layout engine nor all browsers choose the same one: text faces at a text size, and a
family `NAME Display` at a display size for titles.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import uharfbuzz as hb  # type: ignore[import-untyped]  # the package has no types

from briefkit.brand.scripts import ARABIC, CODE
from briefkit.errors import RenderError
from briefkit.model import Brand, Face
from briefkit.render import boxes, woff2
from briefkit.values import Value, replace

TEXT_SIZE = 14.0
DISPLAY_SIZE = 30.0
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u2002\u2009‐‑–—‘’“”…•·©§−×"
"""Characters that each cut holds, whatever the text: those that templates and hyphenation print."""


class Cut(Value):
    """One font file made for one output; `weight` as CSS has it, `400` or `400 700`."""

    family: str
    weight: str
    style: str
    data: bytes


def web_cuts(brand: Brand, text: str) -> tuple[Cut, ...]:
    """One WOFF2 per face that a browser can vary in weight, with the characters of `text` only."""
    wanted = [(display, face, CODE_WEIGHT if _is_code(brand, face) else "400 800") for display, face in _uses(brand)]
    return tuple(Cut(c.family, c.weight, c.style, woff2.pack(c.data)) for c in _sparing(brand, text, wanted))


def print_cuts(brand: Brand, text: str) -> tuple[Cut, ...]:
    """One static TTF per face and weight: what the layout engine measures is what it embeds.

    For what a face lacks there is a font of empty boxes: the engine would take any that is installed.
    """
    weights = {False: ("400", "600", "700"), True: ("600", "700", "800")}
    uses = _uses(brand)
    wanted = [(d, face, w) for d, face in uses for w in weights[d] if w == CODE_WEIGHT or not _is_code(brand, face)]
    made = _sparing(brand, text, wanted)
    made += _slanted(made, brand)
    lacking = missing_characters(brand, text)
    return (*made, Cut(boxes.FAMILY, "400", "normal", boxes.box_font(lacking))) if lacking else tuple(made)


def _slanted(cuts: Sequence[Cut], brand: Brand) -> list[Cut]:
    """An italic for each text family that has none: browsers and Word slant the upright, our layout engine does not."""
    families = {brand.families[use] for use in ("base", "headings")} - {brand.families.get(ARABIC)}
    upright = {cut.family for cut in cuts} - {cut.family for cut in cuts if cut.style != "normal"}
    wanted = [cut for cut in cuts if cut.family in families & upright and not cut.data.startswith(POSTSCRIPT)]
    return [Cut(cut.family, cut.weight, "italic", _leaning(cut.data)) for cut in wanted]


SLANT = 0.21
"""How far a letter leans for each unit of its height: twelve degrees."""


def _leaning(data: bytes) -> bytes:
    """A static font whose outlines lean to the right; its widths stay."""
    # only a brand without an italic needs it; the package has no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(io.BytesIO(data))
    outlines = font["glyf"]
    for name in font.getGlyphOrder():
        sign = outlines[name]
        if sign.isComposite():
            for part in sign.components:
                part.x = round(part.x + SLANT * part.y)
        elif sign.numberOfContours > 0:
            sign.coordinates.transform(((1, 0), (SLANT, 1)))
            sign.coordinates.toInt()
    for name in font.getGlyphOrder():
        outlines[name].recalcBounds(outlines)
    return boxes.saved(font)


def office_cuts(brand: Brand) -> tuple[Cut, ...]:
    """The regular and the bold of each text face, with all their characters: whoever edits needs them."""
    wanted = []
    unused = {brand.families.get(ARABIC)} - {*(arabic_families(brand) or ())}
    for family, style in dict.fromkeys((face.family, face.style) for display, face in _uses(brand) if not display):
        faces = [face for face in brand.faces if (face.family, face.style) == (family, style)]
        if family in unused:
            continue
        wanted += [(False, _nearest(faces, weight), str(weight)) for weight in (400, 700)]
    cuts = (cut for cut in _cuts(wanted, None) if not cut.data.startswith(POSTSCRIPT))
    return tuple(replace(cut, data=under_its_name(cut)) if cut.family == CODE else cut for cut in cuts)


def arabic_families(brand: Brand) -> tuple[str, str] | None:
    """The families of Arabic text and of Arabic headings, if the text has any: the brand's own if they have letters."""
    behind = brand.families.get(ARABIC)
    if not behind:
        return None
    base, headings = (brand.families[use] if _has_arabic(brand, use) else behind for use in ("base", "headings"))
    return base, headings


def _has_arabic(brand: Brand, use: str) -> bool:
    return _covered(face for face in brand.faces if face.family == brand.families[use]) >= LETTERS


LETTERS = frozenset(range(0x621, 0x63B)) | frozenset(range(0x641, 0x64B))
"""The letters of Arabic."""


def chart_cuts(brand: Brand, name: str) -> tuple[Cut, ...]:
    """The regular and the semibold of the headings face under another name, for an engine that knows all fonts."""
    faces = _heading_faces(brand)
    wanted = [(weight, _nearest(faces, weight)) for weight in (400, 600)]
    return tuple(
        Cut(name, str(weight), "normal", _renamed(_cut(face, None, str(weight), TEXT_SIZE), name, weight))
        for weight, face in wanted
    )


def _heading_faces(brand: Brand) -> list[Face]:
    family = brand.families["headings"]
    return [face for face in brand.faces if face.family == family and face.style == "normal"] or list(brand.faces)


def _renamed(data: bytes, name: str, weight: int) -> bytes:
    """A font of one weight that calls itself by this name."""
    from fontTools.ttLib import TTFont  # only a brief with charts needs it

    font = TTFont(io.BytesIO(data))
    table = font["name"]
    table.names = []
    for number, text in ((1, name), (2, "Regular"), (4, f"{name} {weight}"), (6, f"{name.replace(' ', '')}-{weight}")):
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    return boxes.saved(font)


def under_its_name(cut: Cut) -> bytes:
    """The font of a cut as one that calls itself by the family that the brand gives it, for an engine that asks it."""
    name = hb.Face(cut.data).get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    return cut.data if name == cut.family else _renamed(cut.data, cut.family, int(cut.weight))


def measurer(brand: Brand, size: float) -> Callable[[str, bool], float]:
    """What tells how wide a text is in the headings face, semibold or not: in the unit that `size`, the type, is in."""
    faces = _heading_faces(brand)
    fonts = {}
    for bold, weight in ((False, 400), (True, 600)):
        face = hb.Face(_nearest(faces, weight).data)
        fonts[bold] = hb.Font(face)
        fonts[bold].scale = (face.upem, face.upem)
        fonts[bold].set_variations({"wght": float(weight), "opsz": TEXT_SIZE})

    @lru_cache(maxsize=10_000)
    def measure(text: str, bold: bool) -> float:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        try:
            hb.shape(fonts[bold], buffer)
        except MemoryError as error:  # HarfBuzz makes some thousand signs of a text at most
            message = f"the font of {faces[0].family} makes more signs of a few letters than can be set"
            raise RenderError(message, "let the brand name another font") from error
        return float(sum(place.x_advance for place in buffer.glyph_positions or ()) * size / fonts[bold].scale[0])

    return measure


def breadth(brand: Brand) -> float:
    """How wide the semibold letters of the headings face are beside those of our own: 1.16 is a sixth wider.

    What is laid out by numbers of letters has so many fewer on a line. A font without these letters has no breadth.
    """
    measured = measurer(brand, 1.0)(USUAL_WORDS, True) / OWN_WIDTH if brand.faces else 1.0
    return min(max(measured, NARROWEST), WIDEST)


USUAL_WORDS = "Options compared: cost of a connection, price of power and 1,250 hours of use (crowns)"
OWN_WIDTH = 0.496 * len(USUAL_WORDS)
"""What these words take in semibold Inter of size 1."""

NARROWEST, WIDEST = 0.3, 4.0
"""No letters that are read are narrower or wider: a font that is says something else of its signs."""

POSTSCRIPT = b"OTTO"
"""How a font with outlines of that kind begins, which Word does not embed."""


def _nearest(faces: Sequence[Face], weight: int) -> Face:
    """The face that varies, else that whose weight is nearest."""
    return min(faces, key=lambda face: 0 if " " in face.weight else abs(int(face.weight) - weight))


def _uses(brand: Brand) -> list[tuple[bool, Face]]:
    """The faces that are used, each once: text cuts of all, display cuts of the upright headings face."""
    families = set(brand.families.values())
    faces = [face for face in brand.faces if face.family in families]
    headings = [face for face in faces if face.family == brand.families["headings"] and face.style == "normal"]
    return [(False, face) for face in faces] + [(True, face) for face in headings]


CODE_WEIGHT = "400"
"""The one weight of code on pages."""


def _is_code(brand: Brand, face: Face) -> bool:
    """Whether a face is of our family for code, and of nothing else in this brand."""
    return face.family == CODE and CODE not in (brand.families["base"], brand.families["headings"])


def _own(brand: Brand) -> list[Face]:
    """The faces that are used, without our font for code."""
    return [face for _, face in _uses(brand) if not _is_code(brand, face)]


def _spare(brand: Brand, text: str) -> str:
    """The characters of a text for which only the family behind the others can have a sign."""
    if not brand.families.get(ARABIC):
        return ""
    own = _covered(face for face in _own(brand) if face.family != brand.families[ARABIC])
    return "".join(sorted(c for c in set(text) if ord(c) not in own and not c.isspace()))


def _sparing(brand: Brand, text: str, wanted: Sequence[tuple[bool, Face, str]]) -> list[Cut]:
    """The cuts of a text: of the family behind the others only what they lack, and nothing when they lack nothing."""
    spare, family = _spare(brand, text), brand.families.get(ARABIC)
    behind = [one for one in wanted if one[1].family == family] if spare else []
    return [*_cuts([one for one in wanted if one[1].family != family], text), *_cuts(behind, spare)]


def _cuts(wanted: Iterable[tuple[bool, Face, str]], text: str | None) -> list[Cut]:
    """A cut for each (display, face, weight); a face of one weight is cut once."""
    made: dict[tuple[str, str, str], Cut] = {}
    for display, face, weight in wanted:
        family = f"{face.family} Display" if display else face.family
        has = weight if " " in face.weight else face.weight
        if (family, has, face.style) not in made:
            data = _cut(face, text, has, DISPLAY_SIZE if display else TEXT_SIZE)
            made[family, has, face.style] = Cut(family, has, face.style, data)
    return list(made.values())


def _cut(face: Face, text: str | None, weight: str, size: float) -> bytes:
    """The font with only the characters of `text` (all, if None), at a weight or between two, at an optical size."""
    try:
        font = hb.Face(face.data)
        axes = {axis.tag: axis for axis in font.axis_infos}
        subset = hb.SubsetInput()
        subset.unicode_set.update(font.unicodes if text is None else {ord(char) for char in set(text + ALWAYS)})
        subset.flags = hb.SubsetFlags.NO_HINTING
        if "opsz" in axes:
            subset.pin_axis_location(font, "opsz", min(max(size, axes["opsz"].min_value), axes["opsz"].max_value))
        if "wght" in axes:
            _set_weight(subset, font, weight, (axes["wght"].min_value, axes["wght"].max_value))
        made: bytes = hb.subset(font, subset).blob.data
    except (RuntimeError, ValueError) as error:
        raise _damaged(face, "could not be read") from error
    if missing := KEPT - set(hb.Face(made).table_tags):
        raise _damaged(face, f"is damaged: its table {min(missing)} cannot be used")
    if blank := _blank_letters(made, ALWAYS if text is None else text + ALWAYS):
        raise _damaged(face, f"is damaged: it prints nothing for {' '.join(blank[:10])}")
    return made


KEPT = frozenset(("cmap", "head", "hhea", "hmtx", "maxp"))
"""The tables that a cut has, if those of the font could be read."""


def _damaged(face: Face, what: str) -> RenderError:
    hint = "use whole TTF or OTF files; briefkit brand check names the one that is damaged"
    return RenderError(f"the font {face.family} ({face.weight} {face.style}) {what}", hint)


def _blank_letters(data: bytes, text: str) -> str:
    """The letters and digits of a text that a font has a sign for but no outline, in order, if its tables are damaged.

    They are when it prints no English letters, or none of many others; a few odd letters are blank in good fonts too.
    """
    face = hb.Face(data)
    if face.has_color_paint or face.has_color_layers or face.has_color_svg:
        return ""  # their outlines may stand elsewhere
    font, pen, drawn = hb.Font(face), hb.DrawFuncs(), []
    pen.set_move_to_func(lambda x, y, _: drawn.append(True))
    letters = {
        char: sign for char in sorted(set(text)) if char.isalnum() and (sign := font.get_nominal_glyph(ord(char)))
    }
    blank = []
    for char, sign in letters.items():
        drawn.clear()
        font.draw_glyph(sign, pen)
        blank += [] if drawn else [char]
    is_damaged = len(blank) * FEW_BLANK > len(letters) or any(map(str.isascii, blank))
    return "".join(blank) if is_damaged else ""


FEW_BLANK = 10
"""Of how many letters one may be blank."""


def _set_weight(subset: hb.SubsetInput, font: hb.Face, weight: str, limits: tuple[float, float]) -> None:
    """Pin the weight, or keep the axis between two weights."""
    low, _, high = weight.partition(" ")
    if high:
        subset.set_axis_range(font, "wght", max(float(low), limits[0]), min(float(high), limits[1]))
    else:
        subset.pin_axis_location(font, "wght", min(max(float(low), limits[0]), limits[1]))


def covered_characters(brand: Brand) -> frozenset[int]:
    """The code points for which every used face has a glyph, or those for Arabic, which stand behind the others.

    Our font for code does not count: behind it stands that of headings.
    """
    faces = _own(brand)
    behind = [face for face in faces if face.family == brand.families.get(ARABIC)]
    own = _covered(face for face in faces if face not in behind)
    return own | _covered(behind) if behind else own


def _covered(faces: Iterable[Face]) -> frozenset[int]:
    return frozenset.intersection(*(frozenset(hb.Face(face.data).unicodes) for face in faces))


def count_characters(face: Face) -> int:
    """How many characters a face has; RenderError when it is no font that can be cut to them, at its weights."""
    characters = "".join(map(chr, sorted(hb.Face(face.data).unicodes)))
    if not characters:
        raise RenderError(f"the font {face.family} holds no characters", "use whole TTF or OTF files")
    for weight in {face.weight, *face.weight.split()}:
        _cut(face, characters, weight, TEXT_SIZE)
    return len(characters)


def missing_characters(brand: Brand, text: str) -> str:
    """The characters of `text` for which some used family has no glyph, in order; blanks and controls aside."""
    has = covered_characters(brand)
    return "".join(sorted(c for c in set(text) if ord(c) not in has and not c.isspace() and c.isprintable()))
