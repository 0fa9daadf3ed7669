"""The first brief holds the whole report, with its hedges, and promotes nothing to fact."""

import re
from pathlib import Path

import pytest

import geobrief as gb
from tests.shared_data import SHARED, needs_shared

FOLDER = Path(next(iter(gb.__path__))) / "examples"
PACT = "dprk-russia-partnership"
TROOPS = "prk-troops-in-russia"
REPORT = "report-1112"


@pytest.fixture(scope="module")
def brief() -> gb.Brief:
    """The brief of the report of 12 November 2024."""
    return gb.example("dprk-russia-2024")


@pytest.fixture(scope="module")
def sequel() -> gb.Brief:
    """The report together with what came after."""
    return gb.example("dprk-russia-2024", "dprk-russia-2025")


def said_in_the_report(record: gb.Record) -> bool:
    """Whether a record cites the report."""
    return REPORT in {citation.source for citation in record.citations}


# -- every row of the table of what comes in -------------------------------------------


def test_treaty_with_two_provisions(brief: gb.Brief) -> None:
    """The treaty binds both to assist when attacked, and to oppose sanctions."""
    treaty = brief.treaties[PACT]
    assert said_in_the_report(treaty)
    assert [(each.article, each.kind) for each in treaty.provisions] == [
        ("4", "defense"),
        ("16", "sanctions_opposition"),
    ]
    assert all(each.duty_of == ("PRK", "RUS") for each in treaty.provisions)


def test_signed_in_pyongyang(brief: gb.Brief) -> None:
    """Both signed in Pyongyang on 19 June 2024, subject to ratification."""
    signed = [act for act in brief.select(gb.Signature) if act.treaty == PACT]
    assert {act.by for act in signed} == {"PRK", "RUS"}
    for act in signed:
        assert act.on == gb.When("2024-06-19")
        assert act.at is not None
        assert act.at.name == "Pyongyang"
        assert act.effect == "subject_to_ratification"


def test_effective_once_instruments_are_exchanged(brief: gb.Brief) -> None:
    """The clause asks for the exchange of instruments, as the report says."""
    clause = brief.treaties[PACT].entry_into_force
    assert clause is not None
    assert clause.upon == gb.Exchange("instruments")
    assert said_in_the_report(brief.get(gb.Statement, "kcna-effect-2024-11-12"))


def test_russian_ratification_with_its_steps(brief: gb.Brief) -> None:
    """State Duma, Federation Council and President acted on their own days, each cited."""
    act = brief.get(gb.Ratification, f"ratification-{PACT}-rus")
    assert [(step.kind, str(step.on)) for step in act.steps] == [
        ("lower_house_vote", "2024-10-24"),
        ("upper_house_vote", "2024-11-06"),
        ("head_of_state_signature", "2024-11-09"),
    ]
    assert all(step.citations for step in act.steps)
    assert act.instrument is None


def test_north_korean_ratification_as_state_media_report_it(brief: gb.Brief) -> None:
    """The decree of 11 November 2024 is cited to the state news agency of the day after."""
    act = brief.get(gb.Ratification, f"ratification-{PACT}-prk")
    assert act.instrument is not None
    assert act.instrument.executed == gb.When("2024-11-11")
    assert act.instrument.by == "kim-jong-un"
    assert brief.sources["kcna-1112"].published == gb.When("2024-11-12")
    assert brief.sources[REPORT].derived_from == ("kcna-1112",)


def test_no_instrument_was_exchanged(brief: gb.Brief) -> None:
    """The first brief holds no exchange, and no deposit that would stand for one."""
    assert brief.select(gb.InstrumentExchange) == ()
    for act in brief.select(gb.Ratification):
        assert act.instrument is None or act.instrument.deposited is None


def test_deployment_with_its_estimates(brief: gb.Brief) -> None:
    """Thousands, and three voices of about ten thousand, stand side by side, each only alleged."""
    troops = brief.get(gb.Deployment, TROOPS)
    assert (troops.senders, troops.host) == (("PRK",), "RUS")
    reported = [each for each in troops.strength if [cited.source for cited in each.citations] == [REPORT]]
    assert [(each.by, each.best, each.verbatim) for each in reported] == [
        (None, None, "thousands"),
        ("nis-korea", 10_000, "around 10,000"),
        ("ukraine-intelligence", 10_000, "around 10,000"),
        ("us-intelligence", 10_000, "around 10,000"),
    ]
    assert all(each.bound in {"at_least", "approximate"} for each in troops.strength)


def test_contested_attributes(brief: gb.Brief) -> None:
    """Uniforms, location and readiness are details of an allegation."""
    attributes = brief.get(gb.Deployment, TROOPS).attributes
    assert {each.name for each in attributes} == {"uniforms", "location", "readiness"}
    assert all(each.alleged for each in attributes)
    for name in ("uniforms", "location"):
        assert {each.by for each in attributes if each.name == name} == {"KOR", "USA"}


def test_two_accusations(brief: gb.Brief) -> None:
    """South Korea and the United States accuse of a deployment, Western countries of arms transfers."""
    deployment, arms = brief.select(gb.Accusation)
    assert deployment.accusers == ("KOR", "USA")
    assert deployment.subjects == {"troop_deployment"}
    assert deployment.about == (TROOPS,)
    assert (arms.accusers, arms.accused) == (("western-countries",), ("PRK",))
    assert arms.subjects == {"arms_transfer"}
    assert arms.alleges is not None
    assert {"artillery", "missiles"} <= set(arms.alleges.split())
    assert brief.select(gb.Accusation, by="KOR", against="PRK", since="2024-10") == (deployment,)


def test_the_president_evades(brief: gb.Brief) -> None:
    """Asked in October, the Russian president gave no direct answer and accused in turn."""
    (response,) = brief.select(gb.Response)
    assert (response.to, response.by, response.speaker) == ("kor-accuses-prk-deployment", "RUS", "putin")
    assert response.kinds == {"evaded", "counter_accused"}
    assert response.on == gb.When("2024-10-24")


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("putin", "breakthrough document"),
        ("choe-son-hui", "sacred struggle"),
        ("choe-son-hui", "wise leadership"),
    ],
)
def test_statements_with_speaker_and_quote(brief: gb.Brief, speaker: str, words: str) -> None:
    """Each quotation of the report stands with the person who spoke it."""
    quotes = [each.quote or "" for each in brief.select(gb.Statement, by=speaker)]
    assert any(words in quote for quote in quotes)


@pytest.mark.parametrize(
    ("record_id", "holder", "hedge"),
    [
        ("experts-legitimise-support", "unnamed-experts", "suggest … may"),
        ("west-fears-technology-transfer", "western-countries", "concerns are mounting"),
        ("report-support-expands", "report-author", "reports indicate"),
    ],
)
def test_assessments_with_holder_and_hedge(brief: gb.Brief, record_id: str, holder: str, hedge: str) -> None:
    """What somebody judges keeps its holder and hedge, and gets no likelihood that nobody gave."""
    assessment = brief.get(gb.Assessment, record_id)
    assert assessment.holders == (holder,)
    assert assessment.verbatim == hedge
    assert assessment.likelihood is None


def test_weapons_tests(brief: gb.Brief) -> None:
    """A solid-fuel missile of intercontinental range, and short-range ballistic missiles."""
    tests = {test.id: test for test in brief.select(gb.WeaponsTest, by="PRK")}
    assert set(tests) == {"hwasong-19-2024-10-31", "srbm-2024-11-05"}
    weapon = tests["hwasong-19-2024-10-31"].weapon
    assert weapon is not None
    assert (weapon.propulsion, weapon.range_class) == ("solid", "ICBM")
    apogees = tests["hwasong-19-2024-10-31"].measured("apogee")
    assert {each.by for each in apogees} == {"PRK", "japan-mod"}


# -- nothing is promoted ---------------------------------------------------------------


def test_nothing_alleged_is_promoted(brief: gb.Brief) -> None:
    """The deployment, each figure and each detail of it are marked as alleged, and nothing is a finding."""
    troops = brief.get(gb.Deployment, TROOPS)
    assert troops.alleged
    assert all(each.alleged for each in troops.strength)
    assert all(each.alleged for each in troops.attributes)
    assert all(basis.claimed for basis in troops.legal_basis)
    assert brief.select(gb.Finding) == ()


def test_the_sequel_promotes_nothing_by_itself(brief: gb.Brief, sequel: gb.Brief) -> None:
    """The sequel adds what the accused said; the record of what was alleged stays as it was."""
    assert sequel.get(gb.Deployment, TROOPS) == brief.get(gb.Deployment, TROOPS)
    admitted = [response.by for response in sequel.select(gb.Response) if "admitted" in response.kinds]
    assert sorted(admitted) == ["PRK", "RUS"]


def test_unnamed_sources_are_not_judged(brief: gb.Brief) -> None:
    """The report names no publisher: it is F, cannot be judged, and no citation of it claims credibility."""
    assert brief.sources[REPORT].reliability == "F"
    cited = [each for record in brief.records for each in record.citations if each.source == REPORT]
    assert cited
    assert {each.credibility for each in cited} == {None}


# -- what follows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "answer"), [("2024-06-01", "no"), ("2024-11-12", "no"), ("2024-12-25", "unknown")]
)
def test_in_force_on_the_first_brief(brief: gb.Brief, day: str, answer: str) -> None:
    """The treaty is not in force, and beyond the horizon nobody knows."""
    assert str(brief.in_force(PACT, on=day).value) == answer


def test_reasons_name_both_ratifications(brief: gb.Brief) -> None:
    """The answer that the treaty is not in force rests on both ratifications."""
    answer = brief.in_force(PACT, on="2024-11-12")
    records = {name for reason in answer.reasons for step in reason.walk() for name in step.records}
    assert {f"ratification-{PACT}-prk", f"ratification-{PACT}-rus"} <= records


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2024-11-12", "no"), ("2024-12-03", "no"), ("2024-12-04", "yes"), ("2024-12-25", "yes")],
)
def test_in_force_with_the_sequel(sequel: gb.Brief, day: str, answer: str) -> None:
    """With the exchange of instruments recorded, the treaty is in force from that day."""
    assert str(sequel.in_force(PACT, on=day).value) == answer


def test_both_files_loaded_together_answer_as_the_sequel(sequel: gb.Brief) -> None:
    """Loading both files gives the same records as both examples."""
    both = gb.load(FOLDER / "dprk-russia-2024.brief.yaml", FOLDER / "dprk-russia-2025.brief.yaml")
    assert both.records == sequel.records
    assert both.in_force(PACT, on="2024-12-25").is_yes


def test_in_october_nobody_knew_of_a_ratification(brief: gb.Brief) -> None:
    """What was known on 30 October 2024 holds the accusation and no ratification."""
    known = brief.as_known("2024-10-30")
    assert known.select(gb.Ratification) == ()
    assert [each.id for each in known.select(gb.Accusation)] == ["kor-accuses-prk-deployment"]
    assert [each.by for each in known.get(gb.Deployment, TROOPS).strength] == ["pentagon"]
    assert brief.as_known("2024-10-25").get(gb.Deployment, TROOPS).strength == ()


def test_nothing_is_known_before_it_happened(sequel: gb.Brief) -> None:
    """No exchange, response or statement rests on a source that was published before its day."""
    said: list[gb.InstrumentExchange | gb.Response | gb.Statement] = []
    said += sequel.select(gb.InstrumentExchange)
    said += sequel.select(gb.Response)
    said += sequel.select(gb.Statement)
    for record in said:
        happened = record.on
        assert happened is not None
        for citation in record.citations:
            published = sequel.sources[citation.source].published
            assert published is not None
            assert published.on_or_after(happened).is_yes


@needs_shared
def test_no_sentence_of_the_report_is_copied() -> None:
    """The example says in its own words what the report says: they share no run of eight words."""
    report = _runs((SHARED / "seeds" / "dprk-russia.txt").read_text("utf-8"))
    assert report
    for path in FOLDER.glob("dprk-russia-*.brief.yaml"):
        assert sorted(report & _runs(path.read_text("utf-8"))) == []


def _runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[place : place + 8]) for place in range(len(words) - 7)}
