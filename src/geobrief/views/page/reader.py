"""What every section of the page needs: the brief, the day, and how things are called."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from geobrief.brief import Brief
from geobrief.model.record import Record
from geobrief.values.citation import Citation
from geobrief.values.period import Period
from geobrief.values.when import When
from geobrief.views.page.names import Names
from geobrief.views.page.parts import Bullets, Fact, Notes, Words, words
from geobrief.words import listed

__all__ = ["Reader", "between", "day", "few", "headline", "order", "stretch"]

FEW: Final = 8
"""How many reasons of a kind are told one by one."""


@attrs.frozen
class Reader:
    """A brief as it is read on a day."""

    brief: Brief
    on: When

    @property
    def names(self) -> Names:
        """The names of actors and records."""
        return Names(self.brief)

    def is_to_come(self, when: When | None) -> bool:
        """Tell whether a day surely lies after the day on which the brief is read."""
        return (
            when is not None
            and when.earliest is not None
            and self.on.latest is not None
            and when.earliest > self.on.latest
        )

    def notes(self, citations: Sequence[Citation]) -> Notes:
        """Say where a thing is said: the rating and the source of each citation."""
        return Notes(tuple(self._note(citation) for citation in citations))

    def _note(self, citation: Citation) -> tuple[str, str]:
        source = self.brief.sources.get(citation.source)
        if source is None:
            return "", citation.source
        rating = f"{source.reliability or ''}{citation.credibility or ''}"
        published = f", {source.published}" if source.published is not None else ""
        return rating, f"{source.publisher}{published}"

    def about(self, subjects: Sequence[str]) -> Iterator[Words]:
        """Say what words are about, where that is recorded."""
        if subjects:
            yield words(f"about {self.names.subjects(subjects)}", tone="dim")

    def said_by(self, by: str | None, citations: Sequence[Citation]) -> str:
        """Name who says a thing: the voice that is recorded, or the publishers that pass it on."""
        if by is not None:
            return self.names.actor(by)
        sources = (self.brief.sources.get(citation.source) for citation in citations)
        publishers = dict.fromkeys(source.publisher for source in sources if source is not None)
        return listed(publishers) or "not named"


def day(when: When | None) -> str:
    """Write a day as far as it is known.

    >>> day(When("../2024-11-12")), day(When("2024-10")), day(None)
    ('by 2024-11-12', '2024-10', 'no date')
    """
    if when is None:
        return "no date"
    first, slash, last = when.text.partition("/")
    if not slash:
        return when.text
    if first in {"", ".."}:
        return f"by {last}"
    return f"from {first}" if last in {"", ".."} else f"{first} to {last}"


def stretch(period: Period) -> str:
    """Write a stretch of time.

    >>> stretch(Period("2024-10/.."))
    'since 2024-10, ongoing'
    """
    if period.end is None:
        start = f"since {period.start}" if period.start is not None else "since an unknown day"
        return f"{start}, ongoing" if period.ongoing else f"{start}, end unknown"
    if period.start is None:
        return f"until {period.end}{', start unknown' if period.start_unknown else ''}"
    return period.text.replace("/", " to ")


def order(when: When | None) -> tuple[int, int, str]:
    """Order by day; what has no date comes first."""
    return when.sort_key if when is not None else (0, 0, "")


def between(*parts: str | Words | None, joint: str = " · ") -> Words:
    """Join what there is."""
    joined = [piece for part in parts if part for piece in (joint, part)]
    return words(*joined[1:])


def headline(title: str, record: Record) -> Words:
    """Give the title of a record, with the id by which it can be asked about."""
    return words((title, "strong"), "  ", (record.id, "dim"))


def few(label: str, lines: Sequence[str]) -> Iterator[Fact]:
    """Give lines under one label, and say how many are left out where they are many."""
    more = [f"and {len(lines) - FEW} more"] if len(lines) > FEW else []
    if lines:
        yield label, Bullets((*lines[:FEW], *more))
