"""A Document goes in, the plain values that templates print come out: strings, lists and mappings, no objects."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.assemble import structure, tree
from briefkit.assemble.chart_figures import has_charts
from briefkit.assemble.direction import direction, steady
from briefkit.assemble.grouping import GROUP
from briefkit.assemble.spacing import spaced_text, with_whole_ranges
from briefkit.assemble.tree import Node
from briefkit.brand import HEX
from briefkit.errors import TemplateError
from briefkit.model import Asset, Author, Brand, Document, Logo
from briefkit.patterns import regex
from briefkit.render.facts import facts, foot, memo_lines, organisation, series, words_of
from briefkit.render.fonts import measurer
from briefkit.render.metadata import description, json_ld, meta_tags, open_graph
from briefkit.render.page_fonts import PageFonts
from briefkit.render.titles import Setting, line_letters, title_share

FAMILY = regex(r"[\w -]+")
SHORT_LINE = 4
LEAST_END, MOST_END = 0.3, 18
"""What the last line of display type holds at least of a line, and how many letters are kept together at most where a
line has not twice as many: a phone has no room for more.
"""
STANDFIRST_LINE = 44
"""How many letters a line of the subtitle holds."""
COVER_EDGES, COVER_BAR = 48, 9.1
"""What is free at the sides of a cover, and what stands before its title, in millimetres."""
MARGIN_COLUMN = "44mm"
"""The margin column with its gap."""

PAGE_HEIGHTS = {"A4": 297, "letter": 279.4}
PAGE_WIDTHS = {"A4": 210, "letter": 215.9}
"""In millimetres."""
HEAD_LETTER = {"ltr": 1.36, "rtl": 1.05}
"""The mean width of a letter in running heads, in millimetres; letters that join are narrower."""
HEAD_SIZE, HEAD_SPACE = 7.6 * 25.4 / 72, 13
"""The type at the heads of pages and the room between its two parts, in millimetres."""
HEAD_GAP, LEAST_HEAD, MOST_HEAD = 6, 24, 90
"""What parts the two ends of a running head, and what a title has at least and at most, in letters."""

SURE_HEAD = 80
"""So many letters in all surely have room in our own fonts."""

LOWEST_IN_CONTENTS = 2
LONGEST_WATERMARK = 12


def page_values(document: Document, fonts: PageFonts) -> dict[str, Any]:
    """Everything a template may print, in a page with these fonts."""
    meta, brand, setting = document.meta, document.brand, title_setting(document)
    return {
        "lang": document.lang,
        "direction": direction(document.lang),
        "title": meta.title,
        "headline": _display(document, meta.title, title_line(document), fonts),
        "title_size": round(setting.size * title_share(document, setting), 1),
        "running_title": steady(running_title(document), document.lang),
        "standfirst": _display(document, meta.subtitle, STANDFIRST_LINE, fonts),
        "organisation": organisation(document),
        "series": series(document),
        "authors": [_author(author, document.lang) for author in meta.authors],
        "facts": [_steady(fact, document.lang) for fact in facts(document)],
        "keywords": list(meta.keywords),
        "url": meta.url,
        "licence": {"name": meta.licence.name, "url": meta.licence.url},
        "date": document.date,
        "marks": list(document.marks),
        "grouped": document.meta.references == "grouped",
        "labels": words_of(document).all(),
        "contents": [entry for entry in outline(document) if entry["level"] == 1],
        "outline": outline(document),
        "memo_lines": [_steady(line, document.lang) for line in memo_lines(document)],
        "watermark": watermark(document),
        "colours": checked_colours(brand),
        "families": fonts.families(_families(brand, printed=fonts.printed)),
        "fonts": fonts.faces(),
        "logo": _logo(brand.band_logo if _has_band(document) else brand.logo),
        "night_logo": {} if fonts.printed or _has_band(document) else _logo(brand.band_logo),
        "paper_logo": {} if fonts.printed or not _has_band(document) or _is_one_logo(brand) else _logo(brand.logo),
        "link": brand.link,
        "foot": [steady(part, document.lang) for part in foot(document)],
        "page_size": brand.page.size,
        "page_height": PAGE_HEIGHTS[brand.page.size],
        "margins": {side: f"{length:g}mm" for side, length in margins(document).items()},
        "indent": MARGIN_COLUMN if document.template.says("margin-column") else "0mm",
        "options": {
            name.replace("-", "_"): _option(value, document.lang) for name, value in document.template.options.items()
        },
        "charts": has_charts(document.ast["blocks"]),
        "description": description(document),
        "meta_tags": meta_tags(document),
        "open_graph": open_graph(document),
        "json_ld": json_ld(document),
    }


def title_line(document: Document) -> int:
    """How many letters of the title a printed line holds."""
    return line_letters(document, title_setting(document))


def title_setting(document: Document) -> Setting:
    """How the title is set in print: on a cover, in the band, or on plain paper."""
    options, sides, page = document.template.options, margins(document), PAGE_WIDTHS[document.brand.page.size]
    if document.template.says("cover"):
        return Setting(34, page - COVER_EDGES - COVER_BAR, 6, 24)
    width = page - sides["left"] - sides["right"]
    if options.get("head", "band") != "band":
        return Setting(23, width, 4, 36)
    column = float(MARGIN_COLUMN.removesuffix("mm")) if document.template.says("margin-column") else 0.0
    return Setting(20 if float(options.get("columns", 1)) > 1 else 25, width - column, 4, 36)


def _display(document: Document, text: str, line: int, fonts: PageFonts) -> str:
    """Display type for a page; a browser balances its lines itself, and a phone has no room for words kept together."""
    return steady(with_whole_ranges(ending_together(text, line) if fonts.printed else text), document.lang)


def ending_together(text: str, line: int) -> str:
    """Display type whose last word does not stand alone on a line that holds so many letters, nor two short ones.

    Where the last two words fill more than half of a line they are left apart, unless the last would be alone: the line
    above would be the short one.
    """
    words = tree.split_at_blanks(text)
    if len(words) <= SHORT_LINE or not _may_end(words, line):
        return text
    last = 2
    while _letters(words[-last:]) < line * LEAST_END and _letters(words[-last - 1 :]) <= line / 2:
        last += 1
    return " ".join([*words[:-last], "\u00a0".join(words[-last:])])


def _may_end(words: Sequence[str], line: int) -> bool:
    """Whether the last two words are put together: they are short, or else the last one would be alone."""
    end = _letters(words[-2:])
    if end <= line / 2:
        return True
    filled = 0
    for word in words:
        filled = len(word) if filled + 1 + len(word) > line else filled + 1 + len(word)
    return end <= MOST_END and filled == len(words[-1]) < line * LEAST_END


def _letters(words: Sequence[str]) -> int:
    return len(" ".join(words))


def running_title(document: Document) -> str:
    """The title as it stands at the head of each page: on one line, cut after a word where it is longer."""
    sides = margins(document)
    width = PAGE_WIDTHS[document.brand.page.size] - sides["left"] - sides["right"]
    room = width / HEAD_LETTER[direction(document.lang)]
    mark = len(" · ".join(document.marks))
    room = room / 2 - mark if mark else min(room - len(organisation(document)), _measured_room(document, width))
    return cut_after_word(document.meta.title, min(max(LEAST_HEAD, int(room - HEAD_GAP / 2)), MOST_HEAD))


def _measured_room(document: Document, width: float) -> float:
    """How many letters of the title have room beside who publishes: a font of the brand may be wider than ours, and so
    may the letters of two that fill the line.
    """
    title = document.meta.title[:MOST_HEAD]
    is_short = len(title) + len(organisation(document)) < SURE_HEAD and not document.brand.faces
    if direction(document.lang) == "rtl" or not title or is_short:
        return MOST_HEAD + HEAD_GAP
    measure = measurer(document.brand, HEAD_SIZE)
    letter = max(measure(title, False) / len(title), HEAD_SIZE / 10)
    return (width - HEAD_SPACE - measure(organisation(document), True)) / letter + HEAD_GAP / 2


def cut_after_word(text: str, most: int) -> str:
    """The text, or its first words, with an ellipsis; a word that is longer is cut itself."""
    if len(text) <= most:
        return text
    start = text[:most]
    return (start.rpartition(" ")[0] or start[:-1]).rstrip(" ,;:.–—-") + "…"


def _option(value: Any, lang: str) -> Any:
    """The value of an option; a text with the blanks of the language."""
    return spaced_text(value, lang) if isinstance(value, str) else value


def _steady(fact: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """A fact whose lines are not taken for ones that run the other way."""
    return {**fact, "lines": [steady(line, lang) for line in fact["lines"]]}


def margins(document: Document) -> dict[str, float]:
    """The margins of a printed page in millimetres: the brand's, and at the sides what the template adds."""
    page, more = document.brand.page, float(document.template.options.get("side-space", 0.0))
    return {"top": page.top, "right": page.right + more, "bottom": page.bottom, "left": page.left + more}


def watermark(document: Document) -> str:
    """What is printed across each page: a mark that is short enough, such as that of a draft."""
    return next((mark for mark in document.marks if len(mark) <= LONGEST_WATERMARK), "")


def outline(document: Document) -> list[dict[str, Any]]:
    """The headings of sections, down to level 2, with their identifiers and numbers; those of boxes are none."""
    made: list[dict[str, Any]] = []
    for node in _outside_boxes(document.ast["blocks"]):
        if tree.has_class(node, GROUP):
            continue
        if node["t"] == "Header" and node["c"][0] <= LOWEST_IN_CONTENTS and node["c"][1][0]:
            number, title = structure.parted_number(node["c"][2])
            made.append({"id": node["c"][1][0], "number": number, "title": tree.plain(title), "level": node["c"][0]})
    return made


def _outside_boxes(nodes: Sequence[Node]) -> Iterator[Node]:
    """The blocks, and those in blocks, but for what stands in a box: a reader looks for no section there."""
    for node in nodes:
        if node["t"] == "Div":
            yield from () if tree.has_class(node, *structure.BOXES) else _outside_boxes(node["c"][1])
        else:
            yield node


def capitals(document: Document) -> str:
    """What style sheets may set in capitals, in capitals: labels, the series line and headings; `í` needs an `Í`."""
    titles = [entry["title"] for entry in outline(document)]
    return "".join((*words_of(document).all().values(), series(document), *titles)).upper()


def checked_colours(brand: Brand) -> dict[str, str]:
    """The colours, each of them `#rrggbb` and nothing else; raises TemplateError."""
    wrong = [name for name, colour in brand.colours.items() if not HEX.fullmatch(colour)]
    if wrong:
        message = f"the colour {wrong[0]!r} of the brand is not written #rrggbb"
        raise TemplateError(message, "briefkit brand check tells more")
    return {name.replace("-", "_"): colour for name, colour in brand.colours.items()}


def checked_families(brand: Brand) -> dict[str, str]:
    """The font families, letters, digits, blanks and hyphens only; raises TemplateError."""
    wrong = [family for family in brand.families.values() if family and not FAMILY.fullmatch(family)]
    if wrong:
        message = f"the font family {wrong[0]!r} of the brand has characters that no family has"
        raise TemplateError(message, "briefkit brand check tells more")
    return {name.replace("-", "_"): family for name, family in brand.families.items()}


def _families(brand: Brand, *, printed: bool) -> dict[str, str]:
    """The families of a page. That of code is empty where it is one of text, and a browser has a better one.

    `code` is the family of code where it is none of text, `behind_code` what it lacks is printed in.
    """
    families, own = checked_families(brand), code_family(brand)
    made = {**families, "code": own, "behind_code": families["headings"] if own and printed else ""}
    return made if own or printed else {**made, "monospace": ""}


def code_family(brand: Brand) -> str:
    """The family of code, if that is none of text."""
    family = checked_families(brand)["monospace"]
    return "" if family in (brand.families["base"], brand.families["headings"]) else family


def data_uri(asset: Asset) -> str:
    """A picture as an address that holds it whole."""
    return f"data:{asset.media_type};base64,{b64encode(asset.data).decode('ascii')}"


def _has_band(document: Document) -> bool:
    """Whether the title stands on the dark band; the other heads are paper by day and dark by night."""
    return document.template.options.get("head", "band") == "band"


def _is_one_logo(brand: Brand) -> bool:
    """Whether the logo for the band is also that for paper."""
    return not brand.logo or not brand.band_logo or brand.logo.picture == brand.band_logo.picture


def _logo(logo: Logo | None) -> dict[str, Any]:
    if not logo:
        return {}
    return {"source": data_uri(logo.picture), "alt": logo.alt, "plate": logo.plate, "scale": logo.scale}


def _author(author: Author, lang: str) -> dict[str, str]:
    affiliation = steady(author.affiliation, lang)
    said = {"orcid": author.orcid, "orcid_address": author.orcid_address, "email": author.email}
    return {"name": steady(author.name, lang), "affiliation": affiliation, **said}
