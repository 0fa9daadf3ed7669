"""Yes, no and unknown set apart; the word itself always stands there too."""

import re
from collections.abc import Mapping
from typing import Final

from geobrief.closed import for_every
from geobrief.truth import Truth
from geobrief.views.page.parts import Tone, Words, words

__all__ = ["VERDICTS", "verdict"]

VERDICTS: Final[Mapping[Truth, Tone]] = for_every(
    Truth, "the tones of truth values", {Truth.YES: "good", Truth.NO: "bad", Truth.UNKNOWN: "open"}
)
"""The tone of each truth value."""

_WORDS: Final = re.compile(rf"(?m)^({'|'.join(map(str, VERDICTS))})\b")
_TONES: Final[Mapping[str, Tone]] = {str(truth): tone for truth, tone in VERDICTS.items()}


def verdict(text: str) -> Words:
    """Set apart the truth value with which a line begins.

    >>> verdict("no: not exchanged").runs
    (('no', 'bad'), (': not exchanged', None))
    """
    runs: list[tuple[str, Tone | None]] = [
        (piece, _TONES[piece] if index % 2 else None)  # every second piece is a truth value
        for index, piece in enumerate(_WORDS.split(text))
    ]
    return words(*runs)
