"""Issues as JSON for a program, with numbers for the places."""

import json

import attrs

from geobrief.issue import Issue, Report
from geobrief.result import PlainDict

__all__ = ["render", "to_dict"]


def render(report: Report) -> str:
    """Write a report as JSON, the same for equal reports."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=2)


def to_dict(report: Report) -> PlainDict:
    """Return a report as plain data.

    >>> to_dict(Report([Issue(code="GB401", message="no citation", severity="warning")]))["issues"]
    [{'code': 'GB401', 'message': 'no citation', 'severity': 'warning'}]
    """
    return {
        "version": 1,
        "ok": report.ok,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "issues": list(map(_issue, report)),
    }


def _issue(issue: Issue) -> PlainDict:
    """Return an issue as plain data, its place flat, leaving out what is empty."""
    place = attrs.asdict(issue.location) if issue.location is not None else {}
    fields = attrs.asdict(issue, filter=lambda field, _: field.name != "location") | place
    return {key: value for key, value in fields.items() if value != ""}
