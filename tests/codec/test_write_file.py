"""Writing: whole files or nothing, straight into what is no file, one writer at a time, no traces."""

import os
import signal
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec.write_file import only_writer, replace, write

BRIEF = gb.Brief(title="A pact", as_of="2024-11-12", records=[gb.Treaty(id="pact", title="A pact")])
SAID = gb.Statement(id="said", speaker="RUS", quote="yes")
APPEND = """
import sys, geobrief as gb
for each in range(int(sys.argv[3])):
    gb.append(sys.argv[1], gb.Statement(id=f"said-{sys.argv[2]}-{each}", speaker="RUS", quote="yes"))
"""


def _run(code: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl", "a.toml"])
def test_every_format_is_written_and_keeps_its_permissions(tmp_path: Path, name: str) -> None:
    """What is written is read back, with the permissions that the file had, and no other file is left."""
    path = tmp_path / name
    gb.dump(BRIEF, path)
    path.chmod(0o640)
    gb.dump(BRIEF, path)
    assert gb.load(path) == BRIEF
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [left.name for left in tmp_path.iterdir()] == [name]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a link changes the file that it points to."""
    (tmp_path / "real.json").write_text("1")
    (tmp_path / "link.json").symlink_to("real.json")
    write("2", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "2"


def test_of_two_names_of_a_file_one_gets_the_new_text(tmp_path: Path) -> None:
    """A hard link keeps the old text, as the documentation says."""
    (tmp_path / "a.json").write_text("1")
    (tmp_path / "b.json").hardlink_to(tmp_path / "a.json")
    write("2", tmp_path / "a.json")
    assert [(tmp_path / name).read_text() for name in ("a.json", "b.json")] == ["2", "1"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing disk does not harm the old file."""
    path = tmp_path / "a.json"
    write("old", path)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, fail)
            with pytest.raises(OSError, match="disk full"):
                write("new", path)
        assert path.read_text() == "old"
        assert [left.name for left in tmp_path.iterdir()] == ["a.json"]


def test_comments_are_not_lost_unasked(tmp_path: Path) -> None:
    """A file with comments is overwritten only on request."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 1 # why\n")
    with pytest.raises(gb.WouldLoseComments):
        write("a: 2\n", path)
    assert path.read_text() == "a: 1 # why\n"
    write("a: 2\n", path, overwrite=True)
    assert path.read_text() == "a: 2\n"


def test_an_error_of_the_system_names_the_file_asked_for(tmp_path: Path) -> None:
    """Where a file cannot be written, the error names it, not the one beside it."""
    with pytest.raises(FileNotFoundError) as failure:
        gb.dump(BRIEF, tmp_path / "nowhere" / "a.json")
    assert failure.value.filename == str(tmp_path / "nowhere" / "a.json")


def test_what_is_read_only_is_refused(tmp_path: Path) -> None:
    """A file whose permissions forbid writing is not replaced, though its folder would allow it."""
    path = tmp_path / "a.json"
    gb.dump(BRIEF, path)
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(PermissionError, match="read-only"):
        gb.dump(BRIEF.with_(SAID), path)
    with pytest.raises(PermissionError, match="read-only"):
        gb.append(path, SAID)
    assert path.read_bytes() == before
    assert [left.name for left in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_pipe_is_written_straight(tmp_path: Path, suffix: str) -> None:
    """A named pipe hands the text to whoever reads it, and stays a pipe."""
    path = tmp_path / f"pipe.{suffix}"
    os.mkfifo(path)
    with ThreadPoolExecutor() as pool:
        text = pool.submit(path.read_text)
        gb.dump(BRIEF, path)
        assert text.result(timeout=20) == gb.dumps(BRIEF, format=suffix)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_substituted_process_gets_the_text(tmp_path: Path) -> None:
    """What the shell writes as >(...) is written to, and no file of its name appears."""
    code = "import sys, geobrief as gb; gb.dump(gb.example('ctbt'), sys.argv[1], format='json')"
    script = f'{sys.executable} -c "$1" >(cat > "$2"); while [ ! -s "$2" ]; do sleep 0.1; done'
    out = tmp_path / "out.json"
    subprocess.run(["/bin/bash", "-c", script, "-", code, str(out)], check=True, timeout=60)
    assert gb.load(out) == gb.example("ctbt")
    assert [left.name for left in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_device_is_an_error() -> None:
    """A device without room is an error of the system, not a success."""
    with pytest.raises(OSError, match="No space left"):
        gb.dump(BRIEF, "/dev/full", format="json")


@pytest.mark.parametrize("suffix", ["yaml", "jsonl"])
def test_nothing_is_lost_between_processes(tmp_path: Path, suffix: str) -> None:
    """Eight processes append ten records each to one file: all eighty are in it."""
    path = tmp_path / f"pact.{suffix}"
    gb.dump(BRIEF, path)
    runs = [_run(APPEND, path, number, 10) for number in range(8)]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [("", 0)] * 8
    assert len(gb.load(path).records) == 81
    assert [left.name for left in tmp_path.iterdir()] == [path.name]


def test_dumping_waits_for_whoever_appends(tmp_path: Path) -> None:
    """A writer that finds a file in use waits, and gives up with an error that changes nothing."""
    path = tmp_path / "pact.json"
    gb.dump(BRIEF, path)
    with ThreadPoolExecutor() as pool, only_writer(path):
        for change in (
            lambda: gb.dump(BRIEF.with_(SAID), path, timeout=0.1),
            lambda: gb.append(path, SAID, timeout=0.1),
        ):
            with pytest.raises(gb.FileBusy, match=r"pact\.json.*another process.*nothing was changed"):
                pool.submit(change).result()
        waiting = pool.submit(gb.append, path, SAID, timeout=30)
        assert gb.load(path) == BRIEF
        assert not waiting.done()
    assert gb.load(path) == BRIEF.with_(SAID)


@pytest.mark.parametrize("name", ["pact.yaml", "p" * 240 + ".yaml", "条" * 80 + ".yaml"])
def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path, name: str) -> None:
    """Temporary files and locks of writers that died go with the next writer; others' files stay."""
    path = tmp_path / name
    gb.dump(BRIEF, path)
    code = """
import os, signal, sys, geobrief as gb
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
gb.append(sys.argv[1], gb.Statement(id="said", speaker="RUS", quote="yes"))
"""
    run = _run(code, path)
    run.communicate()
    assert run.returncode == -signal.SIGKILL
    other = tmp_path / ".notes.0123456789abcdef.tmp"
    other.touch()
    assert len(list(tmp_path.iterdir())) == 4
    gb.append(path, SAID)
    assert sorted(tmp_path.iterdir()) == sorted([path, other])
    assert gb.load(path) == BRIEF.with_(SAID)


def test_without_locks_a_file_is_written_whole_and_nothing_appended(tmp_path: Path) -> None:
    """Where the locks are not installed, dumping works, and appending names what to install."""
    path = tmp_path / "pact.json"
    code = """
import sys, geobrief as gb
sys.modules["filelock"] = None
brief = gb.Brief(title="A pact", as_of="2024-11-12")
gb.dump(brief, sys.argv[1])
try:
    gb.append(sys.argv[1], gb.Statement(id="said", speaker="RUS", quote="yes"))
except gb.MissingExtra as error:
    print(error)
"""
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == (
        "this needs filelock; install it with: pip install 'geobrief[files]'\n",
        "",
    )
    assert gb.load(path).title == "A pact"


def test_replacing_from_many_threads_leaves_one_whole_text(tmp_path: Path) -> None:
    """Whoever comes last, the file holds the text of one writer."""
    path = tmp_path / "a.json"
    texts = [str(number) * 100_000 for number in range(8)]
    threads = [threading.Thread(target=replace, args=(path, text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text() in texts
