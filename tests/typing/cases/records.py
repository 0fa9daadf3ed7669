"""Records: what a checker must say about wrong fields, and about changing them."""

import attrs

from geobrief import Accusation, Estimate, Place, Ratification, Response, Signature, Treaty, WeaponsTest

Treaty(id="pact")  # expect: call-arg
Treaty(id=1, title="Pact")  # expect: arg-type
Treaty(id="pact", title="Pact", titel="Pact")  # expect: call-arg
Treaty("pact", title="Pact")  # expect: call-arg
Treaty(id="pact", title="Pact", kind="pact")  # expect: arg-type
Treaty(id="pact", title="Pact", binding="maybe")  # expect: arg-type
Treaty(id="pact", title="Pact", between=None)  # expect: arg-type
Treaty(id="pact", title="Pact", between=["PRK", 3])  # expect: list-item
Treaty(id="pact", title="Pact", adopted=2024)  # expect: arg-type
Treaty(id="pact", title="Pact", groups={"annex-2": [1]})  # expect: list-item
Signature(treaty="pact", by=["PRK", "RUS"])  # expect: arg-type
Signature(treaty="pact")  # expect: call-arg
Ratification(treaty="pact", by="PRK", instrument="deposited")  # expect: arg-type
Ratification(treaty="pact", by="PRK", means="signature")  # expect: arg-type
WeaponsTest(id="launch", tester="PRK", kind="rocket")  # expect: arg-type
WeaponsTest(id="launch", tester="PRK", kind="missile", height="high")  # expect: arg-type
Accusation(id="claim", accusers=["KOR"], subjects=["spying"])  # expect: list-item
Response(id="reply", to="claim", by="PRK", kinds=[True])  # expect: list-item
Estimate(best="many", unit="persons")  # expect: arg-type
Estimate(best=3)  # expect: call-arg
Place(lat="39 N", lon=125)  # expect: arg-type

treaty = Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
treaty.title = "Treaty"  # expect: misc
treaty.between.append("CHN")  # expect: attr-defined
treaty.between[0] = "CHN"  # expect: index
treaty.weights["emissions"] = 3  # expect: index
treaty.subtitle  # expect: attr-defined
treaty.title + 1  # expect: operator
treaty.adopted.year  # expect: union-attr
treaty.binding()  # expect: operator
attrs.evolve(treaty, title="Treaty").title.upper()
