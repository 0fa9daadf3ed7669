"""Where things stand in a TOML text, which the standard library's parser does not tell.

`is_fit` looks at a text that may take the parser too long, or that it refused, and finds
why; `locate` finds positions and duplicate keys in a text that the parser accepts (or
refuses only for a duplicate key).
"""

import json
import re
from collections.abc import Iterator

import attrs

from geobrief.codec.places import Branch, Mark
from geobrief.codec.plain import MAX_DEPTH
from geobrief.codec.text_issues import TextIssues, excerpt
from geobrief.constraint import Steps

__all__ = ["Duplicate", "has_comment", "is_fit", "locate"]

_TOKEN = re.compile(
    r'''
      (?P<text> """ (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ """ "{0,2}
              | \'\'\' (?: [^']++ | '(?!'') )*+ \'\'\' '{0,2}
              | " (?: [^"\\\n]++ | \\. )*+ "
              | ' [^'\n]*+ ' )
    | (?P<comment> \#[^\n]*+ )
    | (?P<newline> \n )
    | (?P<space> [ \t\r]++ )
    | (?P<sign> [\[\]{}=,.] )
    | (?P<bare> [^\s"'\#\[\]{}=,.]++ )
    | (?P<other> [\s\S] )
    ''',
    re.VERBOSE,
)
_LONGEST_NUMBER = 400
_DIGITS = frozenset("+-0123456789")


@attrs.frozen
class _Token:
    kind: str
    text: str
    at: int


@attrs.frozen
class Duplicate:
    """A key that is defined a second time, and where."""

    path: Steps
    at: int


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "other"
        is_unclosed = found[0] in {'""', "''"} and text[found.end() : found.end() + 1] == found[0][0]
        if kind == "other" or is_unclosed:
            return  # an unclosed text: the parser will say so
        yield _Token(kind, found[0], found.start())


def has_comment(text: str) -> bool:
    """Tell whether a text holds a comment."""
    return any(token.kind == "comment" for token in _tokens(text))


def is_fit(text: str, found: TextIssues) -> bool:
    """Tell whether a parser may be given the text; note what it must not be given."""
    depth = parts = 0
    is_fine = True
    for token in _tokens(text):
        if token.kind in {"space", "comment"}:
            continue
        if token.text in {"[", "{"}:
            depth += 1
        elif token.text in {"]", "}"}:
            depth = max(depth - 1, 0)
        parts = parts + 1 if token.text == "." else parts if token.kind in {"bare", "text"} else 0
        if depth >= MAX_DEPTH or parts >= MAX_DEPTH:
            found.add("GB006", token.at, f"nested deeper than {MAX_DEPTH} levels")
            return False
        if token.kind == "bare" and len(token.text) > _LONGEST_NUMBER and token.text[0] in _DIGITS:
            found.add("GB013", token.at, f"not a finite number within ±2⁶³: {excerpt(token.text)}")
            is_fine = False
    return is_fine


def locate(text: str) -> tuple[Branch, list[Duplicate]]:
    """Give the positions of all values and the keys that are defined twice."""
    return _Locator(text).document()


class _Locator:
    """Walks once through the tokens; never fails, whatever they are."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.end = _Token("end", "", len(text))
        self.token = self.end
        self.duplicates: list[Duplicate] = []
        self.declared: set[int] = set()
        self.alive: list[Branch] = []  # keeps ids unique
        self.advance()

    def advance(self, *passing: str) -> None:
        self.token = next(self.tokens, self.end)
        while self.token.kind == "space" or self.token.kind in passing:
            self.token = next(self.tokens, self.end)

    def skip_blank(self) -> None:
        while self.token.kind in {"space", "newline", "comment"}:
            self.advance()

    def document(self) -> tuple[Branch, list[Duplicate]]:
        root = table = self.branch(0)
        path: Steps = ()
        self.skip_blank()
        while self.token is not self.end:
            if self.token.text == "[":
                table, path = self.header(root)
            else:
                self.pair(table, path)
            while self.token.kind not in {"newline", "end"}:
                self.advance()
            self.skip_blank()
        return root, self.duplicates

    def branch(self, at: int) -> Branch:
        branch = Branch(at, dict[str, Mark]())
        self.alive.append(branch)
        return branch

    def key(self) -> list[tuple[str, int]]:
        parts: list[tuple[str, int]] = []
        while self.token.kind in {"bare", "text"}:
            parts.append((_key_text(self.token.text), self.token.at))
            self.advance()
            if self.token.text != ".":
                break
            self.advance()
        return parts

    def header(self, root: Branch) -> tuple[Branch, Steps]:
        opening = self.token
        self.advance()
        is_array = self.token.text == "[" and self.token.at == opening.at + 1
        if is_array:
            self.advance()
        parts = self.key()
        if not parts:
            return self.branch(opening.at), ()
        table, path = self.descend(root, (), parts[:-1])
        name, at = parts[-1]
        children = _children(table)
        if is_array:
            if name not in children:
                rows: list[Mark] = []
                children[name] = Branch(at, rows)
                _keys(table)[name] = at
            return self.add_row(children[name], at, (*path, name))
        if name not in children:
            self.put(table, name, at, self.branch(at))
        child = children[name]
        if not isinstance(child, Branch) or isinstance(child.children, list) or id(child) in self.declared:
            self.duplicates.append(Duplicate((*path, name), at))
            return self.branch(at), (*path, name)
        self.declared.add(id(child))
        return child, (*path, name)

    def add_row(self, rows: Mark, at: int, path: Steps) -> tuple[Branch, Steps]:
        row = self.branch(at)
        if isinstance(rows, Branch) and isinstance(rows.children, list):
            path = (*path, len(rows.children))
            rows.children.append(row)
        else:
            self.duplicates.append(Duplicate(path, at))
        return row, path

    def descend(self, table: Branch, path: Steps, parts: list[tuple[str, int]]) -> tuple[Branch, Steps]:
        """Go down a dotted key, making the tables that it implies."""
        for name, at in parts:
            children = _children(table)
            path = (*path, name)
            if name not in children:
                self.put(table, name, at, self.branch(at))
            child = children[name]
            if isinstance(child, Branch) and isinstance(child.children, list) and child.children:
                path = (*path, len(child.children) - 1)
                child = child.children[-1]
            if not isinstance(child, Branch) or isinstance(child.children, list):
                self.duplicates.append(Duplicate(path, at))
                child = self.branch(at)
            table = child
        return table, path

    def pair(self, table: Branch, path: Steps) -> None:
        parts = self.key()
        if not parts or self.token.text != "=":
            return
        table, path = self.descend(table, path, parts[:-1])
        name, at = parts[-1]
        self.advance()
        mark = self.value((*path, name))
        if name in _children(table):
            self.duplicates.append(Duplicate((*path, name), at))
        else:
            self.put(table, name, at, mark)

    def put(self, table: Branch, name: str, at: int, mark: Mark) -> None:
        _children(table)[name] = mark
        _keys(table)[name] = at

    def value(self, path: Steps) -> Mark:
        start = self.token.at
        if self.token.text == "[":
            return self.array(path)
        if self.token.text == "{":
            return self.inline_table(path)
        while self.token.kind in {"text", "bare"} or self.token.text == ".":
            self.advance()
        return start

    def array(self, path: Steps) -> Branch:
        marks: list[Mark] = []
        branch = Branch(self.token.at, marks)
        self.advance()
        self.skip_blank()
        while self.token.text != "]" and self.token is not self.end:
            before = self.token
            marks.append(self.value((*path, len(marks))))
            self.skip_blank()
            if self.token.text == "," or self.token is before:
                self.advance()
            self.skip_blank()
        self.advance()
        return branch

    def inline_table(self, path: Steps) -> Branch:
        branch = self.branch(self.token.at)
        self.declared.add(id(branch))
        self.advance()
        self.skip_blank()
        while self.token.text != "}" and self.token is not self.end:
            before = self.token
            self.pair(branch, path)
            self.skip_blank()
            if self.token.text == "," or self.token is before:
                self.advance()
            self.skip_blank()
        self.advance()
        return branch


def _children(table: Branch) -> dict[str, Mark]:
    return table.children if isinstance(table.children, dict) else {}


def _keys(table: Branch) -> dict[str, int]:
    return table.keys if isinstance(table.keys, dict) else {}


def _key_text(written: str) -> str:
    if written.startswith("'"):
        return written[1:-1]
    if not written.startswith('"'):
        return written
    wide = re.compile(r"\\U([0-9a-fA-F]{8})")
    try:
        return str(json.loads(wide.sub(lambda found: chr(int(found[1], 16)), written), strict=False))
    except ValueError:
        return written
