"""What holds for every guide, whatever is in it: random guides, laid out and looked through."""

import random
import re
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from guide import model
from guide.errors import Mark
from guide.layout.pages import Box, Destination, Line, Text
from guide.pdf.writer import render_pdf
from tests.thorough import examples

# The same guides at every run, and none made smaller: a page has too many ways to be small. For more: examples.
SETTINGS = settings(
    max_examples=examples(4, 10),
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
MARK = Mark(Path("a.yaml"), 1, 1)

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of the guide that fails

# --- random guides ---------------------------------------------------------------------------------

WORDS = (
    "a of help the people group needle exchange meeting Thursday information organization CAPITALS VOCAL façade "
    "naïve Żółć Ångström Ελλάδα Кофе www.example.org/help/with/food 5th (HRC) and/or co-operate ye gods".split()
)


def some_words(most):
    """Lists of 1 to so many words. A list is one choice of hypothesis: to choose each word takes longer than to set it."""

    def choose(seed):
        chance = random.Random(seed)
        return chance.choices(WORDS, k=chance.randint(1, most))

    return st.integers(0, 2**32).map(choose)


NAME = some_words(14).map(" ".join)
ODD_NAME = st.sampled_from(
    [
        "HARM REDUCTION AND RECOVERY COALITION OF THE GREATER METROPOLITAN AREA",
        "Q",
        "The",
        "Łódź Ελληνικά",
        "99",
        "A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-R-S-T-U-V-W-X-Y-Z-A-B-C-D-E-F",
    ]
)
NUMBER = st.sampled_from(
    [
        ("773-471-0999", "+17734710999", ""),
        ("800-HELP-NOW-CALL", "+18004357669", "800-435-7669"),
        ("988", "988", ""),
        ("See website", "", ""),
        ("+44 20 7946 0123", "+442079460123", ""),
    ]
)
PHONE = st.builds(
    lambda number, type, extension, description: model.Phone(
        number=number[0],
        printed=number[0],
        e164=number[1],
        in_digits=number[2],
        type=type,
        extension=extension if number[1] else "",
        description=description,
    ),
    NUMBER,
    st.sampled_from(model.PHONE_TYPES),
    st.sampled_from(["", "", "204"]),
    st.sampled_from(["", "", "ask for the night desk", "weekdays"]),
)
PHONES = st.lists(PHONE, max_size=6).map(tuple)
HOURS = st.lists(
    st.sampled_from(["Monday to Friday 9 am to 5 pm", "Every first Thursday of the month noon to midnight"]),
    max_size=3,
).map(tuple)
EMAIL = st.sampled_from(
    ["", "", "a@example.org", "a.very.long.name.for.an.address@harm-reduction.example.org"]
)
WEB = st.sampled_from(["", "", "example.org", "https://www.example.org/" + "/".join(["folder"] * 20)])
ADDRESS = st.one_of(
    st.none(),
    st.builds(
        model.Address,
        address_1=st.sampled_from(
            ["", "22 West 27th Street", "1000 Doctor Martin Luther King Junior Boulevard"]
        ),
        address_2=st.sampled_from(["", "Suite 510", "5th Floor"]),
        city=st.sampled_from(["New York", "Truth or Consequences"]),
        state_province=st.just("NY"),
        postal_code=st.sampled_from(["", "10001"]),
        country=st.sampled_from(["", "", "CA", "DE"]),
    ),
)
OFFICE = st.builds(
    model.Location,
    name=st.sampled_from(["", "California", "Evening site at the church"]),
    address=ADDRESS,
    phones=PHONES,
    attention=st.sampled_from(["", "Dan Bigg"]),
    care_of=st.sampled_from(["", "HRC"]),
    email=EMAIL,
    website=WEB,
    hours=HOURS,
).filter(lambda office: office != model.Location())
TEXT = st.builds(
    lambda words, times: " ".join(words * times)[:3000].strip(),
    some_words(12),
    st.sampled_from([1, 2, 5, 12, 40]),
)
SPAN = st.one_of(
    st.builds(model.Span, TEXT, st.booleans()),
    st.builds(model.Span, TEXT, target=st.just("https://example.org")),
    st.just("mention"),
)


def spaced(spans):
    """Spans as Markdown gives them: with spaces between, not inside."""
    parts = []
    for span in spans:
        parts += [model.Span(" ")] * bool(parts) + [span]
    return tuple(parts)


BLOCK = st.one_of(
    st.lists(SPAN, min_size=1, max_size=4).map(spaced).map(model.Paragraph),
    st.lists(TEXT.map(lambda text: (model.Span(text[:400]),)), min_size=1, max_size=5).map(
        lambda items: model.BulletList(tuple(items))
    ),
)
FACT = st.one_of(st.just(""), TEXT.map(lambda text: text[:500]))
LISTING = st.builds(
    dict,
    name=st.one_of(NAME, ODD_NAME),
    short_name=st.sampled_from(["", "HRC", "A LONG SHORT FORM OF THE NAME"]),
    name_note=st.sampled_from(["", "supervised injection site"]),
    alternate_names=st.lists(NAME, max_size=1).map(tuple),
    former_names=st.lists(NAME, max_size=1).map(tuple),
    alert=st.sampled_from(["", "", "Closed for now: call first"]),
    locations=st.lists(OFFICE, max_size=5).map(tuple),
    phones=PHONES,
    email=EMAIL,
    website=WEB,
    hours=HOURS,
    description=st.lists(BLOCK, max_size=4).map(tuple),
    fees_description=FACT,
    accessibility=FACT,
    services=st.lists(st.sampled_from(["Food", "Needle exchange", "Überlebenshilfe"]), max_size=3).map(tuple),
    verified=st.sampled_from([None, date(2026, 3, 1)]),
)
SECTION = st.builds(
    dict,
    title=NAME,
    introduction=st.lists(BLOCK, max_size=2).map(tuple),
    flows_on=st.booleans(),
    listings=st.lists(LISTING, min_size=1, max_size=4),
)


def mended(prose, target):
    """Prose with its mentions pointing at a listing that exists."""

    def span(each):
        return model.Span("", mention=target) if each == "mention" else each

    return tuple(
        model.Paragraph(tuple(map(span, block.spans))) if isinstance(block, model.Paragraph) else block
        for block in prose
    )


@st.composite
def guides(draw, sections=st.lists(SECTION, min_size=1, max_size=12)):  # noqa: B008
    """A guide of 1 to 12 sections."""
    numbers, made = count(1), []
    for place, section in enumerate(draw(sections)):
        listings = []
        for fields in section["listings"]:
            number = next(numbers)
            description = mended(fields["description"], f"l{max(1, number - 1)}")
            listings.append(
                model.Listing(**{**fields, "id": f"l{number}", "mark": MARK, "description": description})
            )
        made.append(
            model.Section(
                **{
                    **section,
                    "id": f"s{place}",
                    "mark": MARK,
                    "listings": tuple(listings),
                    "introduction": mended(section["introduction"], "l1"),
                }
            )
        )
    closing = mended(draw(st.lists(BLOCK, max_size=2)), "l1")
    edition = model.EditionMark(
        number=draw(st.integers(1, 12)), colour=draw(st.sampled_from(["blue", "plum"])), date=date(2026, 1, 1)
    )
    return model.Guide(
        title=draw(NAME), edition=edition, mark=MARK, sections=tuple(made), closing_notes=closing
    )


# --- looking through what came out -----------------------------------------------------------------


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


def ancestors(tag):
    while tag:
        yield tag
        tag = tag.parent


def headings(document):
    """[(page index, text)] of the numbers before listings' names, in reading order."""
    return [
        (index, item)
        for index, page in enumerate(document.pages)
        for item in texts(page)
        if item.tag
        and item.tag.kind == "H3"
        and item.size == 17
        and item.x in (54, 66)
        and re.fullmatch(r"\d+ ", item.text)
        and item.tag.title == ""
    ]


def body_pages(document):
    """The pages with sections on them, as (index, page)."""
    first = min(
        index
        for index, page in enumerate(document.pages)
        if any(item.tag and item.tag.kind == "H2" and item.size == 22 for item in texts(page))
    )
    last = max(index for index, _ in headings(document))
    return [(index, document.pages[index]) for index in range(first, last + 1)]


def width(style, item):
    """The width of an item without the space that may end it."""
    return item._replace(text=item.text.rstrip()).width


def check_order(document, guide, style, problems):
    """Every listing is set exactly once and in order."""
    assert [int(item.text) for _, item in headings(document)] == list(range(1, len(guide.listings) + 1))


def check_frames(document, guide, style, problems):
    """Words stand inside their frame: the cover's margins, or the live width between head and foot."""
    for index, page in enumerate(document.pages):
        left = style.grid.left(index + 1)
        left, right, top, bottom = (54, 546, 40, 744) if index == 0 else (left, left + 492, 72, 712)
        for item in texts(page):
            if index and item.y in (40, 744) or not item.tag and item.colour == "white":
                continue
            assert left - 0.02 <= item.x and item.x + width(style, item) <= right + 0.02, (index + 1, item)
            assert top <= item.y - 0.5 * item.size and item.y <= bottom, (index + 1, item)


def check_overlaps(document, guide, style, problems):
    """No words are printed over others."""
    for index, page in enumerate(document.pages):
        boxes = [
            (item.x, item.x + width(style, item), item.y - 0.5 * item.size, item.y, item)
            for item in texts(page)
            if item.text.strip()
        ]
        boxes.sort(key=lambda box: box[2])
        for place, (left, right, _top, bottom, item) in enumerate(boxes):
            for other in boxes[place + 1 :]:
                if other[2] >= bottom:
                    break
                assert min(right, other[1]) - max(left, other[0]) < 0.5, (index + 1, item, other[4])


def check_last_lines(document, guide, style, problems):
    """No heading stands last in a frame, unless what follows a section's title fills a page without it."""
    for index, page in body_pages(document):
        last = [item for item in texts(page) if item.tag and item.y < 744][-1]
        assert last.tag.kind != "H3", (index + 1, last)
        if last.tag.kind == "H2":
            status = next(
                (
                    item.y
                    for item in texts(document.pages[index + 1])
                    if item.text.startswith(("Not yet", "Checked"))
                ),
                style.grid.bottom,
            )
            assert last.y - 52 + status - 72 + 130 > 640, (index + 1, last)


def check_contact(document, guide, style, problems):
    """No office is on two pages, unless it is reported as too high for one; what all share stands above and below them."""
    if any(problem.name == "too-long-for-a-page" for problem in problems):
        return
    before, page_before = None, None
    for index, page in enumerate(document.pages):
        for item in texts(page):
            if item.tag:
                office = next((tag for tag in ancestors(item.tag) if tag.kind == "Div"), None)
                assert office is None or office is not before or index == page_before, (index + 1, item)
                before, page_before = office, index


def check_references(document, guide, style, problems):
    """Every printed folio is that of the page it leads to, where its target begins."""
    words = {}
    for page in document.pages:
        for item in texts(page):
            for tag in ancestors(item.tag):
                if tag.kind in ("Link", "LBody", "TOCI"):
                    words[id(tag)] = words.get(id(tag), "") + item.text
    starts = {
        (index, place)
        for index, page in enumerate(document.pages)
        for place in (round(t.y, 1) for t in texts(page))
    }
    for page in document.pages:
        for link in page.links:
            if isinstance(link.target, Destination):
                assert any(
                    index == link.target.page and link.target.y < y < link.target.y + 60
                    for index, y in starts
                )
                if link.tag.kind == "Link" and id(link.tag) in words:
                    assert re.search(r"(\d+)\.?\s*$", words[id(link.tag)])[1] == str(link.target.page + 1)
                if page_said := re.search(r", page (\d+)$", link.description):
                    assert int(page_said[1]) == link.target.page + 1
    entries = [entry for section in document.outline for entry in section.children]
    assert [entry.destination.page for entry in entries] == [index for index, _ in headings(document)]
    for entry, (_, item) in zip(entries, headings(document)):
        assert entry.destination.y < item.y <= entry.destination.y + 200


def check_folios(document, guide, style, problems):
    """Every page but the cover prints its folio, outside; pages are even in number."""
    for index, page in enumerate(document.pages[1:], 1):
        (folio,) = [item for item in texts(page) if item.y == 40 and item.size == 17]
        assert folio.text == page.folio == str(index + 1)
        edge = folio.x + width(style, folio) if index % 2 == 0 else folio.x
        assert edge == pytest.approx(546 if index % 2 == 0 else 66)
    assert len(document.pages) % 2 == 0


def check_continued(document, guide, style, problems):
    """A page that begins inside a listing says whose it is, and only such a page does."""
    listing = None
    for index, page in body_pages(document):
        content = [item for item in texts(page) if item.tag and 72 <= item.y <= 712]
        says = [item for item in texts(page) if not item.tag and "(continued)" in item.text and item.y == 84]
        sect = next(tag for tag in ancestors(content[0].tag) if tag.kind == "Sect")
        assert bool(says) == (sect is listing), index + 1
        listing = next((tag for tag in ancestors(content[-1].tag) if tag.kind == "Sect"), None)
        if listing and listing.title != "":
            listing = None  # the introduction of a section, which has no listing's name to repeat


def check_ink(document, guide, style, problems):
    """Words are black, or white on the accent, and 11 points at least."""
    for index, page in enumerate(document.pages):
        accents = [item for item in page.items if isinstance(item, Box) and item.fill == "accent"]
        for item in texts(page):
            assert item.size >= 11 and item.colour in ("black", "white")
            if item.colour == "white":
                assert any(
                    box.x <= item.x
                    and item.x + width(style, item) <= box.x + box.width
                    and box.y <= item.y <= box.y + box.height
                    for box in accents
                ), (index + 1, item)


def check_trim(document, guide, style, problems):
    """Nothing but the tab blocks comes within 18 points of the trim."""
    for index, page in enumerate(document.pages):
        for item in page.items:
            if isinstance(item, Text):
                edges = item.x, item.x + width(style, item), item.y - item.size, item.y
            elif isinstance(item, Line):
                edges = item.x1, item.x2, item.y1, item.y2
            elif isinstance(item, Box) and item.width != style.tab.width:
                edges = item.x, item.x + item.width, item.y, item.y + item.height
            else:
                continue
            assert 18 <= edges[0] and edges[1] <= 594 and 18 <= edges[2] and edges[3] <= 774, (
                index + 1,
                item,
            )


def check_grid(document, guide, style, problems):
    """Baselines of prose are 84 + 8n, wherever a listing stands, unless one is split because it is too high for a page."""
    if any(problem.name == "too-long-for-a-page" for problem in problems):
        return
    for index, page in body_pages(document):
        for item in texts(page):
            if not item.tag or item.size != 12 or not 72 <= item.y <= 712:
                continue
            kinds = [tag.kind for tag in ancestors(item.tag)]
            status = item.tag.kind == "P" and item.text.startswith(("Checked", "Not yet checked"))
            if "Div" not in kinds and "H3" not in kinds and not status:
                assert abs((item.y - 84) % 8 - 4) > 3.9, (index + 1, item)


CHECKS = (
    check_order,
    check_frames,
    check_overlaps,
    check_last_lines,
    check_references,
    check_folios,
    check_continued,
    check_ink,
    check_trim,
    check_grid,
    check_contact,
)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(examples(1, 5)))
def test_what_holds_for_every_guide(maker, start):
    """Every check, on guides of up to 12 sections from each start."""

    @seed(start)
    @SETTINGS
    @given(guides())
    def check_guide(guide):
        document, problems = maker.typeset(guide)
        for check in CHECKS:
            check(document, guide, maker.style, problems)

    check_guide()


@pytest.mark.slow
@seed(0)
@settings(SETTINGS, max_examples=examples(3, 5))
@given(guides(st.lists(SECTION, min_size=1, max_size=3)))
def test_two_builds_are_the_same_bytes(maker, guide):
    """The same content gives the same file, whatever was built before it."""
    assert render_pdf(maker.typeset(guide)[0]) == render_pdf(maker.typeset(guide)[0])
