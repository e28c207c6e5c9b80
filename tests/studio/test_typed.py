"""Text that was typed or pasted, without what nobody can see."""

import pytest

from guide.errors import GuideError
from guide.studio.typed import prove, seen, seen_text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("Elm \u202ePantry\ufeff", "Elm Pantry"),
        ("grocer\u00adies\0", "groceries"),
        ("one\u2028two\rthree\x0bfour\r\nfive", "one\ntwo\nthree\nfour\nfive"),
        ("\uf0b7 milk", "\u2022 milk"),
        ("half \ud800", "half "),
        ("none \U0001fbff\u0378", "none "),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f467\tCaf\u00e9\n", None),
    ],
)
def test_what_cannot_be_seen_is_left_out(pasted, text):
    """Joiners stay where a script needs them."""
    assert seen_text(pasted) == (pasted if text is None else text)


def test_texts_inside_are_looked_at_but_what_was_there_is_as_it_was():
    body = {"keys": {"name": {"value": ["a\u00adb"], "was": "a\u00adb"}}, "number": 7}
    assert seen(body) == {"keys": {"name": {"value": ["ab"], "was": "a\u00adb"}}, "number": 7}
    deep = []
    for _ in range(30):
        deep = [deep]
    with pytest.raises(ValueError):
        seen(deep)


def test_no_file_becomes_one_that_cannot_be_read(tmp_path):
    with pytest.raises(GuideError):
        prove(tmp_path / "food.yaml", "title: Fo\u202eod\n".encode(), b"title: Food\n")
    prove(tmp_path / "food.yaml", "title: Fo\u202eod\nid: f\n".encode(), "title: Fo\u202eod\n".encode())
    prove(tmp_path / "food.yaml", "title: Café\n".encode())
