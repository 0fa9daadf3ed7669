"""YAML: the core scalars of YAML 1.2, and the part of the language that a brief needs.

Refused, each with an Issue: duplicate keys, keys that are no text, merge keys, tags,
directives, a second document, nesting deeper than a hundred levels, aliases that stand
for more than the file could hold.  A key that looks like a number is read as its text.
`geobrief.codec.formats.yaml.scalars` tells which scalars are text.
"""

import re
from typing import Any, Final

from geobrief.codec.document import MAX_DEPTH, Document
from geobrief.codec.formats.yaml.build import Builder, Stop, load_yaml
from geobrief.codec.formats.yaml.write import render
from geobrief.codec.places import BOM, Lines
from geobrief.codec.text_issues import Problems

__all__ = ["SUFFIXES", "holds_comments", "parse", "render"]

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
    lines = Lines(text, file)
    problems = Problems(lines)
    text = problems.scan(text, _REFUSED)
    builder = Builder(text, problems)
    if _build(yaml, text, builder, problems):
        root = builder.root
        return Document(
            root.value, file, problems.issues, problems.spoiled, lines=lines, scan=lambda: root.mark
        )
    problems.spoil(())
    return Document(None, file, problems.issues, problems.spoiled, lines=lines, scan=lambda: 0)


def holds_comments(text: str) -> bool:
    """Tell whether a text holds comments; one that cannot be read and has a # counts as such."""
    if "#" not in text:
        return False
    text = text.removeprefix(BOM)
    yaml = load_yaml()
    problems = Problems(Lines(text, ""))
    builder = Builder(text, problems)
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


def _build(yaml: Any, text: str, builder: Builder, problems: Problems) -> bool:
    directive = _directive(text)
    if directive is not None:
        problems.add("GB008", directive, "directives are not allowed", hint="remove the line")
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
            problems.add("GB006", at, f"nested deeper than {MAX_DEPTH} levels")
        else:
            problems.add("GB003", at, ", ".join(part for part in (error.context, error.problem) if part))
        return False
    except yaml.YAMLError as error:
        problems.add("GB003", 0, str(error).partition("\n")[0])
        return False
    return True


def _directive(text: str) -> int | None:
    """Find a directive, before the parser does: it takes quadratic time over many."""
    at = 0
    while found := _BEFORE_DOCUMENT.match(text, at):
        at = found.end()
    return at if text.startswith("%", at) else None
