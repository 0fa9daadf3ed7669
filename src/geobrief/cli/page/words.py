"""What was said, and what is judged: words and opinions, which are never facts."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from geobrief.brief.sentence import worded
from geobrief.cli.page.layout import DIM, HEDGE, QUOTE, STRONG, Entry, heading
from geobrief.cli.page.reader import Reader, between, day, order
from geobrief.model.assessment import Assessment
from geobrief.model.statement import Statement
from geobrief.values.likelihood import LIKELIHOOD_RANGES

__all__ = ["assessments", "statements"]


def statements(reader: Reader) -> Iterator[RenderableType]:
    """Yield each statement, by day."""
    if not reader.brief.statements:
        return
    yield heading("What was said")
    for statement in sorted(reader.brief.statements, key=lambda each: order(each.on)):
        yield _statement(statement, reader)


def _statement(statement: Statement, reader: Reader) -> Entry:
    speaker = Text(reader.names.actor(statement.speaker), style=STRONG)
    kind = worded(statement.kind) if statement.kind is not None else None
    words = [between(speaker, kind, statement.venue)]
    if statement.quote is not None:
        words.append(Text(f"“{statement.quote}”", style=QUOTE))
    if statement.text is not None:
        words.append(Text(statement.text))
    gutter = Text(day(statement.on), style=STRONG)
    return Entry(gutter, (*words, *_about(statement.about, reader)), reader.notes(statement.citations))


def assessments(reader: Reader) -> Iterator[RenderableType]:
    """Yield each judgement, with the words in which it is hedged."""
    if not reader.brief.assessments:
        return
    yield heading("What is judged, and by whom")
    for assessment in sorted(reader.brief.assessments, key=lambda each: order(each.on)):
        yield _assessment(assessment, reader)


def _assessment(assessment: Assessment, reader: Reader) -> Entry:
    holders = Text(reader.names.actors(assessment.holders), style=STRONG)
    hedge = Text(f"“{assessment.verbatim}”", style=HEDGE) if assessment.verbatim is not None else None
    sure = f"{assessment.confidence} confidence" if assessment.confidence is not None else None
    body = (
        between(holders, day(assessment.on), hedge, sure),
        Text(assessment.proposition),
        *_about(assessment.about, reader),
    )
    return Entry(_likelihood(assessment), body, reader.notes(assessment.citations))


def _likelihood(assessment: Assessment) -> Text:
    if assessment.likelihood is None:
        return Text.assemble(("JUDGED", "bold yellow"), ("\nno likelihood", DIM))
    low, high = LIKELIHOOD_RANGES[assessment.likelihood]
    return Text.assemble((worded(assessment.likelihood).upper(), "bold yellow"), (f"\n{low}–{high} %", DIM))


def _about(about: tuple[str, ...], reader: Reader) -> Iterator[Text]:
    if about:
        yield Text(f"about {reader.names.subjects(about)}", style=DIM)
