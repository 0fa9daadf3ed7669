"""Deployments: whose forces are where, how strong, and who says so."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from geobrief.cli.names import listed, worded
from geobrief.cli.page.layout import DIM, Entry, facts, figures, heading
from geobrief.cli.page.reader import Reader, between, day, stretch
from geobrief.model.deployment import Attribute, Deployment, LegalBasis
from geobrief.values.estimate import Estimate
from geobrief.values.reconcile import POLICIES

__all__ = ["deployments"]

Fact = tuple[str, str | Text]


def deployments(reader: Reader) -> Iterator[RenderableType]:
    """Yield each deployment with every figure and its voice."""
    if not reader.brief.deployments:
        return
    yield heading("Deployments")
    for deployment in reader.brief.deployments:
        yield _entry(deployment, reader)


def _entry(deployment: Deployment, reader: Reader) -> Entry:
    gutter = Text("ALLEGED", style="bold yellow") if deployment.alleged else Text("REPORTED", style="bold")
    body: list[RenderableType] = [Text(_headline(deployment, reader), style="bold"), _setting(deployment, reader)]
    if deployment.strength:
        body += [Text(), _voices(deployment, reader), Text(), facts(_together(deployment, reader))]
    rows = [*_details(deployment, reader), *(_basis(each, reader) for each in deployment.legal_basis)]
    if rows:
        body += [Text(), facts(rows)]
    return Entry(gutter, tuple(body), reader.notes(deployment.citations))


def _headline(deployment: Deployment, reader: Reader) -> str:
    where = reader.names.actor(deployment.host) if deployment.host is not None else str(deployment.place or "")
    whose = f"Forces of {reader.actors(deployment.senders)}" if deployment.senders else "Forces"
    return f"{whose} in {deployment.territory or where}" if deployment.territory or where else whose


def _setting(deployment: Deployment, reader: Reader) -> Text:
    period = stretch(deployment.period) if deployment.period is not None else None
    supported = listed(reader.names.subject(each) for each in deployment.in_support_of)
    return between(
        period, f"in support of {supported}" if supported else None, deployment.operation, _phase(deployment)
    )


def _phase(deployment: Deployment) -> str | None:
    return f"phase: {worded(deployment.phase)}" if deployment.phase is not None else None


def _voices(deployment: Deployment, reader: Reader) -> RenderableType:
    ordered = sorted(deployment.strength, key=lambda each: each.on.sort_key if each.on else (0, 0, ""))
    return figures(["as of", "figure", "who says so", "rating"], (_voice(each, reader) for each in ordered))


def _voice(estimate: Estimate, reader: Reader) -> tuple[str | Text, ...]:
    ratings = dict.fromkeys(rating for rating, _ in reader.notes(estimate.citations).rows if rating)
    said = reader.said_by(estimate.by, estimate.citations)
    verb = " alleges" if estimate.alleged else " says"
    who = Text(said) + Text(verb, style=DIM)
    words = Text(f" “{estimate.verbatim}”", style=DIM) if estimate.verbatim is not None else Text()
    return day(estimate.on), Text(str(estimate)), who + words, ", ".join(ratings)


def _together(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    for policy, meaning in POLICIES.items():
        strength = reader.brief.strength(deployment.id, on=reader.on, policy=policy)
        hedge = ", allegedly" if strength.alleged else ""
        figure = f"{strength.estimate}{hedge}" if strength.estimate is not None else "no estimate, which is not zero"
        yield worded(policy), between(Text(figure, style="bold"), Text(f"({meaning})", style=DIM), joint=" ")


def _details(deployment: Deployment, reader: Reader) -> Iterator[Fact]:
    texts: dict[tuple[str, str, bool], list[Attribute]] = {}
    for attribute in deployment.attributes:
        texts.setdefault((attribute.name, attribute.text, attribute.alleged), []).append(attribute)
    for (name, text, alleged), voices in texts.items():
        said = listed(dict.fromkeys(reader.said_by(each.by, each.citations) for each in voices))
        hedge = Text("allegedly ", style="yellow") if alleged else Text()
        yield name, hedge + Text(text) + Text(f" ({said})", style=DIM)


def _basis(basis: LegalBasis, reader: Reader) -> Fact:
    what = reader.names.subject(basis.treaty) if basis.treaty is not None else basis.instrument
    claim = f"claimed by {reader.actors(basis.by)}" if basis.claimed and basis.by else "claimed" if basis.claimed else None
    return "legal basis", between(what, claim, basis.text)
