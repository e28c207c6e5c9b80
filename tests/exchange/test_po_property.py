"""Any text that a PO file can hold, taken into a translation file of any style: refused with its line, or read back the same."""

import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.content.load import load_guide
from guide.content.translate_file import translation_files
from guide.content.translation_text import READERS
from guide.content.translations import load_translation
from guide.content.units import all_units
from guide.errors import ERROR
from guide.exchange.po import context_of, import_po
from guide.reading.source import Place, Source
from tests.thorough import first_quick

GUIDE = "title: Help near here\nedition: {date: 2026-03-01}\nhow_to_use: [Ask **us**.]\n"
FOOD = """\
title: Food
introduction: Eat with us.
listings:
  - id: kitchen
    name: Kitchen
    summary: hot meals
    description: |
      Hot meals. See [[pantry]].

      - soup
    hours: Ring twice
    services: ["Food: hot", Bread]
  - id: pantry
    name: Pantry
    fees_description: Free
"""
BLOCK = """\
# Ana has read this.
title: {text: Comida}
introduction: |
  Coma  # not a comment
  con nosotros.
# about the listings
listings:
  kitchen:
    summary: comidas # ask Ana
    hours:
      text: [Toque, "dos veces"]
    alert:
      # its own note
      text: >
        Cerrado
        hoy
      more: [a, {b: "c: d", e: []}, [f]]
  gone:
    summary: 'perdido: '
# the end
"""
STYLES = {
    "none": None,
    "block": BLOCK,
    "four spaces": BLOCK.replace("  ", "    ").replace("    #", "  #"),
    "flow": "# top\n{title: Comida, # beside\n listings: {kitchen: {summary: comidas, alert: {text: 'Cerrado # hoy'}}, gone: {summary: perdido}}}\n",
    "json": '{"title": {"text": "Comida"}, "listings": {"kitchen": {"summary": "comidas", "alert": "Cerrado"}, "gone": {"summary": "perdido"}}}\n',
    "crlf": BLOCK.replace("\n", "\r\n"),
    "one bad entry": BLOCK.replace("summary: comidas", "summary: " + "x" * 3001),
}
ODD = (
    "\u00a0",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\x00",
    "\x85",
    "\u2028",
    "\u2029",
    "\u200f",
    "\u202e",
    "\u200d",
    "\u200c",
    "\ufeff",
    "\x07",
    "\ue000",
    "null",
    "~",
    "yes",
    "no",
    "Off",
    "1.5",
    "0x1F",
    "2026-01-01",
    "12:30",
    "#",
    " #",
    ": ",
    ":",
    "- ",
    "? ",
    "| ",
    "> ",
    "%",
    "@",
    "`",
    "&a",
    "*a",
    "!t",
    "'",
    '"',
    "\\",
    "\\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "---",
    "...",
    "<<",
    "=",
    "   ",
    "[[pantry]]",
    "[[nobody]]",
    "**",
    "\U0001f44b",
    "\U0001f468\u200d\U0001f469",
    "\u0301",
    "e\u0301",
    "\u4e2d",
    "\u0645\u06cc\u200c",
    "1. ",
    "# ",
    "```",
    "<b>",
    "&amp;",
    "http://a.example.org",
    "[email protected]",
)
TEXTS = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from(ODD),
            st.text(st.characters(exclude_categories=("Cs",)), max_size=4),
            st.sampled_from(("palabra", " ", "\n")),
        ),
        max_size=8,
    ).map("".join),
    st.sampled_from(ODD),
    st.integers(2990, 3010).map("x".__mul__),
)
SHOWN = settings(
    deadline=None,
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def escaped(text):
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(sign, written)
    return f'"{text}"'


def po(texts):
    """A PO file of (context, source, translation), and the line of each translation by its context."""
    lines, places = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=utf-8\\n"'], {}
    for context, source, text in texts:
        lines += ["", f"msgctxt {escaped(context)}", f"msgid {escaped(source)}", f"msgstr {escaped(text)}"]
        places[context] = len(lines)
    return ("\n".join(lines) + "\n").encode(), places


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("content")
    (folder / "sections").mkdir()
    (folder / "translations/es").mkdir(parents=True)
    (folder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (folder / "sections/1-food.yaml").write_text(FOOD, encoding="utf-8")
    guide, problems = load_guide(folder)
    assert not problems or guide
    return SimpleNamespace(
        folder=folder, guide=guide, po=folder / "es.po", file=folder / "translations/es/1-food.yaml"
    )


def read(place):
    return load_translation(place.guide, place.folder, "es")


def errors(problems):
    return [problem for problem in problems if problem.level == ERROR]


def meaning(unit, text):
    """What a text says where it is read alone."""
    source = Source(unit.mark.path, unit.mark.path)
    return READERS[unit.kind].read(
        (unicodedata.normalize("NFC", text.replace("\r\n", "\n")), Place(0, 0, 0)), unit.key, source
    )


@pytest.mark.parametrize("style", first_quick(list(STYLES), 2))
@given(st.data())
@SHOWN
def test_any_text_is_refused_with_its_line_or_read_back_the_same(place, style, data):
    """And the file can be read, holds what it held, and takes the next file of the translator."""
    units = {context_of(unit): unit for unit in all_units(place.guide)}
    chosen = data.draw(st.lists(st.sampled_from(sorted(units)), min_size=1, max_size=3, unique=True))
    texts = {context: data.draw(TEXTS) for context in chosen}
    put(place, STYLES[style])
    before, _ = read(place)
    lines = write_po(
        place,
        [
            *((context, units[context].text, text) for context, text in texts.items()),
            ("topic Bread", "Bread", data.draw(TEXTS)),
        ],
    )
    entries, words, problems = import_po(place.po, place.guide, "es")
    if errors(problems):
        assert all(
            problem.mark.line in lines or problem.message.startswith("nothing was taken in")
            for problem in errors(problems)
        )
        entries, words = {}, {}
    else:
        assert set(entries) == {units[context].place for context, text in texts.items() if text.strip()}
    bring_up_to_date(place, entries, words)
    after, problems = read(place)
    assert not errors(problems) or style == "one bad entry"
    for context, text in texts.items():
        if units[context].place in entries:
            entry = after.entries[units[context].place]
            assert entry.value == meaning(units[context], text) and entry.of == units[context].fingerprint
    assert all(
        after.entries[each].value == entry.value
        for each, entry in before.entries.items()
        if each not in entries
    )
    assert after.topics == words
    check_kept(place, style)
    assert [file.data for file in translation_files(place.guide, place.folder, "es")[0]] == [
        path.read_bytes() for path in written_by(place)
    ]


def put(place, text):
    """Let the translation be one file with this text, or none."""
    for path in place.file.parent.glob("*"):
        path.unlink()
    if text is not None:
        place.file.write_bytes(text.encode())


def write_po(place, texts):
    """Write a PO file of (context, source, translation); the lines of the translations."""
    written, lines = po(texts)
    place.po.write_bytes(written)
    return set(lines.values())


def written_by(place):
    return [place.file.parent / "guide.yaml", place.file]


def bring_up_to_date(place, entries, words):
    files, problems = translation_files(place.guide, place.folder, "es", entries, words)
    assert files, problems
    for file in files:
        file.path.write_bytes(file.data)


def check_kept(place, style):
    """What has no place any more is there still, comments are, and lines end as they did."""
    text = place.file.read_bytes().decode()
    assert ("\r\n" in text) == (style == "crlf")
    if style != "none":
        assert all(words in text for words in ("gone:", "perdido", "Cerrado"))
    if style not in ("none", "json", "flow"):
        assert all(
            f"# {words}" in text
            for words in ("Ana has read this.", "about the listings", "ask Ana", "its own note", "the end")
        )
    if style == "flow":
        assert text.startswith("# top\n\n# beside\ntitle:") and '"Cerrado # hoy"' in text


def test_an_entry_that_cannot_be_used_stays_until_a_better_one_comes(place):
    """It stops neither the command nor the next import, and is named."""
    put(place, STYLES["one bad entry"])
    bring_up_to_date(place, {}, {})
    _, problems = translation_files(place.guide, place.folder, "es")
    assert [problem.name for problem in errors(problems)] == ["too-large"]
    assert "x" * 3001 in place.file.read_text(encoding="utf-8")
    write_po(place, [("listing kitchen summary", "hot meals", "comida caliente")])
    entries, words, problems = import_po(place.po, place.guide, "es")
    assert not problems
    bring_up_to_date(place, entries, words)
    assert (
        not errors(read(place)[1])
        and read(place)[0].entries["listing", "kitchen", "summary"].value == "comida caliente"
    )
