"""Treaty law: from the acts of states to what is in force, for whom, since when, and why.

Pure functions over records.  Sources: the Vienna Convention on the Law of Treaties 1969
(VCLT), that on succession 1978 (VCSS), and the practice of the UN Secretary-General as
depositary.  Not computed: validity (46–53), breach, impossibility and changed
circumstances (60–62, only recorded as a claimed basis), severance, desuetude.

A map, in a treaty lawyer's order of work; each folder builds on those before it:

- ``uncertain``: what is only partly known: possible days, truth by day, sets; no law
- ``acts``: what states did: the day that counts, who did what, interpretations, coverage, related treaties
- ``rules``: from acts to the days on which something holds
- ``reasons``: what a rule found, in sentences with acts, sources and article
- ``answers``: questions over all interpretations
- ``status``, ``obligations``, ``timeline``: what callers get
"""

from geobrief.law.obligations import Obligation, allies, bound, obligations
from geobrief.law.status import TreatyStatus, status
from geobrief.law.timeline import Stretch, Timeline

__all__ = ["Obligation", "Stretch", "Timeline", "TreatyStatus", "allies", "bound", "obligations", "status"]
