"""Conditions and clauses: closed words, whole numbers, and only conditions can be joined."""

from geobrief import Agreed, Consents, Days, EntryIntoForce, Exchange, FractionOf, LaterParties, Named, Share, When

Consents("20")  # expect: arg-type
Consents()  # expect: call-arg
Consents(20, "signatories")  # expect: arg-type
Consents(20, means=["signature"])  # expect: list-item
Exchange("letters")  # expect: arg-type
Named([1])  # expect: list-item
Share("emissions", 0.55)  # expect: call-arg
Share("emissions", at_least=[55])  # expect: arg-type
FractionOf("parties", at_least="2/3")  # expect: call-arg
Agreed(3)  # expect: arg-type
Consents(20) & 3  # expect: operator
Consents(20) | "exchange"  # expect: operator
EntryIntoForce(upon="exchange")  # expect: arg-type
EntryIntoForce(upon=Consents(20), then="different")  # expect: arg-type
EntryIntoForce(upon=Consents(20), after=30)  # expect: arg-type
EntryIntoForce(upon=Consents(20), rounding="month")  # expect: arg-type
LaterParties(to="later")  # expect: arg-type
Days("30")  # expect: arg-type
Days(30).count = 31  # expect: misc
When("2024") < When("2025")  # expect: operator
When(2024)  # expect: arg-type
