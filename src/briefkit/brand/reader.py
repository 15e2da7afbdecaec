"""The text of a `_brand.yml` in, what it says out: colours resolved, files named, and what was wrong as findings."""

from __future__ import annotations

from briefkit.brand.logos import LogoFile, read_logos
from briefkit.brand.notes import Notes, filled, make_finding
from briefkit.brand.palette import Colours, Resolver, read_colours
from briefkit.brand.settings import Settings, read_settings
from briefkit.brand.tokens import Tint, Token, built_in_tokens, derive_tokens
from briefkit.brand.typography import Typography, read_typography
from briefkit.model import EMPTY, Finding
from briefkit.strict_yaml import Node, YamlError, load
from briefkit.values import Value

KEYS = ("meta", "logo", "color", "typography", "defaults")


NO_COLOURS = Colours(EMPTY, EMPTY, EMPTY)
NO_FONTS = Typography((), EMPTY)
NO_SETTINGS = Settings()


class BrandFile(Value):
    """What a brand file says; where it says nothing of colours, `tokens` are the built-in ones."""

    path: str
    name: str = ""
    link: str = ""
    colours: Colours = NO_COLOURS
    tokens: tuple[Token, ...] = ()
    logos: tuple[LogoFile, ...] = ()
    typography: Typography = NO_FONTS
    settings: Settings = NO_SETTINGS
    findings: tuple[Finding, ...] = ()


def read_brand(text: str, path: str) -> BrandFile:
    """What the text of a brand file says; it never raises: what cannot be read is a finding."""
    try:
        node = load(text, path)
    except YamlError as error:
        message = f"The brand cannot be read: {error.message}"
        return BrandFile(
            path,
            tokens=built_in_tokens(),
            findings=(make_finding("unreadable-brand", error.place, message, error.hint),),
        )
    notes = Notes()
    if node and node.kind == "text" and node.text:  # some file of another kind, perhaps: not a word of it is told
        notes.add("odd-value", node.place, "'brand' must be keys and values; it is left out")
        node = None
    told = notes.known(node, KEYS, "brand")
    name, link = _meta(told.get("meta"), notes)
    colours = read_colours(told.get("color"), notes)
    settings = read_settings(told.get("defaults"), notes)
    logos = read_logos(told.get("logo"), notes)
    typography = read_typography(told.get("typography"), notes)
    tokens = _tokens(told.get("color"), colours, settings, notes)
    found = tuple(sorted(dict.fromkeys(notes.found), key=lambda f: (f.place, f.code)))
    return BrandFile(path, name, link, colours, tokens, logos, typography, settings, found)


def _meta(node: Node | None, notes: Notes) -> tuple[str, str]:
    """Name and address; other keys are free."""
    found = filled(node)
    name, link = found.get("name"), found.get("link")
    if name is not None and name.kind == "mapping":
        forms = notes.known(name, ("full", "short"), "meta.name")
        name = forms.get("full") or forms.get("short")
    if link is not None and link.kind == "mapping":
        link = filled(link).get("home")
    address = notes.text(link, "meta.link") if link else ""
    if link is not None and address and not address.lower().startswith(("https://", "http://")):
        notes.odd(link, "meta.link", "an address that begins with https://")
        address = ""
    return notes.text(name, "meta.name") if name else "", address


def _tokens(node: Node | None, colours: Colours, settings: Settings, notes: Notes) -> tuple[Token, ...]:
    """Our tokens: made from the theme, or the built-in ones, and those that the brand fixes."""
    theme = filled(node)
    palette = filled(theme.pop("palette", None))
    resolver = Resolver(palette, theme, notes)
    wanted = {n: resolver.tint(f"defaults.briefkit.tokens.{n}", value) for n, value in settings.tokens.items()}
    fixed: dict[str, Tint] = {n: tint for n, tint in wanted.items() if tint}
    if colours.day or colours.night:
        return derive_tokens(colours.day, colours.night, fixed)
    built_in = built_in_tokens()
    return tuple(Token(t.name, fixed[t.name].value, fixed[t.name].origin) if t.name in fixed else t for t in built_in)
