"""The careful reading of JSON: every position, and every problem at once.

The standard library's parser is several times faster but gives no positions and stops
at the first problem, so this scanner runs only when one of the two is asked for.  It
accepts exactly RFC 8259 within the bounds that all formats share.
"""

import json
import re

from geobrief.codec.document import MAX_DEPTH, Branch, Mark
from geobrief.codec.plain import is_representable
from geobrief.codec.text_issues import Problems, excerpt

__all__ = ["SURROGATE", "scan"]

SURROGATE = re.compile(r"[\ud800-\udfff]+")

_SPACE = re.compile(r"[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][-+]?[0-9]++)?")
_NOT_A_NUMBER = re.compile(r"NaN|-?Infinity")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]+")
_WORDS = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 400
_text_at = json.JSONDecoder().raw_decode


class _Stop(Exception):
    """The rest of the text cannot be read."""


def scan(text: str, problems: Problems, base: int = 0) -> tuple[object, Mark]:
    """Read a JSON text with all its positions; ``base`` is added to each mark.

    Gives None and the start of the text where it cannot be read at all.
    """
    scanner = _Scanner(problems.scan(text, _CONTROL), problems, base)
    try:
        return scanner.document()
    except _Stop:
        problems.spoil(())
        return None, base


class _Scanner:
    def __init__(self, text: str, problems: Problems, base: int) -> None:
        self.text = text
        self.problems = problems
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
        self.problems.add("GB003", at, f"{expected}, got {found}", path=self.path)
        return _Stop()

    def value(self, at: int) -> tuple[object, Mark, int]:
        first = self.text[at : at + 1]
        if first == '"':
            value, end = self.string(at)
            return value, self.base + at, end
        if first in {"{", "["} and len(self.path) >= MAX_DEPTH:
            self.problems.add("GB006", at, f"nested deeper than {MAX_DEPTH} levels")
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
            self.problems.add("GB003", error.pos, error.msg[0].lower() + error.msg[1:], path=self.path)
            raise _Stop from None
        if SURROGATE.search(value):
            self.problems.add("GB003", at, "escape for half of a surrogate pair", path=self.path)
            value = SURROGATE.sub("\ufffd", value)
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
            self.problems.add(
                "GB013", at, f"not a finite number within ±2⁶³: {excerpt(written)}", path=self.path
            )
            self.problems.spoil(self.path)
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
                self.problems.add("GB004", key_at, f"duplicate key {excerpt(key)}", path=self.path)
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
