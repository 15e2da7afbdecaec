"""How the counted texts of the front matter go through pandoc: the class of the divs that carry them."""

FRONT = "briefkit-front"
