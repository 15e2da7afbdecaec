"""A node of the front matter in, the value that its key holds out; Unfit, with the cure, where it is no such thing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefkit.model import Author, Funding, Licence, Place, Series
from briefkit.near_misses import did_you_mean
from briefkit.parse.licences import find_licence, licence_hint
from briefkit.parse.typed_days import day_hint
from briefkit.patterns import regex
from briefkit.strict_yaml import Node
from briefkit.values import Value

DATE = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?([Zz]|[+-](0[0-9]|1[0-4]):(00|15|30|45))")
WITHOUT_ZONE = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?")
LANGUAGE = regex(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-(?![Uu][Kk]\b)([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)
SIZE = regex(r"(?=[0-9]*[1-9]|[0-9]+\.[0-9]?[1-9])[0-9]{1,5}(?:\.[0-9]{1,9})?(?:cm|mm|in|inch|px|pt|pc|em|%)?")
"""The width or height of a picture as pandoc takes it, and of which there is something to see."""
ADDRESS = regex(r"https?://[^\s/?#@\\\"<>^`{|}]+([/?][^\s#\\\"<>^`{|}]*)?", re.IGNORECASE)
ORCID = regex(r"(https?://(www\.)?orcid\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx]/?")
LANGUAGES = {
    **{"english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es"},
    **{"español": "es", "portuguese": "pt", "português": "pt", "arabic": "ar"},
}
"""Languages by the names that authors write where a tag is asked for."""

AUTHOR = ("name", "affiliation", "orcid", "email")
SERIES = ("name", "number")
"""What is said of an author and of a series."""

MEANT = {
    **dict.fromkeys(("final", "released", "public"), "write published, or approved while it is not out yet"),
    **dict.fromkeys(("review", "under-review"), "write in-review"),
    **dict.fromkeys(
        ("policy-brief", "brief", "report", "memo", "policy-memo", "policy-paper"),
        "a type says what a brief must have (docs/types.md); without one nothing is asked. Its look is template: ...",
    ),
}
"""What authors write for a status or a type, and what to write for it."""

VERSION = "1"
"""The version of the front matter; another one would hold other keys."""


class Unfit(Exception):
    """A value is not what its key holds; the message says what would be, and the hint how to get there."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def read_text(node: Node) -> str:
    """A text, without the blanks around it."""
    if node.kind != "text":
        belongs = "these brackets belong" if node.kind != "list" else "brackets belong"
        if node.pairs and node.pairs[0][0].place.column == node.place.column:  # else it begins with a brace
            belongs = "this colon belongs"
        hint = f"put it in quotes where {belongs} to it"
        raise Unfit("must be text", f"write one text and no list; {hint}" if node.kind == "list" else hint)
    return node.text.strip()


def read_texts(node: Node) -> tuple[str, ...]:
    """A text or a list of them."""
    if node.kind == "mapping":
        raise Unfit("must be text or a list of texts", "put it in quotes where it holds a colon")
    return tuple(read_text(item) for item in node.items) if node.kind == "list" else (read_text(node),)


ITEM = regex(r"(?P<indent>[ \t]{0,80})(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?=\S)")


def part_messages(node: Node) -> Node:
    """A text that holds a list, or several paragraphs, as the list that it is; any other value as it is."""
    lines = node.text.strip("\n").split("\n")
    first = ITEM.match(lines[0])
    parts: list[list[str]] = []
    for line in lines:
        item = ITEM.match(line)
        if first and item and len(item["indent"]) <= len(first["indent"]):
            parts.append([line[item.end() :]])
        elif not first and (not parts or not line.strip()):
            parts.append([line])
        else:
            parts[-1].append(line)
    texts = tuple(text for part in parts if (text := "\n".join(part).strip()))
    if not first and len(texts) < 2:
        return node
    return Node(tuple(Node(text, "text", node.place) for text in texts), "list", node.place)


def read_version(node: Node) -> str:
    """The version of the front matter."""
    if read_text(node) != VERSION:
        hint = f"write briefkit: {VERSION}, or update briefkit if this brief needs a later one"
        raise Unfit(f"must be {VERSION}, the version of the front matter that is read here", hint)
    return VERSION


def read_date(node: Node) -> str:
    """A day that there is."""
    text = read_text(node)
    if not is_day(text):
        moving = text.strip("\\").lower() in ("today", "now", "last-modified")
        hint = "no clock is looked at: write the day" if moving else day_hint(text)
        raise Unfit("must be a date such as 2026-11-23", hint)
    return text


def is_day(text: str) -> bool:
    """Whether a text is a day that there is, as `2026-11-23`."""
    return DATE.fullmatch(text) is not None and _is_time(text)


def read_moment(node: Node) -> str:
    """A day and a time of it with its zone, as `2026-12-01T06:00+01:00`."""
    text = read_text(node)
    if MOMENT.fullmatch(text) and _is_time(text.upper()):
        return text.upper().replace(" ", "T")
    hint = "write it as 2026-12-01T06:00+01:00, or with Z at its end for UTC"
    if WITHOUT_ZONE.fullmatch(text) and _is_time(text):
        hint = f"add the zone: {text}Z for UTC, {text}+01:00 for an hour ahead of it"
        raise Unfit("has no time zone, so nobody can tell when it ends", hint)
    if DATE.fullmatch(text) and _is_time(text):
        raise Unfit("must be a day with its time and time zone", f"write {text}T06:00Z; embargo takes the day alone")
    raise Unfit("must be a day with its time and time zone", hint)


def _is_time(text: str) -> bool:
    """Whether the calendar and the clock have what is written so."""
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_language(node: Node) -> str:
    """A language tag: language, script, region, variants."""
    text = node.text
    if LANGUAGE.fullmatch(text):
        return text
    raise Unfit("must be a language tag such as en-GB (BCP 47)", _language_hint(text))


def _language_hint(text: str) -> str:
    joined = text.replace("_", "-")
    if joined.lower().endswith("-uk"):
        joined = f"{joined[:-2]}GB"
    meant = LANGUAGES.get(text.lower(), joined if joined != text and LANGUAGE.fullmatch(joined) else "")
    return f"did you mean '{meant}'?" if meant else ""


def read_address(node: Node) -> str:
    """An address on the web, whole and without a fragment."""
    text = read_text(node)
    if not ADDRESS.fullmatch(text):
        hint = f"did you mean 'https://{text}'?" if ADDRESS.fullmatch(f"https://{text}") and "." in text else ""
        raise Unfit("must be a whole address such as https://example.org/briefs/pumps", hint)
    return text


def read_licence(node: Node) -> Licence:
    """A licence by its SPDX identifier, or one of Creative Commons as people write it."""
    text = read_text(node)
    found = find_licence(text)
    if found is None:
        raise Unfit("must be the SPDX identifier of a licence, or one such as CC BY 4.0", licence_hint(text))
    return found


def read_funding(node: Node) -> Funding:
    """Who paid: a statement, or the names of those who did."""
    return Funding(funders=read_texts(node)) if node.kind == "list" else Funding(read_text(node))


class OneOf(Value):
    """Reads one of some texts."""

    values: tuple[str, ...]

    def __call__(self, node: Node) -> str:
        """The text; Unfit for another one."""
        text = read_text(node)
        if text not in self.values:
            near = did_you_mean(text, self.values)
            message = f"must be one of {', '.join(self.values)}" + (f"; {near}" if near else "")
            raise Unfit(message, MEANT.get("-".join(text.casefold().split()), ""))
        return text


def one_of(*values: str) -> OneOf:
    """The reader of one of these texts."""
    return OneOf(values)


def _author(node: Node) -> Author:
    if node.kind == "text":
        return Author(read_text(node))
    values = _mapping(node, AUTHOR)
    if not values.get("name"):
        raise Unfit("needs a name")
    return Author(**{**values, "orcid": checked_orcid(values.get("orcid", ""))[0]})


def read_authors(node: Node) -> tuple[Author, ...]:
    """A name, or what is known of an author, or a list of these; an ORCID that cannot be right is left out."""
    return tuple(_author(item) for item in node.items) if node.kind == "list" else (_author(node),)


def odd_orcids(node: Node) -> Iterator[tuple[Place, str, str]]:
    """The ORCIDs in a list of authors that cannot be right: where, why, and the cure."""
    for author in node.items or (node,):
        for key, value in author.pairs:
            if key.text == "orcid" and value.text.strip():
                _, why, hint = checked_orcid(value.text.strip())
                if why:
                    yield value.place, why, hint


def checked_orcid(text: str) -> tuple[str, str, str]:
    """An ORCID without its address, or what is wrong with it and the cure."""
    text = text.strip()
    if not text:
        return "", "", ""
    if not ORCID.fullmatch(text):
        digits = re.sub(r"[\s\u2010-\u2015-]", "", text.rstrip("/").rsplit("/", 1)[-1]).upper()
        whole = re.fullmatch(r"[0-9]{15}[0-9X]", digits)
        hint = f"did you mean '{_in_fours(digits)}'?" if whole else "write it as 0000-0002-1825-0097"
        return "", "is no ORCID, which has 16 digits in groups of four", hint
    digits = text.rstrip("/").rsplit("/", 1)[-1].replace("-", "").upper()
    if check_character(digits[:15]) != digits[15]:
        hint = "copy it from the page of its owner at orcid.org"
        return "", "cannot be an ORCID: its last character does not fit the others, so one is mistyped", hint
    return _in_fours(digits), "", ""


def _in_fours(digits: str) -> str:
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def check_character(digits: str) -> str:
    """The character that checks these digits: ISO 7064, modulo 11, radix 2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def read_series(node: Node) -> Series:
    """The series of a brief: its name, or name and number."""
    return Series(read_text(node)) if node.kind == "text" else Series(**_mapping(node, SERIES))


def _mapping(node: Node, known: tuple[str, ...]) -> dict[str, str]:
    if node.kind != "mapping":
        raise Unfit(f"must hold {', '.join(known)}")
    for key, _ in node.pairs:
        if key.text not in known:
            near = did_you_mean(key.text, known)
            raise Unfit(f"does not know '{key.text}'" + (f"; {near}" if near else ""))
    return {key.text: read_text(value) for key, value in node.pairs}


def read_options(node: Node) -> dict[str, str]:
    """Texts by names, whatever these are: a template says which ones it knows."""
    if node.kind != "mapping":
        raise Unfit("must hold the options of the template")
    return {key.text: read_text(value) for key, value in node.pairs}
