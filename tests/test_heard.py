"""What people hear who listen: the structure tree of every edition of a made-up guide that has something of everything."""

import re
import shutil
import unicodedata
from collections import Counter

import pytest

from benchmarks import pdfjs
from benchmarks.readout import DAY, EDITIONS, FOLDER, GUIDE, built, read_out
from guide.build import build_guide
from guide.language.files import language_name
from guide.language.words import ENGLISH, words_in
from guide.layout.type.foreign import Foreign
from tests.pdf.heard import attribute, glued_words, is_block, said, said_kid
from tests.pdf.heard import lines as read_lines
from tests.pdf.reading import Node, Reading
from tests.thorough import examples, first_quick

NAMES = sorted(path.stem for path in (GUIDE / "editions").glob("*.yaml"))
TABLES = ["arabic", "english", "spanish", "two-languages"]
ROWS = first_quick([*TABLES, *(name for name in NAMES if name not in TABLES)], len(TABLES))
HEADING = re.compile("H[1-6]")
WORD, LANGUAGE = re.compile(r"\w+"), re.compile(r"\([a-z]{2}\) ")


class Made(dict):
    """{name: what is made of it when somebody asks}."""

    def __init__(self, make):
        super().__init__()
        self.make = make

    def __missing__(self, name):
        self[name] = self.make(name)
        return self[name]


@pytest.fixture(scope="module")
def files():
    """The PDF of every edition, by name."""
    return Made(built)


@pytest.fixture(scope="module")
def readings(files):
    """Every edition read back, by name."""
    return Made(lambda name: Reading(files[name]))


@pytest.fixture(scope="module")
def trees(readings):
    """The structure tree of every edition, by name."""
    return Made(lambda name: readings[name].tree)


def words_of(name):
    return {"arabic": words_in("ar"), "spanish": words_in("es")}.get(name, ENGLISH)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_read_outs_say_what_is_heard(files, name):
    """If not: python -m benchmarks.readout"""
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == read_out(files[name])


# --- who is open when


def rows_of(tree):
    """The rows of the table, each as its cells."""
    (table,) = tree.find("Table")
    return table, [row.kids for row in table.find("TR")]


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_the_table_says_something(trees, name):
    """Each row has its nine columns, those that reach into it from the row above counted too."""
    table, rows = rows_of(trees[name])
    words = words_of(name)
    assert attribute(table, "/Summary") == words.open_now_table
    above = 0
    for cells in rows:
        assert sum(int(attribute(cell, "/ColSpan") or 1) for cell in cells) + above == 9
        above = sum(int(attribute(cell, "/RowSpan") or 1) > 1 for cell in cells)
        assert all(said(cell).strip(" \u2013") for cell in cells)


@pytest.mark.parametrize("name", TABLES)
def test_heads_of_the_table_are_whole_words(trees, name):
    _, (heads, *rows) = rows_of(trees[name])
    words = words_of(name)
    assert [cell.kind for cell in heads] == ["TH"] * 9
    assert [said(cell).split("(es)")[0].strip() for cell in heads] == [
        words.office_column,
        *words.hours.days,
        words.page_column,
    ]
    names = [cells[0] for cells in rows if len(cells) > 1]
    assert all(cell.kind == "TH" and attribute(cell, "/Scope") == "/Row" for cell in names)
    assert "Walk-in Clinic" in [cell.text.strip() for cell in names]  # and not what stands below it


def test_hours_are_said_in_words(trees):
    """A dash is closed; what is closed in two languages is so in both."""
    texts = {
        said(row[0]).strip(): [said(cell).strip() for cell in row[1:]] for row in rows_of(trees["english"])[1]
    }
    assert texts["River Kitchen"][0] == "11 am to 1 pm, 5 pm to 7 pm"
    assert texts["Dental Van"][:3] == ["closed", "10 am to 4 pm", "closed"]
    (row,) = [row for row in rows_of(trees["two-languages"])[1] if said(row[0]).strip() == "Dental Van"]
    assert [said(kid) for kid in row[1].kids if isinstance(kid, Node)] == ["closed", "(es) cerrado"]


# --- links


def links_of(tree):
    """Every link with its names, one for each annotation."""
    return [
        (link, [str(kid["/Contents"]) for kid in link.kids if isinstance(kid, dict)])
        for link in tree.find("Link")
    ]


def words_in_order(text):
    """The words of a text as one text, without marks and capitals."""
    return " " + " ".join(WORD.findall(LANGUAGE.sub("", text).casefold())) + " "


@pytest.mark.parametrize("name", ROWS)
def test_the_name_of_a_link_has_the_words_that_it_shows(trees, name):
    """WCAG 2.5.3, for who says aloud what to click."""
    wrong = [
        (words, names)
        for link, names in links_of(trees[name])
        if (words := "".join(map(said_kid, (kid for kid in link.kids if not isinstance(kid, dict)))))
        and not all(words_in_order(words) in words_in_order(each) for each in names)
    ]
    assert wrong == [] and links_of(trees[name])


@pytest.mark.parametrize("name", ROWS)
def test_a_link_has_one_annotation_on_a_page(readings, name):
    """However many lines it takes: then it has a quad for each."""
    reading = readings[name]
    for page in reader_pages(reading):
        parents = [reading.parents[each["/StructParent"]].idnum for each in page]
        assert len(parents) == len(set(parents))


@pytest.mark.parametrize("name", ROWS)
def test_a_link_is_at_one_place(trees, name):
    """What repeats it, on the foot of each page or at the end of a section, is no part of it."""
    links = trees[name].find("Link")
    assert all(sum(isinstance(kid, dict) for kid in link.kids) <= 1 for link in links) and links


def reader_pages(reading):
    """The annotations of each page."""
    return [[each.get_object() for each in page.get("/Annots", [])] for page in reading.reader.pages]


@pytest.mark.parametrize("name", ROWS)
def test_a_number_for_help_now_can_be_dialled(trees, name):
    """And says what one calls it for."""
    said_of = {
        str(kid["/A"].get("/URI")): str(kid["/Contents"])
        for link in trees[name].find("Link")
        for kid in link.kids
        if isinstance(kid, dict)
    }
    assert "988" in said_of["tel:988"] and "800-662-4357" in said_of["tel:+18006624357"]
    if words_of(name) is ENGLISH and "arabic" not in name:
        assert said_of["tel:988"].startswith("Call 988: In danger")


def test_links_say_what_they_do(trees):
    names = {each for _, names in links_of(trees["english"]) for each in names}
    assert names >= {
        "Call Quay Food Bank, Main office: 510-444-2550 ext. 204",
        "Call Quay Food Bank, Main office: 800-662-HELP, in digits 800-662-4357",
        "Fax Quay Food Bank, Main office: 510-444-2551",
        "Text Quay Food Bank, Evening site: 741741, send FOOD",
        "TTY Quay Food Bank, Evening site: 212-213-6376",
        "Call 988: In danger, or thinking of suicide? Call or text",
        "Call 800-662-4357: I need an interpreter.",
        "Something wrong? Use the form on page 10: Tell us what to correct",
    }


# --- words


@pytest.mark.parametrize("name", ROWS)
def test_words_are_heard_apart(trees, name):
    """Where a line or a run ends, also of a block in another: many readers join all that is in a list's item."""
    kinds = ("P", "H1", "H2", "H3", "LI", "TOCI", "TH", "TD")
    blocks = [block for kind in kinds for block in trees[name].find(kind)]
    assert [pair for block in blocks for pair in glued_words(block)] == [] and blocks


# --- pdf.js


MARKS = "\u064b-\u0652\u0670"  # over letters and under them
PLAIN = re.compile(rf"[\w{MARKS}]+")


@pytest.fixture(scope="module")
def by_pdfjs(files, tmp_path_factory):
    """The pages of every edition as pdf.js reads them, by name."""
    if not pdfjs.can_read():
        pytest.skip(f"node, and npm install --prefix {pdfjs.PDFJS.parent.parent} pdfjs-dist@4.10.38")
    folder = tmp_path_factory.mktemp("pdfjs")
    for name in NAMES:
        (folder / f"{name}.pdf").write_bytes(files[name])
    return dict(zip(NAMES, pdfjs.read(folder / f"{name}.pdf" for name in NAMES), strict=True))


def words_by_page(reading):
    """The words of each page of a file, in the order of its tags."""
    found = {number: [] for number in reading.pages}
    for block in blocks_of(reading.tree):
        for page in dict.fromkeys(text.page for text in block):
            found[page] += plain_words("".join(text for text in block if text.page == page))
    return list(found.values())


def blocks_of(node):
    """Yield the marked texts of each block below an element, what stands between two blocks as one."""
    run = []
    for kid in node.kids:
        if isinstance(kid, Node) and is_block(kid):
            yield run
            yield from blocks_of(kid)
            run = []
        elif isinstance(kid, Node):
            run += [text for inner in blocks_of(kid) for text in inner]
        elif not isinstance(kid, dict):
            run.append(kid)
    yield run


def plain_words(text):
    return PLAIN.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "")))


@pytest.mark.slow
@pytest.mark.parametrize("name", [each for each in NAMES if "arabic" not in each])
def test_pdfjs_reads_in_order_and_no_words_glued(readings, by_pdfjs, name):
    """By its own tree, page for page, what the tags hold."""
    read = [[word for block in pdfjs.blocks(page) for word in plain_words(block)] for page in by_pdfjs[name]]
    assert read == words_by_page(readings[name]) and any(read)


@pytest.mark.slow
@pytest.mark.parametrize("name", [each for each in NAMES if "arabic" in each])
def test_pdfjs_reads_arabic_words_whole(readings, by_pdfjs, name):
    """But those with a mark, at which it begins a new piece: it takes a letter with one for the mark alone."""
    read = Counter(word for page in by_pdfjs[name] for word in plain_words(page["flow"]))
    wanted = Counter(word for page in words_by_page(readings[name]) for word in page)
    marked = re.compile(f"[{MARKS}]")
    assert [word for word in wanted - read if not marked.search(word)] == [] and wanted.total() > 800


# --- large print


@pytest.mark.slow
@pytest.mark.parametrize("name", first_quick(examples(["spanish", "arabic"], TABLES)))
def test_large_print_has_all_that_letter_has(trees, tmp_path, name):
    """Every word of the content; what the program says itself may be said otherwise, as languages in their own names."""
    guide = shutil.copytree(GUIDE, tmp_path / "guide")
    edition = guide / "editions" / f"{name}.yaml"
    text = edition.read_text(encoding="utf-8").replace("default: yes\n", "")
    edition.write_text(text.replace("format: letter", "format: large-print"), encoding="utf-8")
    large = Reading(build_guide(guide, today=DAY, name=name).pdf).tree
    letter, large = (set(WORD.findall(" ".join(read_lines(each)))) for each in (trees[name], large))
    codes = ("en", "es", "ar", "zh")
    fixed = {word for code in codes for word in WORD.findall(f"{words_in(code)} {language_name(code, code)}")}
    lost = {word for word in letter - large - fixed if not word.isdecimal()}
    assert lost <= {"Hans"} and len(letter - fixed) > 50


@pytest.mark.parametrize("name", first_quick(each for each in NAMES if each.startswith("large-print")))
def test_offices_of_large_print_stand_one_under_the_other(trees, name):
    """What is of the first is above all of the second, or on a page before."""
    found = {}
    for block in blocks_of(trees[name]):
        for text in block:
            for _, y, _, words in text.segments:
                found.setdefault(words.strip(), (text.page, -y))
    first = [found[each] for each in ("510-444-2550", "510-444-6969", "1440 Broadway, Suite 510")]
    second = [found[each] for each in ("741741", "212-213-6376", "22 W. 27th Street")]
    assert max(first) < min(second)


# --- a listing


BLOCK = (
    "Alert: Moving in March",
    "Address: care of St. Ann Church 1440 Broadway",
    "Information line: <link Call Quay Food Bank, Main office: 510-444-2550 ext. 204>",
    "Phone: <link Call Quay Food Bank, Main office: 510-444-6969>",
    "Fax: <link Fax Quay Food Bank, Main office: 510-444-2551>",
    "Hours: Monday to Friday 9 am to 5 pm",
    "Cost.",
)


@pytest.mark.parametrize("name", ["english", "booklet", "large-print"])
def test_a_listing_names_its_parts(trees, name):
    """The kind of a number before it, though it stands behind."""
    text = " ".join(said(block) for kind in ("P", "Lbl") for block in trees[name].find(kind))
    assert [each for each in BLOCK if each not in text] == []


def test_parts_are_named_in_the_language_of_the_guide(trees):
    text = " ".join(map(said, trees["spanish"].find("P")))
    for each in ("Aviso: Se muda en marzo", "Dirección: ", "Fax: ", "Teléfono: ", "Horario: Lunes a viernes"):
        assert each in text


@pytest.mark.parametrize("name", ROWS)
def test_items_of_lists_in_prose_have_labels(trees, name):
    for each in trees[name].find("L"):
        if attribute(each, "/ListNumbering"):
            assert all(said(item.kids[0]).strip() and item.kids[0].kind == "Lbl" for item in each.find("LI"))


# --- contents and index


@pytest.mark.parametrize("name", TABLES)
def test_contents_and_index_say_pages_in_words(trees, name):
    """The number of a listing is a label beside its link."""
    page = words_of(name).page.format(folio="")
    links = [
        link for kind in ("TOCI", "Index") for each in trees[name].find(kind) for link in each.find("Link")
    ]
    assert links and all(
        page.strip() in said_kid(link.kids[-2]) + "".join(map(said_kid, link.kids)) for link in links
    )
    assert all(item.kids[0].kind == "Lbl" for item in trees[name].find("TOCI") if item.text[0].isdigit())


@pytest.mark.parametrize("name", TABLES)
def test_the_index_is_a_list_of_lists(trees, name):
    """States with their towns, topics with their listings."""
    by_name, by_place, by_topic = trees[name].find("Index")
    assert [len(each.find("L")) > 1 for each in (by_name, by_place, by_topic)] == [False, True, True]
    inner = [each for each in by_topic.kids[0].find("L") if each is not by_topic.kids[0]]
    assert all(said(each).strip() for each in inner)
    assert all(len(each.find("LI")) >= 2 for each in inner)
    assert {each.kids[0].kind for each in inner} == {"Caption"} and all(said(each.kids[0]) for each in inner)


@pytest.mark.parametrize("name", ROWS)
def test_headings_are_few_and_leave_no_level_out(trees, name):
    """What a listener finds the way by: parts, sections and listings, and no topic of the index."""
    levels = [1, *(int(kind[1]) for kind in kinds_in_order(trees[name]) if HEADING.fullmatch(kind))]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    topics = {"Beds", "Meals", "Camas", "Comidas"}
    headings = [said(each).strip() for level in range(1, 5) for each in trees[name].find(f"H{level}")]
    assert headings and not topics & set(headings)


def kinds_in_order(node):
    """Yield the kind of each element in the order of the tree."""
    yield node.kind
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from kinds_in_order(kid)


# --- abbreviations


@pytest.mark.parametrize("name", ROWS)
def test_abbreviations_are_heard_in_full(trees, name):
    """States, c/o, and short names of days."""
    found = {
        span.text.strip(): str(span.entries["/E"])
        for span in trees[name].find("Span")
        if "/E" in span.entries
    }
    if name in ("pocket", "leaflet", "one-sheet"):
        assert found["Mon"] == "Monday" and found["IL"] == "Illinois"
    elif name not in ("zine", "wallet"):
        assert found["CA"] == "California" and found["NY"] == "New York"
    if name in ("english", "booklet", "large-print"):
        assert found["c/o"] == "care of"


# --- languages


def test_the_name_of_an_office_is_in_its_languages(trees):
    """Each with its own, and a city as it stands on the door."""
    names = [said(block) for block in trees["two-languages"].find("P") if "Main office" in block.text]
    assert "Main office / (es) Oficina principal" in names


LATIN, ARABIC = re.compile("[A-Za-z]{2}"), re.compile("[\u0620-\u064a]")


def words_of_another_script(node, language=""):
    """Yield texts whose letters the language that holds for them is not written in; not what is heard otherwise."""
    language = str(node.entries.get("/Lang", language))
    heard = {"/ActualText", "/E"} & set(node.entries)
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from words_of_another_script(kid, language)
        elif not isinstance(kid, dict) and not heard:
            yield from [kid.strip()] * bool((LATIN if language[:2] in ("ar", "zh") else ARABIC).search(kid))


@pytest.mark.parametrize("name", ROWS)
def test_words_are_in_a_language_that_is_written_so(trees, name):
    """Names in tables, what is sent, towns, topics, words before an address."""
    assert list(words_of_another_script(trees[name])) == []


def test_words_before_a_name_are_not_of_its_language(trees):
    """Also where both are written alike."""
    text = " ".join(said(block) for block in trees["spanish"].find("P"))
    assert "a cargo de (en) St. Ann Church" in text and "Contacto: (en) Pat Reyes" in text


@pytest.mark.slow
def test_what_is_not_translated_says_so(tmp_path, monkeypatch):
    """By what is known of it: in another script it would be seen anyway. Not states, and what a number spells."""
    monkeypatch.setattr(Foreign, "pieces", lambda self, item, leftward: iter([item]))
    shutil.copytree(GUIDE, tmp_path / "guide")
    shutil.rmtree(tmp_path / "guide" / "translations" / "ar")
    (tmp_path / "guide" / "translations" / "ar").mkdir()
    (tmp_path / "guide" / "translations" / "ar" / "guide.yaml").write_text(
        "title: \u062f\u0644\u064a\u0644\n"
    )
    tree = Reading(build_guide(tmp_path / "guide", today=DAY, name="arabic").pdf).tree
    found = set(words_of_another_script(tree))
    found = {each for each in found if LATIN.search(each) and not re.search(r"@|^www\.", each)}
    assert found <= {
        "California",
        "Illinois",
        "New York",
        "800-662-HELP",
        next(each for each in found if "River Pantry" in each),
    }


def test_chinese_says_its_script(trees):
    languages = {
        str(node.entries["/Lang"]) for node in trees["english"].find("LBody") if "/Lang" in node.entries
    }
    assert "zh-Hans" in languages and "zh" not in languages
