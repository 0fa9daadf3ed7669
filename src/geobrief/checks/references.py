"""References resolve: to a record of the right kind, to a source that is listed."""

from collections.abc import Iterator

from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Constrained, Problem, Steps
from geobrief.model.record import Record
from geobrief.model.references import Reference, references_in
from geobrief.words import nearest

__all__ = [
    "circular_replacements",
    "owners",
    "records_of_another_kind",
    "unresolved_records",
    "unresolved_sources",
]


_OTHER_NAMESPACES = {"source", "actor"}


def owners(brief: Brief) -> Iterator[tuple[str, str, Constrained]]:
    """Yield every record, source and actor with its section and name."""
    for record in brief.records:
        yield record.section, record.id, record
    for name, source in brief.sources.items():
        yield "sources", name, source
    for name, actor in brief.actors.items():
        yield "actors", name, actor


@rule(
    "GB201",
    title="reference to nothing",
    remedy="correct the id, or add the record",
)
def unresolved_records(brief: Brief) -> Iterator[Problem]:
    """Find references to records that do not exist.

    Why it is bad:
        The record says something about nothing: an act on a treaty that is misspelt is an act on none.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS]}
        signatures:
          - {treaty: pcat, by: PRK, on: 2024-06-19}

    Repair:
        signatures:
          - {treaty: pact, by: PRK, on: 2024-06-19}
    """
    for path, reference in _to_records(brief):
        if reference.name not in brief.by_id:
            near = nearest(reference.name, brief.by_id, 3)
            yield Problem(path, "GB201", f"no record is called {reference.name!r}", reference.name, near=near)


@rule(
    "GB205",
    title="reference to the wrong kind of record",
    remedy="refer to a record of the kind expected",
)
def records_of_another_kind(brief: Brief) -> Iterator[Problem]:
    """Find references to records of another kind than is meant.

    Why it is bad:
        What is said about the one makes no sense of the other: a treaty is not answered as an accusation is.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS]}
        responses:
          denial: {to: pact, by: RUS, kinds: [denied]}

    Repair:
        accusations:
          claim: {accusers: [KOR], accused: [RUS]}
        responses:
          denial: {to: claim, by: RUS, kinds: [denied]}
    """
    for path, reference in _to_records(brief):
        found = brief.by_id.get(reference.name)
        if found is not None and reference.to and found.kind_name not in reference.to:
            message = f"{reference.name!r} is a {found.kind_name}, not a {' or '.join(reference.to)}"
            yield Problem(path, "GB205", message, reference.name)


def _to_records(brief: Brief) -> Iterator[tuple[Steps, Reference]]:
    for section, owner, value in owners(brief):
        for reference in references_in(value):
            if not set(reference.to) & _OTHER_NAMESPACES:
                yield (section, owner, *reference.path), reference


@rule(
    "GB202",
    title="source not listed",
    remedy="add it under sources, or correct the id",
)
def unresolved_sources(brief: Brief) -> Iterator[Problem]:
    """Find citations of sources that the brief does not list.

    Why it is bad:
        Nobody can look it up: who published it and when, how far it can be relied on, what it derives from.

    Example:
        sources:
          kcna: {publisher: KCNA}
        statements:
          remark: {speaker: PRK, text: It is a pact., citations: [{source: kcnaa}]}

    Repair:
        statements:
          remark: {speaker: PRK, text: It is a pact., citations: [{source: kcna}]}
    """
    for section, owner, value in owners(brief):
        for reference in references_in(value):
            if reference.to == ("source",) and reference.name not in brief.sources:
                path = (section, owner, *reference.path)
                near = nearest(reference.name, brief.sources, 3)
                message = f"no source is called {reference.name!r}"
                yield Problem(path, "GB202", message, reference.name, near=near)


@rule(
    "GB206",
    title="circular references",
    remedy="remove one of the references",
)
def circular_replacements(brief: Brief) -> Iterator[Problem]:
    """Find records that replace themselves, directly or through others.

    Why it is bad:
        None of them is the one that holds.

    Example:
        statements:
          one: {speaker: PRK, text: A pact., replaces: two}
          two: {speaker: PRK, text: A treaty., replaces: one}

    Repair:
        statements:
          one: {speaker: PRK, text: A pact.}
          two: {speaker: PRK, text: A treaty., replaces: one}
    """
    for record in brief.records:
        if record.replaces is not None and _leads_back(brief, record):
            yield about(record, ("replaces",), "GB206", f"{record.id!r} replaces itself", record.replaces)


def _leads_back(brief: Brief, record: Record) -> bool:
    seen: set[str] = set()
    following = record.replaces
    while following is not None and following not in seen:
        if following == record.id:
            return True
        seen.add(following)
        replaced = brief.by_id.get(following)
        following = replaced.replaces if replaced is not None else None
    return False
