"""What every record has: an id, its sources, and how it came to be recorded."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import Constrained, Passage, Pattern, Problem, Text
from geobrief.errors import InvalidRecord
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_optional_when, as_tuple
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import RecordId, Slug
from geobrief.values.likelihood import Confidence
from geobrief.values.mapping import EMPTY, FrozenMapping, frozen_mapping
from geobrief.values.when import When
from geobrief.words import nearest

__all__ = ["Automation", "Ignore", "MissingReason", "Origin", "Record", "Revision"]

MissingReason = Literal["unknown", "not_applicable", "not_reported", "withheld"]
"""Why a value is missing, where that matters.  Zero is never a missing value."""

Automation = Literal["manual", "reviewed", "automatic"]
"""Who coded the record: a person, a machine checked by a person, a machine."""

Revision = Literal["preliminary", "confirmed", "revised", "withdrawn"]
"""How settled the record is."""


@attrs.frozen(kw_only=True, repr=False)
class Origin(Constrained):
    """The row of a published data set from which a record was read.

    With it, a record that came out of a table can be traced to the row and compared again.

    >>> Origin(dataset="ATOP", version="5.1", row="3180").dataset
    'ATOP'

    Attributes:
        dataset: the name of the data set.
        version: its version.
        row: the row or key in it.
        raw: the text of the row, as it was.
    """

    dataset: Text
    version: Text | None = None
    row: Text | None = None
    raw: Passage | None = None


@attrs.frozen(kw_only=True, repr=False)
class Ignore(Constrained):
    """An issue that the author has looked at and accepts, with the reason.

    The reason is required, so that a reader can judge it.

    >>> Ignore(code="GB401", reason="the interview was given in confidence").code
    'GB401'

    Attributes:
        code: the code of the issue.
        reason: why it is accepted.
    """

    code: Annotated[str, Pattern("an issue code such as GB401", r"GB[0-9]{3}\Z")]
    reason: Text


def _as_ignores(value: Iterable[Ignore]) -> tuple[Ignore, ...]:
    return as_tuple(value)


def _as_missing(value: Mapping[str, MissingReason]) -> FrozenMapping[MissingReason]:
    return frozen_mapping(value)


_ROLE_OF = {
    **dict.fromkeys(("date", "when", "on", "made_on", "notified", "received", "agreed", "signed"), "day"),
    **dict.fromkeys(("state", "states", "country", "party", "parties", "actor", "actors", "between"), "by"),
    **dict.fromkeys(("to", "towards"), "against"),
}
"""Which role a word names that is the field of another kind, or of another data set."""


@attrs.frozen(kw_only=True, eq=False, repr=False)  # its kinds are compared, each in its own fields
class Record(Constrained):
    """The fields that every record has.

    An object is of one of the kinds; this class is for ``isinstance`` and for annotations.

    >>> from geobrief import Signature
    >>> act = Signature(treaty="dprk-russia-partnership", by="PRK", citations=[Citation(source="kcna-0620")])
    >>> isinstance(act, Record), act.id, act.citations[0].source
    (True, 'signature-dprk-russia-partnership-prk', 'kcna-0620')

    Attributes:
        id: its name, unique over all records of a brief.
        citations: the sources that say it; none is a warning.
        recorded: the day it became known; left out, the earliest publication of its sources.
        note: a remark.
        confidence: how well it is supported (ICD 203), apart from any likelihood.
        automation: who coded it.
        revision: how settled it is.
        replaces: the record that this one replaces.
        missing: fields that have no value, each with the reason.
        origin: the row of a data set from which it was read.
        ignore: issues that the author accepts, with reasons.
        extra: keys beginning with ``x-``, kept as they are.
    """

    kind_name: ClassVar[str]
    """The name of the kind in files: ``treaty``, ``weapons_test``."""
    section: ClassVar[str]
    """The heading under which a brief file lists the kind."""
    roles: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Which fields play ``by``, ``against`` and ``day`` for `Brief.select`."""

    id: Slug
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)
    recorded: When | None = attrs.field(default=None, converter=as_optional_when)
    note: Passage | None = None
    confidence: Confidence | None = None
    automation: Automation | None = None
    revision: Revision | None = None
    replaces: RecordId | None = None
    missing: FrozenMapping[MissingReason] = attrs.field(default=EMPTY, converter=_as_missing)
    origin: Origin | None = None
    ignore: tuple[Ignore, ...] = attrs.field(default=(), converter=_as_ignores)
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)

    @classmethod
    def meant_by(cls, name: str) -> tuple[str, ...]:
        """Name the fields that a wrong keyword means: those that play the role that it names."""
        return type(cls).meant_by(cls, name) or cls.roles.get(_ROLE_OF.get(name, name), ())

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.missing and (found := tuple(self._wrongly_missing())):
            raise InvalidRecord(type(self).__name__, found)

    def _wrongly_missing(self) -> Iterator[Problem]:
        fields = [field for field in attrs.fields(type(self)) if field.name not in {"id", "missing"}]
        defaults = {field.name: field.default for field in fields if field.default is not attrs.NOTHING}
        for name in self.missing:
            if name not in defaults:
                message = f"there is no field {name!r} that could be missing"
                yield Problem(("missing", name), "GB109", message, name, near=nearest(name, defaults))
            elif getattr(self, name) != defaults[name]:
                yield Problem(("missing", name), "GB109", f"{name!r} is given, so it is not missing", name)
