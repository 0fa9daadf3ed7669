"""References resolve: to a record of the right kind, to a source that is listed."""

from collections.abc import Iterator

from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Constrained, Problem
from geobrief.model.record import Record
from geobrief.model.references import Reference, references_in
from geobrief.words import nearest

__all__ = ["circular_replacements", "owners", "unresolved_records", "unresolved_sources"]

_OTHER_NAMESPACES = {"source", "actor"}


def owners(brief: Brief) -> Iterator[tuple[str, str, Constrained]]:
    """Yield every record, source and actor with its section and name."""
    for record in brief.records:
        yield record.section, record.id, record
    for name, source in brief.sources.items():
        yield "sources", name, source
    for name, actor in brief.actors.items():
        yield "actors", name, actor


@rule("GB201", "GB205")
def unresolved_records(brief: Brief) -> Iterator[Problem]:
    """Find references to records that do not exist or are of another kind."""
    for section, owner, value in owners(brief):
        for reference in references_in(value):
            if not set(reference.to) & _OTHER_NAMESPACES:
                yield from _record_problem(brief, (section, owner), reference)


def _record_problem(brief: Brief, owner: tuple[str, str], reference: Reference) -> Iterator[Problem]:
    found = brief.by_id.get(reference.name)
    path = (*owner, *reference.path)
    if found is None:
        near = nearest(reference.name, brief.by_id, 3)
        yield Problem(path, "GB201", f"no record is called {reference.name!r}", reference.name, near=near)
    elif reference.to and found.kind_name not in reference.to:
        wanted = " or ".join(reference.to)
        yield Problem(
            path, "GB205", f"{reference.name!r} is a {found.kind_name}, not a {wanted}", reference.name
        )


@rule("GB202")
def unresolved_sources(brief: Brief) -> Iterator[Problem]:
    """Find citations of sources that the brief does not list."""
    for section, owner, value in owners(brief):
        for reference in references_in(value):
            if reference.to == ("source",) and reference.name not in brief.sources:
                path = (section, owner, *reference.path)
                near = nearest(reference.name, brief.sources, 3)
                message = f"no source is called {reference.name!r}"
                yield Problem(path, "GB202", message, reference.name, near=near)


@rule("GB206")
def circular_replacements(brief: Brief) -> Iterator[Problem]:
    """Find records that replace themselves, directly or through others."""
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
