"""A text in, its quantities out: how much, of what, how exact, and where it stands. No other module reads figures.

The grammar is our own, because no library reads what briefs write: shares in words, `1.2 billion` beside `1,200
million`, separators by language, years apart from counts, and figures that only number something. It reads tokens from
left to right and looks at a few neighbours of each, so that the time is linear:

    quantity = [about] [currency] number [range] [magnitude] [unit] ["per" word]
    range    = ("-" | "to" | "and") number            "and" only after "between"
    number   = digits with the separators of the language | number words
    share    = number ["of" | "in" | "out of"] number | (number | "a") denominator | "half"
    date     = [weekday] day month [year] | month day "," year | year "-" month "-" day
"""

from briefkit.quantities.model import Quantity
from briefkit.quantities.reading import find_quantities
from briefkit.quantities.rounding import agree, agree_exactly, agree_in_amount, bounds

__all__ = ["Quantity", "agree", "agree_exactly", "agree_in_amount", "bounds", "find_quantities"]
