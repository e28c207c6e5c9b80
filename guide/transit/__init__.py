"""Public transport near the offices of a guide, from the timetables that agencies publish (GTFS)."""
