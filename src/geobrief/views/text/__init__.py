"""The page as text for a terminal or a pipe.  Needs the extra ``cli``."""

from geobrief.views.text.terminal import write_line, write_page

__all__ = ["write_line", "write_page"]
