"""What tests of briefs need: `geobrief.testing.strategies` generates records and briefs for hypothesis."""
