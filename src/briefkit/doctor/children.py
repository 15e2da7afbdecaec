"""Foreign code that could end or hold the process: it runs in a child, what it gives comes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from briefkit.errors import MissingToolError, NoProcessError
from briefkit.processes import Child, ChildLimits

SECONDS, MEGABYTES = 60.0, 2_048


def in_child(what: str, work: Callable[[], Any]) -> Any:
    """What some work gives, if JSON can say it; BriefkitError when it ends in any other way.

    Where no child can be had for want of a temporary folder, the work is done here: it must not be hidden by that. For
    want of processes it is not: libraries that may start no thread end the process they are in.
    """

    def told() -> bytes:
        return json.dumps(work()).encode()

    try:
        child = Child(what, {"told": told}, ChildLimits(SECONDS, MEGABYTES))
    except NoProcessError:
        raise
    except MissingToolError:
        return json.loads(told())
    with child:
        return json.loads(child.result()["told"])
