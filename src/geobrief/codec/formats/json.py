"""JSON, exactly as RFC 8259 has it, within the bounds that all formats share.

Refused beyond a syntax error: duplicate keys, NaN and Infinity, numbers that do not fit,
escapes for half of a surrogate pair, nesting deeper than a hundred levels.
"""

import json
import math
import re
from typing import Final, cast

from geobrief.codec.document import Document
from geobrief.codec.formats.format import Format
from geobrief.codec.places import BOM, Branch, Lines, Mark
from geobrief.codec.plain import MAX_DEPTH, Tree, is_representable, normalised
from geobrief.codec.text_issues import TextIssues, excerpt
from geobrief.constraint import Steps

__all__ = [
    "JSON",
    "SUFFIXES",
    "append",
    "holds_comments",
    "loads",
    "parse",
    "read_carefully",
    "render",
    "scan",
]

SUFFIXES: Final = (".json",)

_LONGEST_NUMBER = 400
_SURROGATE = re.compile(r"[\ud800-\udfff]+")

_SPACE = re.compile(r"[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][-+]?[0-9]++)?")
_NOT_A_NUMBER = re.compile(r"NaN|-?Infinity")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]+")
_WORDS = {"true": True, "false": False, "null": None}
_text_at = json.JSONDecoder().raw_decode


def parse(text: str, *, file: str) -> Document:
    """Read a JSON text; whatever is wrong with it stands in the issues of the document.

    >>> document = parse('{"title": 1, "title": 2}', file="a.json")
    >>> print(document.issues[0])
    a.json:1:14: GB004 error: duplicate key 'title' (title); keep one of the two
    """
    text = text.removeprefix(BOM)
    try:
        text.encode()
        data = loads(text)
    except (ValueError, RecursionError):
        return read_carefully(text, Lines(text, file))
    lines = Lines(text, file)
    return Document(data, lines, lambda: scan(text, TextIssues(lines))[1])


def render(data: object) -> str:
    """Write plain data, two spaces a level, keys in the order given."""
    return json.dumps(normalised(data), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def holds_comments(text: str) -> bool:  # noqa: ARG001 - all formats have the same shape
    """Tell whether a text holds comments; JSON has none."""
    return False


def append(text: str, more: object, name: str) -> None:
    """Insert nothing: JSON is written anew."""


def read_carefully(text: str, lines: Lines, below: Steps = ()) -> Document:
    """Read a text that `loads` refuses, with every position and every problem."""
    found = TextIssues(lines, below)
    data, marks = scan(text, found)
    if not found.issues:
        found.add("GB003", 0, "not a JSON text")
    return found.document(data, lambda: marks)


def loads(text: str) -> object:
    """Read a JSON text fast; raise ValueError or RecursionError where anything is odd."""
    value = _DECODER.decode(text)
    if "\\" in text and ("\\ud" in text or "\\uD" in text):
        json.dumps(value, ensure_ascii=False).encode()
    if len(text) > 2 * MAX_DEPTH and text.count("[") + text.count("{") > MAX_DEPTH:
        _refuse_depth(value)
    return value


def _refuse_depth(value: object) -> None:
    level = [cast("Tree", value)]
    for _ in range(MAX_DEPTH):
        inner: list[Tree] = []
        for container in level:
            if isinstance(container, dict):
                inner.extend(container.values())
            elif isinstance(container, list):
                inner.extend(container)
        if not inner:
            return
        level = inner
    if any(isinstance(deepest, dict | list) for deepest in level):
        raise ValueError("nested too deeply")


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise ValueError("duplicate key")
    return mapping


def _int(written: str) -> int:
    if len(written) > 18 and (len(written) > 20 or not is_representable(int(written))):
        raise ValueError("integer out of range")
    return int(written)


def _float(written: str) -> float:
    number = float(written)
    if len(written) > _LONGEST_NUMBER or not math.isfinite(number):
        raise ValueError("number out of range")
    return number


def _constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_int, parse_float=_float, parse_constant=_constant
)


class _Stop(Exception):
    """The rest of the text cannot be read."""


def scan(text: str, found: TextIssues, base: int = 0) -> tuple[object, Mark]:
    """Read a JSON text with all its positions; ``base`` is added to each mark.

    Gives None and the start of the text where it cannot be read at all.
    """
    scanner = _Scanner(found.scan(text, _CONTROL), found, base)
    try:
        return scanner.document()
    except _Stop:
        found.spoil(())
        return None, base


class _Scanner:
    """The careful reading: every position, and every problem at once.

    The standard library's parser is several times faster but gives no positions and stops
    at the first problem, so this one runs only when one of the two is asked for.
    """

    def __init__(self, text: str, found: TextIssues, base: int) -> None:
        self.text = text
        self.found = found
        self.base = base
        self.path: list[str | int] = []

    def document(self) -> tuple[object, Mark]:
        value, mark, end = self.value(self.skip(0))
        end = self.skip(end)
        if end < len(self.text):
            raise self.syntax(end, "expected the end of the text")
        return value, mark

    def skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def syntax(self, at: int, expected: str) -> _Stop:
        found = excerpt(self.text[at]) if at < len(self.text) else "the end of the text"
        self.found.add("GB003", at, f"{expected}, got {found}", path=self.path)
        return _Stop()

    def value(self, at: int) -> tuple[object, Mark, int]:
        first = self.text[at : at + 1]
        if first == '"':
            value, end = self.string(at)
            return value, self.base + at, end
        if first in {"{", "["} and len(self.path) >= MAX_DEPTH:
            self.found.add("GB006", at, f"nested deeper than {MAX_DEPTH} levels")
            raise _Stop
        if first == "{":
            return self.mapping(at)
        if first == "[":
            return self.sequence(at)
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, at):
                return meaning, self.base + at, at + len(word)
        return self.number(at)

    def string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _text_at(self.text, at)
        except json.JSONDecodeError as error:
            if error.msg.startswith("Invalid control character"):
                error.msg = "line break or tab inside a text"
            self.found.add("GB003", error.pos, error.msg[0].lower() + error.msg[1:], path=self.path)
            raise _Stop from None
        if _SURROGATE.search(value):
            self.found.add("GB003", at, "escape for half of a surrogate pair", path=self.path)
            value = _SURROGATE.sub("\ufffd", value)
        return value, end

    def number(self, at: int) -> tuple[object, Mark, int]:
        found = _NUMBER.match(self.text, at) or _NOT_A_NUMBER.match(self.text, at)
        if found is None:
            raise self.syntax(at, "expected a value")
        written = found[0]
        number: float | None = None
        if len(written) <= _LONGEST_NUMBER and found.re is _NUMBER:
            number = float(written) if found[1] or found[2] else int(written)
        if number is None or not is_representable(number):
            self.found.add(
                "GB013", at, f"not a finite number within ±2⁶³: {excerpt(written)}", path=self.path
            )
            self.found.spoil(self.path)
            number = None
        return number, self.base + at, found.end()

    def sequence(self, start: int) -> tuple[object, Mark, int]:
        values: list[object] = []
        marks: list[Mark] = []
        at = self.skip(start + 1)
        if self.text.startswith("]", at):
            return values, Branch(self.base + start, marks), at + 1
        while True:
            self.path.append(len(values))
            value, mark, at = self.value(self.skip(at))
            self.path.pop()
            values.append(value)
            marks.append(mark)
            at = self.skip(at)
            if self.text.startswith("]", at):
                return values, Branch(self.base + start, marks), at + 1
            if not self.text.startswith(",", at):
                raise self.syntax(at, "expected ',' or ']'")
            at += 1

    def mapping(self, start: int) -> tuple[object, Mark, int]:
        values: dict[str, object] = {}
        marks: dict[str, Mark] = {}
        keys: dict[str, int] = {}
        at = self.skip(start + 1)
        if self.text.startswith("}", at):
            return values, Branch(self.base + start, marks, keys), at + 1
        while True:
            key_at = self.skip(at)
            if not self.text.startswith('"', key_at):
                raise self.syntax(key_at, "expected a key in double quotes")
            key, at = self.string(key_at)
            self.path.append(key)
            at = self.skip(at)
            if not self.text.startswith(":", at):
                raise self.syntax(at, "expected ':'")
            if key in values:
                self.found.add("GB004", key_at, f"duplicate key {excerpt(key)}", path=self.path)
            value, mark, at = self.value(self.skip(at + 1))
            self.path.pop()
            if key not in values:
                values[key], marks[key], keys[key] = value, mark, self.base + key_at
            at = self.skip(at)
            if self.text.startswith("}", at):
                return values, Branch(self.base + start, marks, keys), at + 1
            if not self.text.startswith(",", at):
                raise self.syntax(at, "expected ',' or '}'")
            at += 1


JSON: Final = Format(
    suffixes=SUFFIXES,
    parse=parse,
    render=render,
    append=append,
    holds_comments=holds_comments,
    iter_lines=None,
)
