"""The smallest pieces of generated inputs, and what damages a text. All take the dice: hypothesis's, or seeded ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Make = Callable[[Random], str]

ODD = (
    *("\u200b", "\u202e", "\u2028", "\u0085", "\x0b", "\x0c", "\x1b", "\x7f", "\ufeff", "\u00ad", "\u00a0", "\ue000"),
    *("\U0001f9ea", "e\u0301", "\u0130", "\ufb01", "\u0645\u0631\u062d\u0628\u0627", "\u6c34\u6cf5", "\U00010348"),
    *("\ud7ff", "\ufffd", "\uffff", "\U0010ffff", "\u0600", "\u1d2c", "\u00b2", "\u0661", "\u2167", "\u00e3\u00a9"),
)
"""Characters that look like others, like nothing, or are more or less than one letter."""

SIGNS = tuple("`*_~^[](){}<>|#+-=:;,.!?\"'\\/$%&@\n\t 0a") + ODD


def pick(choose: Random, *ways: Make) -> str:
    """What one of these ways makes."""
    return choose.choice(ways)(choose)


def some(choose: Random, make: Make, least: int, most: int, between: str = "") -> str:
    """Several pieces in a row."""
    return between.join(make(choose) for _ in range(choose.randint(least, most)))


def damage(choose: Random, text: str, signs: Sequence[str] = SIGNS, most: int = 6) -> str:
    """The text after some slips of the hand: cut, doubled, shuffled, or with something put in."""
    for _ in range(choose.randint(1, most)):
        start = choose.randint(0, len(text))
        end = min(len(text), start + choose.choice((0, 1, 2, 3, 10, 50)))
        part = text[start:end]
        match choose.randint(0, 4):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + part + text[end:]
            case 2:
                text = text[:start] + part[::-1] + text[end:]
            case 3:
                text = text[:start] + "".join(choose.choice(signs) for _ in range(choose.randint(1, 3))) + text[start:]
            case _:
                lines = text.split("\n")
                here, there = choose.randrange(len(lines)), choose.randrange(len(lines))
                lines[here], lines[there] = lines[there], lines[here]
                text = "\n".join(lines)
    return text


def encode(choose: Random, text: str) -> bytes:
    """The bytes of a text as different editors write it."""
    data = text.encode("utf-8", "replace")
    match choose.randint(0, 11):
        case 0:
            return b"\xef\xbb\xbf" + data
        case 1:
            return data.replace(b"\n", b"\r\n")
        case 2:
            return data.replace(b"\n", b"\r")
        case 3:
            return text.encode("utf-16", "replace")
        case 4:
            at = choose.randint(0, len(data))
            return data[:at] + choose.choice((b"\xff", b"\x00", b"\xc3", b"\xed\xa0\x80")) + data[at:]
        case _:
            return data
