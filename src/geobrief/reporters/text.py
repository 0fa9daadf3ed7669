"""Issues as lines for a person: ``file:line:column: CODE severity: message; hint``."""

from geobrief.issue import Report

__all__ = ["render", "summary"]


def render(report: Report) -> str:
    """Write each issue in a line of its own, and how many there are."""
    return "\n".join([*map(str, report), summary(report)])


def summary(report: Report) -> str:
    """Say how many errors and warnings there are.

    >>> from geobrief.issue import Issue
    >>> summary(Report([Issue(code="GB401", message="no citation", severity="warning")]))
    '1 warning'
    """
    counted = [_counted(len(report.errors), "error"), _counted(len(report.warnings), "warning")]
    return " and ".join(filter(None, counted)) or "no problems"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}" if count else ""
