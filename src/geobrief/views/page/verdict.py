"""Yes, no and unknown set apart; the word itself always stands there too."""

from collections.abc import Mapping
from typing import Final

from geobrief.answer import Answer
from geobrief.closed import for_every
from geobrief.result import Result
from geobrief.truth import Truth
from geobrief.views.page.parts import Tone, Words, words

__all__ = ["VERDICTS", "explained", "verdict"]

VERDICTS: Final[Mapping[Truth, Tone]] = for_every(
    Truth, "the tones of truth values", {Truth.YES: "good", Truth.NO: "bad", Truth.UNKNOWN: "open"}
)
"""The tone of each truth value."""


def verdict(answer: Answer, *more: str) -> Words:
    """Say an answer in a sentence, its truth value set apart, and what else is said behind it.

    >>> from geobrief.answer import Reason
    >>> verdict(Answer(value=Truth.NO, reasons=(Reason(text="not exchanged"),))).runs
    (('no', 'bad'), (': not exchanged', None))
    """
    value = str(answer.value)
    return words((value, VERDICTS[answer.value]), str(answer).removeprefix(value), *more)


def explained(result: Result) -> Words:
    """Say a result with all its reasons; the truth value of an answer is set apart."""
    text, sentence = result.explain(), str(result)
    if not isinstance(result, Answer):
        return words(text)
    start = 0 if text.startswith(sentence) else text.index(f"\n{sentence}") + 1  # the question stands before
    return words(text[:start], verdict(result), text[start + len(sentence) :])
