"""What the amending text and the later party say goes before the rule (VCLT 40(1), 40(5))."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import parent, ratified, treaty_of, withdrew
from tests.law.practice.said import brief_of, value

CLAUSE = gb.EntryIntoForce(upon=gb.Consents(1))


def amendment(*acts: gb.Record, **fields: Any) -> gb.TreatyStatus:
    """Make an amendment in force since 2005 for one of two parties to the parent."""
    convention = gb.Treaty(id="p", title="Convention", entry_into_force=CLAUSE)
    text: dict[str, Any] = {
        "amends": "p",
        "eligibility": "parties_to_parent",
        "entry_into_force": CLAUSE,
        **fields,
    }
    early = [
        ratified("AUT", "2000-01-01", treaty="p"),
        ratified("BEL", "2000-01-01", treaty="p"),
        ratified("AUT", "2005-01-01", treaty="a"),
    ]
    return brief_of(convention, gb.Treaty(id="a", title="Amendment", **text), *early, *acts).status("a")


def joins(**fields: Any) -> gb.Ratification:
    """Make a consent to the parent after the amendment."""
    return ratified("CHE", "2010-01-01", treaty="p", **fields)


def test_a_different_intention() -> None:
    """Who said that it joins the text as it stood is not bound by the amendment (40(5))."""
    assert value(amendment(joins(as_amended=False)).in_force_for("CHE", "2015-01-01")) == "no"


@pytest.mark.parametrize("binds", [None, True])
def test_the_same_intention(binds: bool | None) -> None:
    """Who said that it joins the text as amended is bound by it (40(5)(a))."""
    found = amendment(joins(as_amended=True), binds_later_parties=binds)
    assert value(found.in_force_for("CHE", "2010-01-01")) == "yes"


def test_an_amending_text_that_binds_nobody_without_consent() -> None:
    """What the amending text says comes first: not bound without a consent to it (40(1))."""
    found = amendment(joins(), binds_later_parties=False)
    assert value(found.in_force_for("CHE", "2015-01-01")) == "no"


def test_an_amending_text_that_binds_later_parties() -> None:
    """An amending text that binds who joins later binds it on that day (40(1))."""
    found = amendment(joins(), binds_later_parties=True)
    assert [value(found.in_force_for("CHE", day)) for day in ("2009-12-31", "2010-01-01")] == ["no", "yes"]


def test_a_consent_of_its_own_to_the_amendment() -> None:
    """Who consents to the amendment itself is bound from that consent, whatever it said before (40(4))."""
    own = ratified("CHE", "2012-01-01", treaty="a")
    found = amendment(joins(as_amended=False), own)
    assert [value(found.in_force_for("CHE", day)) for day in ("2011-12-31", "2012-01-01")] == ["no", "yes"]


def test_a_text_and_a_party_that_contradict_each_other() -> None:
    """Where the amending text says one thing and the later party another, nobody knows which counts."""
    bound = amendment(joins(as_amended=False), binds_later_parties=True)
    free = amendment(joins(as_amended=True), binds_later_parties=False)
    assert [value(found.in_force_for("CHE", "2015-01-01")) for found in (bound, free)] == ["unknown"] * 2


def test_who_joins_on_the_day_of_entry() -> None:
    """Whether who joins on the very day on which the amendment enters is a later party is open (40(5))."""
    same_day = ratified("CHE", "2005-01-01", treaty="p")
    found = amendment(same_day, binds_later_parties=True)
    assert value(found.in_force_for("CHE", "2015-01-01")) == "unknown"


def test_who_consents_twice() -> None:
    """A second consent of a party makes no later party of it (40(4))."""
    again = ratified("BEL", "2010-01-01", treaty="p", id="again")
    found = amendment(again, binds_later_parties=True)
    assert value(found.in_force_for("BEL", "2015-01-01")) == "no"


def test_who_left_on_a_day_that_is_not_known() -> None:
    """Who may have left before it came back may be a later party, or one that never left."""
    notice = gb.Withdrawal(treaty="p", by="BEL", received="2003-01-01", effective="2004/2012")
    again = ratified("BEL", "2010-01-01", treaty="p", id="again")
    found = amendment(notice, again, binds_later_parties=True)
    assert value(found.in_force_for("BEL", "2006-01-01")) == "no"
    assert value(found.in_force_for("BEL", "2011-01-01")) == "unknown"


def test_a_successor() -> None:
    """Whether who succeeds is a later party is open, but for what it says (VCSS 17, VCLT 40(5))."""
    acts = [ratified("SDN", "2000-01-01", treaty="p")]
    succession: dict[str, Any] = {"means": "succession", "treaty": "p"}
    silent = ratified("SSD", "2015-01-01", **succession)
    found = amendment(*acts, silent, binds_later_parties=True)
    assert value(found.in_force_for("SSD", "2016-01-01")) == "unknown"
    told = amendment(*acts, ratified("SSD", "2015-01-01", as_amended=False, **succession))
    assert value(told.in_force_for("SSD", "2016-01-01")) == "no"


def test_a_parent_that_is_not_recorded() -> None:
    """Where nobody recorded who joined what it amends, anybody may be bound, but for what the text says."""
    acts = [ratified("AUT", "2005-01-01")]

    def alone(binds: bool | None) -> gb.TreatyStatus:
        return treaty_of(gb.Consents(1), *acts, amends="p", binds_later_parties=binds)

    assert value(alone(None).in_force_for("CHE", "2010-01-01")) == "unknown"
    assert alone(None).parties("2010-01-01").is_open
    assert value(alone(None).in_force_for("CHE", "2004-12-31")) == "no"
    assert value(alone(False).in_force_for("CHE", "2010-01-01")) == "no"


def test_what_is_accepted_tacitly() -> None:
    """What silence accepts binds later parties too, unless the text or the party says otherwise (40(5))."""
    early = ratified("AUT", "1990-01-01", "p")

    def accepted(said: bool | None, binds: bool | None) -> gb.TreatyStatus:
        told = parent(early, ratified("CHE", "2010-01-01", "p", as_amended=said))
        text: dict[str, Any] = {"amends": "p", "adopted": "2000-01-01", "coverage": gb.Coverage()}
        return treaty_of(gb.NoObjections(within="1 year"), told=told, binds_later_parties=binds, **text)

    for said, binds, expected in [(None, None, "yes"), (False, None, "no"), (None, False, "no")]:
        found = accepted(said, binds)
        assert value(found.in_force_for("AUT", "2011-01-01")) == "yes"
        assert value(found.in_force_for("CHE", "2011-01-01")) == expected


def test_a_notice_of_a_later_party() -> None:
    """What a notice to leave the amendment does for who is bound by joining what it amends is open (54)."""
    found = amendment(joins(as_amended=True), withdrew("CHE", "2015-01-01", "a"))
    assert [value(found.in_force_for("CHE", day)) for day in ("2014-12-31", "2016-01-01")] == [
        "yes",
        "unknown",
    ]


def test_who_leaves_what_is_amended() -> None:
    """Who leaves the parent has no part in the text as amended (54)."""
    found = amendment(joins(as_amended=True), withdrew("CHE", "2015-01-01", "p", effective="2016-01-01"))
    assert [value(found.in_force_for("CHE", day)) for day in ("2015-12-31", "2016-01-01")] == ["yes", "no"]


def test_a_later_party_is_a_contracting_state() -> None:
    """Who consents to the text as amended consents to the amendment as well."""
    found = amendment(joins(as_amended=True))
    assert found.contracting_states("2015-01-01").holds("CHE").is_yes


def test_the_reasons_name_the_act_and_what_was_said() -> None:
    """Yes, no and unknown each name the consent to the parent and what it, or the text, said."""
    start = "Switzerland became a party to Convention on 2010-01-01, after this amendment entered into force"
    told = {
        (None, None): "whether it joined that as amended is not recorded",
        (True, None): "it joined that as amended",
        (False, None): "it joined that as it stood",
        (None, True): "the amending text binds who joins later",
        (None, False): "the amending text binds only who accepts it",
    }
    for (said, binds), words in told.items():
        answer = amendment(joins(as_amended=said), binds_later_parties=binds).in_force_for(
            "CHE", "2015-01-01"
        )
        assert [reason.text for reason in answer.reasons] == [f"{start}, and {words}"]
        assert answer.reasons[0].records == ("ratification-p-che", "a")
        assert [each.text for each in answer.missing] == (
            ["whether Switzerland joined Convention as amended"] if answer.is_unknown else []
        )
