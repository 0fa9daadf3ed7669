"""Questions about claims: what a brief holds, handed to the rules on who says what."""

from geobrief.brief.index import Index
from geobrief.claims import Standing, Strength
from geobrief.claims import standing as standing_of
from geobrief.claims import strength as strength_of
from geobrief.model.accusation import Accusation
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding
from geobrief.model.response import Response
from geobrief.values.estimate import Policy
from geobrief.values.when import Day

__all__ = ["standing", "strength"]


def strength(index: Index, deployment: str, on: Day, policy: Policy) -> Strength:
    """Say how strong a deployment was by a day; see `Brief.strength`."""
    return strength_of(
        index.of_kind(Deployment)[deployment],
        index.sources,
        on=on,
        policy=policy,
        actors=index.actors,
        as_of=index.as_of,
    )


def standing(index: Index, accusation: str, on: Day) -> Standing:
    """Say where an accusation stands on a day; see `Brief.standing`."""
    accused = index.of_kind(Accusation)[accusation]
    return standing_of(
        accused,
        sources=index.sources,
        on=on,
        responses=index.of_kind(Response),
        findings=index.of_kind(Finding),
        about=[index.by_id[name] for name in accused.about if name in index.by_id],
        actors=index.actors,
        as_of=index.as_of,
    )
