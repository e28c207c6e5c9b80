"""Recipients from tables and lists, with every problem at its line and column."""

import pytest

from guide.errors import GuideError
from guide.mail.recipients import language_code, load_recipients

EDITIONS = ("guide", "large-print")


@pytest.fixture
def load(tmp_path):
    def read(text, name="people.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_recipients(path, EDITIONS)[:2]

    return read


@pytest.fixture
def problems(load):
    """(line, column, name) of every problem."""

    def find(text, name="people.csv"):
        with pytest.raises(GuideError) as caught:
            load(text, name)
        return [(problem.mark.line, problem.mark.column, problem.name) for problem in caught.value.problems]

    return find


FULL = 'address,Name,organization,language,edition,copies,Room number\nann@harbor.org,"Ann ""A"" O\'Hara, RN",Harbor,es,"large-print, guide",20,\u00bd 7\n\nbob@harbor.org\n'


@pytest.mark.parametrize("text", [FULL, FULL.replace("\n", "\r\n"), "\ufeff" + FULL])
def test_a_table(load, text):
    (ann, bob), own = load(text)
    assert (str(ann.address), ann.name, ann.organization, ann.language) == (
        "ann@harbor.org",
        'Ann "A" O\'Hara, RN',
        "Harbor",
        "es",
    )
    assert (ann.editions, ann.copies, ann.own) == (
        ("large-print", "guide"),
        20,
        (("room_number", "\u00bd 7"),),
    )
    assert (bob.name, bob.editions, bob.copies, bob.mark[1:]) == ("", (), 0, (4, 1))
    assert own == {"room_number"}


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_separators(load, sign):
    (ann,), _ = load(f"name{sign}address\nO'Hara, Ann{sign}ann@harbor.org")
    assert (ann.name, str(ann.address)) == ("O'Hara, Ann", "ann@harbor.org")


@pytest.mark.parametrize(
    "text",
    [
        "- address: ann@harbor.org\n  name: Ann\n  room: 7\n- bob@harbor.org\n",
        "recipients:\n  - {address: ann@harbor.org, name: Ann, room: 7}\n  - bob@harbor.org\n",
    ],
)
def test_a_list(load, text):
    (ann, bob), own = load(text, "people.yaml")
    assert (ann.name, ann.own, str(bob.address), own) == ("Ann", (("room", "7"),), "bob@harbor.org", {"room"})


EXPORTED = "Full Name;E-mail;Address;Language;Copies\r\nJos\u00e9 Nu\u00f1ez;jose@harbor.org;12 Elm St;Spanish;20\r\nAnn;ann@harbor.org;;;\r\n"


def test_a_table_as_excel_saves_it(tmp_path):
    """Semicolons, its letters, its columns, and an address that is a street; with a note on the letters."""
    (tmp_path / "a.csv").write_bytes(EXPORTED.encode("cp1252"))
    (jose, ann), own, (note,) = load_recipients(tmp_path / "a.csv", EDITIONS)
    assert (str(jose.address), jose.name, jose.language, jose.copies) == (
        "jose@harbor.org",
        "Jos\u00e9 Nu\u00f1ez",
        "es",
        20,
    )
    assert (
        jose.own == (("street", "12 Elm St"),) and own == {"street"} and str(ann.address) == "ann@harbor.org"
    )
    assert (note.name, note.level) == ("windows-text", "warning") and "Jos\u00e9" in note.message


@pytest.mark.parametrize("name", ["Email", "E-mail", "E-Mail Address", "email_address", "MAIL", "Correo"])
def test_what_the_column_of_addresses_may_be_called(load, name):
    assert str(load(f"Name,{name}\nAnn,ann@harbor.org\n")[0][0].address) == "ann@harbor.org"


@pytest.mark.parametrize(
    "text, code",
    [
        ("Spanish", "es"),
        ("espa\u00f1ol", "es"),
        ("es-MX", "es-MX"),
        ("Farsi", "fa"),
        ("Klingon", "Klingon"),
        ("vietnamese", "vi"),
    ],
)
def test_a_language_by_its_name(text, code):
    assert language_code(text) == code


def test_every_problem_at_once(problems):
    text = (
        "address,name,edition,copies\nann@harbor,Ann,guide,2\nbob@harbor.org,Bob,gide,many\n,Cat,,\n"
        'BOB@harbor.org,"B\nob",,1\ndan@harbor.org,Dan,,1,5,6\neve@harbor.org,"Eve\n'
    )
    assert problems(text) == [
        (2, 1, "email"),
        (3, 20, "unknown-edition"),
        (3, 25, "copies"),
        (4, 1, "missing"),
        (5, 16, "line-end"),
        (7, 23, "too-many-cells"),
        (7, 25, "too-many-cells"),
        (8, 16, "quotes"),
    ]


def test_nobody_is_there_twice(problems, load):
    assert problems("address\nann@harbor.org\nAnn@Harbor.org\n") == [(3, 1, "address-twice")]
    assert len(load("address,edition\nann@harbor.org,guide\nann@harbor.org,large-print\n")[0]) == 2


@pytest.mark.parametrize(
    "text, name, found",
    [
        ("", "a.csv", [(0, 0, "empty-file")]),
        ("address\n", "a.csv", [(0, 0, "no-recipients")]),
        ("emial,name\na@b.org,A\n", "a.csv", [(1, 1, "unknown-key")]),
        ("who,name\na@b.org,A\n", "a.csv", [(1, 1, "missing")]),
        ("address,adress\na@b.org,A\n", "a.csv", [(1, 9, "unknown-key")]),
        ("address,1st\na@b.org,A\n", "a.csv", [(1, 9, "unknown-key")]),
        ("address,room,room\na@b.org,1,2\n", "a.csv", [(1, 14, "duplicate-key")]),
        (b"address\n\x81@b.org\n", "a.csv", [(2, 1, "encoding")]),
        ("address\nann\u200b@b.org\n", "a.csv", [(2, 4, "unseen-character")]),
        ("address,name\na@b.org,Ann\x07\n", "a.csv", [(2, 12, "unseen-character")]),
        ("title: x\n", "a.yaml", [(1, 1, "wrong-type")]),
        ("- name: Ann\n", "a.yaml", [(1, 3, "missing")]),
        ("- [a]\n", "a.yaml", [(1, 3, "wrong-type")]),
        ("- address: &x a\n", "a.yaml", None),
        ('- "ann@b.org\\nBcc: x@b.org"\n', "a.yaml", [(1, 3, "email")]),
    ],
)
def test_what_is_wrong(problems, text, name, found):
    assert problems(text, name) == found or found is None


def test_a_break_in_a_name_does_not_reach_the_message(load):
    (ann,), _ = load('- address: ann@b.org\n  name: "Ann\\r\\nBcc: bob@b.org"\n', "people.yaml")
    assert ann.name == "Ann Bcc: bob@b.org"


@pytest.mark.parametrize(
    "said, forms",
    [
        ("", ()),
        ("text", ("text",)),
        ('"PDF, Large Print; html"', ("pdf", "large", "web")),
        ('"txt, text"', ("text",)),
        ("BRF", ("braille",)),
    ],
)
def test_forms_of_an_edition(load, said, forms):
    (ann,), own = load(f"address,format\nann@harbor.org,{said}\n")
    assert ann.forms == forms and own == set()


def test_forms_in_a_list(load):
    (ann, bob), _ = load(
        "- {address: ann@harbor.org, format: [text, braille]}\n- {address: bob@harbor.org, format: web}\n",
        "p.yaml",
    )
    assert (ann.forms, bob.forms) == (("text", "braille"), ("web",))


def test_a_form_that_there_is_not(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("address,format\nann@harbor.org,\nbob@harbor.org,docx\n", encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        load_recipients(path, EDITIONS)
    (problem,) = caught.value.problems
    assert (problem.name, problem.mark.line, problem.mark.column) == ("mail-format", 3, 16)
    assert problem.hint == "write one of: pdf, large, web, text, message, epub, braille, csv"


def test_one_address_in_two_lines_with_two_forms(load, problems):
    """Two messages; the same form twice is one too many."""
    assert len(load("address,format\na@h.org,text\na@h.org,web\n")[0]) == 2
    assert problems('address,format\na@h.org,text\na@h.org,"web, text"\n') == [(3, 1, "address-twice")]
