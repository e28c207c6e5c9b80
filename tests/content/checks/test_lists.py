"""The lists of words: the tool's, and those that a guide adds."""


def test_a_guide_adds_words_of_its_own(names, tmp_path):
    """words.yaml in the content folder adds words, allows others, and explains abbreviations."""
    lines = ["description: Clients and addicts do NEP."]
    assert names(*lines) == ["stigmatising-word", "abbreviation"]
    (tmp_path / "words.yaml").write_text(
        "instead:\n  - words: [clients]\n    say: people\n  - words: addicts\nknown:\n  - NEP\n"
    )
    assert names(*lines) == ["stigmatising-word"]
    (tmp_path / "words.yaml").write_text("instaed: 1\n")
    assert "unknown-key" in names(*lines)


def test_words_of_english_are_for_english(names):
    """A guide in another language is not read with English lists."""
    assert names("description: A home for addicts.", guide="language: es\n") == []
