"""The sentences of a document in, how much it reports on its authors' own work out, as a whole and around each of them.

An organisation that has spoken of its model once goes on giving the model's figures, without saying "we" each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from briefkit.claims.lexicon import find_words, has_words
from briefkit.claims.own_data import announces, gives_account, own_data

NO_OWN, MUCH_OWN = 0.04, 0.2
"""The shares of sentences with such words below and from which a document speaks not or much of its own work."""

SHORTEST = 12
"""Of fewer sentences nothing is said: one of them would decide."""

AROUND = 8
"""How many sentences before and after one are looked at."""

OFTEN = 0.1
"""Over which share of reports in a document none of its sentences is told that there are none around it: the summary of
such a document, and its conclusion, give its own results without saying so."""

NEAR = ((0.35, "much own work"), (0.15, "own work"), (0.0, "some own work"))
"""Over which share of reports around a sentence what is said of it, the largest first."""


def tell_own_work(texts: Sequence[str], sections: Sequence[str], lang: str, called: str) -> list[Mapping[str, str]]:
    """For each sentence what its document tells: `own` of the whole document, `near` of the sentences around it, `data`
    of where it stands in a document that has data of its own, `signed` whether the document is an account of who signs
    it, and `new` whether it says that it has new data of its own. `sections` are the headings, one a sentence, `called`
    is the title of the document and, in a second line, who signs it.
    """
    own = own_share(texts, lang)
    signed = "account" if gives_account(called, lang) else ""
    held = own_data(texts, sections or [""] * len(texts), lang, called)
    new = "data" if any(held) and announces(texts, lang) else ""
    told = zip(own_near(texts, lang), held, strict=True)
    return [{"own": own, "near": near, "data": data, "signed": signed, "new": new} for near, data in told]


def own_share(texts: Sequence[str], lang: str = "en") -> str:
    """How much a document speaks of its authors' own work: `no own`, `much own`, or nothing in particular."""
    if not lang.startswith("en") or len(texts) < SHORTEST:
        return ""
    share = sum(bool(find_words("own-words", text, lang)) for text in texts) / max(len(texts), 1)
    return "much own" if share >= MUCH_OWN else "no own" if share < NO_OWN else ""


def own_near(texts: Sequence[str], lang: str = "en") -> list[str]:
    """For each sentence how many of those around it report what the authors did or found.

    Nothing is said in languages without words for that, nor of a sentence that stands alone and reports itself.
    """
    if not has_words(lang):
        return [""] * len(texts)
    reports = [bool(find_words("own-result", t, lang) or find_words("study-talk", t, lang)) for t in texts]
    up_to = [0, *accumulate(reports)]
    often = len(texts) >= SHORTEST and up_to[-1] > OFTEN * len(texts)
    least_said = NEAR[-1][1] if often else "no own work"
    found = []
    for at, own in enumerate(reports):
        first, last = max(0, at - AROUND), min(len(texts), at + AROUND + 1)
        others = last - first - 1
        share = (up_to[last] - up_to[first] - own) / max(others, 1)
        said = next((name for least, name in NEAR if share > least), least_said)
        found.append(said if others or not own else "")
    return found
