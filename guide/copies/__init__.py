"""Paper copies: who got how many of which edition, and who has to get a slip of corrections."""
