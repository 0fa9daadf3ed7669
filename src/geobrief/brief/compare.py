"""How two briefs compare, record by record.

The five words are those of the ``manydata`` packages: *confirmed* where both hold the same,
*majority* where they differ and one value has more independent voices behind it, *unique*
where only one holds the record, *missing* where one leaves a field out that the other
gives, *conflict* where they differ and no value has more voices.  A majority is of voices,
never of truth: which value is right is not decided here.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, Literal

import attrs

from geobrief.claims import Voice
from geobrief.model.record import Record
from geobrief.result import Form, Result
from geobrief.values.source import Source

__all__ = ["Comparison", "Difference", "FieldDifference", "Word", "diff"]

Word = Literal["confirmed", "majority", "unique", "missing", "conflict"]
"""How a record, or a field of it, compares in two briefs."""

_GRAVEST: Final[tuple[Word, ...]] = ("conflict", "majority", "missing")

_ABOUT_THE_RECORD: Final = {"citations", "recorded", "note", "origin", "ignore", "automation", "extra"}
"""Fields that say how a record was made, and nothing about the world."""


@attrs.frozen(kw_only=True)
class FieldDifference(Result):
    """One field that is not the same in both.

    Attributes:
        field: the field.
        word: majority, missing or conflict.
        ours: the value in the brief that is asked; None where it is left out.
        theirs: the value in the other one.
        more: whose value has more independent voices, where one has.
    """

    form: ClassVar[Form] = Form(
        "field word more ours theirs",
        without=(None,),
        ours=lambda each: _text(each.ours),
        theirs=lambda each: _text(each.theirs),
    )

    field: str
    word: Word
    ours: object
    theirs: object
    more: Literal["ours", "theirs"] | None = None

    def __str__(self) -> str:
        more = f", more voices for {self.more}" if self.more else ""
        return f"{self.field}: {self.word}: {_text(self.ours) or '–'} | {_text(self.theirs) or '–'}{more}"


@attrs.frozen(kw_only=True)
class Difference(Result):
    """How one record compares in two briefs.

    Attributes:
        record: the id of the record.
        kind: the kind of record.
        word: confirmed, majority, unique, missing or conflict; the gravest of its fields.
        held_by: who holds it, where that is only one.
        fields: the fields that are not the same.
    """

    form: ClassVar[Form] = Form("record kind word held_by fields", without=(None, []))

    record: str
    kind: str
    word: Word
    held_by: Literal["ours", "theirs"] | None = None
    fields: tuple[FieldDifference, ...] = ()

    def __str__(self) -> str:
        only = f" to {self.held_by}" if self.held_by else ""
        return "\n".join(
            [f"{self.kind} {self.record}: {self.word}{only}", *(f"  {each}" for each in self.fields)]
        )


@attrs.frozen
class Comparison(Result):
    """Every record of two briefs with the word that says how it compares."""

    form: ClassVar[Form] = Form("records=differences", version=1)

    differences: tuple[Difference, ...]

    def where(self, word: Word) -> tuple[Difference, ...]:
        """Return the records to which a word applies."""
        return tuple(each for each in self.differences if each.word == word)

    @property
    def same(self) -> bool:
        """Whether both hold the same records and say the same."""
        return all(each.word == "confirmed" for each in self.differences)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.differences)

    def __len__(self) -> int:
        return len(self.differences)

    def __str__(self) -> str:
        return "\n".join(map(str, self.differences)) or "neither holds a record"


def diff(
    ours: Mapping[str, Record],
    theirs: Mapping[str, Record],
    our_sources: Mapping[str, Source],
    their_sources: Mapping[str, Source],
) -> Comparison:
    """Compare two collections of records by id; see `Brief.diff`."""
    names = sorted({*ours, *theirs})
    return Comparison(
        tuple(_compared(name, ours.get(name), theirs.get(name), our_sources, their_sources) for name in names)
    )


def _compared(
    name: str,
    ours: Record | None,
    theirs: Record | None,
    our_sources: Mapping[str, Source],
    their_sources: Mapping[str, Source],
) -> Difference:
    if ours is None or theirs is None:
        held = ours or theirs
        kind = held.kind_name if held is not None else ""
        return Difference(record=name, kind=kind, word="unique", held_by="theirs" if ours is None else "ours")
    if type(ours) is not type(theirs):
        kinds = FieldDifference(field="kind", word="conflict", ours=ours.kind_name, theirs=theirs.kind_name)
        return Difference(record=name, kind=ours.kind_name, word="conflict", fields=(kinds,))
    balance = _voices(ours, our_sources) - _voices(theirs, their_sources)
    fields = tuple(_fields(ours, theirs, balance))
    return Difference(record=name, kind=ours.kind_name, word=_gravest(fields), fields=fields)


def _gravest(fields: Iterable[FieldDifference]) -> Word:
    words = {each.word for each in fields}
    for word in _GRAVEST:
        if word in words:
            return word
    return "confirmed"


def _fields(ours: Record, theirs: Record, balance: int) -> Iterator[FieldDifference]:
    for field in attrs.fields(type(ours)):
        if not field.init or field.name in _ABOUT_THE_RECORD:
            continue
        mine, other = getattr(ours, field.name), getattr(theirs, field.name)
        if mine == other:
            continue
        if _left_out(mine) or _left_out(other):
            yield FieldDifference(field=field.name, word="missing", ours=mine, theirs=other)
        elif balance == 0:
            yield FieldDifference(field=field.name, word="conflict", ours=mine, theirs=other)
        else:
            more: Literal["ours", "theirs"] = "ours" if balance > 0 else "theirs"
            yield FieldDifference(field=field.name, word="majority", ours=mine, theirs=other, more=more)


def _left_out(value: object) -> bool:
    return value is None or (hasattr(value, "__len__") and not value)


def _voices(record: Record, sources: Mapping[str, Source]) -> int:
    """Count the independent voices behind a record: the most of its sources that are so pairwise."""
    voices = [
        Voice.of(citation.source, sources) for citation in record.citations if citation.source in sources
    ]
    chosen: list[Voice] = []
    for voice in sorted(set(voices), key=lambda voice: (len(voice.ancestry), voice.source)):
        if all(voice.independent_of(other) for other in chosen):
            chosen.append(voice)
    return len(chosen)


def _text(value: object) -> str | None:
    if value is None or _left_out(value):
        return None
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset | tuple) else str(value)
