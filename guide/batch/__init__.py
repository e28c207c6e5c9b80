"""A handout for each person in a table: who gets which listings, in which edition, and what became of each."""
