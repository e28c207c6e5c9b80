"""Random characters for Hypothesis: ANY is all but halves of surrogates, as in texts that it makes unasked.

It makes those through the codec of UTF-8, whose table of every character takes a second and a half to be made.
"""

from hypothesis import strategies as st

ANY = st.characters(exclude_categories=("Cs",))
