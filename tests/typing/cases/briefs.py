"""Briefs: what comes back is of the kind that was asked for."""

from typing import assert_type

from geobrief import Answer, Brief, Deployment, Estimate, Source, Treaty, WeaponsTest

brief = Brief(
    title="Pact",
    as_of="2024-11-12",
    sources={"bbc": Source(publisher="BBC")},
    records=[Treaty(id="pact", title="Pact"), WeaponsTest(id="launch", tester="PRK", kind="missile")],
)
assert_type(brief.get(WeaponsTest, "launch"), WeaponsTest)
assert_type(brief.treaties["pact"], Treaty)
assert_type(brief.select(WeaponsTest, by="PRK", since="2024-01-01"), tuple[WeaponsTest, ...])
assert_type(brief.with_(Treaty(id="other", title="Other"), as_of="2024-12-04"), Brief)
assert_type(brief.in_force("pact", on="2024-11-12"), Answer)

Brief(title="Pact")  # expect: call-arg
Brief(title="Pact", as_of="2024", records=["pact"])  # expect: list-item
Brief(title="Pact", as_of="2024", records=[Source(publisher="BBC")])  # expect: list-item
Brief(title="Pact", as_of="2024", sources={"bbc": "BBC"})  # expect: dict-item
brief.select("weapons_test")  # expect: arg-type
brief.select(Source)  # expect: type-var
brief.select(WeaponsTest, sender="PRK")  # expect: call-arg
brief.select(WeaponsTest, by=["PRK"])  # expect: arg-type
brief.get("launch")  # expect: arg-type
brief.get(WeaponsTest, "launch").strength  # expect: attr-defined
brief.treaties["pact"].launch  # expect: attr-defined
brief.treaties[0]  # expect: index
brief.select(Treaty)[0].tester  # expect: attr-defined
brief.title = "Treaty"  # expect: misc
brief.records.append(Deployment(id="kursk"))  # expect: attr-defined
brief.without(Treaty(id="pact", title="Pact"))  # expect: arg-type
brief.with_("pact")  # expect: arg-type
estimate: Estimate = brief.get(Deployment, "kursk").strength  # expect: assignment
if brief.in_force("pact").is_yes():  # expect: operator
    pass
