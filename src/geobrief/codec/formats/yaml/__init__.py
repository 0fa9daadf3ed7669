"""YAML: the core scalars of YAML 1.2, and the part of the language that a brief needs.

Refused, each with an Issue: duplicate keys, keys that are no text, merge keys, tags,
directives, a second document, nesting deeper than a hundred levels, aliases that stand
for more than the file could hold.  A key that looks like a number is read as its text.
`geobrief.codec.formats.yaml.scalars` tells which scalars are text.
"""

import re
import textwrap
from collections.abc import Iterable
from typing import Any, Final

from geobrief.codec.document import Document
from geobrief.codec.formats.format import Format, ended
from geobrief.codec.formats.yaml.build import Builder, Stop, load_yaml
from geobrief.codec.formats.yaml.write import render
from geobrief.codec.places import BOM, Lines
from geobrief.codec.plain import MAX_DEPTH
from geobrief.codec.text_issues import TextIssues

__all__ = ["SUFFIXES", "YAML", "append", "holds_comments", "parse", "render"]

SUFFIXES: Final = (".yaml", ".yml")

# What PyYAML refuses, and the line separators that YAML 1.1 folds and 1.2 does not.
_REFUSED = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
_BEFORE_DOCUMENT = re.compile(r"[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n)")


def parse(text: str, *, file: str) -> Document:
    r"""Read a YAML text; whatever is wrong with it stands in the issues of the document.

    >>> document = parse("state: NO\nstate: SE\n", file="a.yaml")
    >>> document.data, document.issues[0].code, str(document.issues[0].location)
    ({'state': 'NO'}, 'GB004', 'a.yaml:2:1')
    """
    yaml = load_yaml()
    text = text.removeprefix(BOM)
    found = TextIssues(Lines(text, file))
    text = found.scan(text, _REFUSED)
    builder = Builder(text, found)
    if not _build(yaml, text, builder, found):
        return found.nothing()
    root = builder.root
    return found.document(root.value, lambda: root.mark)


def append(text: str, more: dict[str, Any], name: str) -> str:
    """Add to the section of the one record that there is more of, in the shape that the section has."""
    ((section, alone),) = more.items()
    document = parse(text, file="")
    tree: Any = document.data
    held = tree.get(section)
    if not held:
        return ended(text) + "\n" + render(more)
    if isinstance(held, list):
        first = document.locate((section, 0))
    else:
        first = document.locate_key((section, next(iter(held))))
        if isinstance(alone, list):
            alone = {name: {key: value for key, value in alone[0].items() if key != "id"}}
    lines = text.splitlines(keepends=True)
    starts = {key: document.locate_key((key,)).line for key in tree}
    end = _end(lines, starts[section], starts.values())
    row = lines[first.line - 1]
    indent = row[: len(row) - len(row.lstrip())]
    block = "".join(render({section: alone}).splitlines(keepends=True)[1:])
    lines[end - 1] = ended(lines[end - 1])
    lines.insert(end, textwrap.indent(textwrap.dedent(block), indent))
    return "".join(lines)


def _end(lines: list[str], own: int, starts: Iterable[int]) -> int:
    """Count the lines up to the last of a section that starts at a line, without comments behind it."""
    end = min((line for line in starts if line > own), default=len(lines) + 1) - 1
    while end > own and re.match(r"\s*(#.*)?$", lines[end - 1]):
        end -= 1
    return end


def holds_comments(text: str) -> bool:
    """Tell whether a text holds comments; one that cannot be read and has a # counts as such."""
    if "#" not in text:
        return False
    text = text.removeprefix(BOM)
    yaml = load_yaml()
    builder = Builder(text, TextIssues(Lines(text, "")))
    end = 0
    try:
        for event in _events(yaml, text):
            if "#" in text[end : event.start_mark.index] or _has_header_comment(text, event):
                return True
            end = max(end, event.end_mark.index)
            builder.feed(event)
            if builder.is_done:
                break
    except (Stop, yaml.YAMLError):
        return True
    return "#" in text[end:]


def _has_header_comment(text: str, event: Any) -> bool:
    """Tell whether there is a comment behind the | or > that begins a block of text."""
    if getattr(event, "style", None) not in {"|", ">"}:
        return False
    header = text[event.start_mark.index : event.end_mark.index].partition("\n")[0]
    return "#" in header


def _events(yaml: Any, text: str) -> Any:
    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _build(yaml: Any, text: str, builder: Builder, found: TextIssues) -> bool:
    directive = _directive(text)
    if directive is not None:
        found.add("GB008", directive, "directives are not allowed", hint="remove the line")
        return False
    try:
        for event in _events(yaml, text):
            builder.feed(event)
            if builder.is_done:
                break
    except Stop:
        return False
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(text)) if mark else 0
        if "nesting depth" in (error.problem or ""):  # a bound of the scanner itself, which reads ahead
            found.add("GB006", at, f"nested deeper than {MAX_DEPTH} levels")
        else:
            found.add("GB003", at, ", ".join(part for part in (error.context, error.problem) if part))
        return False
    except yaml.YAMLError as error:
        found.add("GB003", 0, str(error).partition("\n")[0])
        return False
    return True


def _directive(text: str) -> int | None:
    """Find a directive, before the parser does: it takes quadratic time over many."""
    at = 0
    while found := _BEFORE_DOCUMENT.match(text, at):
        at = found.end()
    return at if text.startswith("%", at) else None


YAML: Final = Format(
    suffixes=SUFFIXES,
    parse=parse,
    render=render,
    append=append,
    holds_comments=holds_comments,
    iter_lines=None,
)
