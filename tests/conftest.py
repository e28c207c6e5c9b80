"""What tests share: golden files, a face that can be counted by hand, and short ways to make a guide."""

import gc
import itertools
import logging
import os
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings

from guide import model
from guide.colours import ACCENTS
from guide.content.load import load_guide
from guide.errors import Mark
from guide.language.unicode import letters_of, script_runs
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.pages import Box, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.script_faces import FACES, face_of, forget_faces, system_folders, what_brings
from guide.layout.type.style import make_style
from tests.chromium import browser, pytest_runtest_teardown  # noqa: F401  a fixture and a hook
from tests.tiers import asked_of, files, in_tier, pytest_collection_modifyitems  # noqa: F401  the last is a hook

GOLDEN = Path(__file__).parent / "golden"
CELL = 500  # advance of every glyph of the test face, in thousandths of the em
MEMORY = (
    "/dev/shm"  # where the folders of tests are, as a disk takes long to be sure of a file and to forget it
)
LEFT = pytest.StashKey()  # files of tests that this process does not read
SHARES = {}  # {process: the number of its share}
MARK = Mark(Path("sections/a.yaml"), 1, 1)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the difference"
    )
    parser.addoption(
        "--thorough", action="store_true", help="look at every combination and at many more random examples"
    )


def pytest_configure(config):
    """Where nothing compiled is to be left behind, the commands that tests begin keep it in a folder of the session.

    Else each of them would compile the whole program, which takes longer than what most of them do.
    With --thorough this is told to tests/thorough.py, which is read after this.
    """
    if config.getoption("--thorough"):
        os.environ["GUIDE_THOROUGH"] = "1"
    os.environ["GUIDE_FACES"] = ""  # what a test finds is the same on every machine; see `system_faces`
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries note is no word of a command
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # begun with & or nohup; commands would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.modules["pymupdf.layout"] = None  # no test needs it, and it takes a second to be ready
    if config.getoption("dist", "no") == "load":
        config.option.dist = "loadscope"  # see pytest_xdist_make_scheduler
    if not hasattr(config, "workerinput"):
        config.option.markexpr = asked_of(config)
        if has_room(MEMORY):
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)
    config.stash[LEFT] = left_of(config)
    # A slow or busy machine is no fault of the program: examples may take as long as they take. Each run has the same ones;
    # --thorough looks for new ones.
    settings.register_profile(
        "guide",
        derandomize=not config.getoption("--thorough"),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=100 if config.getoption("--thorough") else 15,
    )
    settings.load_profile("guide")
    gc.set_threshold(200_000, 50, 50)  # a build goes without it, and a tenth of the time of many is it
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = folder = tempfile.mkdtemp(prefix="guide-tests-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_collection_finish():
    """What was read to find the tests stays to the end: the collector need not look at it again and again."""
    gc.collect()
    gc.freeze()


def has_room(folder):
    """Whether there is such a folder, with two gigabytes, and programs in it may be run."""
    if not os.path.ismount(folder):
        return False
    about = os.statvfs(folder)
    return about.f_bavail * about.f_frsize > 2_000_000_000 and not about.f_flag & os.ST_NOEXEC


def left_of(config):
    """The files of tests that this process does not read: those of the other tier, and what other processes read."""
    left = frozenset(files()).difference(in_tier(config.option.markexpr))
    if "share" not in getattr(config, "workerinput", ()):
        return left
    from tests.sharing import left_to_others

    share, shares = config.workerinput["share"], config.workerinput["workercount"]
    return left | left_to_others(share, shares, config.option.markexpr)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish():
    """What is still there at the end is looked at once, not five times as pytest does."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """The tests of a file go to one process; see tests/sharing.py."""
    if config.option.dist != "loadscope":
        return None
    from tests.sharing import Sharing

    return Sharing(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    """Where all is tested, each process is told which share of the files it reads; one that takes another's place has its share."""
    if node.config.option.dist == "loadscope" and node.config.args_source is node.config.ArgsSource.TESTPATHS:
        node.workerinput["share"] = min(set(range(node.workerinput["workercount"])) - set(SHARES.values()))
        SHARES[node.workerinput["workerid"]] = node.workerinput["share"]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    if error:
        SHARES.pop(node.workerinput["workerid"], None)


def pytest_ignore_collect(collection_path, config):
    """What another process reads, or a run of the other tier, is not looked at."""
    return True if collection_path in config.stash[LEFT] else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """One of several processes tells how a test ended, and of what went before and after it only what did not go well."""
    option = item.config.option
    if not hasattr(item.config, "workerinput") or option.xmlpath or option.durations is not None:
        return None
    for report in runtestprotocol(item, nextitem=nextitem, log=False):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


PLACES = count()


@pytest.fixture
def tmp_path(tmp_path_factory):
    """An empty folder; pytest's own looks at all the others to find it a name, and links the newest."""
    path = tmp_path_factory.getbasetemp() / f"t{next(PLACES)}"
    path.mkdir()
    return path


@pytest.fixture
def golden(request):
    """Compares a text with a golden file: golden("guide/pages.txt", text)."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing; make it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def system_faces():
    """The folders of the system's fonts in which a test that asks for this finds faces of other scripts."""
    kept = os.environ.pop("GUIDE_FACES", "")
    folders = os.pathsep.join(system_folders())
    os.environ["GUIDE_FACES"] = kept
    return folders


@pytest.fixture
def with_faces(system_faces, monkeypatch):
    """with_faces("Khmr") finds the faces of this system, and skips the test where it has none of the script."""

    def find(*scripts):
        monkeypatch.setenv("GUIDE_FACES", system_faces)
        forget_everything()
        for script in scripts:
            if script in FACES and face_of(script, False) is None:
                files, package = what_brings(script)
                pytest.skip(f"no face of {script}: apt install {package}, or {files}")

    yield find
    monkeypatch.undo()
    forget_everything()


@pytest.fixture
def with_language(with_faces):
    """with_language("km") finds the faces that a language needs, or skips the test."""

    def find(language):
        with_faces(*{script for script, _ in script_runs("".join(letters_of(language)))})

    return find


def forget_everything():
    """No face of a script is known any more, nor a stack that has one."""
    forget_faces()
    default_stacks.cache_clear()


@pytest.fixture(scope="session")
def make_face(tmp_path_factory):
    """Makes a font file with these characters, every glyph as wide as told (thousandths of the em); its path."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    folder = tmp_path_factory.mktemp("faces")

    def make(name, characters, advance=CELL):
        pen = TTGlyphPen(None)
        for step, point in zip((pen.moveTo, pen.lineTo, pen.lineTo), ((0, 0), (300, 0), (300, 300))):
            step(point)
        pen.closePath()
        glyph = pen.glyph()
        names = [".notdef", *(f"u{ord(c):04X}" for c in characters)]
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder(names)
        builder.setupCharacterMap({ord(c): f"u{ord(c):04X}" for c in characters})
        builder.setupGlyf({each: glyph for each in names})
        builder.setupHorizontalMetrics({each: (advance, 0) for each in names})
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": name, "styleName": "Regular"})
        builder.setupOS2()
        builder.setupPost()
        path = folder / f"{name}.ttf"
        builder.save(path)
        return path

    return make


@pytest.fixture(scope="session")
def half_em(make_face):
    """A face whose every glyph is half an em: at 12 points, a line of 120 holds 20 letters."""
    return make_face("HalfEm", [chr(code) for code in range(32, 127)] + ["\u00a0", "\u2013", "\u2026"])


@dataclass(frozen=True)
class Maker:
    """Short ways to make the parts of a guide, to set it, and to look at what came out."""

    style: object

    @staticmethod
    def paragraph(*parts):
        """A paragraph of texts and spans."""
        return model.Paragraph(tuple(model.Span(part) if isinstance(part, str) else part for part in parts))

    @staticmethod
    def bullets(*texts, ordered=False):
        return model.BulletList(tuple((model.Span(text),) for text in texts), ordered)

    @staticmethod
    def phone(printed="773-471-0999", type=model.VOICE, **more):
        digits = "".join(filter(str.isdigit, more.get("in_digits") or printed))
        return model.Phone(number=printed, printed=printed, type=type, **{"e164": f"+1{digits}", **more})

    @staticmethod
    def office(city="Chicago", *phones, street="3110 West Taylor Street", **more):
        address = model.Address(address_1=street, city=city, state_province="IL", postal_code="60612")
        return model.Location(**{"address": address, "phones": phones, **more})

    @staticmethod
    def listing(id="one", name=None, **more):
        return model.Listing(id=id, name=name or f"Name of {id}", mark=more.pop("mark", MARK), **more)

    @staticmethod
    def section(*listings, id="s", title="Section", **more):
        return model.Section(id=id, title=title, mark=more.pop("mark", MARK), listings=listings, **more)

    @staticmethod
    def guide(*sections, **more):
        number, colour = more.pop("number", 1), more.pop("colour", "blue")
        return model.Guide(
            **{
                "title": "Help near here",
                "mark": Mark(Path("guide.yaml")),
                "sections": sections,
                "edition": model.EditionMark(number=number, colour=colour, date=date(2026, 11, 23)),
                **more,
            }
        )

    def typeset(self, guide, style=None):
        """(Document, problems)."""
        return typeset(guide, style or self.style, ENGLISH)

    def first_page(self, *listings, **more):
        """The page on which a section of these listings begins: the third, a recto with its main edge at 102."""
        document, problems = self.typeset(self.guide(self.section(*listings, **more)))
        return document.pages[2]

    @staticmethod
    def texts(page, content=True):
        """The texts of a page, with artifacts or without them."""
        return [item for item in page.items if isinstance(item, Text) and (item.tag or not content)]

    def text(self, page, words):
        """The one text with these words, spaces around it left out; else the first of the pieces of a line that have them."""
        texts = self.texts(page, False)
        found = [item for item in texts if item.text.strip() == words]
        found = found or [
            texts[place] for place in range(len(texts)) if words in self.beginnings(texts[place:])
        ]
        assert len(found) == 1, (words, [item.text for item in texts])
        return found[0]

    @staticmethod
    def beginnings(texts):
        """What the pieces of a line say together, from the first up to each of them."""
        line = itertools.takewhile(lambda item: item.y == texts[0].y, texts)
        return [said.strip() for said in itertools.accumulate(item.text for item in line)]

    def lines(self, page, content=True):
        """The lines of a page in the order they were set: words on one baseline, near each other, together."""
        lines = []
        for item in self.texts(page, content):
            if lines and lines[-1][0] == round(item.y, 2):
                lines[-1][1].append(item.text)
            else:
                lines.append((round(item.y, 2), [item.text]))
        return ["".join(parts).strip() for _, parts in lines]

    @staticmethod
    def bars(page):
        """Accent bars of contact blocks as (centre line, top, width, height)."""
        boxes = [
            item for item in page.items if isinstance(item, Box) and item.fill == "accent" and item.width < 4
        ]
        return [(round(box.x + box.width / 2, 2), round(box.y, 2), box.width, box.height) for box in boxes]


@pytest.fixture(scope="session")
def maker():
    """Makes guides and sets them on Letter in the shipped faces."""
    return Maker(make_style("letter", ACCENTS["blue"].screen, default_stacks()))


@pytest.fixture(scope="session")
def letter(maker):
    """The style of the Letter edition in the shipped faces."""
    return maker.style


# --- content files ---

GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
LISTING = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"


@pytest.fixture
def load(tmp_path):
    """Writes content files and loads them: load(guide=..., food=...), as text or bytes; what was found in it."""

    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def load_files(guide=GUIDE, food=LISTING, **more):
        write("guide.yaml", guide)
        for name, content in {"food": food, **more}.items():
            write(f"sections/{name}.yaml", content)
        loaded, problems = load_guide(tmp_path)
        lines = tuple(str(problem).replace(f"{tmp_path}/", "") for problem in problems)
        return SimpleNamespace(guide=loaded, problems=problems, lines=lines)

    return load_files


@pytest.fixture
def load_listing(load):
    """The one listing of a guide, with these lines added to it; no problem may be found."""

    def load_lines(*lines, guide=GUIDE):
        found = load(guide=guide, food=LISTING + "".join(f"    {line}\n" for line in lines))
        assert not found.lines
        return found.guide.listings[0]

    return load_lines
