"""A file as plain data that knows where in the file each of its values stands."""

from collections.abc import Callable

import attrs

from geobrief.codec.places import Lines, Mark, find
from geobrief.constraint import Steps
from geobrief.issue import Issue, Location

__all__ = ["Document"]


@attrs.define(eq=False)
class Document:
    """What one file holds, as dict, list, str, int, float, bool and None.

    ``data`` is None where the text could not be read at all.  ``spoiled`` are the paths
    of single values that could not be read and stand as None; an Issue names each.
    Positions are computed when first asked for.  ``in_lines`` says that the data is a list
    of lines, each an entry of its own.
    """

    data: object
    lines: Lines
    _scan: Callable[[], Mark] = attrs.field(alias="scan")
    issues: tuple[Issue, ...] = ()
    spoiled: frozenset[Steps] = frozenset()
    in_lines: bool = attrs.field(default=False, kw_only=True)
    _marks: Mark | None = attrs.field(default=None, init=False)

    def locate(self, path: Steps) -> Location:
        """Give the start of the value at this path.

        Where nothing stands at the path, the key of its nearest ancestor.
        """
        return self.lines.at(self._find(path)[0])

    def locate_key(self, path: Steps) -> Location:
        """Give the start of the key at this path; in a list, the start of the value."""
        return self.lines.at(self._find(path)[1])

    def _find(self, path: Steps) -> tuple[int, int]:
        if self._marks is None:
            self._marks = self._scan()
        return find(self._marks, path)
