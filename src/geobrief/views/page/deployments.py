"""Deployments: whose forces are where, how strong, and who says so."""

from collections.abc import Iterator
from typing import Final, get_args

from geobrief.model.deployment import Attribute, Deployment, LegalBasis
from geobrief.result import PlainDict
from geobrief.values.estimate import Estimate, Policy
from geobrief.values.reconcile import POLICIES
from geobrief.views.page.parts import Block, Fact, Facts, Figures, RecordEntry, Words, words
from geobrief.views.page.reader import Reader, between, day, few, headline, order, stretch
from geobrief.views.page.record_section import RecordSection
from geobrief.words import listed, worded

__all__ = ["DEPLOYMENTS"]


def _entry(deployment: Deployment, reader: Reader) -> RecordEntry:
    gutter = words("ALLEGED", tone="open") if deployment.alleged else words("REPORTED", tone="strong")
    name = reader.names.record(deployment)
    title = headline(name[:1].upper() + name[1:], deployment)
    body: list[Block] = [title, _setting(deployment, reader)]
    if any(not reader.is_to_come(each.on) for each in deployment.strength):
        body += [words(), _voices(deployment, reader), words()]
        body += [words(f"taken together by {day(reader.on)}, under each policy", tone="dim")]
        body += [Facts(tuple(_together(deployment, reader)))]
    if rows := (*_details(deployment, reader), *_law(deployment, reader)):
        body += [words(), Facts(rows)]
    return RecordEntry(gutter, tuple(body), reader.notes(deployment.citations))


def _setting(deployment: Deployment, reader: Reader) -> Words:
    period = stretch(deployment.period) if deployment.period is not None else None
    supported = reader.names.subjects(deployment.in_support_of)
    support = f"in support of {supported}" if supported else None
    phase = f"phase: {worded(deployment.phase)}" if deployment.phase is not None else None
    return between(period, support, deployment.operation, phase)


def _voices(deployment: Deployment, reader: Reader) -> Figures:
    known = (each for each in deployment.strength if not reader.is_to_come(each.on))
    ordered = sorted(known, key=lambda each: order(each.on))
    all_alleged = all(estimate.alleged for estimate in ordered)
    who = "who alleges it" if all_alleged else "who says so"
    rows = tuple(_voice(each, reader, mark=not all_alleged) for each in ordered)
    return Figures(("as of", "figure", who, "rated"), rows, wrapping=who)


def _voice(estimate: Estimate, reader: Reader, *, mark: bool) -> tuple[Words, ...]:
    ratings = dict.fromkeys(rating for rating, _ in reader.notes(estimate.citations).rows if rating)
    verbatim = f"\n“{estimate.verbatim}”" if estimate.verbatim is not None else ""
    hedge = ", alleged" if mark and estimate.alleged else ""
    return (
        words(day(estimate.on)),
        words(str(estimate), (verbatim, "dim")),
        words(reader.said_by(estimate.by, estimate.citations), (hedge, "hedge")),
        words(", ".join(ratings)),
    )


def _together(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    """Say what the figures come to together: under each policy, since none is the truth."""
    for policy, meaning in POLICIES.items():
        strength = reader.brief.strength(deployment.id, on=reader.on, policy=policy)
        if strength.estimate is None:
            yield worded(policy), words(str(strength))
            continue
        hedge = ", alleged" if strength.alleged else ""
        told = words((str(strength.estimate), "strong"), (hedge, "hedge"), (f": {meaning}", "dim"))
        yield worded(policy), told


def _details(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    texts: dict[tuple[str, str, bool], list[Attribute]] = {}
    for attribute in deployment.attributes:
        texts.setdefault((attribute.name, attribute.text, attribute.alleged), []).append(attribute)
    for (name, text, alleged), voices in texts.items():
        said = listed(dict.fromkeys(reader.said_by(each.by, each.citations) for each in voices))
        yield name, words(("allegedly " if alleged else "", "hedge"), text, (f" ({said})", "dim"))


def _law(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    """Say on what it is claimed to rest, and which treaties bear on it."""
    others = [_instrument(each, reader) for each in deployment.legal_basis if each.instrument is not None]
    bearings = [str(each) for each in reader.brief.related(deployment.id).bearings]
    yield from few("in law", [*bearings, *others])


def _instrument(basis: LegalBasis, reader: Reader) -> str:
    by = f" by {reader.names.actors(basis.by)}" if basis.by else ""
    return f"{basis.instrument}{f', as is claimed{by}' if basis.claimed else ''}"


def _answer(deployment: Deployment, reader: Reader) -> PlainDict:
    policies: tuple[Policy, ...] = get_args(Policy)
    strengths = {each: reader.brief.strength(deployment.id, on=reader.on, policy=each) for each in policies}
    return {policy: strength.to_dict() for policy, strength in strengths.items()}


DEPLOYMENTS: Final = RecordSection(
    kind=Deployment,
    title="Deployments",
    entry=_entry,
    day=lambda deployment: deployment.period and deployment.period.start,
    order="id",
    answer=_answer,
)
"""Each deployment with every figure and its voice."""
