"""Covers of random guides, each laid out alone: nothing overlaps, and what matters most is never dropped (look, 28.6)."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image as Picture

from guide import model
from guide.formats import BOOKS
from guide.language.words import words_in
from guide.layout.body.furniture import FORM
from guide.layout.body.tabs import spread
from guide.layout.compose.links import section_anchor
from guide.layout.editions.book import Book
from guide.layout.editions.lay_out import edition_options, edition_style
from guide.layout.editions.versions import Version
from guide.layout.pages import Image, Line, Text
from guide.layout.parts.contents import CONTENTS
from guide.layout.parts.cover_foot import LOGO_HEIGHT
from guide.layout.parts.index import INDEX
from guide.layout.references import Place, Resolver
from guide.layout.type.fonts import default_stacks
from guide.pictograms import PICTOGRAMS
from tests import inks
from tests.thorough import first_quick

DRAWN = 14  # covers of each format
PICTURE = "the picture on the cover"
TITLES = {
    "en": (
        "Help",
        "Free and low-cost help in Marlow County",
        "Harm reduction and recovery support for everyone in the county who uses drugs, and for their families",
        "Wohnungslosenhilfeeinrichtungen",
    ),
    "es": ("Ayuda", "Ayuda gratis y de bajo costo en el condado de Marlow y en los pueblos de alrededor"),
    "ar": ("مساعدة", "مساعدة مجانية أو منخفضة التكلفة في مقاطعة مارلو وما حولها"),
}
NAMES = {
    "en": (
        "Food",
        "Doctors, dentists and testing",
        "Treatment with medicine for people who use opioids, and for families",
    ),
    "es": ("Comida", "Médicos, dentistas y pruebas", "Tratamiento con medicinas para personas y familias"),
    "ar": ("طعام", "الأطباء وأطباء الأسنان والفحوص", "العلاج بالأدوية لمن يتعاطون المواد ولعائلاتهم"),
}
NUMBERS = (
    ("In danger", "911", ""),
    ("Thinking of suicide: call or text", "988", ""),
    ("A bed for tonight", "217-555-0141", "204"),
    ("A nurse, at any hour of the day and night", "217-555-0199", ""),
)
LANGUAGES = ("en", "en", "en", "ar", "en es", "en ar")


@pytest.fixture(scope="module")
def logo(tmp_path_factory):
    path = tmp_path_factory.mktemp("logo") / "logo.png"
    Picture.new("L", (300, 90)).save(path)
    return path


class Drawn:
    """A random guide in one language or two, and its edition."""

    def __init__(self, maker, logo, format, seed):
        chance = self.chance = random.Random(f"{format} {seed}")
        self.languages = chance.choice(LANGUAGES).split()
        count, icons = chance.choice((1, 2, 3, 5, 8, 11, 13, 16, 20, 21, 40)), chance.random() < 0.6
        self.names = [chance.randrange(3) for _ in range(count)]
        self.icons = list(PICTOGRAMS)[:count] if icons and count <= len(PICTOGRAMS) else [""] * count
        publisher = model.Publisher(
            name="Harbor Community Clinic of the North",
            address=("1220 East Cook Street", "Marlow, IL 62703") if chance.random() < 0.5 else (),
            phone=maker.phone("217-555-0110") if chance.random() < 0.7 else None,
            logo=logo if chance.random() < 0.4 else None,
            logo_alternate_text="Harbor",
        )
        pictured = chance.random() < 0.4
        self.publisher = publisher if chance.random() < 0.7 else model.Publisher()
        self.lines = tuple(
            model.HelpLine(text=text, phone=maker.phone(number, extension=extension))
            for text, number, extension in NUMBERS[: chance.randrange(5)]
        )
        self.title, self.subtitle = chance.randrange(4), chance.random() < 0.5
        self.more = {
            "publisher": self.publisher,
            "help_now": self.lines,
            "website": "https://www.marlowhelp.example" if chance.random() < 0.5 else "",
            "number": chance.randint(1, 8),
            "cover_picture": model.CoverPicture(file=str(logo), alternate_text="Harbor")
            if pictured
            else None,
        }
        self.edition = model.Edition(
            name="x",
            format=format,
            cover=chance.choice(("", "full", "light")),
            languages=tuple(self.languages),
            help=("box",) if chance.random() < 0.9 else ("ends",),
            icons=icons,
        )
        self.versions = [
            Version(self.guide(maker, language), words_in(language), default_stacks(language))
            for language in self.languages
        ]

    def guide(self, maker, language):
        titles, names = TITLES[language], NAMES[language]
        sections = [
            maker.section(maker.listing(f"l{n}"), id=f"s{n}", title=names[name], icon=icon)
            for n, (name, icon) in enumerate(zip(self.names, self.icons))
        ]
        title = titles[self.title % len(titles)]
        return maker.guide(
            *sections,
            title=title,
            subtitle=titles[-1] if self.subtitle else "",
            language=language,
            **self.more,
        )

    def laid_out(self):
        """(the book whose cover is set and nothing else, the page of its cover)."""
        first, *second = self.versions
        options = edition_options(self.edition, first.words, "")
        style = edition_style(self.versions, self.edition)
        book = Book(first.guide, style, first.words, options, 2, *second)
        anchors = [section_anchor(section.id) for section in first.guide.sections]
        places = {anchor: Place(1, 88, 0) for anchor in (*anchors, CONTENTS, INDEX, FORM)}
        page = Resolver(places, book.setter).page(book.cover_items, book.grid.width, book.grid.height, "1")
        return book, page


def letters(text):
    """A text as its letters in any order, for texts that run leftward or over several lines."""
    return sorted(text.replace("\u00a0", "").replace(" ", ""))


def missing(text, page):
    """Letters of a text that are not among those of the page."""
    left = letters("".join(item.text for item in page.items if isinstance(item, Text)))
    return [letter for letter in letters(text) if letter not in left]


def said(page):
    return (
        "".join(item.text for item in page.items if isinstance(item, Text))
        .replace("\u00a0", "")
        .replace(" ", "")
    )


@pytest.mark.parametrize("format", first_quick(list(BOOKS), 2))
def test_nothing_overlaps_and_what_matters_most_is_never_dropped(maker, logo, format):
    """Title, sections, help, publisher and date."""
    for seed in range(DRAWN):
        drawn = Drawn(maker, logo, format, seed)
        book, page = drawn.laid_out()
        style, cover = book.style, book.cover
        left, width = style.cover.left, style.grid.width - style.cover.left - style.cover.right
        if style.leftward:
            left = style.grid.width - left - width
        assert list(inks.faults(page, [(left, left + width)])) == [], seed
        if cover.full and format == "pocket" and len(drawn.languages) == 2:
            continue  # the build says that the titles are too long for it
        assert not cover.full, seed
        text = said(page)
        latin = "ar" not in drawn.languages
        wanted = [drawn.publisher.name, "2026"]
        wanted += [drawn.versions[0].guide.title, "November2026"] if latin else []
        left_out = [each for each in cover.left_out if each != PICTURE]
        pictures = [item for item in page.items if isinstance(item, Image) and item.height > LOGO_HEIGHT]
        assert not drawn.more["cover_picture"] or len(pictures) == (PICTURE not in cover.left_out), seed
        over = sum(int(each.split()[0]) for each in left_out)
        kept = drawn.lines[: len(drawn.lines) - over] if "box" in drawn.edition.help else ()
        wanted += [line.phone.printed for line in kept]
        wanted += [NAMES["en"][name] for name in drawn.names] if latin and cover.tabs else []
        assert [each for each in wanted if each.replace(" ", "") not in text] == [], seed
        assert not left_out or format == "pocket", seed
        if len(drawn.names) <= 8 and format != "pocket" and len(drawn.languages) == 1:
            assert len(cover.tabs) == len(drawn.names), seed


@pytest.mark.parametrize("format", BOOKS)
def test_no_two_tabs_overlap(maker, format):
    """On the cover or spread over the page, for 1 to 32 sections; none runs off it."""
    style = edition_style(
        [Version(maker.guide(), words_in("en"), default_stacks())], model.Edition(name="x", format=format)
    )
    for count in range(1, 33):
        places = spread(count, style)
        if format == "pocket" and count > 20:
            assert not places or len(places) == count
            continue
        assert len(places) == count and places[0].y >= style.grid.top
        assert all(one.y + one.height <= other.y for one, other in pairwise(places)), count
        assert places[-1].y + places[-1].height <= style.grid.bottom + 0.01, count


def test_tabs_go_on_where_the_rows_of_the_cover_are(maker, logo):
    """Two below a row's hairline and four lower than it."""
    drawn = Drawn(maker, logo, "letter", 0)
    drawn.versions, drawn.edition = [drawn.versions[0]], replace(drawn.edition, languages=())
    guide = drawn.versions[0].guide
    guide = replace(guide, sections=guide.sections[:5])
    drawn.versions = [drawn.versions[0]._replace(guide=guide)]
    book, page = drawn.laid_out()
    rules = sorted({item.y1 for item in page.items if isinstance(item, Line) and item.x2 == 572})
    places = book.tabs().places
    assert [(place.y, place.height) for place in places] == [
        (one + 2, other - one - 4) for one, other in pairwise(rules)
    ]
