"""The order of names: by letters, as somebody looks them up."""

import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
WHOLE_LETTERS = str.maketrans({"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i",
                               "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Þ": "Th", "þ": "th"})


def sort_key(text):
    """Letters without accents or case, a leading `The` left out; for sorting names."""
    text = text.removeprefix("The ").removeprefix("the ")
    plain = unicodedata.normalize("NFD", text.translate(WHOLE_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold(), text
