"""Charts as pictures: the same bytes each time, in colours and fonts of the brand, with nothing alive in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from briefkit import files, packaged
from briefkit.assemble.charts import KINDS, read_chart
from briefkit.assemble.pictures import size_of
from briefkit.brand import default_brand
from briefkit.config import Config
from briefkit.errors import ToolLimitError
from briefkit.model import Asset
from briefkit.pipeline.charting import Charts
from briefkit.pipeline.drawing import draw_charts
from briefkit.pipeline.project import Project
from briefkit.processes import ChildLimits
from briefkit.render.chart_shapes import ROLES

pytest.importorskip("vl_convert", reason="the extra `charts` is not installed")
pytestmark = pytest.mark.slow

BRAND = default_brand(packaged.load_faces())
ODD = "<script>alert(1)</script> url(http://x.example) \\ & #00fe00"
CODE = f'place,before,after\nBath,10,20\n"{ODD}",30,40'


def draw(kind: str, code: str = CODE, highlight: str = "") -> Mapping[str, Asset]:
    """All forms of a chart, by their endings."""
    chart = read_chart("", {"type": kind, "highlight": highlight}, code)
    made = draw_charts(Project(files.here(), Config()), Charts({"": chart}, {}, "en"), BRAND)
    return {name.removeprefix("chart:1"): asset for name, asset in made.items()}


@pytest.fixture(scope="module")
def stacked() -> Mapping[str, Asset]:
    """A chart with all that an author may try in a name."""
    return draw("stacked")


def test_each_form_is_there_in_its_own_colours(stacked: Mapping[str, Asset]) -> None:
    assert list(stacked) == [".svg", ".png", ".screen.svg", ".phone.svg"]
    assert BRAND.colours["ink"].encode() in stacked[".svg"].data
    assert b'font-family="Inter"' in stacked[".svg"].data
    for form in (".screen.svg", ".phone.svg"):
        assert b'fill="var(--ink)"' in stacked[form].data
        assert b"font-family" not in stacked[form].data
        assert BRAND.colours["ink"].encode() not in stacked[form].data


def test_nothing_of_a_drawing_is_alive_and_names_stay_as_typed(stacked: Mapping[str, Asset]) -> None:
    whole = stacked[".svg"].data.decode()
    assert set(re.findall(r"<(\w+)", whole)) <= {"svg", "g", "path", "text", "rect"}
    assert re.findall(r'\s(on\w+|href|src|style|id|aria-[\w-]+)="', whole) == []
    assert "&lt;script" in whole
    shown = re.sub(r"\s+", " ", "".join(re.findall(r"<text[^>]*>([^<]*)<", whole)))
    assert "#00fe00" in shown or "…" in shown
    assert not any(f'"{colour}"' in whole for colour in ROLES.values())


def test_word_gets_a_png_as_wide_as_its_text_in_three_pixels_for_one(stacked: Mapping[str, Asset]) -> None:
    text = 166  # millimetres of A4 between margins of 22
    assert size_of(stacked[".png"].data)[0] == pytest.approx(3 * text / 25.4 * 96, abs=6)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_data_makes_the_same_bytes(kind: str) -> None:
    code = "year,share\n2022,31\n2024,38"
    assert draw(kind, code, "2024") == draw(kind, code, "2024")


def test_a_chart_that_takes_too_long_ends_with_a_message() -> None:
    chart = read_chart("", {"type": "bar"}, "a,b\nc,1")
    project = Project(files.here(), Config(), pages=ChildLimits(seconds=0.01, setting="pages-seconds"))
    with pytest.raises(ToolLimitError, match="charts did not finish within") as caught:
        draw_charts(project, Charts({"": chart}, {}, "en"), BRAND)
    assert caught.value.hint.endswith("or set pages-seconds under [limits]")
