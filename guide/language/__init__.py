"""Languages, knowing no guide: scripts and directions, sorting, addresses and hours in words, fixed texts."""
