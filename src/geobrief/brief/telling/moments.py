"""Moments: every day that a record names, with what happened or was said on it.

The day on which an alleged act is said to have happened and the day on which somebody
alleges it are two moments; the second is certain even where the first is not.
"""

from collections.abc import Iterator
from typing import Literal

import attrs

from geobrief.brief.telling.teller import Teller
from geobrief.model.accusation import Accusation
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import ReportedEnd, ReportedEntry, Treaty
from geobrief.values.citation import Citation
from geobrief.values.period import Period
from geobrief.values.when import When
from geobrief.words import worded

__all__ = ["Aspect", "Moment", "alleged_act", "reported_days", "steps_at_home"]

Aspect = Literal["happened", "said", "published"]
"""Whether something happened on the day, was said on it, or was published on it."""


@attrs.frozen(kw_only=True)
class Moment:
    """A day or stretch that a record names, and what was so on it.

    Attributes:
        when: the day, or the stretch of something that lasts.
        aspect: whether it happened or was said.
        text: what, as a sentence.
        alleged: whether it is only alleged that it happened.
        actors: those who take part, beside those who take part in the whole record.
        citations: where it is said, if that is not the same as for the whole record.
    """

    when: When | Period
    aspect: Aspect
    text: str
    alleged: bool = False
    actors: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


def steps_at_home(record: Ratification, teller: Teller) -> Iterator[Moment]:
    """Find the days of the steps at home, each with its own actor and citations."""
    for step in record.steps:
        if step.on is None:
            continue
        body = step.body or (teller.name(step.by) if step.by else "")
        text = (
            f"{teller.name(record.by)}: {worded(step.kind)} on {teller.name(record.treaty)}"
            f"{f', {body}' if body else ''}: {step.result}"
        )
        yield Moment(
            when=step.on,
            aspect="happened",
            text=teller.hedged(record, text),
            actors=(step.by,) if step.by else (),
            citations=step.citations,
        )


def reported_days(record: Treaty, teller: Teller) -> Iterator[Moment]:
    """Find the days on which sources let a treaty enter into force, apply provisionally, or end."""
    told: list[tuple[ReportedEntry | ReportedEnd, str]] = [
        (one, "applies provisionally" if one.provisional else "enters into force")
        for one in record.reported_entries
    ]
    for one, what in (*told, *((end, "goes out of force") for end in record.reported_ends)):
        who = f" for {teller.name(one.by)}" if one.by else ""
        text = teller.hedged(record, f"{teller.name(record.id)} {what}{who}, as a source reports")
        yield Moment(when=one.on, aspect="happened", text=text)


def alleged_act(record: Accusation, teller: Teller) -> Iterator[Moment]:
    """Find the day of the act that is alleged."""
    if record.act_on is not None:
        text = f"what {teller.names(record.accusers)} allege: {record.alleges or 'the act itself'}"
        yield Moment(when=record.act_on, aspect="happened", text=text, alleged=True)
