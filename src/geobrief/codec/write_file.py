"""Text into files and streams: one way for every target, and one writer of a file at a time.

A regular file is replaced in one step and holds, whatever happens, its old text or its new
one.  What cannot be replaced (a pipe, a device, a stream) is written to as it stands.

Writers of one file wait for each other by a lock on ``.NAME.lock`` beside it, which is
removed afterwards and which the system frees where a writer dies.  Whether it also holds
between machines is up to the network file system: NFS 4 and SMB keep it, others may not.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from geobrief.codec.files import BINARY, Source
from geobrief.codec.formats import SUFFIXES, format_of
from geobrief.errors import FileBusy, MissingExtra, WouldLoseComments

__all__ = ["PATIENCE", "Target", "only_writer", "replace", "write"]

Target: TypeAlias = Source

PATIENCE: Final = 30.0
"""How long a writer waits for others that write the same file, in seconds, unless a call says otherwise."""

_LONGEST_NAME = 200
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


def write(text: str, target: Target, *, overwrite: bool = False, timeout: float = PATIENCE) -> None:
    """Write a text to a file or stream; ``"-"`` is standard output.

    A file keeps its permissions and is refused where they forbid writing.  A link keeps
    pointing to its file; of a file with several names (hard links) only the one that is
    given gets the new text.  Raises WouldLoseComments for a file with comments, unless
    ``overwrite``; FileBusy where others keep writing it; OSError where it cannot be written.
    """
    if not isinstance(target, str | os.PathLike):
        _write_stream(target, text)
    elif target == "-":
        sys.stdout.write(text)
    elif _is_replaced(Path(target)):
        path = Path(os.path.realpath(target))
        with only_writer(path, timeout=timeout):
            if not overwrite and _holds_comments(path):
                raise WouldLoseComments(os.fspath(target))
            replace(path, text)
    else:
        with Path(target).open("wb") as straight:
            straight.write(text.encode())


def _write_stream(stream: IO[Any], text: str) -> None:
    try:
        stream.write(text)
    except TypeError:  # a binary stream
        stream.write(text.encode())


def _is_replaced(path: Path) -> bool:
    """Tell whether a path leads to a regular file, or to nothing yet."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True
    except ValueError as error:  # a path that no system has, such as one with a null in it
        raise OSError(errno.EINVAL, str(error), os.fspath(path)) from None


def _holds_comments(path: Path) -> bool:
    try:
        old = path.read_bytes()
    except FileNotFoundError:
        return False
    if b"#" not in old or path.suffix.lower() not in SUFFIXES:
        return False
    return format_of(path).holds_comments(old.decode("utf-8", "replace"))


@contextmanager
def only_writer(path: Path, *, timeout: float = PATIENCE, required: bool = False) -> Generator[None]:
    """Hold off every other writer of a file, and clear away what writers that were killed left of it.

    Where the locks are not installed, nobody of this environment can hold one: a writer that
    replaces the file whole goes on without; one that reads it first (``required``) must not.
    Raises FileBusy after ``timeout`` seconds.
    """
    try:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - an extra, loaded by who writes
    except ImportError:
        if required:
            raise MissingExtra("files", "filelock") from None
        yield
        return
    lock = FileLock(path.with_name(f".{_short(path.name)}.lock"), timeout=timeout)
    try:
        path.parent.stat()  # the lock would make a folder that is missing
        lock.acquire()
    except Timeout:
        raise FileBusy(os.fspath(path), timeout) from None
    except OSError as error:
        raise _about(error, path) from None
    try:
        for left in _left_behind(path):
            left.unlink(missing_ok=True)
        yield
    finally:
        if os.name == "posix":  # elsewhere the lock removes its own file, and nobody can remove it before
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def _left_behind(path: Path) -> list[Path]:
    start = f".{_short(path.name)}"
    return [
        Path(entry.path)
        for entry in os.scandir(path.parent)
        if entry.name.startswith(start) and _TEMPORARY.fullmatch(entry.name, len(start))
    ]


def _short(name: str) -> str:
    """Give a name that leaves room for a suffix: itself, or what stands for it."""
    whole = os.fsencode(name)
    return name if len(whole) <= _LONGEST_NAME else hashlib.sha256(whole).hexdigest()


def replace(path: Path, text: str) -> None:
    """Put a text in the place of what a regular file held, in one step."""
    temporary = path.with_name(f".{_short(path.name)}.{secrets.token_hex(8)}.tmp")
    try:
        mode = _mode(path)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - the one call whose atomicity is meant
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _about(error, path) from error.__cause__
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    """Give the permissions of a file, none of one to come; raise OSError where they forbid writing."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only", os.fspath(path))
    return mode


def _about(error: OSError, path: Path) -> OSError:
    """Let an error of the system name the file that was asked for, not one beside it."""
    if error.filename is not None:
        error.filename = os.fspath(path)
        error.filename2 = None
    return error
