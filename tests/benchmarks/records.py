"""Made-up records in the mix and size of a real brief, as the mappings that lines of JSONL hold."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

__all__ = ["lines"]

Plain = dict[str, Any]

_STATES = ("PRK", "RUS", "USA", "CHN", "KOR", "JPN", "GBR", "FRA", "DEU", "UKR", "POL", "IND", "IRN", "TUR")
_PLACES = (
    ("Kursk oblast", "RUS", 51.7, 36.2),
    ("Sunan airfield", "PRK", 39.2, 125.7),
    ("Vostochny", "RUS", 51.9, 128.3),
    ("Camp Humphreys", "KOR", 36.96, 127.03),
    ("Rzeszów", "POL", 50.04, 22.0),
)
_PROSE = (
    "the parties shall without delay provide military and other assistance with all means available "
    "an official said on condition of anonymity that further units were expected within several weeks "
    "satellite images show new barracks and a columned parade ground beside the eastern railway yard"
)
_WORDS = _PROSE.split()


class _Maker:
    """Makes one record of each kind; ``number`` keeps the ids apart."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.number = 0

    def words(self, few: int, many: int) -> str:
        """Make a phrase."""
        return " ".join(self.random.choices(_WORDS, k=self.random.randint(few, many)))

    def day(self) -> str:
        """Make a date, mostly a day, sometimes a month or a doubtful day."""
        day = (date(2015, 1, 1) + timedelta(days=self.random.randrange(4000))).isoformat()
        return self.random.choice((day, day, day, day, day[:7], f"{day}~"))

    def states(self, few: int, many: int) -> list[str]:
        """Choose some states."""
        return self.random.sample(_STATES, self.random.randint(few, many))

    def citations(self) -> list[Plain]:
        """Make the citations of a record or figure."""
        return [
            {
                "source": f"source-{self.random.randrange(400)}",
                "quote": self.words(4, 8),
                "credibility": self.random.randint(1, 6),
            }
        ]

    def place(self) -> Plain:
        """Choose a place."""
        name, territory, lat, lon = self.random.choice(_PLACES)
        return {"name": name, "lat": lat, "lon": lon, "precision": "near", "territory": territory}

    def estimate(self, unit: str, low: int, high: int) -> Plain:
        """Make a figure with its voice."""
        best = self.random.randint(low, high)
        by = self.random.choice(_STATES)
        figure: Plain = {"best": best, "unit": unit, "bound": "approximate", "by": by}
        if self.random.random() < 0.5:
            figure |= {"low": best - best // 10, "high": best + best // 10}
        return figure

    def treaty(self) -> Plain:
        """Make a bilateral or open treaty with its clause and provisions."""
        is_open = self.random.random() < 0.3
        consents = {"consents": self.random.randint(10, 60)}
        return {
            "type": "treaty",
            "id": f"treaty-{self.number}",
            "title": f"Treaty on {self.words(3, 6)}",
            "kind": self.random.choice(("treaty", "convention", "agreement", "protocol")),
            **({"open_to": ["all_states"]} if is_open else {"between": self.states(2, 2)}),
            "adopted": self.day(),
            "entry_into_force": {
                "upon": consents if is_open else {"exchange": "instruments"},
                "after": self.random.choice(("30 days", "90 days", "3 months")),
            },
            "withdrawal": {"notice": self.random.choice(("6 months", "1 year"))},
            "provisions": [
                {"article": str(article), "kind": kind, "text": self.words(6, 10)}
                for article, kind in ((4, "defense"), (self.random.randint(5, 20), "consultation"))
            ],
            "languages": ["en", "ru"],
            "subjects": ["defence"],
            "citations": self.citations(),
        }

    def ratification(self) -> Plain:
        """Make a ratification with its steps and instrument."""
        return {
            "type": "ratification",
            "treaty": f"treaty-{self.number}",
            "by": self.random.choice(_STATES),
            "steps": [
                {"kind": "lower_house_vote", "on": self.day(), "body": "State Duma", "result": "approved"},
                {"kind": "upper_house_vote", "on": self.day(), "body": "Senate", "result": "approved"},
            ],
            "instrument": {
                "executed": self.day(),
                "deposited": self.day(),
                "by": self.random.choice(_STATES),
                "citations": self.citations(),
            },
            "reservations": [{"articles": ["9"], "text": self.words(8, 14)}],
            "citations": self.citations(),
            "recorded": self.day(),
            "confidence": "high",
        }

    def deployment(self) -> Plain:
        """Make a deployment with two figures for its strength."""
        return {
            "type": "deployment",
            "id": f"deployment-{self.number}",
            "senders": self.states(1, 2),
            "host": self.random.choice(_STATES),
            "place": self.place(),
            "shape": "stock",
            "action": self.random.choice(("deploy", "reinforce", "rotate")),
            "missions": self.random.sample(("warfighting", "training", "basing", "deterrence"), 2),
            "period": f"{self.day()[:7]}/{self.random.choice(('', '..'))}",
            "strength": [
                self.estimate("persons", 800, 12_000) | {"citations": self.citations()},
                self.estimate("persons", 800, 12_000) | {"on": self.day()},
            ],
            "phase": "in_theatre",
            "citations": self.citations(),
            "note": self.words(6, 10),
        }

    def accusation(self) -> Plain:
        """Make an accusation with its basis."""
        return {
            "type": "accusation",
            "id": f"accusation-{self.number}",
            "accusers": self.states(1, 3),
            "accused": self.states(1, 2),
            "mode": "allege",
            "subjects": self.random.sample(("arms_transfer", "troop_deployment", "sanctions_violation"), 2),
            "alleges": self.words(10, 16),
            "about": [f"deployment-{self.random.randrange(9000)}"],
            "responsibility": "state_ordered",
            "made_on": self.day(),
            "act_on": self.day(),
            "form": self.random.choice(("statement", "report", "media")),
            "basis": self.random.sample(("intelligence", "imagery", "open_source"), 2),
            "modality": "actual",
            "quote": self.words(10, 16),
            "citations": self.citations() + self.citations(),
            "recorded": self.day(),
        }

    def weapons_test(self) -> Plain:
        """Make a missile test with its measurements."""
        apogee = self.random.randint(100, 7000)
        return {
            "type": "weapons_test",
            "id": f"test-{self.number}",
            "tester": self.random.choice(_STATES),
            "attribution": "confirmed",
            "kind": "missile",
            "on": self.day(),
            "time": f"{self.random.randrange(24):02}:{self.random.randrange(60):02}",
            "time_basis": "+09:00",
            "weapon": {"name": f"Hwasong-{self.random.randrange(5, 20)}", "range_class": "ICBM", "stages": 3},
            "launch": self.place(),
            "measurements": [
                {"quantity": "apogee", "best": apogee, "unit": "km", "by": "KOR"},
                {"quantity": "range", "best": apogee / 7, "unit": "km", "by": "JPN", "bound": "approximate"},
            ],
            "trajectory": "lofted",
            "outcomes": [{"result": "success", "by": "PRK"}],
            "citations": self.citations(),
            "recorded": self.day(),
        }


def lines(count: int, seed: int = 816) -> Iterator[str]:
    """Yield lines of JSONL; equal arguments give equal lines."""
    maker = _Maker(seed)
    kinds: tuple[Callable[[], Plain], ...] = (
        maker.treaty,
        maker.ratification,
        maker.deployment,
        maker.accusation,
        maker.weapons_test,
    )
    for maker.number in range(count):
        make = maker.random.choices(kinds, weights=(15, 15, 30, 20, 20))[0]
        yield json.dumps(make(), ensure_ascii=False) + "\n"
