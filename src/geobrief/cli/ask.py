"""``geobrief ask``: one question, one answer, with its reasons where they are wanted."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from geobrief.answer import Answer, Members
from geobrief.ask import answer
from geobrief.brief import Brief
from geobrief.cli.brief import brief_named, example_option, from_option
from geobrief.cli.failure import Failure
from geobrief.cli.output import write_json
from geobrief.codec.formats import SUFFIXES
from geobrief.constraint import Problem
from geobrief.errors import GeobriefError, InvalidRecord
from geobrief.model.question import QUESTIONS, Question
from geobrief.result import Result
from geobrief.values.reconcile import POLICIES
from geobrief.views.page.names import Names
from geobrief.views.page.parts import Words, words
from geobrief.views.page.verdict import explained, verdict
from geobrief.words import did_you_mean, hyphenated, listed, nearest

__all__ = ["ask"]

_POLICIES: Final = f"How figures are joined: {listed(POLICIES, 'or')}."


class Asking(click.Command):
    """A command whose help lists every question."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the questions."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Questions"):
            formatter.write_dl([(f"{word} {of}".rstrip(), told) for word, (of, told) in QUESTIONS.items()])


@click.command(cls=Asking)
@click.argument("words", nargs=-1, required=True, metavar="[PATH...] QUESTION")
@click.option("--on", metavar="DAY", help="The day; left out, the day up to which the brief is complete.")
@click.option("--as-known", metavar="DAY", help="Use only what had been published by this day.")
@click.option("--by", metavar="STATE", help="The state for which it is asked.")
@click.option("--towards", metavar="STATE", help="The other state, where two are meant.")
@click.option("--policy", metavar="NAME", help=_POLICIES)
@click.option("--position-of", metavar="STATE", help="Whose reading of contested acts is taken.")
@click.option("--explain", is_flag=True, help="Give all reasons, with rules, records and sources.")
@click.option("--json", "as_json", is_flag=True, help="Write the answer as JSON.")
@example_option
@from_option
def ask(
    words: tuple[str, ...],
    *,
    explain: bool,
    as_json: bool,
    examples: tuple[str, ...],
    read_as: str | None,
    **options: str | None,
) -> None:
    """Ask a brief a question: which question, of what, on which day.

    The options may stand inside the quotes or outside.  Without PATH the brief that ships
    with geobrief is asked; several files, or a folder, are one brief.  The exit code is 0
    whatever the answer, and 2 for a question that is not understood.

    \b
    geobrief ask "in-force dprk-russia-partnership --on 2024-11-12"
    geobrief ask my.brief.yaml strength prk-troops-in-russia --on 2024-11 --explain
    """  # noqa: D301 - \b keeps click from filling the lines
    paths, asked = _divided(words)
    question = _question(asked, options)
    brief = brief_named(paths, examples, read_as)
    result = _answer(brief, question)
    if as_json:
        write_json(result.to_dict())
    else:
        from geobrief.views.text import write_line  # noqa: PLC0415 - JSON needs no layout

        write_line(explained(result) if explain else _sentence(result, brief))


def _divided(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Divide what was typed into files and the question, which begins with the first word that is none."""
    for index, word in enumerate(words):
        if not _is_path(word):
            return words[:index], words[index:]
    raise _not_understood(f"no question was asked of {', '.join(words)}")


def _is_path(word: str) -> bool:
    """Tell whether a word names a file; a file that is called like a question is written ./in-force."""
    if word == "-":
        return True
    if _first(word) in QUESTIONS:
        return False
    path = Path(word)
    looks_so = path.suffix in SUFFIXES or len(path.parts) > 1
    return (looks_so and " " not in word) or _exists(path)


def _exists(path: Path) -> bool:
    try:
        return path.exists() and bool(path.name)
    except (OSError, ValueError):  # too long, or with a zero byte: no name of a file
        return False


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0] if words.strip() else ""


def _question(asked: Sequence[str], options: Mapping[str, str | None]) -> Question:
    kind = _first(asked[0])
    if kind not in QUESTIONS:
        raise _not_understood(f"no question is called {kind!r}{did_you_mean(nearest(kind, QUESTIONS))}")
    given = ((hyphenated(name), value) for name, value in options.items() if value is not None)
    text = [*asked, *(f"--{name} {shlex.quote(value)}" for name, value in given)]
    try:
        return Question.parse(" ".join(text))
    except InvalidRecord as error:
        raise _not_understood("; ".join(map(_told, error.problems))) from None
    except ValueError as error:
        raise _not_understood(str(error)) from None


def _told(problem: object) -> str:
    return problem.said if isinstance(problem, Problem) else str(problem)


def _answer(brief: Brief, question: Question) -> Result:
    try:
        return answer(brief, question)
    except GeobriefError:
        raise
    except ValueError as error:
        raise _not_understood(str(error)) from None


def _not_understood(why: str) -> Failure:
    return Failure(f"geobrief: {why}\nfor the questions: geobrief ask --help")


def _sentence(result: Result, brief: Brief) -> Words:
    if isinstance(result, Answer):
        return verdict(result)
    return words(Names(brief).members(result) if isinstance(result, Members) else str(result))
