"""What a page is made of: words with their tone, and the blocks, entries and sections they stand in.

Everything is a plain value.  How wide a block is, and how a tone looks, is for a rendering to say.
"""

from typing import Literal, TypeAlias

import attrs

__all__ = ["Block", "Bullets", "Content", "Entry", "Fact", "Facts", "Figures", "Legend", "Listing"]
__all__ += ["Masthead", "Moment", "Notes", "Page", "Scale", "Section", "Timeline", "Tone", "Words", "words"]

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
class Entry:
    """One record on the page: its state in the gutter, what is said of it, and who says so."""

    gutter: Words
    body: tuple[Block, ...]
    notes: Notes = Notes()


@attrs.frozen
class Moment:
    """A line of the timeline: when, how it is known, and what."""

    when: str
    mark: Words
    told: Words


@attrs.frozen
class Timeline:
    """Moments in order."""

    moments: tuple[Moment, ...]


@attrs.frozen
class Listing:
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


Content: TypeAlias = tuple[Entry, ...] | Timeline | Listing | Legend


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
