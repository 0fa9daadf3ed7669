"""What a page is made of: words with their tone, and the blocks, entries and sections they stand in.

Everything is a plain value.  How wide a block is, and how a tone looks, is for a rendering to say.
"""

from typing import Literal, TypeAlias

import attrs

__all__ = ["Block", "Bullets", "Content", "Fact", "Facts", "Figures", "Legend", "Masthead", "Notes", "Page"]
__all__ += ["RecordEntry", "Scale", "Section", "SourceTable", "TimelineRow", "TimelineTable", "Tone", "Words"]
__all__ += ["words"]

Tone = Literal["strong", "dim", "quote", "hedge", "good", "bad", "open", "law"]
"""How a run of words is meant: as somebody's own words (quote), as doubtful (hedge), as settled one way
or the other (good, bad) or not (open), as following from the law (law)."""

Run: TypeAlias = tuple[str, Tone | None]


@attrs.frozen
class Words:
    """A text, of which all or some runs have a tone.

    Attributes:
        runs: the text in pieces, each with a tone of its own or none.
        tone: the tone of the whole.
    """

    runs: tuple[Run, ...] = ()
    tone: Tone | None = None

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __str__(self) -> str:
        return "".join(text for text, _ in self.runs)


def words(*pieces: str | tuple[str, Tone | None] | Words | None, tone: Tone | None = None) -> Words:
    """Put pieces of text together; what is empty is left out.

    >>> print(words(("no", "bad"), ": ", words("not exchanged", tone="dim")))
    no: not exchanged
    """
    runs: list[Run] = []
    for piece in pieces:
        for text, own in _runs(piece):
            if runs and runs[-1][1] == own:
                runs[-1] = (runs[-1][0] + text, own)
            elif text:
                runs.append((text, own))
    return Words(tuple(runs), tone)


def _runs(piece: str | tuple[str, Tone | None] | Words | None) -> tuple[Run, ...]:
    match piece:
        case None:
            return ()
        case str():
            return ((piece, None),)
        case Words():
            return tuple((text, own or piece.tone) for text, own in piece.runs)
        case _:
            return (piece,)


@attrs.frozen
class Bullets:
    """Lines of equal rank; a single one needs no mark."""

    lines: tuple[str, ...]


Fact: TypeAlias = tuple[str, Words | Bullets]
"""A fact with its label; facts that follow under an empty label belong to the label above."""


@attrs.frozen
class Facts:
    """Facts with their labels."""

    rows: tuple[Fact, ...]


@attrs.frozen
class Figures:
    """A table of figures, of which one column gives way where it is narrow."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    wrapping: str


Block: TypeAlias = Words | Facts | Figures


@attrs.frozen
class Notes:
    """Who says so: a rating and a source for each note."""

    rows: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class RecordEntry:
    """One record on the page: its state in the gutter, what is said of it, and who says so."""

    gutter: Words
    body: tuple[Block, ...]
    notes: Notes = Notes()


@attrs.frozen
class TimelineRow:
    """A row of the timeline: when, how it is known, and what."""

    when: str
    mark: Words
    told: Words


@attrs.frozen
class TimelineTable:
    """What happened and was said, in order."""

    rows: tuple[TimelineRow, ...]


@attrs.frozen
class SourceTable:
    """Sources: when each was published, its grade, what it is, and what is known about it."""

    rows: tuple[tuple[str, str, Words, Words], ...]


@attrs.frozen
class Scale:
    """A scale that the page uses: each grade with its meaning."""

    title: str
    rows: tuple[tuple[str, str], ...]


@attrs.frozen
class Legend:
    """The scales, and what else is to be known about them."""

    scales: tuple[Scale, ...]
    remark: Words


Content: TypeAlias = tuple[RecordEntry, ...] | TimelineTable | SourceTable | Legend


@attrs.frozen
class Section:
    """A part of the page under a heading."""

    title: str
    content: Content


@attrs.frozen
class Masthead:
    """The top of the page: title, reach, and remarks."""

    title: Words
    reach: Words
    remarks: tuple[Words, ...]


@attrs.frozen
class Page:
    """A brief, as it is read on a day."""

    masthead: Masthead
    sections: tuple[Section, ...]
