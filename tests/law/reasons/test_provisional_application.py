"""Why a state applies a treaty provisionally, or has ceased to."""

from geobrief.model.condition import Consents
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.renunciation import Renunciation
from geobrief.model.treaty import ProvisionalClause
from tests.law.given import signed, told, treaty_of


def test_provisional_application_names_what_runs_and_what_ended() -> None:
    """What runs must come first, with the part applied; what ended it must be named."""
    first = ProvisionalApplication(treaty="t", by="IRN", since="2003-12-18", ended="2006-02-06", id="a")
    second = ProvisionalApplication(treaty="t", by="IRN", since="2016-01-16", part="the protocol", id="b")
    found = treaty_of(Consents(9), first, second)
    assert told(found.provisionally_applied("IRN", "2017-01-01")) == [
        "Iran has applied it (the protocol) provisionally since 2016-01-16",
        "Iran applied it provisionally from 2003-12-18 until 2006-02-06",
    ]
    charter = treaty_of(
        Consents(9),
        signed("RUS", "1994-12-17"),
        Renunciation(treaty="t", by="RUS", on="2009-08-20"),
        provisional_application=ProvisionalClause(since="signature"),
    )
    answer = charter.provisionally_applied("RUS", "2017-01-01")
    assert str(answer) == (
        "no: Russia applied it provisionally from 1994-12-17 until 2009-08-20, "
        "when it made clear that it will not become a party"
    )
    assert answer.reasons[0].records == ("signature-t-rus", "renunciation-t-rus")
