"""Issues as lines for a person: ``file:line:column: CODE severity: message; hint``."""

from geobrief.issue import Issue, Report

__all__ = ["parts", "render", "summary"]


def render(report: Report) -> str:
    """Write each issue in a line of its own, and how many there are."""
    return "\n".join([*map(str, report), summary(report)])


def parts(issue: Issue) -> tuple[str, str, str]:
    """Divide the line of an issue: where, which code and how serious, and what.

    >>> parts(Issue(code="GB401", message="no citation", severity="warning"))
    ('', 'GB401 warning:', ' no citation')
    """
    mark = f"{issue.code} {issue.severity}:"
    place = len(str(issue.location)) if issue.location is not None else 0
    start = str(issue).index(mark, place)
    return str(issue)[:start], mark, str(issue)[start + len(mark) :]


def summary(report: Report) -> str:
    """Say how many errors and warnings there are.

    >>> summary(Report([Issue(code="GB401", message="no citation", severity="warning")]))
    '1 warning'
    """
    counted = [_counted(len(report.errors), "error"), _counted(len(report.warnings), "warning")]
    return " and ".join(filter(None, counted)) or "no problems"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}" if count else ""
