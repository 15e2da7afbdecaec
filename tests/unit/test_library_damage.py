"""Damaged libraries: each text with what is found in it, as `line:column CODE`, and the keys that are read."""

from __future__ import annotations

import logging

import pytest

from briefkit.library import read_library

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

CASES: dict[str, tuple[str, str, str]] = {
    # --- entries that are not closed
    "no closing brace at the end": ("@book{a,\n title = {X}", "1:1 BIB301", ""),
    "no closing brace before the next": ("@book{a,\n title = {X}\n\n@book{b, title = {Y}}", "1:1 BIB301", "b"),
    "no closing brace of a value": ("@book{a,\n title = {X,\n year = {2020}\n}\n@book{b,}", "1:1 BIB301", "b"),
    "no closing quote": ('@book{a,\n title = "X,\n year = 2020\n}\n@book{b,}', "1:1 BIB301", "b"),
    "no closing parenthesis": ("@book(a, title = {X}\n@book{b,}", "1:1 BIB301", "b"),
    "a string not closed": ("@string{x = {y}\n@book{b,}", "1:1 BIB301", "b"),
    "a preamble not closed": ('@preamble{"x"\n@book{b,}', "1:1 BIB301", "b"),
    "a comment not closed": ("@comment{x\n@book{b,}", "1:1 BIB301", "b"),
    "an escaped closing brace": ("@book{a, title = {X\\}}\n@book{b,}", "1:1 BIB301", "b"),
    "two broken in a row": ("@book{a, x={1}\n@book{b, x={1}\n@book{c,}", "1:1 BIB301, 2:1 BIB301", "c"),
    # --- heads
    "no key": ("@book{title = {X}}\n@book{b,}", "1:1 BIB302", "b"),
    "no key and no closing brace": ("@book{title = {X}\n@book{b,}", "1:1 BIB302", "b"),
    "an empty key": ("@book{,\n title = {X}\n}", "1:1 BIB302", ""),
    "two empty keys": ("@book{, x = {1}}\n@book{, x = {1}}", "1:1 BIB302, 2:1 BIB302", ""),
    "a blank in the key": ("\n@book{a b, title = {X}}", "2:1 BIB302", ""),
    "a sign in the key": ("@book{a~b, title = {X}}", "1:1 BIB302", ""),
    "a percent sign in the key": ("@book{a%b, title = {X}}", "1:1 BIB302", ""),
    "no comma after the key": ("@book{a\n title = {X}\n}\n@book{b,}", "1:1 BIB301", "b"),
    "a brace in the key": ("@book{{a}, title = {X}}\n@book{b,}", "1:1 BIB301", "b"),
    "no type": ("@{a, title = {X}}", "1:1 BIB301", ""),
    # --- fields
    "two commas": ("@book{a, title = {X},, year = 2020}", "1:1 BIB301", ""),
    "no equals sign": ("@book{a, title {X}}", "1:1 BIB301", ""),
    "no value before the end": ("@book{a, title = {X}, year}", "1:1 BIB301", ""),
    "no value before a comma": ("@book{a, year = , title = {X}}", "1:10 BIB301", "a"),
    "no name": ("@book{a, = {2020}, title = {X}}", "1:10 BIB301", "a"),
    "no name twice": ("@book{a, = {1}, = {2}}", "1:10 BIB301, 1:17 BIB301", "a"),
    "words for a name": ("@book{a,\n the year = {2020}}", "2:2 BIB301", "a"),
    "an escaped brace without a partner": ("@book{a, title = {A \\} b}, note = {\\{ c \\}}}", "1:22 BIB301", "a"),
    "an escaped quote in quotes": ('@book{a, note = "{\\"a} b", title = "5\\" discs"}', "1:39 BIB301", "a"),
    "words without braces": ("@book{a,\n publisher = Oxford Press,\n}", "2:14 BIB301", "a"),
    "a range without braces": ("@book{a, pages = 10--20}", "1:18 BIB301", "a"),
    "words after a value": ("@book{a, title = {X} and {Y}}", "1:22 BIB301", "a"),
    "a hash at the end": ("@book{a, title = {X} #}", "1:22 BIB301", "a"),
    "only a hash": ("@book{a, title = #}", "1:18 BIB301", "a"),
    "a field twice": ("@book{a,\n title = {X},\n Title = {Y}\n}", "3:2 BIB312", "a"),
    "a field three times": ("@book{a, x={1}, x={2}, x={3}}", "1:17 BIB312, 1:24 BIB312", "a"),
    # --- what is read all the same
    "parentheses": ('@book(a, title = {X (y)}, note = "1) z")', "1:1 BIB305", "a"),
    "parentheses in two entries": ("@book{b(1),}\n @book (\na,)\n@misc(c,)", "2:2 BIB305", "b(1) a c"),
    "a lost character": ("@book{a, title = {M\ufffd\ufffdller}}", "1:20 BIB306", "a"),
    "two encodings": ("@book{a, title = {CafÃ© â€™s}}", "1:22 BIB306, 1:25 BIB306", "a"),
    "a hidden character": ("@book{a, title = {X\u200bY}}", "1:20 DOC813", "a"),
    # --- strings
    "an undefined string": ("@book{a,\n publisher = oup\n}", "2:14 BIB311", "a"),
    "an undefined string in a chain": ('@book{a, title = "X" # oup # "Y"}', "1:24 BIB311", "a"),
    "two undefined strings": ("@book{a, x = one, y = two}", "1:14 BIB311, 1:23 BIB311", "a"),
    "a string made of an undefined one": ("@string{x = oup}\n@book{a, y = x}", "1:13 BIB311", "a"),
    "a string defined twice": ("@string{x = {1}}\n@string{X = {2}}\n@book{a, y = x}", "2:9 BIB303", "a"),
    "a string without a value": ("@string{x}\n@book{a,}", "1:1 BIB301", "a"),
    # --- keys
    "a key twice": ("@book{a, x={1}}\n@misc{a, x={2}}", "2:1 BIB303", "a"),
    "a key three times": ("@book{a,}\n@book{a,}\n@book{a,}", "2:1 BIB303, 3:1 BIB303", "a"),
    "keys that look the same": ("@book{\u00c5a,}\n@book{\u212ba,}", "2:1 BIB304", "\u00c5a \u212ba"),
    "keys that differ in capitals": ("@book{Ab,}\n@book{ab,}\n@book{AB,}", "2:1 BIB304, 3:1 BIB304", "Ab ab AB"),
    # --- glued fields
    "a comma missing": ("@book{a,\n title = {X}\n year = {2020}\n}", "3:2 BIB346", "a"),
    "two commas missing": ("@book{a,\n x = {X}\n y = 2020\n z = {Z}\n}", "3:2 BIB346, 4:2 BIB346", "a"),
    "a comma missing on one line": ("@book{a, title = {X} year = {2020}}", "1:22 BIB346", "a"),
    "a comma missing after a number": ("@book{a, year = 2020\n month = jan}", "2:2 BIB346", "a"),
    "a comma missing after quotes": ('@book{a, title = "X"\n year = "2020"}', "2:2 BIB346", "a"),
    "a brace moved behind the next field": ("@book{a, title = {X,\n year = {2020}}}", "2:2 BIB346", "a"),
    "a field inside braces": ("@book{a, title = {{X}\n year = {2020}}}", "2:2 BIB346", "a"),
    "a brace too many": ("@book{a, title = {X}},\n year = {2020}\n}\n@book{b,}", "2:2 BIB346", "a b"),
    "a brace too many on one line": ("@book{a, title = {X}}, year = {2020}}\n@book{b,}", "1:24 BIB346", "a b"),
    # --- strays
    "a forgotten at": ("book{a,\n title = {X}\n}\n@book{b,}", "1:1 BIB347", "b"),
    "a blank after the at, and an unknown type": ("@ bok {a, title = {X}}\n@book{b,}", "1:1 BIB347", "b"),
    "a brace on the next line, and an unknown type": ("@bok\n{a, title = {X}}\n@book{b,}", "1:1 BIB347", "b"),
    "a hyphen in the type": ("  @in-proceedings{a, title = {X}}\n@book{b,}", "1:3 BIB347", "b"),
    "no brace at all": ("@book a, title = {X}\n@book{b,}", "1:1 BIB347", "b"),
    "an at alone in its line, and an unknown type": ("@\nbok{a, title = {X}}\n@book{b,}", "1:1 BIB347", "b"),
    "RIS": ("@book{a,}\nTY  - JOUR\nAU  - Doe, A.\nER  - \n\nTY  - BOOK\nTI  - X\n", "2:1 BIB347, 6:1 BIB347", "a"),
    "EndNote": ("%0 Journal Article\n%A Roe, R.\n%T X\n@book{b,}", "1:1 BIB347", "b"),
    "PubMed": ("\nPMID- 123\nOWN - NLM\nTI  - X\n@book{b,}", "2:1 BIB347", "b"),
    "curly quotation marks": ("@book{a,\n x = \u201cDoe, A\u201d,\n y = {1}\n}\n@book{b,}", "1:1 BIB301", "b"),
    "a page of the web": ("\n<!DOCTYPE html>\n<html>\n<pre>\n@book{b,}\n</pre>", "2:1 BIB347", "b"),
    "a page of the web without its kind": ("<html lang=x>\n@book{b,}", "1:1 BIB347", "b"),
    "a merge between entries": ("<<<<<<< HEAD\n@book{a,}\n=======\n@book{b,}\n>>>>>>> x\n", "1:1 BIB347", "a b"),
    "a merge in an entry": (
        "@book{a,\n<<<<<<< HEAD\n title = {X},\n=======\n title = {Y},\n>>>>>>> x\n year = {1}\n z\n}\n@book{b,}",
        "2:1 BIB347, 8:2 BIB301",
        "a b",
    ),
    "a merge in a value": ("@book{a, note = {X\n<<<<<<< HEAD\n}}\n", "2:1 BIB347", "a"),
    "fields before any entry": ("title = {X},\n@book{b,}", "1:1 BIB347", "b"),
    "a lone brace": ("@book{a,}\n}\n@book{b,}", "2:1 BIB347", "a b"),
    "a lone comma": (",\n@book{b,}", "1:1 BIB347", "b"),
    "commented out by a sign": ("% @book{a, title = {X}}\n@book{b,}", "1:3 BIB347", "b"),
    "commented out over lines": ("% @book{a,\n%  title = {X}\n% }\n@book{b,}", "1:3 BIB347", "b"),
    "commented out by @comment": ("@comment{\n@book{a, x = {1}}\n}\n@book{b,}", "2:1 BIB347", "b"),
    "an at in an abstract": ("@book{a, abstract = {So\n@foo{x} it is}}\n@book{b,}", "2:1 BIB347", "a b"),
    "an at in what is left open": ("@book{a, abstract = {So\n@misc{x}\n@book{b,}", "1:1 BIB301, 2:1 BIB347", "b"),
    "two strays in a row": ("book{a, x = {1}}\narticle{c, x = {1}}\n@book{b,}", "1:1 BIB347, 2:1 BIB347", "b"),
    # --- links
    "a parent that is missing": ("@book{a,\n crossref = {z}\n}", "2:13 BIB342", "a"),
    "one of two that is missing": ("@xdata{x,}\n@book{a, xdata = {x, z}}", "2:18 BIB342", "a x"),
    "a parent that is broken": ("@book{a, crossref = {b}}\n@book{b, x = {1}", "1:21 BIB342, 2:1 BIB301", "a"),
    "itself by another key": ("@book{a, ids = {b}, crossref = {b}}", "1:32 BIB343", "a"),
    "itself": ("@book{a, crossref = {a}}", "1:21 BIB343", "a"),
    "each other": ("@book{a, crossref = {b}}\n@book{b, crossref = {a}}", "1:21 BIB343", "a b"),
    "a ring of three, by both fields": (
        "@book{a, crossref = {b}}\n@book{b, xdata = {c}}\n@xdata{c, crossref = {a}}",
        "1:21 BIB343",
        "a b c",
    ),
    "two rings": ("@book{a, xdata={a}}\n@book{b, xdata={b}}", "1:16 BIB343, 2:16 BIB343", "a b"),
    "six links in a row": (
        "".join(f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(6)) + "@book{k6,}",
        "1:22 BIB343",
        "k0 k1 k2 k3 k4 k5 k6",
    ),
    # --- entries in values
    "an entry in a note": ("@book{a,\n note = {\n@book{i, x = {1}}\n},\n year = 1\n}\n@book{b,}", "3:1 BIB347", "a b"),
    "two entries in a note": (
        "@book{a, note = {\n@book{i,\n title = {X},\n year = {1}\n}\n@misc{j, x = {1}}\n}}\n\n@book{b,}",
        "2:1 BIB347, 6:1 BIB347",
        "a b",
    ),
    "a value left open, and a brace too many behind the next entry": (
        "@book{a, title = {X\n@book{b, title = {Y}}\n}\n@book{c,}",
        "1:1 BIB301, 3:1 BIB347",
        "b c",
    ),
    "a value left open, and a brace too many in the next entry": (
        "@book{a, title = {X\n@book{b, title = {Y}},\n year = {1}\n}\n@book{c,}",
        "1:1 BIB301, 3:2 BIB346",
        "b c",
    ),
    "a quote left open, and entries behind it": ('@book{a, title = "X\n@book{b, x = {1}}"\n}\n', "1:1 BIB301", "b"),
    # --- nothing wrong
    "nothing": ("", "", ""),
    "only a blank line": ("\n\n", "", ""),
    "an at alone in its line": ("@\nbook{a, title = {X}}\n@ book (b,)\n", "3:1 BIB305", "a b"),
    "RIS in a value, and words in comments": ("@book{a, note = {\nTY  - JOUR\nAU  - X}}\n%0 a\n% TY  - X", "", "a"),
    "no merge": ("<<<<<<<<<< A <<<<<<<\n@book{a, note = {<html>}}\n", "", "a"),
    "only prose": ("This file is kept by hand.\nIt was made with a = b in mind.\n", "", ""),
    "no fields": ("@book{a}\n@book{b,}", "", "a b"),
    "in one line": ("@book{a,}@book{b,} @book{c,}", "", "a b c"),
    "capitals": ("@BOOK{a, TITLE = {X}}", "", "a"),
    "a comment in the entry": ("@book{a,\n % note = {x},\n % and, so on\n title = {X}, % yes, {so\n}", "", "a"),
    "a percent sign in a value": ("@book{a, title = {50% {of} all},\n url = {http://x.example/%20}}", "", "a"),
    "what JabRef leaves": ("% Encoding: UTF-8\n\n@book{a,}\n\n@Comment{jabref-meta: x:y\\;z;}\n", "", "a"),
    "braces in quotes": ('@book{a, title = "a {b "c" d} e", note = "{"}q{"}"}', "", "a"),
    "a quote before a brace in quotes": ('@book{a, title = "The {3.5"} floppy", year = 2001}', "", "a"),
    "a quote behind a brace in quotes": ('@book{a, title = "A {\\"}b {c"}", year = 2001\n}\n@book{b,}', "", "a b"),
    "quotes in quotes": ('@book{a, title = "{What is "truth", and what "Art"}"}', "", "a"),
    "an open brace in quotes": ('@book{a, note = "a {b"}\n\n@book{b, x = "a {b"\n}', "1:20 BIB301, 3:17 BIB301", "a b"),
    "a brace left open before another line": ('@book{a, title = "a {b"\n year = {1},}', "1:21 BIB301, 2:2 BIB346", "a"),
    "months and numbers": ("@book{a, month = JAN, year = 2020}", "", "a"),
    "a chain": ('@string{x = "1" # { 2}}\n@book{a, y = x # " 3" # 4 # jan}', "", "a"),
    "a string after its use": ("@book{a, y = x}\n@string{x = {1}}", "", "a"),
    "a string twice alike": ("@string{x = {1}}\n@string{x = {1}}\n@book{a, y = x}", "", "a"),
    "a brace left open in quotes": ('@book{a, title = "a { b", note = "c"}', "1:21 BIB301", "a"),
    "a NUL": ("@book{a, title = {X\0Y}}\n\0", "", "a"),
    "five links in a row": ("".join(f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(5)) + "@book{k5,}", "",
                            "k0 k1 k2 k3 k4 k5"),
    "an address in a value": ("@misc{a, note = {write to x@y {z} or\n a@b (c)}}", "", "a"),
    "a comma behind each entry": ("@book{a,},\n@book{b,},\n", "", "a b"),
    "a backslash at the end of a line": ("@book{a, title = {X\\\nY}}\n@book{b,}", "", "a b"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(CASES))
def test_damage_is_named_at_its_place_and_spares_the_rest(name: str) -> None:
    text, expected, keys = CASES[name]
    library = read_library([("references.bib", text)])
    found = [f"{p.place.line}:{p.place.column} {p.code}" for p in library.problems]
    assert found == [part for part in expected.split(", ") if part]
    assert sorted(library.sources) == sorted(keys.split())


@pytest.mark.parametrize("name", list(CASES))
def test_every_problem_tells_what_is_wrong_and_what_to_do(name: str) -> None:
    for problem in read_library([("references.bib", CASES[name][0])]).problems:
        assert len(problem.message) > 15
        assert len(problem.hint) > 5
        assert "\n" not in problem.message + problem.hint


def test_there_are_enough_cases_of_damage() -> None:
    assert sum(bool(expected) for _, expected, _ in CASES.values()) >= 60


@pytest.mark.parametrize("kind", ["commentary", "Comments", "preambles"])
def test_a_type_that_begins_like_a_comment_is_named(kind: str) -> None:
    library = read_library([("a.bib", f"@{kind}{{a, title = {{X}}}}\n\n@misc{{b, title = {{X}}}}\n")])
    assert [(p.code, p.place.line, p.key) for p in library.problems] == [("BIB347", 1, "a")]
    assert (list(library.sources), library.counted) == (["b"], 2)
