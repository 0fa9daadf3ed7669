"""Parts: the files of which a merged brief is made, each with its own day of completeness.

A sequel (``extends``) raises the coverage of what it extends to its own ``as_of``;
briefs that are merely loaded together keep each its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from geobrief.constraint import Constrained, Passage, Text
from geobrief.model.coverage import Coverage, Coverages, as_coverages
from geobrief.model.question import Expectation
from geobrief.values.convert import as_names, as_tuple, as_when
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import RecordId, Slug
from geobrief.values.mapping import FrozenMapping
from geobrief.values.when import When

__all__ = [
    "Part",
    "as_coverage",
    "as_expectations",
    "in_any_order",
    "raised",
    "with_extended",
]


def as_expectations(value: Iterable[Expectation]) -> tuple[Expectation, ...]:
    """Turn any iterable of expectations into a tuple."""
    return as_tuple(value)


def as_coverage(value: Mapping[str, Coverage | Iterable[Coverage]]) -> FrozenMapping[Coverages]:
    """Freeze a mapping of coverage, or of several for days that differ, by treaty or kind of record."""
    if not isinstance(value, Mapping):
        return value  # type: ignore[unreachable]  # the check of the field rejects it
    return FrozenMapping({name: as_coverages(each) for name, each in value.items()})


def in_any_order(value: tuple[Expectation, ...]) -> tuple[str, ...]:
    """Give a key for comparing expectations without regard to their order."""
    return tuple(sorted(map(repr, value)))


@attrs.frozen(kw_only=True, repr=False)
class Part(Constrained):
    """One file of a brief: its header, what it expects, and which records it holds.

    Attributes:
        id: its name, by which a sequel extends it.
        title: its title.
        as_of: the day up to which it claims to be complete, that day included.
        extends: the briefs that it continues.
        coverage: narrower claims, by treaty or kind of record.
        note: a remark.
        expect: questions with their right answers.
        extra: keys beginning with ``x-``, kept as they are.
        holds: the ids of its records.
    """

    id: Slug | None = None
    title: Text
    as_of: When = attrs.field(converter=as_when)
    extends: tuple[Slug, ...] = attrs.field(default=(), converter=as_names)
    coverage: FrozenMapping[Coverages] = attrs.field(factory=FrozenMapping, converter=as_coverage)
    note: Passage | None = None
    expect: tuple[Expectation, ...] = attrs.field(default=(), converter=as_expectations, eq=in_any_order)
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)
    holds: tuple[RecordId, ...] = attrs.field(default=(), converter=as_names)


def raised(parts: Iterable[Part]) -> Mapping[Part, When]:
    """Tell up to which day each part is complete, sequels counted.

    >>> first = Part(id="a", title="A", as_of="2024-11-12")
    >>> then = Part(id="b", title="B", as_of="2025-05-01", extends=["a"])
    >>> print(raised([first, then])[first])
    2025-05-01
    """
    parts = tuple(parts)
    sequels = [(part.as_of, _extended(part, parts)) for part in parts]
    return {
        part: max([part.as_of, *(day for day, earlier in sequels if part.id in earlier)], key=_last)
        for part in parts
    }


def with_extended(part: Part, parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return a part with all that it extends, directly or through others."""
    parts = tuple(parts)
    earlier = _extended(part, parts)
    return tuple(each for each in parts if each == part or each.id in earlier)


def _extended(part: Part, parts: tuple[Part, ...]) -> set[str]:
    """Give the ids of the parts that a part extends, directly or through others."""
    by_id = {each.id: each for each in parts if each.id is not None}
    found: set[str] = set()
    queue = list(part.extends)
    while queue:
        name = queue.pop()
        if name in by_id and name not in found:
            found.add(name)
            queue.extend(by_id[name].extends)
    return found


def _last(day: When) -> date:
    return day.latest or date.max
