"""The text of a citation style goes in, what keeps it from being used comes out.

pandoc follows a style that only names its parent, to the disk and to the net, sandbox or not: such a style is refused,
and so is one that pandoc would stop at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from briefkit.patterns import regex

CSL = "{http://purl.org/net/xbiblio/csl}"
SUBSTITUTE = regex(r"\ssubsequent-author-substitute(?:-rule)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")
DECLARED = regex(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def fault_of_style(text: str) -> str:
    """What is wrong with a style, in words that follow "the citation style x.csl"; empty for a good one."""
    if DECLARED.search(text):
        return "declares entities"
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - no entities, see above
    except (ElementTree.ParseError, ValueError) as error:
        return f"cannot be read: {error}"
    return "; ".join(_faults(root))


def parent_of_style(text: str) -> str:
    """The name of the style that this one says it is the same as; empty for one that stands by itself."""
    links = (link for link in _read(text).iter(f"{CSL}link") if link.get("rel") == "independent-parent")
    return next((link.get("href", "").rstrip("/").rpartition("/")[2] for link in links), "")


def is_of_notes(text: str) -> bool:
    """Whether a style puts citations into notes; the one that pandoc carries, an empty text, does not."""
    return _read(text).get("class") == "note"


def has_references(text: str) -> bool:
    """Whether a style has a list of references, where a citation may lead."""
    return not text or _read(text).find(f"{CSL}bibliography") is not None


def is_numeric(text: str) -> bool:
    """Whether a style prints the numbers of sources."""
    printing = (f"{CSL}text", f"{CSL}number")
    found = _read(text).iter()
    return any(one.tag in printing and one.get("variable") == "citation-number" for one in found)


def printed_of_entries(text: str) -> frozenset[str]:
    """What a style prints of an entry that is cited, by the names of CSL; empty where it prints words of its own."""
    root = _read(text)
    layout = root.find(f"{CSL}citation/{CSL}layout")
    macros = {macro.get("name", ""): macro for macro in root.iter(f"{CSL}macro")}
    waiting, seen, names = [layout] if layout is not None else [], set(), set[str]()
    while waiting:
        for element in waiting.pop().iter():
            called = element.get("macro", "")
            if "value" in element.attrib or (element.tag == f"{CSL}text" and "term" in element.attrib):
                return frozenset()
            if element.tag in PRINTING:
                names.update(element.get("variable", "").split())
            if called in macros and called not in seen:
                seen.add(called)
                waiting.append(macros[called])
    return frozenset() if names & OWN else frozenset(names)


PRINTING = tuple(f"{CSL}{name}" for name in ("text", "number", "date", "names"))
OWN = frozenset(("citation-number", "citation-label", "year-suffix", "locator", "first-reference-note-number"))
"""What a style makes itself, or takes from the citation."""


def naming_each_author(text: str) -> str:
    """The style without the dashes that stand for the author of the entry before: that one may be in another group."""
    return SUBSTITUTE.sub("", text)


def _read(text: str) -> ElementTree.Element:
    """A style as a tree; an empty element for what is none."""
    if not text or DECLARED.search(text):
        return ElementTree.Element("style")
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - no entities, see above
    except (ElementTree.ParseError, ValueError):
        return ElementTree.Element("style")


def _faults(root: ElementTree.Element) -> Iterator[str]:
    if root.tag != f"{CSL}style":
        yield "is no CSL style"
    elif any("parent" in value for link in root.iter() for name, value in link.items() if _local(name) == "rel"):
        yield "only names its parent"
    elif root.find(f"{CSL}citation/{CSL}layout") is None:
        yield "has no layout for citations"
    else:
        yield from _faults_of_macros(root)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _faults_of_macros(root: ElementTree.Element) -> Iterator[str]:
    macros = {macro.get("name", ""): frozenset(_called(macro)) for macro in root.iter(f"{CSL}macro")}
    yield from (f"has no macro '{name}'" for name in sorted(set(_called(root)) - macros.keys()))
    if circle := _in_circle(macros):
        yield f"has a macro that calls itself: '{min(circle)}'"


def _called(element: ElementTree.Element) -> Iterator[str]:
    return (found.get("macro", "") for found in element.iter() if "macro" in found.attrib)


def _in_circle(macros: Mapping[str, frozenset[str]]) -> set[str]:
    """The macros that are left when those that call none of the others are taken away again and again."""
    callers: dict[str, list[str]] = {name: [] for name in macros}
    for name, called in macros.items():
        for other in called & macros.keys():
            callers[other].append(name)
    waiting = {name: len(called & macros.keys()) for name, called in macros.items()}
    ended = [name for name, number in waiting.items() if not number]
    for name in ended:
        for caller in callers[name]:
            waiting[caller] -= 1
            if not waiting[caller]:
                ended.append(caller)
    return macros.keys() - set(ended)
