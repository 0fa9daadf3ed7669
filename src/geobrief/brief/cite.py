"""Citations for a bibliography: the sources of a brief, or of one record, in BibTeX."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from geobrief.model.record import Record
from geobrief.model.references import references_in
from geobrief.values.source import Source, SourceKind

__all__ = ["bibtex", "sources_of"]

_KINDS: Final[dict[SourceKind, str]] = {
    "news": "article",
    "academic": "article",
    "technical_report": "techreport",
    "intelligence_assessment": "techreport",
    "dataset": "misc",
}
"""The BibTeX kind of a source; all others are ``misc``."""

_PLACES: Final = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
"""The field in which each kind of entry names its publisher."""

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL_SIGN: Final = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")


def sources_of(record: Record) -> tuple[str, ...]:
    """Name the sources that a record and its parts cite, each once."""
    return tuple(dict.fromkeys(each.name for each in references_in(record) if each.to == ("source",)))


def bibtex(sources: Mapping[str, Source], names: Iterable[str]) -> str:
    """Write sources as BibTeX entries in order of their ids; those that are not listed are left out.

    >>> print(bibtex({"kcna": Source(publisher="KCNA", title="Pact", published="2024-11")}, ["kcna"]))
    @misc{kcna,
      title = {{Pact}},
      howpublished = {KCNA},
      year = {2024},
      month = nov,
    }
    """
    return "\n\n".join(_entry(name, sources[name]) for name in sorted(set(names)) if name in sources)


def _entry(name: str, source: Source) -> str:
    kind = _KINDS.get(source.kind or "other", "misc")
    lines = [f"  {field} = {value}," for field, value in _fields(kind, source)]
    return "\n".join([f"@{kind}{{{name},", *lines, "}"])


def _fields(kind: str, source: Source) -> Iterator[tuple[str, str]]:
    if source.author is not None:
        yield "author", f"{{{{{_escaped(source.author)}}}}}"
    yield "title", f"{{{{{_escaped(source.title or source.publisher)}}}}}"
    yield _PLACES[kind], f"{{{_escaped(source.publisher)}}}"
    yield from _dated(source)
    url = source.url or source.archived_url
    if url is not None:
        yield "url", "{" + url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") + "}"
    if source.retrieved is not None:
        yield "urldate", f"{{{source.retrieved}}}"
    if source.language is not None:
        yield "language", f"{{{source.language}}}"


def _dated(source: Source) -> Iterator[tuple[str, str]]:
    """Give year, month and day as far as they are known; nothing is filled in."""
    published = source.published
    if published is None or published.earliest is None or published.latest is None:
        return
    first, last = published.earliest, published.latest
    if first.year != last.year:
        return
    yield "year", f"{{{first.year}}}"
    if first.month == last.month:
        yield "month", _MONTHS[first.month - 1]
        if first == last:
            yield "day", f"{{{first.day}}}"


def _escaped(text: str) -> str:
    return _SPECIAL_SIGN.sub(lambda sign: _SPECIAL[sign[0]], text)
