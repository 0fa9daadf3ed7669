"""The records: one kind per file, and `geobrief.model.registry`, the only list of kinds."""
