"""Small tables of text."""

__all__ = ["table"]


def table(*rows: tuple[str, ...]) -> str:
    """Set rows in columns, two spaces apart.

    >>> print(table(("", "ms"), ("attrs", "43.0")))
           ms
    attrs  43.0
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
