"""Deployments: whose forces are where, how strong, and who says so."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from geobrief.brief.sentence import listed, worded
from geobrief.cli.page.layout import DIM, HEDGE, STRONG, Entry, Fact, facts, figures, heading, headline
from geobrief.cli.page.reader import Reader, between, day, few, order, stretch
from geobrief.model.deployment import Attribute, Deployment, LegalBasis
from geobrief.values.estimate import Estimate
from geobrief.values.reconcile import POLICIES

__all__ = ["deployments"]


def deployments(reader: Reader) -> Iterator[RenderableType]:
    """Yield each deployment with every figure and its voice."""
    if not reader.brief.deployments:
        return
    yield heading("Deployments")
    for deployment in reader.brief.deployments:
        yield _entry(deployment, reader)


def _entry(deployment: Deployment, reader: Reader) -> Entry:
    gutter = Text("ALLEGED", style="bold yellow") if deployment.alleged else Text("REPORTED", style=STRONG)
    name = reader.names.record(deployment)
    title = headline(name[:1].upper() + name[1:], deployment)
    body: list[RenderableType] = [title, _setting(deployment, reader)]
    if deployment.strength:
        body += [Text(), _voices(deployment, reader), Text()]
        body += [Text(f"taken together by {day(reader.on)}, under each policy", style=DIM)]
        body += [facts(_together(deployment, reader))]
    rows = [*_details(deployment, reader), *_law(deployment, reader)]
    if rows:
        body += [Text(), facts(rows)]
    return Entry(gutter, tuple(body), reader.notes(deployment.citations))


def _setting(deployment: Deployment, reader: Reader) -> Text:
    period = stretch(deployment.period) if deployment.period is not None else None
    supported = reader.names.subjects(deployment.in_support_of)
    support = f"in support of {supported}" if supported else None
    phase = f"phase: {worded(deployment.phase)}" if deployment.phase is not None else None
    return between(period, support, deployment.operation, phase)


def _voices(deployment: Deployment, reader: Reader) -> RenderableType:
    ordered = sorted(deployment.strength, key=lambda each: order(each.on))
    all_alleged = all(estimate.alleged for estimate in ordered)
    who = "who alleges it" if all_alleged else "who says so"
    rows = (_voice(each, reader, mark=not all_alleged) for each in ordered)
    return figures(["as of", "figure", who, "rated"], rows, wrapping=who)


def _voice(estimate: Estimate, reader: Reader, *, mark: bool) -> tuple[str | Text, ...]:
    ratings = dict.fromkeys(rating for rating, _ in reader.notes(estimate.citations).rows if rating)
    figure = Text(str(estimate))
    if estimate.verbatim is not None:
        figure.append(f"\n“{estimate.verbatim}”", style=DIM)
    who = Text(reader.said_by(estimate.by, estimate.citations))
    if mark and estimate.alleged:
        who.append(", alleged", style=HEDGE)
    return day(estimate.on), figure, who, ", ".join(ratings)


def _together(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    """Say what the figures come to together: under each policy, since none is the truth."""
    for policy, meaning in POLICIES.items():
        strength = reader.brief.strength(deployment.id, on=reader.on, policy=policy)
        if strength.estimate is None:
            yield worded(policy), str(strength)
            continue
        hedge = (", alleged" if strength.alleged else "", HEDGE)
        yield worded(policy), Text.assemble((str(strength.estimate), STRONG), hedge, (f": {meaning}", DIM))


def _details(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    texts: dict[tuple[str, str, bool], list[Attribute]] = {}
    for attribute in deployment.attributes:
        texts.setdefault((attribute.name, attribute.text, attribute.alleged), []).append(attribute)
    for (name, text, alleged), voices in texts.items():
        said = listed(dict.fromkeys(reader.said_by(each.by, each.citations) for each in voices))
        hedge = ("allegedly " if alleged else "", HEDGE)
        yield name, Text.assemble(hedge, text, (f" ({said})", DIM))


def _law(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    """Say on what it is claimed to rest, and which treaties bear on it."""
    others = [_instrument(each, reader) for each in deployment.legal_basis if each.instrument is not None]
    bearings = [str(each) for each in reader.brief.related(deployment.id).bearings]
    yield from few("in law", [*bearings, *others])


def _instrument(basis: LegalBasis, reader: Reader) -> str:
    by = f" by {reader.names.actors(basis.by)}" if basis.by else ""
    return f"{basis.instrument}{f', as is claimed{by}' if basis.claimed else ''}"
