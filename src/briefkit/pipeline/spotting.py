"""What stopped the build of a brief in, the same with its line out, where the brief says what it is about."""

from __future__ import annotations

from briefkit.assemble.citing import STYLE
from briefkit.assemble.clean import ASSET
from briefkit.errors import BriefkitError
from briefkit.model import Brief, Place
from briefkit.parse.targets import read_markup
from briefkit.patterns import regex
from briefkit.pipeline.pictures import PICTURE
from briefkit.rules.base import cited

UNPRINTED = regex(r"nothing is printed where '(.+)' is cited")


def placed(error: BriefkitError, brief: Brief) -> BriefkitError:
    """The error with its line, where the check met the same in the brief, as it does charts, pictures and options."""
    for one in brief.problems:
        spot = one.place
        written = spot.start != spot.end
        if written and one.message == error.sentence:
            return _at(spot, error)
    if unprinted := UNPRINTED.match(error.message):
        places = (citation.place for citation in cited(brief) if citation.key == unprinted[1])
        return next((_at(place, error) for place in places), error)
    style = brief.front.places.get("csl")
    if style and error.message.startswith(STYLE):
        return _at(style, error)
    pictures = read_markup(brief).targets if PICTURE in brief.text else ()
    named = [t for t in pictures if t.kind == "image" and t.target and _names(error.message, t.target)]
    return _at(max(named, key=lambda target: len(target.target)).place, error) if named else error


def _names(message: str, picture: str) -> bool:
    """Whether an engine speaks of a picture."""
    return f"{ASSET}{picture}" in message or f" {picture} " in message or f"'{picture}'" in message


def _at(spot: Place, error: BriefkitError) -> BriefkitError:
    return type(error)(f"{spot.path}, line {spot.line}: {error.message}", error.hint, spot.line)
