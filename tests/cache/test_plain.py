"""The same value is the same plain data in every process, and another value is other data."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.cache.plain import NotPlain, digest, plain
from guide.layout.body.furniture import Head
from guide.layout.held import Held
from guide.layout.tags import FOOTER, HEADER, Tag
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import Anchor


def test_records_are_told_by_their_kind_and_what_is_in_them():
    assert plain(Head(name="A")) == plain(Head(name="A")) != plain(Head(name="B"))
    assert plain(Anchor("a")) != plain(("a",)) != plain(["a"])
    assert plain({"b": 1, "a": 2}) == plain({"a": 2, "b": 1})
    assert plain(frozenset("abc")) == plain(frozenset("cba"))
    assert plain(date(2026, 1, 2)) == "2026-01-02" and plain(Path("a/b")) == "a/b"
    assert plain(FaceStack(("a.ttf",))) == plain(FaceStack(("a.ttf",))) != plain(FaceStack(("b.ttf",)))


def test_of_tags_only_those_of_no_content_can_be_told():
    assert plain(HEADER) != plain(FOOTER)
    with pytest.raises(NotPlain):
        plain((1, Tag("P")))


def test_what_is_held_is_told_by_its_key():
    source = SimpleNamespace(key=b"key")
    assert plain(Held(source, 3, 1, 2)) == ("held", b"key", 3, 1, 2)


def test_digests():
    assert digest((1, 2.0, "a")) == digest((1, 2.0, "a")) != digest((1, 2.0, "b"))
    text = "".join(["a", "b" * 3])  # another object with the same letters
    assert digest(("abbb", "abbb")) == digest(("abbb", text))
