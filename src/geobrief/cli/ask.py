"""``geobrief ask``: one question, one answer, with its reasons where they are wanted."""

import shlex
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Final, get_args

import click

from geobrief.answer import Answer, Members
from geobrief.ask import answer
from geobrief.brief import Brief
from geobrief.cli.brief import brief_named, example_option, format_option
from geobrief.cli.failure import Failure
from geobrief.cli.names import Names
from geobrief.cli.output import console, escaped, write_json
from geobrief.cli.verdict import coloured
from geobrief.codec.formats import SUFFIXES
from geobrief.constraint import Problem
from geobrief.errors import InvalidRecord, NotFound
from geobrief.model.question import Ask, Question

__all__ = ["QUESTIONS", "ask"]

QUESTIONS: Final[dict[Ask, tuple[str, str]]] = {
    "in-force": ("TREATY", "Is it in force? With --by: for that state; with --towards as well: between the two."),
    "entered-into-force": ("TREATY", "Has it ever entered into force, and when?"),
    "operative": ("TREATY --by --towards", "Is it performed between the two: in force, and not suspended?"),
    "provisionally-applied": ("TREATY --by", "Does the state apply it before it is in force (VCLT 25)?"),
    "interim-obligation": ("TREATY --by", "Must the state not defeat its object and purpose (VCLT 18)?"),
    "stage": ("TREATY --by", "How far has the state come on the way to being bound?"),
    "parties": ("TREATY", "Who is bound by it?"),
    "contracting-states": ("TREATY", "Who has consented to be bound, whether or not it is in force?"),
    "signatories": ("TREATY", "Who has signed it?"),
    "awaiting": ("TREATY", "What is still to happen before it enters into force?"),
    "treaties-in-force": ("", "Which treaties of the brief are in force?"),
    "obligations": ("STATE --towards", "What does a state owe another under the treaties in force?"),
    "allies": ("STATE", "Who is bound to defend the state?"),
    "standing": ("ACCUSATION", "How is it answered and supported, and what has been found?"),
    "strength": ("DEPLOYMENT [--policy]", "How strong is it, and who says so?"),
    "timeline": ("[ACTOR]", "What happened, was said and was published, until the day?"),
    "flight": ("TEST", "What does the flight say about the missile?"),
    "related": ("RECORD", "Which records speak of it, and which treaties bear on it?"),
}
"""Every question: what it is asked of, and what it means."""


class Asking(click.Command):
    """A command whose help lists every question."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the questions."""
        super().format_epilog(ctx, formatter)
        with formatter.section("Questions"):
            formatter.write_dl([(f"{word} {of}".rstrip(), meaning) for word, (of, meaning) in QUESTIONS.items()])


@click.command(cls=Asking)
@click.argument("words", nargs=-1, required=True, metavar="[PATH...] QUESTION")
@click.option("--on", metavar="DAY", help="The day; left out, the day up to which the brief is complete.")
@click.option("--as-known", metavar="DAY", help="Use only what had been published by this day.")
@click.option("--by", metavar="STATE", help="The state for which it is asked.")
@click.option("--towards", metavar="STATE", help="The other state, where two are meant.")
@click.option("--policy", metavar="NAME", help="How figures are reconciled: envelope, latest, most_reliable, median.")
@click.option("--position-of", metavar="STATE", help="Whose reading of contested acts is taken.")
@click.option("--explain", is_flag=True, help="Give all reasons, with rules, records and sources.")
@click.option("--json", "as_json", is_flag=True, help="Write the answer as JSON.")
@example_option
@format_option
def ask(
    words: tuple[str, ...],
    *,
    explain: bool,
    as_json: bool,
    examples: tuple[str, ...],
    format: str | None,
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
    brief = brief_named(paths, examples, format)
    result = _answer(brief, question)
    if as_json:
        write_json(result.to_dict())
        return
    text = _explained(result) if explain else _sentence(result, brief)
    console().print(coloured(escaped(text)), soft_wrap=True)


def _divided(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divide what was typed into files and the question, which begins at the first word that is none."""
    for index, word in enumerate(words):
        if _asks(word) or not _is_path(word):
            return words[:index], words[index:]
    raise Failure(f"geobrief: no question was asked of {', '.join(words)}; for the questions: geobrief ask --help")


def _asks(word: str) -> bool:
    return word.split(maxsplit=1)[:1] in [[each] for each in get_args(Ask)]


def _is_path(word: str) -> bool:
    path = PurePath(word)
    return word == "-" or path.suffix in SUFFIXES or len(path.parts) > 1 or word in {".", ".."}


def _question(asked: Iterable[str], options: dict[str, str | None]) -> Question:
    given = [f"--{name.replace('_', '-')} {shlex.quote(value)}" for name, value in options.items() if value is not None]
    try:
        return Question.parse(" ".join([*asked, *given]))
    except InvalidRecord as error:
        told = "; ".join(each.message if isinstance(each, Problem) else str(each) for each in error.problems)
        raise _not_understood(told) from None
    except ValueError as error:
        raise _not_understood(str(error)) from None


def _answer(brief: Brief, question: Question) -> Any:
    try:
        return answer(brief, question)
    except NotFound:
        raise
    except ValueError as error:
        raise _not_understood(str(error)) from None


def _not_understood(why: str) -> Failure:
    return Failure(f"geobrief: {why}\nfor the questions: geobrief ask --help")


def _sentence(result: Any, brief: Brief) -> str:
    if isinstance(result, Members):
        return Names(brief).members(result)
    return str(result)


def _explained(result: Any) -> str:
    if isinstance(result, Members):
        lines = [line for reason in result.reasons for line in reason.lines(1)]
        return "\n".join([str(result), *lines])
    return str(result.explain() if isinstance(result, Answer) or hasattr(result, "explain") else result)
