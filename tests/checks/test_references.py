"""References resolve: to a record of the right kind, to a source that is listed."""

import attrs

import geobrief as gb
from tests.checks.found import brief_of, found

PACT = gb.Treaty(id="pact", title="Pact")
TROOPS = gb.Deployment(id="troops", legal_basis=[gb.LegalBasis(treaty="pact")])


def test_a_record_that_does_not_exist_is_found_where_it_is_named() -> None:
    """A reference to nothing is an issue at the reference, deep inside a record too."""
    assert found(brief_of(TROOPS), "GB201") == [("GB201", "deployments.troops.legal_basis.0.treaty")]
    assert found(brief_of(TROOPS, PACT), "GB201", "GB205") == []


def test_the_nearest_id_is_suggested() -> None:
    """The problem names an id that is near."""
    from geobrief.checks import problems  # noqa: PLC0415 - only here the message matters

    (message,) = [
        each.said
        for each in problems(brief_of(attrs.evolve(PACT, id="pakt"), TROOPS))
        if each.code == "GB201"
    ]
    assert message == "no record is called 'pact'; did you mean 'pakt'?"


def test_a_record_of_the_wrong_kind_is_found() -> None:
    """A response answers an accusation and nothing else."""
    response = gb.Response(id="r", to="pact", by="PRK", kinds=["denied"])
    assert found(brief_of(PACT, response), "GB205", "GB201") == [("GB205", "responses.r.to")]


def test_a_source_that_is_not_listed_is_found() -> None:
    """Citations of records, of parts and of sources themselves lead to sources that are listed."""
    step = gb.Step(kind="decree", citations=[gb.Citation(source="nowhere")])
    act = gb.Ratification(treaty="pact", by="PRK", steps=[step], citations=[gb.Citation(source="kcna")])
    sources = {"kcna": gb.Source(publisher="KCNA", derived_from=["wire"])}
    assert found(brief_of(PACT, act, sources=sources), "GB202") == [
        ("GB202", "ratifications.ratification-pact-prk.steps.0.citations.0.source"),
        ("GB202", "sources.kcna.derived_from.0"),
    ]


def test_an_actor_and_a_source_are_no_records() -> None:
    """What names an actor or a source is not looked for among the records."""
    said = gb.Statement(
        id="s", speaker="PRK", quote="No.", about=["RUS"], citations=[gb.Citation(source="kcna")]
    )
    assert (
        found(brief_of(said, sources={"kcna": gb.Source(publisher="KCNA")}), "GB201", "GB202", "GB205") == []
    )


def test_a_circle_of_replacements_is_found_at_each_of_its_records() -> None:
    """Records that replace each other in a circle are found; a chain that leads there is not."""

    def said(name: str, replaces: str | None) -> gb.Statement:
        return gb.Statement(id=name, speaker="PRK", quote="No.", replaces=replaces)

    chain = [said("a", None), said("b", "a"), said("c", "b")]
    assert found(brief_of(*chain), "GB206") == []
    assert found(brief_of(said("self", "self")), "GB206") == [("GB206", "statements.self.replaces")]
    circle = [said("a", "b"), said("b", "a"), said("c", "a")]
    assert found(brief_of(*circle), "GB206") == [
        ("GB206", "statements.a.replaces"),
        ("GB206", "statements.b.replaces"),
    ]
