"""The timeline: what happened and what was said, in order; what was published stands under the sources."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from geobrief.brief.timeline import Entry
from geobrief.claims.speaker import named
from geobrief.values.period import Period
from geobrief.views.page.parts import Section, TimelineRow, TimelineTable, Words, words
from geobrief.views.page.reader import Reader, day

__all__ = ["timeline"]

_MANY: Final = 6  # actors who do the same on one day and are named one by one


def timeline(reader: Reader) -> Section | None:
    """Return what happened and was said until the day; None where that is nothing."""
    entries = [each for each in reader.brief.timeline(until=reader.on) if each.aspect != "published"]
    rows = [
        TimelineRow(_when(alike[0]), _mark(alike[0]), _told(alike, reader))
        for _, together in groupby(entries, key=lambda each: each.when)
        for alike in _alike(together, reader)
    ]
    return Section("Timeline", TimelineTable(tuple(rows))) if rows else None


def _alike(entries: Iterable[Entry], reader: Reader) -> list[list[Entry]]:
    """Put together what several did alike: entries that differ in who acts alone."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        deed = entry.text.replace(_who(entry, reader), "", 1)
        found.setdefault((entry.aspect, deed), []).append(entry)
    return list(found.values())


def _who(entry: Entry, reader: Reader) -> str:
    return named(entry.actors[0], reader.brief.actors) if entry.actors else ""


def _when(entry: Entry) -> str:
    return entry.span if isinstance(entry.when, Period) else day(entry.when)


def _mark(entry: Entry) -> Words:
    if entry.derived:
        return words("by law", tone="law")
    return words("said", tone="quote") if entry.aspect == "said" else words()


def _told(alike: list[Entry], reader: Reader) -> Words:
    first, *others = alike
    names = [_who(each, reader) for each in others]
    more = f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
    likewise = f"; likewise {', '.join(names[:_MANY])}{more}" if names else ""
    alleged = " (alleged)" if first.alleged else ""
    return words(first.text, (likewise, "dim"), (alleged, "hedge"), tone="strong" if first.derived else None)
