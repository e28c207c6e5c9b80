"""Opening hours as people write them, in English and Spanish: `Mon-Fri 9am-5pm, closed for lunch 12-1`.

`tokens` finds the words that hours are made of (`words` has them), `clock` tells morning from afternoon, `atoms` makes groups
of days, times and parts of the year, `clauses` puts these together, `settle` makes rules of them, and `read` is the door. What
has a word that is not understood is not read at all.
"""
