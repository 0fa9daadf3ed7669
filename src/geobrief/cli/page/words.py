"""What was said, and what is judged: words and opinions, which are never facts."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from geobrief.cli.names import listed, worded
from geobrief.cli.page.layout import DIM, QUOTE, Entry, heading
from geobrief.cli.page.reader import Reader, between, day
from geobrief.model.assessment import Assessment
from geobrief.model.statement import Statement
from geobrief.values.likelihood import LIKELIHOOD_RANGES

__all__ = ["assessments", "statements"]


def statements(reader: Reader) -> Iterator[RenderableType]:
    """Yield each statement, by day."""
    if not reader.brief.statements:
        return
    yield heading("What was said")
    for statement in sorted(reader.brief.statements, key=lambda each: each.on.sort_key if each.on else (0, 0, "")):
        yield _statement(statement, reader)


def _statement(statement: Statement, reader: Reader) -> Entry:
    speaker = Text(reader.names.actor(statement.speaker), style="bold")
    kind = worded(statement.kind) if statement.kind is not None else None
    words = [between(speaker, kind, statement.venue, joint=", ")]
    if statement.quote is not None:
        words.append(Text(f"“{statement.quote}”", style=QUOTE))
    if statement.text is not None:
        words.append(Text(statement.text))
    return Entry(Text(day(statement.on), style="bold"), (*words, *_about(statement.about, reader)), reader.notes(statement.citations))


def assessments(reader: Reader) -> Iterator[RenderableType]:
    """Yield each judgement, with the words in which it is hedged."""
    if not reader.brief.assessments:
        return
    yield heading("What is judged, and by whom")
    for assessment in reader.brief.assessments:
        yield _assessment(assessment, reader)


def _assessment(assessment: Assessment, reader: Reader) -> Entry:
    hedge = Text(f"“{assessment.verbatim}”", style="yellow") if assessment.verbatim is not None else None
    sure = f"confidence {assessment.confidence}" if assessment.confidence is not None else None
    holders = Text(reader.actors(assessment.holders), style="bold")
    body = (
        between(holders, day(assessment.on), hedge, sure, joint=", "),
        Text(assessment.proposition),
        *_about(assessment.about, reader),
    )
    return Entry(_likelihood(assessment), body, reader.notes(assessment.citations))


def _likelihood(assessment: Assessment) -> Text:
    if assessment.likelihood is None:
        return Text("JUDGEMENT", style="bold yellow") + Text("\nno likelihood", style=DIM)
    low, high = LIKELIHOOD_RANGES[assessment.likelihood]
    return Text(worded(assessment.likelihood).upper(), style="bold yellow") + Text(f"\n{low}–{high} %", style=DIM)


def _about(about: tuple[str, ...], reader: Reader) -> Iterator[Text]:
    if about:
        yield Text(f"about {listed(reader.names.subject(each) for each in about)}", style=DIM)
