"""A page goes in; what a person reads of it comes out, a line for each block, and what is wrong with its markup."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr rect use path".split())


class Page(HTMLParser):
    """Reads a page strictly: elements that do not nest are faults."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self.targets: set[str] = set()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is to be closed, named and led to."""
        self.elements[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href" and (value or "").startswith("#"):
                self.targets.add((value or "")[1:])
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("p", "li", "div", "h1", "h2", "h3", "h4", "dt", "dd", "th", "td", "figcaption"):
            self.texts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What closes itself."""
        self.elements[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Whatever is closed must be the last that was opened."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        """Text that a reader sees."""
        if not {"script", "style", "title"} & set(self.open):
            self.texts.append(data)

    @property
    def text(self) -> str:
        """What a person reads, a line for each block."""
        lines = (" ".join(line.split()) for line in "".join(self.texts).split("\n"))
        return "\n".join(line for line in lines if line) + "\n"
