"""What the page of a brief answers, as plain data."""

from typing import Any, get_args

from geobrief.brief import Brief
from geobrief.values.estimate import Policy
from geobrief.values.when import When

__all__ = ["overview"]


def overview(brief: Brief, *, on: When | None = None) -> dict[str, Any]:
    """Return the state of every treaty, accusation and deployment on a day, and the timeline."""
    day = on if on is not None else brief.as_of
    return {
        "version": 1,
        "title": brief.title,
        "as_of": str(brief.as_of),
        "on": str(day),
        "treaties": {each.id: brief.in_force(each.id, on=day).to_dict() for each in brief.treaties},
        "accusations": {each.id: brief.standing(each.id, on=day).to_dict() for each in brief.accusations},
        "deployments": {each.id: _strengths(brief, each.id, day) for each in brief.deployments},
        "timeline": [entry.to_dict() for entry in brief.timeline(until=day)],
    }


def _strengths(brief: Brief, deployment: str, day: When) -> dict[str, Any]:
    policies: tuple[Policy, ...] = get_args(Policy)
    return {policy: brief.strength(deployment, on=day, policy=policy).to_dict() for policy in policies}
