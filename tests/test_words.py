"""Guesses at what was meant: made only when they are read, and only so many of one file."""

import pickle
from collections.abc import Callable, Iterable

import pytest

import geobrief as gb
from geobrief import actors, words
from geobrief.words import MOST_GUESSES, guessing, nearest


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the names that are compared with one that is not known."""
    import difflib  # noqa: PLC0415 - its function is replaced

    compared: list[int] = []
    original = difflib.get_close_matches

    def count(word: str, possibilities: Iterable[str], n: int = 3) -> list[str]:
        candidates = list(possibilities)
        compared.append(len(candidates))
        return original(word, candidates, n=n)

    monkeypatch.setattr(difflib, "get_close_matches", count)
    return compared


@pytest.mark.parametrize(
    "fail",
    [
        lambda: actors.get("PRX"),
        lambda: actors.by_name("North Corea"),
        lambda: actors.find("PRX", "iso3"),
        lambda: gb.example("ctbt").get(gb.Treaty, "ctbtt"),
        lambda: gb.example("ctbt").of_kind(gb.Treaty)["ctbtt"],
    ],
)
def test_nobody_looks_for_a_guess_that_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, fail: Callable[[], object]
) -> None:
    """An error that is caught compares no names; one that is shown says what was meant, also once pickled."""
    compared = _counted(monkeypatch)
    with pytest.raises(gb.NotFound) as failure:
        fail()
    assert compared == []
    assert "did you mean" in str(failure.value)
    assert 1 <= len(compared) <= 2
    assert str(pickle.loads(pickle.dumps(failure.value))) == str(failure.value)


@pytest.mark.parametrize(
    "row",
    [
        '{{"type": "signature", "treaty": "ctbt{0}", "by": "USA", "on": "1996-09-24"}}',
        '{{"type": "signature", "treaty": "ctbt", "by": "UX{0}", "on": "1996-09-24"}}',
        '{{"type": "signatur{0}"}}',
        '{{"type": "signature", "treaty": "ctbt", "by": "USA", "onn{0}": "1996-09-24"}}',
        '{{"type": "treaty", "id": "a{0}", "title": "A", "missing": {{"adoptd{0}": "unknown"}}}}',
        '{{"type": "treaty", "id": "a{0}", "title": "A", "citations": [{{"source": "tex{0}"}}]}}',
    ],
)
def test_a_file_full_of_mistakes_gets_a_few_guesses(monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    """Of any kind of mistake, the first ones of a file are met with a guess, and every one is an issue."""
    compared = _counted(monkeypatch)
    header = '{"type": "brief", "geobrief": 1, "title": "A", "as_of": "2024-11-12"}'
    text = "\n".join([header, '{"type": "treaty", "id": "ctbt", "title": "A"}', *map(row.format, range(200))])
    try:
        brief = gb.loads(text, format="jsonl")
    except gb.InvalidBrief as error:
        report = error.report
    else:
        report = gb.check(brief)
    assert len(report) >= 200
    assert 0 < len(compared) <= MOST_GUESSES


def test_among_many_names_only_those_that_begin_alike_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong reference in a file of many thousands of records costs no comparison with each of them."""
    compared = _counted(monkeypatch)
    known = [f"{letter}-{number}" for letter in ("agreement", "protocol") for number in range(5000)]
    assert nearest("protocol-177x", known)[0].startswith("protocol-177")
    assert compared == [3000]


def test_guesses_are_counted_for_each_file_by_itself() -> None:
    """Whoever used up its guesses leaves those of the next."""
    for _ in range(2):
        with guessing(1):
            assert nearest("treatys", ["treaties"]) == ["treaties"]
            assert nearest("treatys", ["treaties"]) == []
    assert words.nearest("treatys", ["treaties"]) == ["treaties"]
