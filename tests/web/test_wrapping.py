"""Text in lines, in scripts with spaces between words and without."""

import pytest

from guide.web.wrapping import is_close, pieces_of, places, wrapped


def test_words_with_spaces_as_ever():
    """A number to call and an address are never parted."""
    assert wrapped("Call 217-555-0101 now", 12, "en", "- ", "  ") == ["- Call", "  217-555-0101", "  now"]
    assert wrapped("Звоните до пяти", 10, "ru") == ["Звоните до", "пяти"]


@pytest.mark.parametrize(
    "language, text",
    [
        ("zh", "本页不会向任何人发送任何内容，您输入或选择的内容只留在这个屏幕上。"),
        ("ja", "このページはだれにも何も送りません。選んだことは、この画面にだけ残ります。"),
        ("ko", "이 페이지는 아무에게도 아무것도 보내지 않습니다. 고른 것은 이 화면에만 있습니다."),
        ("km", "វាមិនអាចលុបប្រវត្តិកម្មវិធីរុករក ឬច្បាប់ចម្លងនៃទំព័រនេះដែលបានរក្សាទុកទេ។"),
    ],
)
def test_letters_without_spaces(language, text):
    """No line is too long, none begins with a mark, and nothing is lost."""
    lines = wrapped(text, 24, language)
    assert len(lines) > 1 and max(map(places, lines)) <= 24
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(each[0] in "，。、" for each in lines)


def test_addresses_within_them():
    """An address or a number stays whole, however long it is."""
    pieces = list(pieces_of("见 www.example.org/a-long/path?q=1 或217-555-0101。", "zh"))
    assert "www.example.org/a-long/path?q=1 " in pieces and "217-555-0101。" in pieces
    lines = wrapped("- 见www.example.org/a-long/path", 10, "zh")
    assert any("www.example.org/a-long/path" in each for each in lines)
    assert wrapped("请打\n电话", 72, "zh", "- ") == ["- 请打 电话"]


def test_places():
    """Two for a letter of Chinese, none for an accent that stands for itself."""
    assert places("abc") == 3 and places("目录") == 4 and places("e\u0301") == 1
    assert is_close("目") and is_close("ក") and not is_close("a") and not is_close("ж")
