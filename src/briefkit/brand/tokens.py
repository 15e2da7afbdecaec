"""The colour tokens: what they are for, the built-in ones, and how those of an organisation's colours are made.

The rule is small, so that who reads it can foretell its outcome; docs/brand.md tells it in words. Grounds are the paper
with a little of a colour in it. Then each colour of text moves towards black or white, and no further than it must,
until it can be read on every ground it stands on. A token that the brand sets itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from briefkit.brand.colours import BLACK, WHITE, colourfulness, contrast, lightened, luminance, mix
from briefkit.values import Value, replace

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#14284b",
        "text": "#1c2430",
        "quiet": "#56606f",
        "accent": "#b03a28",
        "link": "#0f5f73",
        "paper": "#ffffff",
        "wash": "#eef1f6",
        "tint": "#fbeeea",
        "calm": "#edf4f5",
        "rule": "#c9d1dc",
        "on-ink": "#ffffff",
        "on-ink-quiet": "#c5d0e4",
        "band": "#14284b",
        "on-band": "#ffffff",
        "on-band-quiet": "#c5d0e4",
        # the same by night, on screens that ask for it
        "night-ink": "#d6e2f7",
        "night-text": "#dde4ee",
        "night-quiet": "#a3b0c2",
        "night-accent": "#f0917e",
        "night-link": "#7cc4d6",
        "night-paper": "#10161f",
        "night-wash": "#1a2433",
        "night-tint": "#33211f",
        "night-calm": "#16282d",
        "night-rule": "#3a4658",
    }
)
"""The built-in colours as `#rrggbb`: a deep navy, one red accent, a teal for links."""

PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "ink": "headings, heavy rules, grounds of numbers",
        "text": "running text",
        "quiet": "labels, source lines, footers",
        "accent": "the one accent: numbers, labels of boxes, pull quotes, dates of recommendations",
        "link": "links, and the rule of the box on confidence",
        "paper": "the page",
        "wash": "boxes and heads of tables",
        "tint": "a box, row or chip that stands out",
        "calm": "the box on confidence",
        "rule": "hair lines",
        "on-ink": "numbers on ink",
        "on-ink-quiet": "a second voice on ink",
        "band": "the band and the cover: ink, or a primary colour that is too pale for text",
        "on-band": "text on the band",
        "on-band-quiet": "the second voice on the band",
    }
)
"""What each token colours; `night-` before a name is the same on dark screens."""

_ON_GROUND = (
    ("ink", "paper"),
    ("ink", "wash"),
    ("ink", "tint"),
    ("text", "paper"),
    ("text", "wash"),
    ("text", "calm"),
    ("text", "tint"),
    ("quiet", "paper"),
    ("quiet", "wash"),
    ("quiet", "calm"),
    ("accent", "paper"),
    ("accent", "wash"),
    ("accent", "tint"),
    ("link", "paper"),
    ("link", "wash"),
    ("link", "calm"),
)
READABLE = (
    *_ON_GROUND,
    *((f"night-{text}", f"night-{ground}") for text, ground in _ON_GROUND),
    ("on-ink", "ink"),
    ("on-ink-quiet", "ink"),
    ("on-band", "band"),
    ("on-band-quiet", "band"),
)
"""Pairs (text, ground) that occur in the templates and must be readable."""

LEAST = 4.5
"""The contrast that text needs, by WCAG 2.2 at level AA."""

PALE = 2.0
"""A primary colour with less contrast on light paper would be another one if readable: it is for the band only."""

AS_INK = {"band": "ink", "on-band": "on-ink", "on-band-quiet": "on-ink-quiet"}
"""What the band is and has on it where the primary colour is not pale."""

NIGHT = "night-"
GROUNDS = {"wash": ("ink", 0.07), "tint": ("accent", 0.1), "calm": ("link", 0.08), "rule": ("ink", 0.22)}
"""Of what colour a ground holds how much; the rest is paper."""

NIGHT_STRENGTH = 1.6
"""By night grounds hold so many times as much, since dark colours lie closer together."""

PALER = (1.0, 0.5, 0.25, 0.0)
"""With so much of their colour grounds are tried, until all that stands on them can be read."""

STEPS = 50
COLOURFUL = 0.2
"""From here on a colour is no grey."""

LENT = ("ink", "accent", "link")
LIT = 7.0
"""The contrast, on a dark page, of headings, accents and links whose colour was made for a light one: beside light text
a heading that can only just be read is the least of the page."""

GREY = 0.1
"""Below this a colour is black or grey: on a dark page its place is that of text."""

NIGHT_PAPER, NIGHT_TEXT = "#12161c", "#e3e6ea"


class Token(Value):
    """A colour token: its value, where it is from, and what was wanted before it was moved to be readable."""

    name: str
    value: str
    origin: str
    wanted: str = ""

    @property
    def purpose(self) -> str:
        """What it colours."""
        bare = self.name.removeprefix(NIGHT)
        return PURPOSES[bare] + (", on dark screens" if bare != self.name else "")


class Tint(Value):
    """A colour of a brand with where it is from, `color.primary, _brand.yml:7`, and what it was before it was lit."""

    value: str
    origin: str
    wanted: str = ""


def built_in_tokens() -> tuple[Token, ...]:
    """The tokens of the built-in brand."""
    return tuple(Token(name, value, "built in") for name, value in COLOURS.items())


def derive_tokens(day: Mapping[str, Tint], night: Mapping[str, Tint], fixed: Mapping[str, Tint]) -> tuple[Token, ...]:
    """All tokens from the theme colours by day and by night, those that the brand fixes as they are."""
    at_night = {n.removeprefix(NIGHT): tint for n, tint in fixed.items() if n.startswith(NIGHT)}
    at_day = {n: tint for n, tint in fixed.items() if not n.startswith(NIGHT)}
    made = _derive(_wanted(day), at_day, 1.0)
    on_ink = _on("ink", made["ink"].value, (made["paper"].value,), at_day)
    lent = () if _is_dark(day) else tuple(tint for name, tint in day.items() if name not in night)
    dark = _derive(_lit(_wanted(night_theme(day, night)), lent), at_night, NIGHT_STRENGTH)
    band = _band(day, {**made, **on_ink}, at_day)
    tokens = made | on_ink | band | {NIGHT + name: replace(token, name=NIGHT + name) for name, token in dark.items()}
    return tuple(tokens[name] for name in COLOURS)


def night_theme(day: Mapping[str, Tint], night: Mapping[str, Tint]) -> Mapping[str, Tint]:
    """The theme by night: its own colours, else those by day on a dark page with light text."""
    if _is_dark(day):
        return {**day, **night}
    primary = day.get("primary", Tint(COLOURS["ink"], "built in")).value
    made = {
        "background": Tint(mix(NIGHT_PAPER, primary, 0.06), "made for dark screens"),
        "foreground": Tint(mix(NIGHT_TEXT, primary, 0.04), "made for dark screens"),
    }
    lent = {name: tint for name, tint in day.items() if name not in made}
    return {**lent, **made, **night}


def _is_dark(theme: Mapping[str, Tint]) -> bool:
    """Whether the page of a theme is dark by day already."""
    return "background" in theme and luminance(theme["background"].value) < 0.2


def _lit(wanted: Mapping[str, Tint], lent: Collection[Tint]) -> dict[str, Tint]:
    """The colours of a dark page, those lent from the light one lit: grounds and hair lines are then made of these."""
    paper, text = wanted["paper"].value, wanted["text"].value

    def lit(tint: Tint) -> Tint:
        if colourfulness(tint.value) < GREY:
            return replace(tint, value=text, wanted=tint.value)
        if contrast(tint.value, paper) >= LIT:
            return tint
        steps = (lightened(tint.value, step / STEPS) for step in range(1, STEPS + 1))
        return replace(tint, value=next((s for s in steps if contrast(s, paper) >= LIT), text), wanted=tint.value)

    return {name: lit(tint) if name in LENT and tint in lent else tint for name, tint in wanted.items()}


def _wanted(theme: Mapping[str, Tint]) -> dict[str, Tint]:
    """What the theme wants text and page to be, before anything is moved."""
    text = theme.get("foreground", Tint(COLOURS["text"], "built in"))
    paper = theme.get("background", Tint(COLOURS["paper"], "built in"))
    ink = text if _is_pale(theme) else theme.get("primary") or text
    secondary = theme.get("secondary")
    grey = secondary if secondary and not _is_colourful(secondary.value) else None
    between = Tint(mix(text.value, paper.value, 0.28), f"between text and paper, {text.origin}")
    colourful = (theme[n] for n in ("secondary", "tertiary") if n in theme and _is_colourful(theme[n].value))
    accent = next(colourful, ink)
    link = theme.get("link") or ink
    return {"ink": ink, "text": text, "quiet": grey or between, "accent": accent, "link": link, "paper": paper}


def _is_pale(theme: Mapping[str, Tint]) -> bool:
    """Whether the primary colour is so light that on light paper it cannot be that of headings."""
    paper = theme["background"].value if "background" in theme else COLOURS["paper"]
    primary = theme.get("primary")
    return primary is not None and luminance(paper) > 0.5 and contrast(primary.value, paper) < PALE


def _band(day: Mapping[str, Tint], made: Mapping[str, Token], fixed: Mapping[str, Tint]) -> dict[str, Token]:
    """The ground of the band with its two voices: ink, or the primary colour itself if that is pale."""
    ground = fixed.get("band") or (day["primary"] if _is_pale(day) and "ink" not in fixed else None)
    if ground is None:
        as_ink = {name: replace(made[of], name=name) for name, of in AS_INK.items()}
        return as_ink | {name: Token(name, tint.value, tint.origin) for name, tint in fixed.items() if name in AS_INK}
    voices = _on("band", ground.value, (made["paper"].value, made["text"].value), fixed)
    return {"band": Token("band", ground.value, ground.origin), **voices}


def _is_colourful(colour: str) -> bool:
    return colourfulness(colour) >= COLOURFUL


def _derive(wanted: Mapping[str, Tint], fixed: Mapping[str, Tint], strength: float) -> dict[str, Token]:
    """Page, grounds and text: with the strongest grounds on which all text can be read."""
    tints = {**wanted, **{name: fixed[name] for name in wanted if name in fixed}}
    made: dict[str, Token] = {}
    for paler in PALER:
        grounds = {n: fixed.get(n) or _ground(tints, n, strength * paler) for n in GROUNDS}
        made = _texts(tints, grounds, fixed)
        if all(contrast(made[text].value, made[ground].value) >= LEAST for text, ground in _ON_GROUND):
            break
    return made


def _ground(tints: Mapping[str, Tint], name: str, strength: float) -> Tint:
    of, share = GROUNDS[name]
    amount = share * (strength if name != "rule" else 1.0)
    return Tint(mix(tints["paper"].value, tints[of].value, amount), f"paper with some {of}")


def _texts(tints: Mapping[str, Tint], grounds: Mapping[str, Tint], fixed: Mapping[str, Tint]) -> dict[str, Token]:
    """The colours of text on these grounds, each moved until it can be read on all it stands on."""
    under = {**grounds, "paper": tints["paper"]}
    made = {name: Token(name, tint.value, tint.origin) for name, tint in {**tints, **under}.items()}
    for name in ("ink", "text", "quiet", "accent", "link"):
        if name not in fixed:
            on = [under[ground].value for text, ground in _ON_GROUND if text == name]
            moved = until_readable(tints[name].value, on)
            first = tints[name].wanted or tints[name].value
            changed = first if moved != first else ""
            made[name] = Token(name, moved, tints[name].origin, changed)
    return made


def _on(name: str, ground: str, wished: Sequence[str], fixed: Mapping[str, Tint]) -> dict[str, Token]:
    """The two voices on the ground of this name: the first wish that can be read there, else black or white."""
    best = max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))
    best = next((colour for colour in wished if contrast(colour, ground) >= LEAST), best)
    first = fixed.get(f"on-{name}") or Tint(best, f"readable on {name}")
    soft = until_readable(mix(first.value, ground, 0.22), [ground])
    second = fixed.get(f"on-{name}-quiet") or Tint(soft, f"between on-{name} and {name}")
    return {n: Token(n, t.value, t.origin) for n, t in ((f"on-{name}", first), (f"on-{name}-quiet", second))}


def until_readable(colour: str, grounds: list[str]) -> str:
    """The colour, moved as little as need be towards black or white until it can be read on these grounds."""
    if _is_readable(colour, grounds):
        return colour
    end = max((BLACK, WHITE), key=lambda extreme: min(contrast(extreme, ground) for ground in grounds))
    steps = (mix(colour, end, step / STEPS) for step in range(1, STEPS))
    return next((step for step in steps if _is_readable(step, grounds)), end)


def _is_readable(colour: str, grounds: list[str]) -> bool:
    return all(contrast(colour, ground) >= LEAST for ground in grounds)
