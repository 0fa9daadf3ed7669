"""``geobrief new``: a brief to begin with, whose comments teach the form."""

import shlex
from importlib import resources
from pathlib import Path

import click

from geobrief.cli.failure import Failure
from geobrief.words import visible

__all__ = ["new"]


@click.command()
@click.argument("file", default="-")
def new(file: str) -> None:
    """Write a starter brief to FILE, or to standard output.

    It is a valid brief on a real case, with comments that say what each part is for:
    put your own records in the place of its own, then run `geobrief check` on it.  An
    existing file is never overwritten.
    """
    starter = resources.files("geobrief.cli").joinpath("starter.brief.yaml").read_text(encoding="utf-8")
    if file == "-":
        click.echo(starter, nl=False)
        return
    path = Path(file)
    if path.suffix not in {".yaml", ".yml"}:
        name = path.with_suffix(".brief.yaml").name
        raise Failure(f"geobrief: the starter is YAML: call it {name!r}, not {path.name!r}")
    try:
        with path.open("x", encoding="utf-8") as opened:
            opened.write(starter)
    except FileExistsError:
        raise Failure(f"geobrief: {file!r} exists and is left as it is; choose another name") from None
    click.echo(visible(f"{file} is written; next: geobrief check {shlex.quote(file)}"), err=True)
