"""``geobrief check``: every problem at once, each at its place."""

from collections.abc import Mapping
from typing import Final, get_args

import attrs
import click

from geobrief.cli.brief import from_option
from geobrief.cli.output import write_json
from geobrief.closed import for_every
from geobrief.codec import check as report_on
from geobrief.issue import Issue, Report, Severity
from geobrief.reporters import json, text
from geobrief.views.page.parts import Tone, Words, words

__all__ = ["check"]

_TONES: Final[Mapping[Severity, Tone]] = for_every(
    get_args(Severity), "the tones of issues", {"error": "bad", "warning": "hedge"}
)


@click.command()
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
        write_json(json.to_dict(report))
    else:
        from geobrief.views.text import write_line  # noqa: PLC0415 - JSON needs no layout

        for issue in report:
            write_line(_line(issue))
        click.echo(text.summary(report), err=True)
    context.exit(0 if report.ok else 1)


def _line(issue: Issue) -> Words:
    where, mark, told = issue.parts
    return words((where, "strong"), ": " if where else "", (f"{mark}:", _TONES[issue.severity]), f" {told}")
