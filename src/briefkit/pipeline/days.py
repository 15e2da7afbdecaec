"""The environment in, the day that a run takes for today out."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from briefkit.errors import ConfigError


def today() -> str:
    """The day that SOURCE_DATE_EPOCH says it is, as an ISO date, else nothing: a check never looks at the clock."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if seconds else ""
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError("SOURCE_DATE_EPOCH is no number of seconds", "unset it, or let it be: date +%s") from error
