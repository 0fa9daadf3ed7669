"""Words in sentences and messages: how they are listed, and which one may have been meant."""

from collections.abc import Iterable

__all__ = ["did_you_mean", "hyphenated", "listed", "meant", "nearest", "worded"]


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

    return get_close_matches(name, list(known), n=most)


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
