"""From a source to content files, and again."""

import json
from datetime import date

import pytest

from guide.content.load import load_guide
from guide.errors import ERROR, GuideError
from guide.exchange.again.state import read_state
from guide.exchange.bring_in import STAGES, Wish, bring_in, keep
from guide.exchange.sources.read import Raw
from guide.starter import Beginning

DAY = date(2026, 11, 30)
HEAD = "Agency Name,Category,Phone,Hours,Street,City,State,Zip,Website,Description,Active\n"
ROWS = (
    "FOOD BANK OF LARKIN,Food,773-471-0142,Mon-Fri 9 am to 5 pm,1 Oak St,Larkin,OR,97401,www.larkinfood.net,Gives food to everyone. Come in.,yes",
    "Larkin Clinic,Health,(773) 471-0143 ext 2,,2 Elm St,Larkin,OR,97401,,Sees people without insurance.,yes",
    "Night Pantry,Food,773-471-0144; 773-471-0145 (fax),by the moon,3 Oak St,Larkin,OR,97401,,,yes",
    "Old Pantry,Food,773-471-0146,,4 Oak St,Larkin,OR,97401,,,inactive",
)


def table(*rows):
    """A table as CSV."""
    return HEAD + "\n".join(rows) + "\n"


def wish(content, *names, **others):
    """A wish to import files into a folder."""
    return Wish(
        content=content,
        names=tuple(map(str, names)),
        today=DAY,
        beginning=Beginning(title="Help", today=DAY),
        **others,
    )


def bring(content, *names, **others):
    """Import and keep; what was brought."""
    brought = bring_in(wish(content, *names, **others))
    keep(brought)
    return brought


@pytest.fixture
def source(tmp_path):
    """A table of four agencies, one of which is inactive."""
    path = tmp_path / "agencies.csv"
    path.write_text(table(*ROWS))
    return path


def text_of(content):
    """All section files."""
    return "\n".join(path.read_text() for path in sorted((content / "sections").glob("*.yaml")))


def test_a_table_becomes_a_guide_that_can_be_built(source, tmp_path):
    """Without an error, with sections by category, and with sums that are right."""
    brought = bring(tmp_path / "guide", source)
    guide, problems = load_guide(tmp_path / "guide")
    assert [str(problem) for problem in problems if problem.level == ERROR] == []
    assert [(section.title, [each.name for each in section.listings]) for section in guide.sections] == [
        ("Food", ["Food Bank of Larkin", "Night Pantry"]),
        ("Health", ["Larkin Clinic"]),
    ]
    bank = guide.sections[0].listings[0]
    assert bank.phones[0].number == "773-471-0142" and bank.locations[0].address.city == "Larkin"
    assert brought.sums == (4, 3, 0, 1) and brought.guessed
    report = (tmp_path / "guide" / "imported" / "report.txt").read_text()
    assert "not active" in report and "by the moon" in report


def test_nothing_is_written_before_it_is_kept(source, tmp_path):
    """A dry run."""
    bring_in(wish(tmp_path / "guide", source))
    assert not (tmp_path / "guide").exists()


def test_the_same_again_changes_no_content(source, tmp_path):
    """Not a letter."""
    content = tmp_path / "guide"
    bring(content, source)
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    brought = bring(content)
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before
    assert (brought.plan.new, brought.plan.changed, brought.plan.gone, brought.plan.conflicts) == (0, 0, 0, 0)


def test_news_come_and_local_edits_stay(source, tmp_path):
    """A phone changed there, another here; one is new, one is gone."""
    content = tmp_path / "guide"
    bring(content, source)
    food = next(content.glob("sections/*food*.yaml"))
    food.write_text(
        food.read_text()
        .replace("773-471-0144", "773-471-9999")
        .replace("name: Food Bank of Larkin", "name: Food Bank of Larkin # ours")
    )
    source.write_text(
        table(
            ROWS[0].replace("0142", "7777"),
            ROWS[2].replace("0144", "8888"),
            "New Shelter,Shelter,773-471-0147,,5 Oak St,Larkin,OR,97401,,,yes",
        )
    )
    brought = bring(content)
    text = text_of(content)
    assert "773-471-7777" in text and "773-471-9999" in text and "New Shelter" in text and "# ours" in text
    assert "the source of 2026-11-30 has phones" in text and "Not in the source any more" in text
    assert (brought.plan.new, brought.plan.gone, brought.plan.conflicts) == (1, 1, 1)
    guide, problems = load_guide(content)
    assert [str(problem) for problem in problems if problem.level == ERROR] == []


def test_a_mapping_of_ones_own_is_kept_for_the_next_time(source, tmp_path):
    """Beside what came."""
    mapping = tmp_path / "own.yaml"
    mapping.write_text("name: own\nfields:\n  name: Agency Name\n  description: Street\n")
    bring(tmp_path / "guide", source, mapping=mapping)
    assert (tmp_path / "guide" / "imported" / "mapping.yaml").read_text() == mapping.read_text()
    assert "description: 1 Oak St" in text_of(tmp_path / "guide")
    assert not bring(tmp_path / "guide").guessed


def test_where_nothing_comes_of_it_nothing_is_written(tmp_path):
    """With a message for whoever imports."""
    (tmp_path / "a.csv").write_text(table(ROWS[3]))
    for names, name in (
        ((tmp_path / "a.csv",), "no-records"),
        ((), "nothing-again"),
        ((tmp_path / "b.csv",), "no-source"),
    ):
        with pytest.raises(GuideError) as error:
            bring(tmp_path / "guide", *names)
        assert [problem.name for problem in error.value.problems] == [name]
    assert not (tmp_path / "guide").exists()


def test_a_file_that_changes_meanwhile_stays(source, tmp_path):
    """All or nothing: the state too."""
    content = tmp_path / "guide"
    bring(content, source)
    source.write_text(table(ROWS[0].replace("0142", "7777"), *ROWS[1:]))
    brought = bring_in(wish(content))
    state = (content / "imported" / "import.json").read_bytes()
    food = next(content.glob("sections/*food*.yaml"))
    food.write_text(food.read_text() + "# saved just now\n")
    with pytest.raises(GuideError):
        keep(brought)
    assert (
        food.read_text().endswith("# saved just now\n")
        and (content / "imported" / "import.json").read_bytes() == state
    )


def test_what_is_private_is_nowhere(tmp_path):
    """Searched in all bytes that are written."""
    rows = [
        {
            "name": "Safe House",
            "city": "Larkin",
            "address": "77 Hidden Lane",
            "address_is_private": "yes",
            "notes": "at 77 Hidden Lane",
        },
        {"name": "Clinic", "city": "Larkin", "address": "2 Elm St"},
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    bring(tmp_path / "guide", tmp_path / "a.json")
    written = b"".join(path.read_bytes() for path in (tmp_path / "guide").rglob("*") if path.is_file())
    assert b"Safe House" in written and b"Hidden Lane" not in written.replace(b"address_is_private", b"")


def test_what_is_over_is_judged_by_the_day_of_the_import(tmp_path):
    """Not by the clock."""
    (tmp_path / "a.csv").write_text(
        "Name,City,Last verified\nBank,Larkin,2026-12-02\nClinic,Larkin,2026-11-29\n"
    )
    bring(tmp_path / "guide", tmp_path / "a.csv")
    text = text_of(tmp_path / "guide")
    assert "2026-11-29" in text and "2026-12-02" not in text


def test_the_country_of_a_mapping_is_that_of_the_guide(tmp_path):
    """One that the command names goes before both."""
    (tmp_path / "a.csv").write_text("Name,City,Phone\nBank,Toronto,416-555-0142\n")
    mapping = tmp_path / "m.yaml"
    mapping.write_text("country: CA\nfields: {name: Name, phones: Phone, addresses: [{city: City}]}\n")
    bring(tmp_path / "guide", tmp_path / "a.csv", mapping=mapping)
    assert "country: CA " in (tmp_path / "guide" / "guide.yaml").read_text()
    bring(tmp_path / "other", tmp_path / "a.csv", mapping=mapping, country="GB")
    assert "country: GB " in (tmp_path / "other" / "guide.yaml").read_text()


def test_a_guess_says_what_is_doubtful(tmp_path):
    """In the mapping that is left to be corrected, with the schema where it lies."""
    (tmp_path / "a.csv").write_text(
        "Organisation,Rufen Sie an\n"
        + "".join(f"Tafel {letter},030 123 45 6{number}\n" for number, letter in enumerate("ABCDE"))
    )
    bring(tmp_path / "guide", tmp_path / "a.csv")
    mapping = (tmp_path / "guide" / "imported" / "mapping.yaml").read_text()
    assert (
        "$schema=../schema/mapping.schema.json" in mapping
        and "# a guess, by what stands in it; 5 of 5" in mapping
    )


def test_files_of_many_sections_stand_in_their_order(tmp_path):
    """01 before 10."""
    rows = "".join(f"Place {letter},Kind {letter},{letter} Town\n" * 1 for letter in "ABCDEFGHIJK")
    (tmp_path / "a.csv").write_text("Name,Category,City\n" + rows)
    mapping = tmp_path / "m.yaml"
    mapping.write_text("fields: {name: Name, category: Category, addresses: [{city: City}]}\n")
    bring(tmp_path / "guide", tmp_path / "a.csv", mapping=mapping)
    names = sorted(path.name for path in (tmp_path / "guide" / "sections").iterdir())
    guide, _ = load_guide(tmp_path / "guide")
    assert [name.split("-", 1)[1].removesuffix(".yaml") for name in names] == [
        section.id for section in guide.sections
    ]


def test_another_source_is_not_taken_for_a_newer_one(source, tmp_path):
    """All that is there would go out of print."""
    content = tmp_path / "guide"
    bring(content, source)
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    other = tmp_path / "other.csv"
    other.write_text(
        table(ROWS[0].replace("FOOD BANK", "Bridge"), ROWS[1].replace("Larkin Clinic", "Shelter"))
    )
    with pytest.raises(GuideError) as error:
        bring(content, other)
    assert [problem.name for problem in error.value.problems] == ["other-source"]
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_a_file_that_is_no_section_yet_is_not_written_over(source, tmp_path):
    """A new section takes another name."""
    content = tmp_path / "guide"
    bring(content, source)
    (content / "sections" / "3-shelter.yaml").write_text("# mine\n")
    source.write_text(table(*ROWS, "New Shelter,Shelter,773-471-0147,,5 Oak St,Larkin,OR,97401,,,yes"))
    bring(content, source)
    assert (content / "sections" / "3-shelter.yaml").read_text() == "# mine\n"
    assert "New Shelter" in (content / "sections" / "3-shelter-2.yaml").read_text()


def test_the_country_that_a_source_speaks_for_is_that_of_a_new_guide(tmp_path):
    """Its numbers and postal codes are read as written there, and it is told."""
    source = tmp_path / "pantries.csv"
    rows = [f'Pantry {n},0189675311{n},"{n} Elm Road\nBarton\nZX16 0RL"' for n in range(1, 4)]
    source.write_text("\n".join(["Name,Phone,Address", *rows]) + "\n")
    brought = bring(tmp_path / "guide", source)
    text = (tmp_path / "guide" / "guide.yaml").read_text()
    listings = "".join(path.read_text() for path in (tmp_path / "guide" / "sections").iterdir())
    assert "country: GB " in text
    assert "01896 753111" in listings and "postal_code: ZX16 0RL" in listings and "city: Barton" in listings
    assert any(note.kind == "country of addresses and numbers" for note in brought.ledger.notes)


def test_an_import_that_was_killed_before_its_end_is_repeated_without_doubles(source, tmp_path):
    """What it had written by then is there once: the files of content are, what is kept for the next time is not."""
    content = tmp_path / "guide"
    bring(content, source)
    state = (content / "imported" / "import.json").read_bytes()
    source.write_text(table(*ROWS, "New Pantry,Food,773-471-0150,,9 Oak St,Larkin,OR,97401,,,yes"))
    bring(content)
    before = text_of(content)
    (content / "imported" / "import.json").write_bytes(state)
    bring(content)
    assert text_of(content) == before and before.count("New Pantry") == 1


def test_a_source_that_was_handed_over_is_not_looked_for_again(source, tmp_path):
    """The next import says that it has to be named; nothing tells where it lay."""
    content = tmp_path / "guide"
    keep(bring_in(wish(content, raws=(Raw("agencies.csv", source.read_bytes()),))))
    state = read_state(content)
    assert (state.sources, state.handed) == ((), ("agencies.csv",))
    assert str(tmp_path) not in text_of(content) + (content / "imported/report.txt").read_text()
    with pytest.raises(GuideError, match="agencies.csv was taken in with the studio"):
        bring_in(wish(content))
    assert bring_in(wish(content, source)).plan.new == 0


def test_everything_goes_into_one_section(source, tmp_path):
    """The next time, too."""
    content = tmp_path / "guide"
    bring(content, source)
    (content / "sections/3-more.yaml").write_text(
        "id: more\ntitle: More\nlistings:\n  - id: own\n    name: Own\n"
    )
    main = content / "guide.yaml"
    main.write_text(main.read_text() + "  - sections/3-more.yaml\n")
    source.write_text(table(*ROWS, "Elm Clinic,Health,773-471-0149,,,,,,,,yes"))
    brought = bring(content, source, section="more")
    assert "elm-clinic" in (content / "sections/3-more.yaml").read_text() and brought.plan.new == 1
    source.write_text(
        table(*ROWS, "Elm Clinic,Health,773-471-0149,,,,,,,,yes", "Ash Clinic,Food,773-471-0148,,,,,,,,yes")
    )
    bring(content, source)
    assert "ash-clinic" in (content / "sections/3-more.yaml").read_text()


def test_it_is_told_how_far_an_import_is(source, tmp_path):
    laps = []
    bring_in(wish(tmp_path / "guide", source), laps.append)
    assert tuple(laps) == STAGES


def test_what_was_changed_since_it_was_compared_is_not_written_over(source, tmp_path):
    """Nothing of the import is written."""
    content = tmp_path / "guide"
    bring(content, source)
    source.write_text(table(*ROWS).replace("0143", "0153"))
    brought = bring_in(wish(content, source))
    path = content / "sections/2-health.yaml"
    path.write_text(path.read_text() + "# mine\n")
    with pytest.raises(GuideError, match="2-health.yaml"):
        keep(brought)
    assert "0153" not in text_of(content)
