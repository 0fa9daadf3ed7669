"""Questions to a treaty: each is about nobody, one or two persons, and about no more and no fewer."""

from geobrief.law.answers.questions import BETWEEN, IN_FORCE, SIGNATORY
from geobrief.law.answers.treaty_by_day import TreatyByDay


def ask(treaty: TreatyByDay) -> None:
    """Put questions about as many persons as they have, and about others."""
    treaty.ask(IN_FORCE)
    treaty.ask(SIGNATORY, "AUT")
    treaty.ask(BETWEEN, "AUT", "BEL")
    treaty.ask(IN_FORCE, "AUT")  # expect: misc
    treaty.ask(SIGNATORY, "AUT", "BEL")  # expect: misc
    treaty.ask(BETWEEN, "AUT")  # expect: misc
    treaty.ask(SIGNATORY, 1)  # expect: misc
