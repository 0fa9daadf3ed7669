"""Where an accusation stands: response, support, finding."""

import json
import pickle
from typing import Any

import attrs
import pytest

from geobrief.claims import Standing, standing
from geobrief.errors import Undetermined
from geobrief.model.accusation import Accusation
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding, Verdict
from geobrief.model.record import Record
from geobrief.model.response import Response, ResponseKind
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import Measurement, WeaponsTest
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate
from geobrief.values.source import Source

CLAIM = Accusation(
    id="claim", accusers=["KOR"], accused=["PRK", "RUS"], about=["troops"], made_on="2024-10-18"
)
SOURCES = {
    "briefing": Source(publisher="Service", published="2024-10-18", reliability="B", actor="KOR"),
    "paper": Source(publisher="Paper", published="2024-10-20", reliability="B"),
    "second": Source(publisher="Second", published="2024-10-21", reliability="A"),
    "paper-again": Source(publisher="Paper", published="2024-10-22", reliability="B"),
    "quoting-paper": Source(
        publisher="Third", published="2024-10-23", reliability="A", derived_from=["paper"]
    ),
    "quoting-briefing": Source(
        publisher="Fourth", published="2024-10-23", reliability="A", derived_from=["briefing"]
    ),
    "tabloid": Source(publisher="Tabloid", published="2024-10-20", reliability="D"),
    "blog": Source(publisher="Blog", published="2024-10-20", reliability="F"),
    "unrated": Source(publisher="Unrated", published="2024-10-20"),
    "later": Source(publisher="Later", published="2025-02-01", reliability="A"),
    "vague": Source(publisher="Vague", published="2024-11", reliability="A"),
    "kcna": Source(publisher="KCNA", published="2025-04-28", reliability="C", actor="PRK"),
    "kremlin": Source(publisher="Kremlin", published="2025-04-26", reliability="C", actor="RUS"),
}
ACTORS = {
    "putin": DeclaredActor(kind="person", name="Vladimir Putin", of="RUS"),
    "nis": DeclaredActor(kind="agency", name="National Intelligence Service", of="KOR"),
    "panel": DeclaredActor(kind="experts", name="Panel of Experts", of="un"),
}


def _troops(*cited: str | tuple[str, int], strength: tuple[Estimate, ...] = ()) -> Deployment:
    return Deployment(id="troops", senders=["PRK"], host="RUS", citations=_citing(*cited), strength=strength)


def _citing(*cited: str | tuple[str, int]) -> list[Citation]:
    pairs = [(each, 2) if isinstance(each, str) else each for each in cited]
    return [Citation(source=source, credibility=credibility) for source, credibility in pairs]


def _response(by: str, *kinds: ResponseKind, on: str | None = "2024-10-24", **fields: Any) -> Response:
    made = Response(id=f"{by.lower()}-{'-'.join(kinds)}-{on}".replace("/", ".").replace("_", "-"), to="claim",
                    by=by, on=on, kinds=frozenset(kinds))  # fmt: skip
    return attrs.evolve(made, **fields)


def _finding(
    verdict: Verdict, *cited: str | tuple[str, int], by: str = "panel", about: str = "troops"
) -> Finding:
    return Finding(id=f"{by}-{verdict}".lower(), about=about, by=by, verdict=verdict, on="2024-10-30",
                   citations=_citing(*cited))  # fmt: skip


def _stand(
    *,
    on: str = "2024-11-12",
    claim: Accusation = CLAIM,
    responses: tuple[Response, ...] = (),
    findings: tuple[Finding, ...] = (),
    about: tuple[Record, ...] = (),
) -> Standing:
    return standing(
        claim, sources=SOURCES, on=on, responses=responses, findings=findings, about=about, actors=ACTORS
    )


# --- response ---------------------------------------------------------------------------------

EVASION = _response("RUS", "evaded", "counter_accused", citations=_citing("quoting-briefing"))
RUSSIA_ADMITS = _response("RUS", "admitted", on="2025-04-26", citations=_citing("kremlin"))
KOREA_ADMITS = _response("PRK", "admitted", on="2025-04-28", citations=_citing("kcna"))


def test_the_first_report() -> None:
    """On 12 November 2024 Russia has evaded, North Korea has not answered, and the matter is open."""
    state = _stand(responses=(EVASION, RUSSIA_ADMITS, KOREA_ADMITS), about=(_troops("briefing"),))
    assert state.response["RUS"].value == {"evaded", "counter_accused"}
    assert state.response["PRK"].value == {"none_recorded"}
    assert state.support.value == "unsupported"
    assert state.finding.value == "open"
    assert str(state) == (
        "by 2024-11-12: no response of North Korea is recorded; Russia evades it and accuses in turn; "
        "supported by nobody but the accusers; open"
    )


@pytest.mark.parametrize(
    ("on", "korea", "russia", "finding"),
    [
        ("2025-04-25", "none_recorded", "evaded", "open"),
        ("2025-04-26", "none_recorded", "admitted", "acknowledged"),
        ("2025-04-27", "none_recorded", "admitted", "acknowledged"),
        ("2025-04-28", "admitted", "admitted", "acknowledged"),
        ("2025-05", "admitted", "admitted", "acknowledged"),
    ],
)
def test_the_sequel(on: str, korea: str, russia: str, finding: str) -> None:
    """Acknowledged from the day on which the first of those who did it admits."""
    state = _stand(on=on, responses=(KOREA_ADMITS, EVASION, RUSSIA_ADMITS))
    assert korea in state.response["PRK"].value
    assert russia in state.response["RUS"].value
    assert state.finding.value == finding
    assert str(state.finding.since) == ("2025-04-26" if finding == "acknowledged" else "None")


def test_the_latest_response_counts_and_all_are_listed() -> None:
    """A denial after an evasion is the response; both are among the reasons."""
    denial = _response("RUS", "denied", on="2024-11-01")
    state = _stand(responses=(denial, EVASION))
    assert state.response["RUS"].value == {"denied"}
    assert str(state.response["RUS"].since) == "2024-11-01"
    assert [reason.records for reason in state.response["RUS"].reasons] == [(denial.id,), (EVASION.id,)]


def test_responses_of_one_day_are_one() -> None:
    """A spokesman denies and a minister accuses on the same day: the state did both."""
    both = (_response("RUS", "denied"), _response("RUS", "counter_accused"))
    assert _stand(responses=both).response["RUS"].value == {"denied", "counter_accused"}


def test_an_unclear_order_leaves_several_possible() -> None:
    """Denied in October, evaded on some day of it: which came last is not decided, and not guessed."""
    state = _stand(responses=(_response("RUS", "denied", on="2024-10"), _response("RUS", "evaded")))
    assert state.response["RUS"].options == {
        frozenset({"denied"}),
        frozenset({"evaded"}),
        frozenset({"denied", "evaded"}),
    }
    with pytest.raises(Undetermined):
        _ = state.response["RUS"].value
    assert state.to_dict()["response"]["RUS"] == {"one_of": [["denied"], ["denied", "evaded"], ["evaded"]]}


def test_a_response_that_may_not_have_been_made_yet() -> None:
    """Admitted on some day of November: on the 12th, perhaps; then acknowledged, perhaps."""
    state = _stand(responses=(_response("RUS", "admitted", on="2024-11"),))
    assert state.response["RUS"].holds(frozenset({"admitted"})) is Truth.UNKNOWN
    assert state.finding.options == {"open", "acknowledged"}
    assert "Russia admits it or has not answered" in str(state)


def test_publication_tells_that_it_was_made() -> None:
    """A response of "November" that was published on the 5th had been made by the 12th."""
    sources = {**SOURCES, "gazette": Source(publisher="G", published="2024-11-05")}
    admitted = _response("RUS", "admitted", on="2024-11", citations=_citing("gazette"))
    assert (
        standing(CLAIM, sources=sources, on="2024-11-12", responses=[admitted]).finding.value
        == "acknowledged"
    )


def test_what_was_published_later_is_not_known() -> None:
    """A response of October that came to light in February was not known in November."""
    secret = _response("RUS", "admitted", citations=_citing("later"))
    assert _stand(responses=(secret,)).response["RUS"].value == {"none_recorded"}
    assert _stand(responses=(secret,), on="2025-02-01").finding.value == "acknowledged"


def test_publication_that_may_be_later_is_left_out_and_said() -> None:
    """Published some day of November: not counted on the 12th, and the reader is told."""
    state = _stand(responses=(_response("RUS", "admitted", citations=_citing("vague")),))
    assert state.response["RUS"].value == {"none_recorded"}
    assert "may have become known after 2024-11-12" in state.explain()


def test_a_president_answers_for_the_state() -> None:
    """What a person, an agency or a former state says is said for the state."""
    assert _stand(responses=(_response("putin", "denied"),)).response["RUS"].value == {"denied"}
    assert _stand(responses=(_response("SUN", "denied"),)).response["RUS"].value == {"denied"}


def test_those_who_took_part_may_answer() -> None:
    """The host was not accused, but its admission acknowledges what both did."""
    claim = attrs.evolve(CLAIM, accused=["PRK"])
    state = _stand(claim=claim, responses=(RUSSIA_ADMITS,), about=(_troops(),), on="2025-05")
    assert set(state.response) == {"PRK", "RUS"}
    assert state.finding.value == "acknowledged"
    assert set(_stand(claim=claim, about=(_troops(),)).response) == {"PRK"}


def test_others_do_not_answer() -> None:
    """A bystander who admits, and a response to another accusation, change nothing."""
    bystander = _response("CHN", "admitted")
    elsewhere = _response("RUS", "admitted", to="other")
    assert _stand(responses=(bystander, elsewhere), about=(_troops(),)) == _stand(about=(_troops(),))


def test_a_replaced_response_no_longer_counts() -> None:
    """A corrected record stands in for the one that it replaces; a withdrawn one counts for nothing."""
    wrong = _response("RUS", "admitted", on="2024-11-01")
    right = _response("RUS", "evaded", on="2024-10-31", replaces=wrong.id)
    assert _stand(responses=(wrong, right)).response["RUS"].value == {"evaded"}
    withdrawn = attrs.evolve(wrong, revision="withdrawn")
    assert _stand(responses=(withdrawn,)).finding.value == "open"


def test_silence_is_not_the_lack_of_a_record() -> None:
    """Somebody recorded that there was no answer: that is silence."""
    assert _stand(responses=(_response("PRK", "silence"),)).response["PRK"].value == {"silence"}


# --- support ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ([], "unsupported"),
        (["paper"], "single_source"),
        (["paper", "second"], "corroborated"),
        (["paper", "quoting-paper"], "single_source"),
        (["paper", "paper-again"], "several_sources"),
        (["paper", "tabloid"], "several_sources"),
        (["paper", "unrated"], "several_sources"),
        (["paper", ("second", 4)], "several_sources"),
        (["paper", ("second", 3)], "corroborated"),
        (["paper", ("second", 6)], "single_source"),
        (["paper", "blog"], "single_source"),
        (["briefing"], "unsupported"),
        (["quoting-briefing"], "unsupported"),
        (["paper", "quoting-briefing"], "single_source"),
        (["paper", "later"], "single_source"),
        (["paper", "vague"], "single_source"),
        (["paper", "not-listed"], "single_source"),
    ],
)
def test_support_counts_origins(cited: list[str | tuple[str, int]], expected: str) -> None:
    """Voices count by origin, apart from the accusers, if published, and if they can be judged."""
    assert _stand(about=(_troops(*cited),)).support.value == expected


def test_reports_that_it_was_made_do_not_support_an_accusation() -> None:
    """Two papers that report that somebody accused somebody have not seen any troops."""
    claim = attrs.evolve(CLAIM, citations=_citing("paper", "second"))
    assert _stand(claim=claim).support.value == "unsupported"


def test_figures_support_unless_they_are_zero_or_the_accusers() -> None:
    """Who counted troops has seen some; who says "none" has not, and the accuser's count is its own."""

    def support(best: float, by: str | None) -> str:
        figure = Estimate(best=best, unit="persons", by=by, citations=_citing("second"))
        return _stand(about=(_troops("paper", strength=(figure,)),)).support.value

    assert support(10_000, None) == "corroborated"
    assert support(10_000, "UKR") == "corroborated"
    assert support(10_000, "KOR") == "single_source"
    assert support(10_000, "nis") == "single_source"
    assert support(0, "RUS") == "single_source"


def test_measurements_support_an_accusation_about_a_test() -> None:
    """Two independent measurements corroborate that a missile flew."""
    figures = [
        Measurement(quantity="range", best=1000, unit="km", by=by, citations=_citing(source))
        for by, source in (("JPN", "paper"), ("USA", "second"))
    ]
    test = WeaponsTest(id="troops", tester="PRK", kind="missile", measurements=figures)
    assert _stand(about=(test,)).support.value == "corroborated"


def test_what_is_alleged_stays_alleged() -> None:
    """The reader learns that the event itself is recorded as alleged."""
    alleged = attrs.evolve(_troops("paper"), alleged=True)
    assert "troops is recorded as alleged [record troops]" in _stand(about=(alleged,)).explain()
    assert "alleged" not in _stand(about=(_troops("paper"),)).explain()


def test_only_events_support() -> None:
    """That a treaty exists does not show that it was broken."""
    treaty = Treaty(id="troops", title="Treaty", citations=_citing("paper", "second"))
    assert _stand(about=(treaty,)).support.value == "unsupported"


def test_records_that_it_is_not_about_are_not_looked_at() -> None:
    """A deployment that the accusation does not name supports nothing."""
    other = attrs.evolve(_troops("paper", "second"), id="other")
    assert _stand(about=(other,)) == _stand()


def test_what_may_be_published_later_is_said() -> None:
    """The reader learns which source was left out because of its date."""
    text = _stand(about=(_troops("vague"),)).explain()
    assert "left out: it may have been published after 2024-11-12 [record troops; source vague]" in text


def test_what_does_not_count_is_said() -> None:
    """The reader learns which citations did not count, and why."""
    text = _stand(about=(_troops("paper", "blog", "quoting-briefing", "quoting-paper", "later"),)).explain()
    assert "not counted: it cannot be judged (F, 6, or not listed) [record troops; source blog]" in text
    assert (
        "an accuser speaks through it, or stands at its origin [record troops; source quoting-brief" in text
    )
    assert "not counted: it repeats a source that counts [record troops; source quoting-paper]" in text
    assert "later" not in text


# --- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (_finding("confirmed", "paper"), "confirmed"),
        (_finding("confirmed", "paper", about="claim"), "confirmed"),
        (_finding("refuted", ("paper", 1)), "refuted"),
        (_finding("inconclusive", "paper"), "open"),
        (_finding("confirmed"), "open"),
        (_finding("confirmed", ("paper", 3)), "open"),
        (_finding("confirmed", "blog"), "open"),
        (_finding("confirmed", "later"), "open"),
        (_finding("confirmed", "paper", by="KOR"), "open"),
        (_finding("confirmed", "paper", by="nis"), "open"),
        (_finding("refuted", "paper", by="putin"), "open"),
        (_finding("confirmed", "paper", about="other"), "open"),
    ],
)
def test_findings_of_bodies_that_are_neither_side(finding: Finding, expected: str) -> None:
    """A finding counts if its body is neither side and its citation is credible and published."""
    assert _stand(findings=(finding,), about=(_troops(),)).finding.value == expected


def test_findings_that_do_not_count_are_said() -> None:
    """The reader learns which findings did not count, and why."""
    own = _finding("confirmed", "paper", by="nis")
    weak = _finding("confirmed", ("paper", 3))
    vague = _finding("refuted", "vague", by="iaea")
    text = _stand(findings=(own, weak, vague)).explain()
    assert "not counted: National Intelligence Service is a side [record nis-confirmed; source paper]" in text
    assert (
        "not counted: no citation of credibility 1 or 2 is known [record panel-confirmed; source paper]"
        in text
    )
    assert "left out: it may have become known after 2024-11-12 [record iaea-refuted; source vague]" in text


def test_a_finding_that_confirms_supports() -> None:
    """The body that confirms is a source other than the accusers; one that refutes supports nothing."""
    confirmed = _finding("confirmed", "second")
    assert _stand(findings=(confirmed,), about=(_troops("paper"),)).support.value == "corroborated"
    refuted = _finding("refuted", "second")
    assert _stand(findings=(refuted,), about=(_troops("paper"),)).support.value == "single_source"
    own = _finding("confirmed", "second", by="nis")
    assert _stand(findings=(own,), about=(_troops("paper"),)).support.value == "single_source"


def test_corroborated_and_denied_is_disputed() -> None:
    """Neither alone is: one without the other stays open."""
    denial = (_response("RUS", "denied"),)
    assert _stand(responses=denial, about=(_troops("paper", "second"),)).finding.value == "disputed"
    assert _stand(responses=denial, about=(_troops("paper"),)).finding.value == "open"
    assert _stand(responses=(EVASION,), about=(_troops("paper", "second"),)).finding.value == "open"


def test_findings_that_contradict_each_other_are_disputed() -> None:
    """One body confirms, another refutes: neither wins by being later."""
    both = (_finding("confirmed", "paper"), _finding("refuted", "second", by="iaea"))
    assert _stand(findings=both).finding.value == "disputed"
    assert (
        _stand(findings=both[:1], responses=(_response("RUS", "admitted"),)).finding.value == "acknowledged"
    )
    assert _stand(findings=both[1:], responses=(_response("RUS", "admitted"),)).finding.value == "disputed"


def test_an_admission_stays_one() -> None:
    """Who admits and later denies has admitted; the response shows the denial."""
    state = _stand(responses=(_response("RUS", "admitted"), _response("RUS", "denied", on="2024-11-01")))
    assert state.finding.value == "acknowledged"
    assert state.response["RUS"].value == {"denied"}


# --- the whole ---------------------------------------------------------------------------------


def test_before_it_was_made() -> None:
    """On a day before the accusation, the sentence says that it had not been made."""
    state = _stand(on="2024-10-17")
    assert state.made is Truth.NO
    assert "not yet made" in str(state)
    assert _stand().made is Truth.YES


def test_a_hypothetical_act_stays_one() -> None:
    """The modality of the accusation reaches the sentence."""
    assert "of a hypothetical act" in str(_stand(claim=attrs.evolve(CLAIM, modality="hypothetical")))


def test_a_standing_explains_itself() -> None:
    """Each facet has its line, and below it the records and sources that it rests on."""
    text = _stand(responses=(EVASION,), about=(_troops("paper", "second"),)).explain()
    assert "  response of Russia: counter_accused and evaded\n" in text
    assert f"[record {EVASION.id}; source quoting-briefing]" in text
    assert "  support: corroborated\n" in text
    assert "source paper, second]" in text


def test_a_standing_can_be_kept() -> None:
    """The result survives JSON (as plain data) and pickle."""
    state = _stand(responses=(EVASION,), about=(_troops("paper"),))
    plain = json.loads(json.dumps(state.to_dict()))
    assert plain["response"] == {"PRK": ["none_recorded"], "RUS": ["counter_accused", "evaded"]}
    assert (plain["support"], plain["finding"], plain["made"]) == ("single_source", "open", "yes")
    assert pickle.loads(pickle.dumps(state)) == state
