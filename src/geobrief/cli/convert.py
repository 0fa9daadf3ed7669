"""``geobrief convert``: any format to any other, nothing lost."""

import click

from geobrief.cli.brief import from_option
from geobrief.cli.failure import Failure
from geobrief.codec import dump, load
from geobrief.codec.formats import NAMES
from geobrief.errors import WouldLoseComments
from geobrief.words import listed

__all__ = ["convert"]


HELP = f"""Write a brief in another format: {listed(NAMES, "or")}, by the suffix of OUT.

IN may be a folder, which is read as one brief.  Either may be - for standard input
or output, with --from or --to.  Comments are not carried over.

\b
geobrief convert my.brief.yaml my.brief.jsonl
geobrief convert my.brief.yaml - --to json | jq .treaties
"""  # \b keeps click from filling the lines


@click.command(help=HELP)
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option("--overwrite", is_flag=True, help="Write over a file even if its comments get lost.")
@from_option
@click.option("--to", "write_as", metavar="FORMAT", help="The format of standard output (-).")
def convert(source: str, target: str, *, overwrite: bool, read_as: str | None, write_as: str | None) -> None:
    """Write a brief in another format."""
    if target == "-" and write_as is None:
        raise click.UsageError("standard output has no suffix; name its format with --to")
    brief = load(source, format=read_as)
    try:
        dump(brief, target, format=write_as, overwrite=overwrite)
    except WouldLoseComments as error:
        raise Failure(
            f"geobrief: {error.file!r} holds comments, which writing would lose; "
            "add --overwrite to write all the same"
        ) from None
