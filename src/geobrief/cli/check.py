"""``geobrief check``: every problem at once, each at its place."""

from collections.abc import Iterable
from typing import Any

import attrs
import click
from rich.text import Text

from geobrief.cli.brief import from_option
from geobrief.cli.output import console, escaped, write_json
from geobrief.codec import check as report_on
from geobrief.issue import Issue, Report

__all__ = ["check"]

_COLOUR = {"error": "bold red", "warning": "yellow"}


@click.command(short_help="Report every problem of brief files.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--json", "as_json", is_flag=True, help="Write the issues as JSON.")
@from_option
@click.pass_context
def check(
    context: click.Context, paths: tuple[str, ...], *, strict: bool, as_json: bool, read_as: str | None
) -> None:
    """Report every problem of brief files: what, where, and what to do about it.

    A folder stands for the brief files in it.  Each file is checked by itself, together
    with the briefs that it extends; its expectations are asked.  PATH may be - for
    standard input.

    \b
    Each line reads   file:line:column: CODE severity: message; hint
    Exit code         0 no errors, 1 errors, 2 used wrongly
    """  # noqa: D301 - \b keeps click from filling the lines
    report = report_on(*paths, format=read_as)
    if strict:
        report = Report(attrs.evolve(issue, severity="error") for issue in report)
    if as_json:
        write_json(_plain(report))
    else:
        _write(report)
    context.exit(0 if report.ok else 1)


def _write(report: Report) -> None:
    out = console()
    for issue in report:
        out.print(_line(issue), soft_wrap=True)
    click.echo(_summary(report), err=True)


def _line(issue: Issue) -> Text:
    line = Text(escaped(str(issue)))
    line.highlight_words([f"{issue.code} {issue.severity}:"], _COLOUR[issue.severity])
    if issue.location is not None:
        line.stylize("bold", 0, len(str(issue.location)))
    return line


def _summary(report: Report) -> str:
    counted = [_counted(report.errors, "error"), _counted(report.warnings, "warning")]
    return " and ".join(filter(None, counted)) or "no problems"


def _counted(issues: tuple[Issue, ...], noun: str) -> str:
    return f"{len(issues)} {noun}{'s' if len(issues) > 1 else ''}" if issues else ""


def _plain(report: Report) -> dict[str, Any]:
    return {
        "version": 1,
        "ok": report.ok,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "issues": list(_issues(report)),
    }


def _issues(report: Report) -> Iterable[dict[str, Any]]:
    for issue in report:
        place = attrs.asdict(issue.location) if issue.location is not None else {}
        fields = {field.name: getattr(issue, field.name) for field in attrs.fields(Issue)} | place
        yield {key: value for key, value in fields.items() if key != "location" and value != ""}
