"""What is said of a date with another day of the week."""

from __future__ import annotations

import pytest

from briefkit.pandoc import Worker
from tests.building import check_text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: T\ndate: 2026-11-29\n---\n\nIt closes on Tuesday, 29 January 2027.",
            "This says Tuesday for 29 January 2027, but that day is a Friday",
        ),
        (
            "---\ntitle: T\ndate: 2026-11-29\n---\n\nIt closed on Monday, 28 February 2025.",
            "This says Monday for 28 February 2025, but that day was a Friday",
        ),
        (
            "---\ntitle: T\ndate: 2026-11-29\nlang: de\n---\n\nDie Frist endet am Dienstag, 29. Januar 2027.",
            "This says Dienstag for 29. Januar 2027, but that day is a Friday (Freitag)",
        ),
    ],
)
def test_the_message_has_both_days_and_the_tense_of_the_date(text: str, message: str, pandoc: Worker) -> None:
    assert [f.message for f in check_text(text, pandoc) if f.code == "CLM117"] == [message]
