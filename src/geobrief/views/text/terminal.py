"""Writing to the terminal or into a pipe: colour only where it is wanted, text always whole."""

import sys
from typing import Final

from rich.console import Console

from geobrief.views.page.parts import Page, Words
from geobrief.views.text.layout import laid_out, toned

__all__ = ["write_line", "write_page"]

WIDEST: Final = 140
"""The columns that a page takes on a terminal that has more."""


def write_page(page: Page, *, width: int | None = None) -> None:
    """Write a page as wide as asked, or as the terminal, but no wider than can be read, or 80 columns.

    A pipe gets lines without trailing blanks.
    """
    console = _console(width)
    if width is None:
        console.width = min(console.width, WIDEST)
    if console.is_terminal:
        for part in laid_out(page):
            console.print(part)
        return
    with console.capture() as captured:
        for part in laid_out(page):
            console.print(part)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def write_line(line: Words) -> None:
    """Write a line as long as it is."""
    _console().print(toned(line), soft_wrap=True)


def _console(width: int | None = None) -> Console:
    """Return a console on standard output; it colours only on a terminal, and never under ``NO_COLOR``."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a letter that cannot be written there becomes a question mark
    return Console(width=width, highlight=False, markup=False, emoji=False)
