"""Files to records and back: the only room that knows cattrs and file formats."""
