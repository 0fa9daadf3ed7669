"""A file as plain data that knows where in the file each of its values stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from geobrief.codec.places import Lines
from geobrief.issue import Issue, Location

__all__ = ["MAX_DEPTH", "Branch", "Document", "Mark", "Path", "Tree"]

MAX_DEPTH: Final = 100
"""How deeply lists and mappings may be nested in a file."""

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"
"""Plain data, as every format can hold it."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a value."""


@attrs.define(eq=False)
class Branch:
    """Where a list or mapping starts, and where what is in it starts.

    ``children`` mirrors the data: a mapping by key, or a sequence; a scalar is only an
    offset.  ``keys`` holds the offsets of the keys of a mapping.
    """

    start: int
    children: "Mapping[str, Mark] | Sequence[Mark]"
    keys: Mapping[str, int] = attrs.field(factory=dict[str, int])


Mark: TypeAlias = int | Branch


@attrs.define(eq=False)
class Document:
    """What one file holds, as dict, list, str, int, float, bool and None.

    ``data`` is None where the text could not be read at all.  ``spoiled`` are the paths
    of single values that could not be read and stand as None; an Issue names each.
    Positions are computed when first asked for.  ``in_lines`` says that the data is a list
    of lines, each an entry of its own.
    """

    data: object
    file: str
    issues: tuple[Issue, ...] = ()
    spoiled: frozenset[Path] = frozenset()
    in_lines: bool = attrs.field(default=False, kw_only=True)
    _lines: Lines = attrs.field(kw_only=True, alias="lines")
    _scan: Callable[[], Mark] = attrs.field(kw_only=True, alias="scan")
    _marks: Mark | None = attrs.field(default=None, init=False)

    def locate(self, path: Path) -> Location:
        """Give the start of the value at this path.

        Where nothing stands at the path, the key of its nearest ancestor.
        """
        value_at, key_at, is_there = self._find(path)
        return self._lines.at(value_at if is_there else key_at)

    def locate_key(self, path: Path) -> Location:
        """Give the start of the key at this path; in a list, the start of the value.

        Where nothing stands at the path, the key of its nearest ancestor, so that a
        missing key is shown at the key of the record that lacks it.
        """
        return self._lines.at(self._find(path)[1])

    def _find(self, path: Path) -> tuple[int, int, bool]:
        if self._marks is None:
            self._marks = self._scan()
        mark = self._marks
        value_at = key_at = _start(mark)
        for step in path:
            found = _child(mark, step)
            if found is None:
                return value_at, key_at, False
            mark, key_at = found
            value_at = _start(mark)
        return value_at, key_at, True


def _start(mark: Mark) -> int:
    return mark if isinstance(mark, int) else mark.start


def _child(mark: Mark, step: str | int) -> tuple[Mark, int] | None:
    """Give the mark one step down and the offset of its key (in a list, of itself)."""
    if isinstance(mark, int):
        return None
    children = mark.children
    if isinstance(children, Mapping):
        if not isinstance(step, str) or step not in children:
            return None
        return children[step], mark.keys[step]
    if not isinstance(step, int) or not 0 <= step < len(children):
        return None
    child = children[step]
    return child, _start(child)
