"""Data out: what an edition prints, as tables, HSDS, places on a map and cards of an address book."""
