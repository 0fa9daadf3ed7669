"""Treaty law: from the acts of states to what is in force, for whom, since when, and why.

Pure functions over records.  Sources: the Vienna Convention on the Law of Treaties 1969
(VCLT), that on succession 1978 (VCSS), and the practice of the UN Secretary-General as
depositary.  Not computed: validity (46–53), breach, impossibility and changed
circumstances (60–62, only recorded as a claimed basis), severance, desuetude.

A map, one legal concept per file:

- reading the records: ``dated`` (days of acts), ``docket`` (what each state did), ``readings``
  (ways to take them), ``horizon`` (what silence means), ``setting`` (other treaties)
- entry into force: ``trigger``, ``register`` (whose consents count), ``weights``, ``entry``,
  ``beginning`` (no treaty without a party)
- life: ``life``, ``terms``, ``notice``, ``endings``, ``statehood``, ``continuity``
- between two states: ``between``, ``objections``, ``suspension``
- before entry into force: ``interim``, ``provisional``, ``stage``
- asking: ``status``, ``asked``, ``topics``, ``case``, ``inquiry``, ``turns``; of this, ``timeline`` and
  ``obligations`` are what callers get
- words and reasons: ``why`` (a package), ``awaiting``
- days: ``span`` (possible days of an event), ``course`` (what holds on which day), ``standing``
  (sets of persons), ``reported`` (memberships as sources state them)
"""

from geobrief.law.obligations import Obligation, allies, bound, obligations
from geobrief.law.status import TreatyStatus, status
from geobrief.law.timeline import Stretch, Timeline

__all__ = ["Obligation", "Stretch", "Timeline", "TreatyStatus", "allies", "bound", "obligations", "status"]
