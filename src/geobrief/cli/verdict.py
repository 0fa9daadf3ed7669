"""Yes, no and unknown in colour; the word itself always stands there too."""

from typing import Final

from rich.text import Text

from geobrief.truth import Truth

__all__ = ["COLOURS", "coloured"]

COLOURS: Final = {Truth.YES: "bold green", Truth.NO: "bold red", Truth.UNKNOWN: "bold yellow"}
"""The style of each truth value."""


def coloured(text: str) -> Text:
    """Colour the truth value with which a line begins.

    >>> coloured("no: not exchanged").spans[0].style
    'bold red'
    """
    line = Text(text)
    for truth, style in COLOURS.items():
        line.highlight_regex(rf"(?m)^{truth}\b", style)
    return line
