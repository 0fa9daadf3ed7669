"""Where the data sets and reference cases lie that are read in place and never copied.

They lie beside the checkout, in ``../shared``; a test that reads them is marked with
`needs_shared` and skips where they are absent.
"""

from pathlib import Path

import pytest

__all__ = ["SHARED", "needs_shared"]

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the folder 'shared' with data sets and cases is not beside the checkout"
)
