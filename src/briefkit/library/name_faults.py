"""The value of a field of names in, what keeps its parts from being names out, each with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefkit.library.given_names import GIVEN, is_pair
from briefkit.library.names import Name, split_first_names
from briefkit.library.organisations import is_organisation
from briefkit.patterns import regex
from briefkit.text import shorten
from briefkit.values import Value

_ENTITY = regex(r"&#?\w{1,31};")
_NUMBER = regex(r"[\d\s.,/()-]+")
_GIVEN = regex(r"\s*(?:family|given|prefix|suffix|id|useprefix)[\w-]*\s*=")
_CALL = regex(r"(?:\A|[\s,.-])[^\W\d_]{2,}\d{1,2}\Z|[a-z]\}\d{1,2}\Z")
"""A word that runs into the figure of a note; `J9` and `R2D2` are names."""

_HIDDEN_AND = regex(r"\\\sand\Z", re.IGNORECASE)
_HOUSE = regex(r",\s*(?:inc|ltd|llc|llp|plc|co|corp|gmbh|sons|s\.?a|eds?)\b", re.IGNORECASE)
_COMMAS = 2
_WORD = r"[^\W\d_][\w'\u2019-]++"
_FIRST_LAST = regex(rf"(?:[^\W\d_]\.[~-]?+ ?+)++{_WORD}(?: {_WORD})*+")
_LAST_FIRST = regex(rf"(?:{_WORD} )++(?!II|IV|MD)[A-Z]{{1,3}}")
"""`J. A. Doe` and `Doe JA`: a whole name, whichever way round."""

_FULL = regex(rf"(?:{_WORD} )++(?:[^\W\d_]\. ?+)++{_WORD}(?: {_WORD})*+")
"""`Jane A. Doe`: no given name goes on behind an initial, if a family name of two words stands before it."""

_INITIALS_LAST = regex(rf"(?:{_WORD}\.? )++(?:[^\W\d_]\.[ ~-]?+)++")
"""`Doe J. A.`: no name ends in initials, but for one that lacks its comma."""

_PARTICLE = regex(r"(?:al|ben|bin|d[aeiou]|de[lnr]|dos|el|l[ae]|ter|v[ao]n)\b", re.IGNORECASE)
_SUFFIX = regex(
    r"[a-z\u00e0-\u00ff{\\].*|[JS]r|I{1,3}|I?V|VI{1,3}|I?X|\d(?:st|nd|rd|th)|Esq|M\.?\s?[AD]|Ph\.?\s?D|S\.?\s?J|O\.?\s?P"
    r"|O\.\s?[A-Z]\.\s?[A-Z]|Junior|J\u00fanior|Filho|Neto|Sobrinho|(?:Baron|Count|Duke|Earl|Lord|Marquis|Prince|Sir)\b.*"
)
"""What may stand between two commas: `King, Jr., Martin Luther`, `Orl\u00e9ans, duc d', Philippe`."""

_LAST_SUFFIX = regex(r"(?P<family>[^,{}]+), (?P<given>[^,{}]+), (?P<suffix>[JS]r\.?|I{2,3}|IV)")
"""`King, Martin Luther, Jr.`, as reference lists have it."""

_ENDING = regex(
    r"(?P<given>[^\s,{}=]+(?: [^\s,{}=]+)*?) (?P<family>(?:[a-z\u00e0-\u00ff][\w'\u2019]* )*[^\W\d_a-z][\w'\u2019.-]+)"
    r",? (?P<suffix>[JS]r\.?|I{2,3}|IV)"
)
"""`Martin Luther King, Jr.` and `Martin L. King Jr.`, whose family name is Jr. to BibTeX, or all but that."""

_CAPITALISED = regex(r"(?:[^\W\d_a-z][^\W\d_A-Z.]+(?:-(?=\w)|\Z))+")
"""`Doe` and `Cohen-Tannoudji`, a word with its capital and no others."""

_LAST_WORD = regex(r"[JS]r\.?|I{2,3}|IV")
_LONGEST_NAME = 100
"""Characters of a name that may have such an end."""

AND_ABROAD = regex(r" (?:(?P<sure>et|och|og|und)|e|i|y|\\?&) ")
"""'And' in other languages, of which some stand in family names as well: `Ortega y Gasset`, `Costa e Silva`."""

_HOMEPAGE = regex(r"(?P<name>[^()]*[^()\s])\s*\((?:https?|ftp)://[^()\s]+\)")
"""What some sites write for an author: `Jane Doe (https://example.org/users/1)`."""

_LOOSE_HYPHEN = regex(r"(?<=[^\W\d_]) [-\u2010\u2011] (?=[^\W\d_])")
"""The hyphen of a double name with blanks beside it: `Jane Doe - Roe`."""

_ONLY_SUFFIX = regex(r"[JS]r|I?II|Iii|IV")
_TITLE = regex(r"(?:\A|[\s{,~])((?:Assistant |Associate |Full )?Prof(?:essor)?|Dr)(?=[\s.,}~]|\Z)")
_DOCTOR = regex(r"Dr\.? \S+")
"""`Dr. Seuss` is what he is called."""

_ROLE = regex(r"\((?:eds?|editors?|hrsg|hg|orgs?|coords?|comps?|trans|moderator)\b[^()]{0,9}\)", re.IGNORECASE)
_BRACED_PERSON = regex(
    rf"(?!(?:U\. ?[KNS]|E\. ?U)\.)(?:[^\W\d_]\.[~-]?+ ?+)++{_WORD}(?: {_WORD})*+"
    rf"|{_WORD}(?: {_WORD})*+,(?: {_WORD})*+(?: ?+[^\W\d_]\.)++"
)
_BRACED_AUTHOR = regex(rf"{_WORD}(?: {_WORD})*+, [A-Z]{{1,3}}")
_BRACED_AND = regex(r"\band\b|\\?&", re.IGNORECASE)
_BRACED_OTHERS = regex(r"\s(and others|et al\.?)\}\Z")
PARTED = "write 'and' between names"
"""How the cures begin of what is parted by other signs."""


class NameFault(Value):
    """What is wrong with a list of names, and what cures it."""

    what: str
    cure: str


USUAL = 2_000
"""Characters of a value that may be looked at once more, for a short way."""

_UNUSUAL = regex(
    r"[{}\\~;:=&()\d]|\b(?:et|al|others|prof|professor|dr|[js]r|iii?|iv)\b|\s(?:e|i|och|og|und|y|[-\u2010\u2011])\s",
    re.IGNORECASE,
)
_AND = regex(r"\band\b", re.IGNORECASE)
_USUAL = regex(
    r"(?!\w\.[^,]*,\s*\w\.|[^,]*\s[A-Z]{1,3},[^,]*\s[A-Z]{1,3}\Z"  # what two names may be
    r"|[^,\s]+\s[^,]*,[^,]*\s[^\W\d_]\.\s*[^\W\d_]{2}|[^,\s]+\s[^\W\d_]\.\s*[^\W\d_]{2}[^,]*,[^,]*[^,\s]\s"
    r"|[^,]*\s(?:(?:[^\W\d_]\.[~-]?)+|[A-Z]{1,3})\Z)"  # what may lack its comma
    r"[^\W\d_][^,]*(?:,\s*[^\W\d_][^,]*)?"
)


def _are_usual(value: str) -> bool:
    """Whether all names of a value are plain words, or such words before and behind a comma, as most are."""
    names = value.split(" and ")
    if _UNUSUAL.search(value) or len(_AND.findall(value)) != len(names) - 1:
        return False
    if len(names) > 2 and value.count(",") == 1:
        return False
    if "," in value and any(name.split(maxsplit=1)[0] in GIVEN for name in names if "," in name.strip(" ,\n")):
        return False
    return all(_USUAL.fullmatch(name.strip()) for name in names)


def find_name_faults(value: str) -> Iterator[NameFault]:
    """What is wrong with the names of a value, each kind of fault once."""
    if len(value) <= USUAL and _are_usual(value):
        return
    names = split_first_names(value)
    if turned := next((name for name in names if is_turned(name, names)), None):
        what = f"'{shorten(turned.text)}' has its initials behind and no comma, so that they count as the family name"
        yield NameFault(what, f"write '{shorten(put_comma(turned.text))}'")
    seen, run = set[str](), find_run(names)
    for number, name in enumerate(names):
        for kind, fault in _judge(names, number, name, run):
            if kind not in seen:
                seen.add(kind)
                yield fault


def is_turned(name: Name, names: Sequence[Name]) -> bool:
    """Whether a name has its initials behind and no comma: `Doe J.`, or `Doe J` where all names are written so."""
    if len(name.parts) > 1 or "{" in name.text:
        return False
    if _INITIALS_LAST.fullmatch(name.text):
        return True
    people = names[:-1] if names[-1].text == "others" else names
    return len(people) > 1 and all(len(one.parts) == 1 and _LAST_FIRST.fullmatch(one.text) for one in people)


def put_comma(text: str) -> str:
    """A name with its initials behind and a comma before them."""
    initials = _LAST_INITIALS.search(text)
    if not initials:
        return text
    before = text[: initials.start()]
    return f"{before if ' ' in before else before.rstrip('.')}, {initials[0].strip()}"


_LAST_INITIALS = regex(r"\s(?:(?:[^\W\d_]\.[\s~-]?)+|[A-Z]{1,3})\Z")


def put_and(name: Name) -> str:
    """What another word for 'and' joins, `Doe J. et Roe A.`, with 'and' in its place; an empty text where none does."""
    text = name.text
    if "{" in text or not (joint := AND_ABROAD.search(text)):
        return ""
    sides = re.split(AND_ABROAD.pattern.replace("?P<sure>", "?:"), text)
    is_sure = joint["sure"] is not None or ("&" in joint[0] and any(map(_is_surely_person, sides)))
    is_sure = is_sure and not is_organisation(name)
    return " and ".join(sides) if all(_is_whole(side, is_sure) for side in sides) else ""


def _is_surely_person(text: str) -> bool:
    """Whether a name begins as people are called, or has initials before a family name."""
    return text.split(" ", 1)[0] in GIVEN or _FIRST_LAST.fullmatch(text) is not None


def _is_whole(text: str, is_sure: bool) -> bool:
    """Whether this is the name of one person: with initials, with a comma, or where it is sure by its capitals."""
    if any(shape.fullmatch(text) for shape in (_FIRST_LAST, _INITIALS_LAST, _LAST_FIRST, _FULL)):
        return True
    words = text.replace(",", " ").split()
    if "," in text:
        return text.count(",") == 1 and not text.startswith(",") and not text.endswith(",")
    return is_sure and 1 < len(words) < 6 and all(map(_CAPITALISED.fullmatch, words))


def find_ending(name: Name) -> re.Match[str] | None:
    """A whole name with a suffix behind it; a Roman figure is one where an initial or a comma stands: John Paul II was
    a pope.
    """
    last = name.parts[-1][-1:] if name.parts else ()
    if not (last and _LAST_WORD.fullmatch(last[0]) and len(name.parts) <= _COMMAS and len(name.parts[0]) > 1):
        return None
    found = _ENDING.fullmatch(name.text) if len(name.text) <= _LONGEST_NAME else None
    is_sure = found and (found["suffix"][0] in "JS" or "." in found["given"] or len(name.parts) > 1)
    return found if is_sure and not is_organisation(name) else None


def mend_name(name: Name) -> str:
    """The name without an address or `(Eds.)` behind it; `King, Jr., M. L.` for `King, M. L., Jr.`; several people
    without the braces that make one of them; else as it is.
    """
    if "{" not in name.text and _LOOSE_HYPHEN.search(name.text) and not is_organisation(name):
        return _LOOSE_HYPHEN.sub("-", name.text)
    people = list_braced(name)
    if len(people) > 1 or (people and "," in people[0]):
        return " and ".join(people)
    if (role := _find_role(name.text)) and role.start() and role.end() == len(name.text):
        return name.text[: role.start()].rstrip()
    if found := _HOMEPAGE.fullmatch(name.text):
        return found["name"]
    if found := find_ending(name):
        return f"{found['family']}, {found['suffix']}, {found['given']}"
    if (found := _LAST_SUFFIX.fullmatch(name.text)) and not _SUFFIX.fullmatch(found["given"].rstrip(".")):
        return f"{found['family']}, {found['suffix']}, {found['given']}"
    return name.text


def _judge(names: tuple[Name, ...], number: int, name: Name, run: Name | None) -> Iterator[tuple[str, NameFault]]:
    is_last = number == len(names) - 1
    if not any(_bare(word) for words in name.parts for word in words):
        yield _describe_empty(number, is_last, name)
    elif _is_torn(name.text):
        what = f"'{shorten(name.text)}' has one bracket of two: what stood in brackets was taken apart as names are"
        yield "torn", NameFault(what, "leave out what stood in the brackets")
    elif _GIVEN.match(name.text):
        return
    elif (ending := _find_et_al(name)) is not None:
        yield "et al", NameFault(f"'{shorten(name.text)}' says 'et al.'", f"write '{ending}and others'")
    elif name.text.lower() == "others" and (not is_last or number == 0):
        yield "others", NameFault("'others' is not the last of several names", "end the names with 'and others'")
    elif "://" in name.text and not name.text.startswith("{"):
        cure = "leave it out" if _HOMEPAGE.fullmatch(name.text) else "move it to 'url'"
        yield "address", NameFault(f"'{shorten(name.text)}' holds an address", cure)
    elif _NUMBER.fullmatch(name.text):
        what = "a number" if any(map(str.isdecimal, name.text)) else "no name"
        yield "number", NameFault(f"'{shorten(name.text)}' is {what}", "write the name")
    elif _is_joined(name):
        yield "semicolon", NameFault(f"'{shorten(name.text)}' holds a semicolon", PARTED)
    elif put_and(name):
        joint = AND_ABROAD.search(name.text)
        what = f"'{shorten(name.text)}' is several names with '{joint[0].strip() if joint else ''}' between them"
        yield "abroad", NameFault(what, PARTED)
    elif _is_listed(name):
        yield "ampersand", NameFault(f"'{shorten(name.text)}' holds an ampersand", PARTED)
    elif _is_run(name) or name is run or is_pair(name.parts):
        what = f"'{shorten(name.text)}' is {sum(map(bool, name.parts))} names with a comma between them"
        yield "run", NameFault(what, PARTED)
    elif any(_HIDDEN_AND.search(word) for part in name.parts for word in part):
        what = f"'{shorten(name.text)}' has a backslash before 'and', which is then no 'and' but a part of the name"
        yield "hidden and", NameFault(what, "delete that backslash")
    elif _CALL.search(name.text):
        yield "digit", NameFault(f"'{shorten(name.text)}' ends in a figure", "delete it, or put the name in braces")
    elif len(name.parts) > _COMMAS + 1:
        what = f"'{shorten(name.text)}' has {len(name.parts) - 1} commas, and a name has {_COMMAS} at most"
        yield "commas", NameFault(what, f"{PARTED}, and put the name of an organisation in braces")
    elif not all(name.parts):
        where = "begins with" if not name.parts[0] else "ends with" if not name.parts[-1] else "has nothing between"
        what = f"'{shorten(name.text.strip(', '))}' {where} {'commas' if 'nothing' in where else 'a comma'}"
        yield "comma", NameFault(what, "write 'Family, Given'")
    else:
        yield from _judge_parts(name)


def _is_torn(text: str) -> bool:
    """Whether a round bracket has no partner: `Jane Doe (idea, code and texts)` is two names to BibTeX."""
    depth = 0
    for sign in text if "(" in text or ")" in text else "":
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return True
    return depth > 0


def _judge_parts(name: Name) -> Iterator[tuple[str, NameFault]]:
    """What is wrong with the parts of a name that is otherwise in order."""
    text, told = name.text, f"'{shorten(name.text)}'"
    if len(name.parts) == len(name.parts[0]) == 1 and text.startswith("{"):
        if others := _BRACED_OTHERS.search(text):
            yield "braced others", NameFault(f"{told} holds '{others[1]}' in its braces", "write it behind them")
        elif list_braced(name):
            yield "braced", NameFault(f"{told} is in braces, as an organisation is", "delete these braces")
    elif (title := _TITLE.search(text)) and not _DOCTOR.fullmatch(text):
        yield "title", NameFault(f"{told} has a title in it, '{title[1]}'", "leave the title out")
    elif role := _find_role(text):
        yield "role", NameFault(f"{told} says '{role[0]}'", "leave it out: 'editor' and 'translator' are fields")
    elif len(name.parts) == _COMMAS and _ONLY_SUFFIX.fullmatch(" ".join(name.parts[0]).rstrip(".")):
        yield "suffix", NameFault(f"{told} has '{name.parts[0][0]}' for a family name", "write 'Family, Jr, Given'")
    elif (mended := mend_name(name)) != text and _LOOSE_HYPHEN.search(text):
        yield "hyphen", NameFault(f"{told} has blanks beside its hyphen", f"write '{shorten(mended)}'")
    elif mended != text:
        yield "suffix", NameFault(f"{told} has the '{name.parts[-1][-1]}' at its end", f"write '{shorten(mended)}'")
    elif len(name.parts) > _COMMAS and not _SUFFIX.fullmatch(middle := " ".join(name.parts[1]).rstrip(".")):
        what = f"{told} has '{middle}' between its commas, where 'Jr' stands"
        yield "middle", NameFault(what, f"{PARTED}, and 'Family, Jr, Given' in a name")


def _find_role(text: str) -> re.Match[str] | None:
    """What a name says of the part its bearer had, `(Eds.)`; not how he is called: `Edward (Ed) Roe`."""
    role = _ROLE.search(text)
    said = role[0][1:-1] if role else ""
    if role and said.isalpha() and any(word.startswith(said) for word in text[: role.start()].split()):
        return None
    return role


def _are_people(names: Sequence[str]) -> bool:
    """Whether all of these are people and not parts of an organisation: `Doe, J. R.`, and `Doe, JR` beside others."""
    return all(map(_BRACED_PERSON.fullmatch, names)) or (len(names) > 1 and all(map(_BRACED_AUTHOR.fullmatch, names)))


def _describe_empty(number: int, is_last: bool, name: Name) -> tuple[str, NameFault]:
    cure = "delete it, or write the name that is missing"
    if any(name.parts) or len(name.parts) > 1:
        return "empty", NameFault("a name is empty", "delete it, or write the name")
    if number == 0:
        return "first and", NameFault("the names begin with 'and'", cure)
    if is_last:
        return "last and", NameFault("the names end with 'and'", cure)
    return "and and", NameFault("'and' stands twice, with no name between", cure)


def _bare(word: str) -> str:
    return word.strip("{}., ")


def _find_et_al(name: Name) -> str | None:
    """Nothing, or what stands between a name that ends in `et al.` and the right ending: `Smith and `."""
    words = [word for part in name.parts for word in part]
    tail = [_bare(word).lower() for word in words[-2:]]
    if tail == ["et", "al"] or is_turned_et_al(name):
        return _before(name, 2)
    return _before(name, 1) if tail and " ".join(tail[-1].replace("~", " ").split()) in ("et al", "et. al") else None


def is_turned_et_al(name: Name) -> bool:
    """Whether a program has taken `et al.` for a person: `al, et`."""
    return [_bare(" ".join(part)) for part in name.parts] == ["al", "et"]


def _before(name: Name, count: int) -> str:
    parts = [list(part) for part in name.parts]
    while count and parts:
        if parts[-1]:
            parts[-1].pop()
            count -= 1
        else:
            parts.pop()
    text = ", ".join(" ".join(part) for part in parts if part).strip(", ")
    return f"{shorten(text)} " if text else ""


def _is_listed(name: Name) -> bool:
    """Whether an ampersand stands between the parts of two names: `Smith, Ann \\& Jones, Bob`."""
    words = {word for part in name.parts for word in part}
    return len(name.parts) > 1 and not words.isdisjoint(("&", "\\&")) and not _HOUSE.search(name.text)


def _is_run(name: Name) -> bool:
    """Whether each part between the commas is a whole name: `A. Doe, B. Roe` or `Doe A, Roe B`."""
    parts = [" ".join(words) for words in name.parts if words]
    if len(parts) > 1 and any(all(map(shape.fullmatch, parts)) for shape in (_FIRST_LAST, _LAST_FIRST)):
        return True
    return (
        len(parts) == len(name.parts) == _COMMAS
        and min(map(len, name.parts)) > 1
        and not _PARTICLE.match(parts[0])
        and any(map(_FULL.fullmatch, parts))
    )


def find_run(names: Sequence[Name]) -> Name | None:
    """The only name of several with a comma, `Jane Doe, Max Roe`, if it is two names; the others are at least two, or
    one where a comma ends these two: `Jane Doe, Max Roe, and Eve Poe`.
    """
    with_comma = [name for name in names if len(name.parts) > 1]
    others = [name for name in names if len(name.parts) == 1 and name.text != "others"]
    if len(with_comma) != 1 or not all(len(name.parts[0]) > 1 for name in others):
        return None
    run = with_comma[0]
    parts = run.parts if run.parts[-1] else run.parts[:-1]
    if len(others) < (2 if parts == run.parts else 1):
        return None
    are_whole = all(1 < len(words) < 4 and _is_whole(" ".join(words), True) for words in parts)
    is_pair = len(parts) == _COMMAS and not _PARTICLE.match(run.text) and not is_organisation(run)
    return run if are_whole and is_pair else None


def list_braced(name: Name) -> tuple[str, ...]:
    """The people who stand in the braces of an organisation: `{Doe, J. and Roe, A.}`, `{given=Jane, family=Doe}`, and
    three or more with commas, `{Jane Doe, Max Roe, Eve Poe}`; of other names nothing.
    """
    text = name.text
    if not (len(name.parts) == len(name.parts[0]) == 1 and text.startswith("{") and text.endswith("}")):
        return ()
    if _GIVEN.match(text[1:-1]):
        return (text[1:-1],)
    parted = tuple(" ".join(part.split()) for part in _BRACED_AND.split(text[1:-1].replace("~", " ")))
    if _are_people(parted):
        return parted
    listed = tuple(part.strip() for part in text[1:-1].split(","))
    are_whole = len(listed) > _COMMAS and all(_is_whole(part, True) for part in listed)
    return listed if are_whole and not is_organisation(name) else ()


def _is_joined(name: Name) -> bool:
    """Whether a semicolon outside braces parts what should be two names; that of `&eacute;` does not."""
    words = [word for part in name.parts for word in part]
    return any("{" not in word and _ENTITY.sub("", word).endswith(";") for word in words[:-1])
