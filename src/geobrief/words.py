"""Words in sentences and messages: how they are listed, and which one may have been meant."""

import functools
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from contextvars import ContextVar

__all__ = [
    "MOST_GUESSES",
    "did_you_mean",
    "guessing",
    "hyphenated",
    "listed",
    "meant",
    "nearest",
    "visible",
    "worded",
]

MOST_GUESSES = 20
"""How many mistakes of one file are met with a guess at what was meant."""

_MANY = 3000  # of more names than that, only those are compared that begin alike


def listed(words: Iterable[str], last: str = "and") -> str:
    """List words as a sentence does.

    >>> listed(["GBR", "SUN", "USA"]), listed(["acceptance", "approval"], "or"), listed([])
    ('GBR, SUN and USA', 'acceptance or approval', '')
    """
    *others, final = list(words) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def worded(term: str) -> str:
    """Write a term of a vocabulary as people do.

    >>> worded("troop_deployment")
    'troop deployment'
    """
    return term.replace("_", " ")


def hyphenated(term: str) -> str:
    """Write a term of a vocabulary as one word, as it stands before a noun or on a command line.

    >>> hyphenated("minimum_energy")
    'minimum-energy'
    """
    return term.replace("_", "-")


def nearest(name: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Find the names that come closest to one that is not known, the closest first.

    >>> nearest("treatys", ["treaties", "sources"])
    ['treaties']
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    left = _guesses_left().get()
    if left is not None and not left:
        return []
    if left is not None:
        left.pop()
    candidates = list(known)
    if len(candidates) > _MANY:
        candidates = [each for each in candidates if each[:2] == name[:2]][:_MANY]
    return get_close_matches(name, candidates, n=most)


@contextmanager
def guessing(most: int = MOST_GUESSES) -> Generator[None]:
    """Guess at most so often what was meant: to compare a name with all others is slow.

    A file with more mistakes than that is not a matter of spelling.

    >>> with guessing(1):
    ...     nearest("treatys", ["treaties"]), nearest("source", ["sources"])
    (['treaties'], [])
    """
    budget = _guesses_left()
    token = budget.set([None] * most)
    try:
        yield
    finally:
        budget.reset(token)


@functools.cache
def _guesses_left() -> "ContextVar[list[None] | None]":
    from contextvars import ContextVar  # noqa: PLC0415 - likewise

    return ContextVar("guesses left", default=None)


def visible(text: str, *, lines: bool = False) -> str:
    r"""Write out what would steer a terminal, turn the direction of writing, or begin a new line.

    With ``lines``, line ends and tabs stay.

    >>> visible("red: \x1b[31m\n"), visible("a\nb\u202e", lines=True)
    ('red: \\x1b[31m\\n', 'a\nb\\u202e')
    """
    if text.isprintable():
        return text
    import re  # noqa: PLC0415 - hardly any text needs it

    steering = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
    return re.sub(rf"(?![\t\n]){steering}" if lines else steering, _written_out, text)


def _written_out(found: "re.Match[str]") -> str:
    return found[0].encode("unicode_escape").decode()


def meant(near: Iterable[str]) -> str:
    """Ask whether one of some names was meant; nothing where there is none.

    >>> meant(["SUN", "RUS"]), meant([])
    ("did you mean 'SUN' or 'RUS'?", '')
    """
    names = " or ".join(map(repr, near))
    return f"did you mean {names}?" if names else ""


def did_you_mean(near: Iterable[str]) -> str:
    """Ask the same as the end of a message.

    >>> did_you_mean(["SUN", "RUS"]), did_you_mean([])
    ("; did you mean 'SUN' or 'RUS'?", '')
    """
    question = meant(near)
    return f"; {question}" if question else ""
