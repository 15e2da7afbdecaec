"""A Review in, the plain values of the report that people read out: what the pages of `report/pages` print."""
