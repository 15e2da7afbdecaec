"""The lock and the installed packages in, a bill of materials out: CycloneDX 1.6 as JSON, the same bytes each time.

It lists all packages that a user of briefkit installs with the hashes of the lock, and inside them what they carry:
pandoc, and the fonts.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import sys
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from lock import LOCK, SELF, Pin, needed_to_run, read_lock
from packageurl import PackageURL
from packaging.version import Version

from briefkit.packaged import ARABIC_FONTS, CODE_FONTS, FONTS
from briefkit.pandoc import Pandoc

NAME = "briefkit"
SPACE = uuid.UUID("6f8d3c1e-5a0b-5b5e-9c39-0d7d1f2a4b66")
"""From which the serial number is made: the same contents have the same one."""

LICENCES = {
    "brotli": "MIT",
    "cssselect2": "BSD-3-Clause",
    "fonttools": "MIT",
    "jinja2": "BSD-3-Clause",
    "pydyf": "BSD-3-Clause",
    "pylatexenc": "MIT",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "pyyaml": "MIT",
    "resvg-py": "MIT",
    "tinycss2": "BSD-3-Clause",
    "tinyhtml5": "MIT",
    "uharfbuzz": "Apache-2.0",
    "weasyprint": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
    "zopfli": "Apache-2.0",
}
"""Of packages whose metadata has no SPDX expression, by what else it says and by the licence file they carry."""

SPDX_WORDS = {
    "Apache-2.0": "Apache",
    "BSD-3-Clause": "BSD",
    "GPL-2.0-or-later": "GPLv2+",
    "LGPL-2.1-or-later": "LGPLv2+",
    "MIT": "MIT",
    "MPL-1.1": "MPL 1.1",
}
"""How a package that knows no SPDX calls the same."""

LICENCE_TEXTS = {"MIT": "Permission is hereby granted, free of charge, to any person obtaining a"}
"""How the text of a licence begins that a package carries without naming it."""

PANDOC_LICENCE = "GPL-2.0-or-later"
FONT_LICENCE = "OFL-1.1"
LICENSES = LicenseFactory()


def main() -> None:
    """Write the bill to the file that is named, or to standard output."""
    text = make_bill()
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def make_bill() -> str:
    """The bill as JSON with sorted keys."""
    pins = needed_to_run(read_lock(LOCK.read_text("utf-8")))
    own = Component(
        name=NAME,
        version=importlib.metadata.version(NAME),
        type=ComponentType.APPLICATION,
        licenses=[LICENSES.make_with_expression("MIT")],
        purl=PackageURL("pypi", None, NAME, importlib.metadata.version(NAME)),
        components=tuple(map(_own_font, ARABIC_FONTS)),
        bom_ref=NAME,
    )
    parts = {name: make_package(pin) for name, pin in pins.items()}
    content = json.dumps([(p.name, p.version, p.hashes) for p in pins.values()]) + str(own.version)
    bom = Bom(
        components=parts.values(),
        metadata=BomMetaData(component=own, timestamp=timestamp()),
        serial_number=uuid.uuid5(SPACE, content),
    )
    bom.register_dependency(own, [parts[pin.name] for pin in pins.values() if SELF in pin.via])
    for name, part in parts.items():
        bom.register_dependency(part, [parts[pin.name] for pin in pins.values() if name in pin.via])
    return json.dumps(json.loads(JsonV1Dot6(bom).output_as_string()), indent=2, sort_keys=True) + "\n"


def timestamp() -> datetime:
    """SOURCE_DATE_EPOCH, else the first day that a ZIP file knows: never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime(1980, 1, 1, tzinfo=UTC)


def make_package(pin: Pin) -> Component:
    """A package of the lock; its licence is told by the package as it is installed, which must be the locked one."""
    installed = importlib.metadata.version(pin.name)
    if release(installed) != release(pin.version):
        sys.exit(f"{pin.name} {installed} is installed, {pin.version} is locked; run: make setup")
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        licenses=[LICENSES.make_with_expression(licence(pin.name))],
        purl=PackageURL("pypi", None, pin.name, pin.version),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=value) for value in pin.hashes],
        components=tuple(carried(pin.name)),
        bom_ref=f"{pin.name}@{pin.version}",
    )


def release(version: str) -> str:
    """A version in its canonical form: `4.004` is `4.4`."""
    return str(Version(version))


def licence(name: str) -> str:
    """The SPDX expression of a package: its own, else that of the table."""
    told = importlib.metadata.metadata(name).json.get("license_expression")
    if told is None and name not in LICENCES:
        sys.exit(f"{name} names no SPDX licence; add it to LICENCES in .ci/sbom.py and to docs/licences.md")
    return str(told or LICENCES[name])


def carried(name: str) -> Iterator[Component]:
    """What a package carries that has a licence, and often a version, of its own."""
    if name == "pypandoc-binary":
        version = Pandoc().version()
        yield Component(
            name="pandoc",
            version=version,
            type=ComponentType.APPLICATION,
            licenses=[LICENSES.make_with_expression(PANDOC_LICENCE)],
            purl=PackageURL("github", "jgm", "pandoc", version),
            bom_ref=f"pandoc@{version}",
        )
    for package, files in font_files().items():
        if package.replace("_", "-") == name:
            yield from (_font(package, file) for file in files)


def font_files() -> Mapping[str, tuple[str, ...]]:
    """The files of the built-in fonts by the package they come in."""
    fonts = (*FONTS, *CODE_FONTS)
    return {font[2]: tuple(f[3] for f in fonts if f[2] == font[2]) for font in fonts}


def _own_font(font: tuple[str, ...]) -> Component:
    """A font that lies in the program itself."""
    content = hashlib.sha256(resources.files(NAME).joinpath("fonts", font[2]).read_bytes()).hexdigest()
    return Component(
        name=font[2],
        type=ComponentType.FILE,
        copyright="2019-2020 Google LLC",
        licenses=[LICENSES.make_with_expression(FONT_LICENCE)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=content)],
        bom_ref=f"{NAME}/{font[2]}",
    )


def _font(package: str, file: str) -> Component:
    home = resources.files(package)
    told = json.loads(home.joinpath("metadata.json").read_text("utf-8"))
    content = hashlib.sha256(home.joinpath("files", file).read_bytes()).hexdigest()
    return Component(
        name=file,
        version=told["version"],
        type=ComponentType.FILE,
        copyright=told["copyright"],
        licenses=[LICENSES.make_with_expression(FONT_LICENCE)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=content)],
        bom_ref=f"{package}/{file}",
    )


if __name__ == "__main__":
    main()
