"""A brand cannot be used.

## What it does
Flags a brief whose brand is not there, leads out of the project, or is faulty: a colour that is none or leads back to
itself, a file that is missing, damaged, or of another kind than it says. `briefkit brand check` tells all of it.

## Why it matters
The brief would go out in another face than its organisation's. `build` refuses it instead, and the check says so first.

## Example
    ---
    title: Fix rural water pumps
    brand: brands/lost
    ---

## Instead
    ---
    title: Fix rural water pumps
    brand: none
    ---
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "DOC820"
SEVERITY = Severity.ERROR

check = told(CODE)
