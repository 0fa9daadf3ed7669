"""TOML, read by the standard library and written by tomli-w.

A day becomes its text (``2024-06-19``); times have no place in a brief and are refused.
TOML has no null: ``{null = true}`` stands for it, and ``{null = [1]}`` for a table whose one
key is ``null``.
"""

import datetime as dt
import re
import tomllib
from typing import Final, cast

from geobrief.codec.document import Document
from geobrief.codec.formats.format import Format, ended
from geobrief.codec.formats.toml.positions import has_comment, is_fit, locate
from geobrief.codec.places import BOM, Lines, find
from geobrief.codec.plain import MAX_DEPTH, Tree, is_representable, normalised
from geobrief.codec.text_issues import TextIssues
from geobrief.constraint import Steps
from geobrief.errors import MissingExtra

__all__ = ["SUFFIXES", "TOML", "append", "holds_comments", "parse", "render"]

SUFFIXES: Final = (".toml",)

_NULL = "null"

_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]+")
# A key of a hundred steps, for which the parser takes quadratic time, or a long number.
_TAKES_LONG = re.compile(
    r"""^(?:[^.\n]*+\.){100} | (?<! [^\s"'\#\[\]{}=,.] ) [-+0-9] [^\s"'\#\[\]{}=,.]{400}""",
    re.MULTILINE | re.VERBOSE,
)
_AT = re.compile(r" \(at line ([0-9]+), column ([0-9]+)\)\Z| \(at end of document\)\Z")
_DUPLICATE = re.compile(r"Cannot overwrite|Cannot declare|Duplicate inline|Cannot mutate|Cannot redefine")


def parse(text: str, *, file: str) -> Document:
    r"""Read a TOML text; whatever is wrong with it stands in the issues of the document.

    >>> document = parse("day = 2024-06-19\nday = 2024-06-20\n", file="a.toml")
    >>> print(document.issues[0])
    a.toml:2:1: GB004 error: duplicate key 'day' (day); keep one of the two
    """
    text = text.removeprefix(BOM)
    found = TextIssues(Lines(text, file))
    text = found.scan(text, _REFUSED)
    data = _Reader(text, found).read()
    return found.nothing() if data is None else found.document(data, lambda: locate(text)[0] if data else 0)


def render(data: object) -> str:
    """Write a mapping.

    >>> print(render({"x-share": None}), end="")
    [x-share]
    null = true
    """
    try:
        import tomli_w  # noqa: PLC0415 - an optional dependency
    except ImportError as error:
        raise MissingExtra("toml", "tomli-w") from error
    tree = _with_nulls_told(normalised(data))
    if not isinstance(tree, dict):
        raise TypeError(f"a TOML file holds a mapping, got {type(data).__name__}")
    return tomli_w.dumps(tree)


def _with_nulls_told(tree: Tree) -> Tree:
    if tree is None:
        return {_NULL: True}
    if isinstance(tree, list):
        return [_with_nulls_told(each) for each in tree]
    if isinstance(tree, dict):
        inner = {key: _with_nulls_told(value) for key, value in tree.items()}
        return {_NULL: [inner[_NULL]]} if tree.keys() == {_NULL} else inner
    return tree


def append(text: str, more: object, name: str) -> str:  # noqa: ARG001 - all formats have the same shape
    """Add a table behind what is there, which continues its section."""
    return ended(text) + "\n" + render(more)


def holds_comments(text: str) -> bool:
    """Tell whether a text holds comments; one that cannot be read and has a # counts as such."""
    if "#" not in text:
        return False
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return True
    return has_comment(text)


class _Reader:
    """Reads one text; one that is odd is looked at closely before the parser's word is taken."""

    def __init__(self, text: str, found: TextIssues) -> None:
        self.text = text
        self.found = found
        self.bad: list[tuple[Steps, str, str]] = []

    def read(self) -> object:
        """Give the data as plain values, or None where the text cannot be read."""
        if _TAKES_LONG.search(self.text) and not is_fit(self.text, self.found):
            return None
        try:
            data = self.plain(tomllib.loads(self.text), ())
        except (ValueError, RecursionError) as error:
            if is_fit(self.text, self.found):
                self.refuse(error)
            return None
        if not self.bad:
            return data
        is_too_deep = any(code == "GB006" for _, code, _ in self.bad)
        if not is_too_deep or is_fit(self.text, self.found):
            self.report_bad()
        return None if is_too_deep else data

    def refuse(self, error: ValueError | RecursionError) -> None:
        is_syntax = isinstance(error, tomllib.TOMLDecodeError)
        message = str(error) if is_syntax else str(error).partition(":")[0]
        found = _AT.search(message)
        at = self.found.lines.offset(int(found[1]), int(found[2])) if found and found[1] else len(self.text)
        said = _AT.sub("", message)
        if _DUPLICATE.match(said):
            _, duplicates = locate(self.text)
            for duplicate in duplicates:
                name = duplicate.path[-1]
                self.found.add("GB004", duplicate.at, f"duplicate key {name!r}", path=duplicate.path)
            if not duplicates:
                self.found.add("GB004", at, said[0].lower() + said[1:])
        else:
            self.found.add("GB003", at, said[0].lower() + said[1:] if said else "not a TOML text")

    def plain(self, value: object, path: Steps) -> object:
        if isinstance(value, dict | list) and len(path) >= MAX_DEPTH:
            self.bad.append((path[:MAX_DEPTH], "GB006", f"nested deeper than {MAX_DEPTH} levels"))
            return None
        if isinstance(value, dict):
            told = cast("dict[str, object]", value).get(_NULL) if len(value) == 1 else None
            if told is True:
                return None
            if isinstance(told, list) and len(told) == 1:
                return {_NULL: self.plain(told[0], (*path, _NULL, 0))}
            return {
                str(key): self.plain(inner, (*path, str(key)))
                for key, inner in cast("dict[str, object]", value).items()
            }
        if isinstance(value, list):
            return [
                self.plain(inner, (*path, index)) for index, inner in enumerate(cast("list[object]", value))
            ]
        return self.scalar(value, path)

    def scalar(self, value: object, path: Steps) -> object:
        if isinstance(value, dt.datetime | dt.time):
            self.bad.append((path, "GB008", f"a time of day is not allowed: {value.isoformat()!r}"))
            return None
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, int | float) and not is_representable(value):
            self.bad.append((path, "GB013", "not a finite number within ±2⁶³"))
            return None
        return value

    def report_bad(self) -> None:
        root, _ = locate(self.text)
        for path, code, message in self.bad:
            self.found.add(code, find(root, path)[0], message, path=path)
            self.found.spoil(path)


TOML: Final = Format(
    suffixes=SUFFIXES,
    parse=parse,
    render=render,
    append=append,
    holds_comments=holds_comments,
    iter_lines=None,
)
