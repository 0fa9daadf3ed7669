"""YAML from the parser's events to plain data, with a position for every value.

None of PyYAML's loaders keeps positions, notices duplicate keys or bounds what aliases
stand for, so the tree is built here.  Aliases are copied, within a budget:
together they may add no more nodes than a text of the same length could hold written out.
"""

from collections.abc import Callable
from typing import Any

import attrs

from geobrief.codec.formats.yaml.scalars import Differs, resolve
from geobrief.codec.places import Branch, Mark
from geobrief.codec.plain import MAX_DEPTH, Tree
from geobrief.codec.text_issues import TextIssues, excerpt
from geobrief.errors import MissingExtra

__all__ = ["Builder", "Stop", "load_yaml"]

_FREE_ALIASES = 10_000


def load_yaml() -> Any:
    """Import PyYAML, or say how to install it."""
    try:
        import yaml  # noqa: PLC0415 - an optional dependency
    except ImportError as error:
        raise MissingExtra("yaml", "PyYAML") from error
    return yaml


class Stop(Exception):
    """The rest of the text cannot be read."""


@attrs.frozen
class _Node:
    """A finished value: its marks, how many nodes it has, how many levels."""

    value: Tree
    mark: Mark
    size: int = 1
    height: int = 0


@attrs.define(eq=False)
class _Frame:
    """A list or mapping that is not finished; ``key`` is None while one is awaited."""

    value: "dict[str, Tree] | list[Tree]"
    branch: Branch
    marks: "dict[str, Mark] | list[Mark]"
    keys: dict[str, int]
    anchor: str | None
    key: str | None = None
    drops: bool = False  # the value of this key is read and then left out
    is_key: bool = False  # stands where a key must be
    size: int = 1
    height: int = 1


class Builder:
    """Builds one document from the events of PyYAML's parser."""

    def __init__(self, text: str, found: TextIssues) -> None:
        self.text = text
        self.found = found
        self.root = _Node(None, 0)
        self.is_done = False
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Node | None] = {}
        self._budget = _FREE_ALIASES + len(text) // 2
        self._actions: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "SequenceStartEvent": self._start,
            "MappingStartEvent": self._start,
            "SequenceEndEvent": self._end,
            "MappingEndEvent": self._end,
            "DocumentEndEvent": self._document_end,
        }

    def feed(self, event: Any) -> None:
        """Take the next event; raise `Stop` where reading on makes no sense."""
        action = self._actions.get(type(event).__name__)
        if action is not None:
            action(event)

    @property
    def _path(self) -> list[str | int]:
        return [
            len(frame.value) if isinstance(frame.value, list) else "?" if frame.key is None else frame.key
            for frame in self._stack
        ]

    def _note(self, code: str, event: Any, message: str, hint: str = "") -> None:
        self.found.add(code, event.start_mark.index, message, path=self._path, hint=hint)

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        if self._awaits_key():
            self._key(event)
            return
        written: str = event.value
        value = written if event.style else resolve(written)
        if isinstance(value, Differs):
            self._note("GB013", event, f"not a finite number within ±2⁶³: {excerpt(event.value)}")
            self.found.spoil(self._path)
            value = None
        node = _Node(value, event.start_mark.index)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._attach(node)

    def _refuse_tag(self, event: Any) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._note("GB008", event, f"the tag {excerpt(tag)} is not allowed")

    def _key(self, event: Any) -> None:
        frame = self._stack[-1]
        key: str = event.value
        frame.key = key
        if event.anchor is not None:
            self._anchors[event.anchor] = _Node(key, event.start_mark.index)
        if not event.style and resolve(key) is None:
            self._note("GB008", event, "a key must be text, got null", "put the key in quotes")
            frame.drops = True
        elif not event.style and key == "<<":
            self._note("GB008", event, "the merge key '<<' is not allowed")
            frame.drops = True
        if key in frame.value and not frame.drops:
            self._note("GB004", event, f"duplicate key {excerpt(key)}")
            frame.drops = True
        if not frame.drops:
            frame.keys[key] = event.start_mark.index

    def _alias(self, event: Any) -> None:
        if self._awaits_key():
            self._note("GB008", event, "a key must be text, got an alias")
            self._stack[-1].key, self._stack[-1].drops = "?", True
            return
        if event.anchor not in self._anchors:
            self._note("GB003", event, f"alias to an anchor that is not defined: {excerpt(event.anchor)}")
            self.found.spoil(self._path)
            self._attach(_Node(None, event.start_mark.index))
            return
        node = self._anchors[event.anchor]
        if node is None:
            self._note("GB008", event, f"the anchor {excerpt(event.anchor)} contains itself")
            raise Stop
        self._budget -= node.size
        if self._budget < 0:
            self._note("GB007", event, "the aliases of this file stand for too many values")
            raise Stop
        if len(self._stack) + node.height > MAX_DEPTH:
            self._note("GB006", event, f"nested deeper than {MAX_DEPTH} levels")
            raise Stop
        here = event.start_mark.index
        mark = Branch(here, node.mark.children, node.mark.keys) if isinstance(node.mark, Branch) else here
        self._attach(attrs.evolve(node, value=_copy(node.value), mark=mark))

    def _start(self, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._note("GB006", event, f"nested deeper than {MAX_DEPTH} levels")
            raise Stop
        if event.tag is not None:
            self._refuse_tag(event)
        is_key = self._awaits_key()
        if is_key:
            self._note("GB008", event, "a key must be text, got a list or mapping")
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        at = event.start_mark.index
        keys: dict[str, int] = {}
        if type(event).__name__ == "MappingStartEvent":
            marks: dict[str, Mark] = {}
            frame = _Frame({}, Branch(at, marks, keys), marks, keys, event.anchor, is_key=is_key)
        else:
            places: list[Mark] = []
            frame = _Frame([], Branch(at, places, keys), places, keys, event.anchor, is_key=is_key)
        self._stack.append(frame)

    def _end(self, event: Any) -> None:  # noqa: ARG002 - every action takes its event
        frame = self._stack.pop()
        node = _Node(frame.value, frame.branch, frame.size, frame.height)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = node
        if frame.is_key:
            self._stack[-1].key, self._stack[-1].drops = "?", True
        else:
            self._attach(node)

    def _attach(self, node: _Node) -> None:
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        frame.size += node.size
        frame.height = max(frame.height, node.height + 1)
        if isinstance(frame.value, list) and isinstance(frame.marks, list):
            frame.value.append(node.value)
            frame.marks.append(node.mark)
        elif isinstance(frame.value, dict) and isinstance(frame.marks, dict) and frame.key is not None:
            if not frame.drops:
                frame.value[frame.key] = node.value
                frame.marks[frame.key] = node.mark
            frame.key, frame.drops = None, False

    def _document_end(self, event: Any) -> None:
        """Refuse a second document by its text, before the parser looks at it."""
        self.is_done = True
        rest = event.end_mark.index
        for line in self.text[rest:].splitlines(keepends=True):
            written = line.strip()
            if written and not written.startswith("#"):
                at = rest + len(line) - len(line.lstrip())
                if event.explicit or written.startswith("---"):
                    self.found.add("GB008", at, "a file holds one document", hint="split the file in two")
                else:
                    self.found.add("GB003", at, f"expected the end of the text, got {excerpt(written)}")
                return
            rest += len(line)


def _copy(value: Tree) -> Tree:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value
