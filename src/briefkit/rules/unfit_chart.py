"""A chart cannot be drawn.

## What it does
Flags a block of code of class `chart` whose type is unknown, whose attributes are misspelt, or whose data is not what a
chart shows: no column of figures, a cell that is no figure, lines of unequal length, more than 500 rows (30 for bars),
a file that is not there or lies outside the project. The first line names the columns, the first column the items.

## Why it matters
A chart that is drawn from half of its data is wrong without a sign of it. `build` refuses the brief instead, and the
check says so first.

## Example
    ``` {.chart type=bar caption="Pumps out of order" source="@smith2021"}
    year,share
    2022,31%
    ```

## Instead
    ``` {.chart type=bar unit="% of pumps" caption="Pumps out of order" source="@smith2021"}
    year,share
    2022,31
    ```
"""

from __future__ import annotations

from briefkit.model import Severity
from briefkit.rules.base import told

CODE = "DOC821"
SEVERITY = Severity.ERROR

check = told(CODE)
