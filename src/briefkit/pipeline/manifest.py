"""What went into a document and what came out of it in, the manifest out: no clock, no machine, no absolute path."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Mapping

from briefkit.escapes import encode_json
from briefkit.pipeline.digests import sha256
from briefkit.pipeline.inputs import Inputs

VERSION = 1


def make_manifest(inputs: Inputs, made: Mapping[str, bytes], pandoc: str, *, came: str = "outputs") -> bytes:
    """What went in, what came out, and by which tools.

    The one inside a PDF cannot hold the digest of that PDF: in the place of `outputs` it lists what is `attached`.
    """
    told = inputs.result.told
    severities = [f.severity.label for f in (*told.checked.findings, *told.in_library)]
    document = {
        "version": VERSION,
        "brief": inputs.name(told.checked.brief.path),
        "inputs": dict(sorted(inputs.hashes.items())),
        came: {name: {"sha256": sha256(data), "bytes": len(data)} for name, data in sorted(made.items())},
        "findings": {label: severities.count(label) for label in ("error", "warning", "info")},
        "tools": {
            "briefkit": importlib.metadata.version("briefkit"),
            "pandoc": pandoc,
            "python": platform.python_version(),
            "weasyprint": importlib.metadata.version("weasyprint"),
            **inputs.tools,
        },
    }
    return encode_json(document, 2)
