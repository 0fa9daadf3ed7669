"""Writing to the terminal or into a pipe: colour only where it is wanted, text always whole."""

import sys
from typing import Final

import attrs
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

from geobrief.views.page.parts import Page, Words
from geobrief.views.text.layout import laid_out, toned
from geobrief.words import visible

__all__ = ["write_line", "write_page"]

WIDEST: Final = 140
"""The columns that a page takes on a terminal that has more."""


@attrs.frozen
class _Visible:
    """What is written, with everything in its text written out that would steer a terminal."""

    inner: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text, style, control in console.render(self.inner, options):
            yield Segment(text if control else visible(text, lines=True), style, control)


def write_page(page: Page, *, width: int | None = None) -> None:
    """Write a page as wide as asked, or as the terminal, but no wider than can be read, or 80 columns.

    A pipe gets lines without trailing blanks.
    """
    console = _console(width)
    if width is None:
        console.width = min(console.width, WIDEST)
    if console.is_terminal:
        for part in laid_out(page):
            console.print(_Visible(part))
        return
    with console.capture() as captured:
        for part in laid_out(page):
            console.print(_Visible(part))
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def write_line(line: Words) -> None:
    """Write a line as long as it is."""
    _console().print(_Visible(toned(line)), soft_wrap=True)


def _console(width: int | None = None) -> Console:
    """Return a console on standard output; it colours only on a terminal, and never under ``NO_COLOR``."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a letter that cannot be written there becomes a question mark
    return Console(width=width, highlight=False, markup=False, emoji=False)
