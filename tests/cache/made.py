"""A small guide, and builds of it as processes of their own would make them."""

from guide.build import build_guide
from guide.cache.memory import DiskMemory

LISTING = (
    "  - id: {id}\n    name: Place {id}\n    phones: [773-471-{number:04}]\n    hours: Mo-Fr 09:00-17:00\n"
    "    description: Beds and meals for everybody who comes. See also [[p3]].\n    verified: 2026-04-01\n"
)
GUIDE = (
    "title: Help\nedition: {date: 2026-04-01}\nhelp_now:\n  - {text: Call for help, phone: 773-471-1111}\n"
)


def make_folder(folder, sections=4, listings=9):
    """Content with so many listings in each of so many sections."""
    (folder / "sections").mkdir(parents=True)
    (folder / "editions").mkdir()
    (folder / "guide.yaml").write_text(GUIDE)
    (folder / "editions/guide.yaml").write_text("default: yes\nformat: pocket\n")
    for section in range(sections):
        first = section * listings
        rows = "".join(LISTING.format(id=f"p{each}", number=each) for each in range(first, first + listings))
        flow = "page: flows on\n" * (section % 2)
        text = f"title: Part {section}\n{flow}listings:\n{rows}"
        (folder / f"sections/{section:02}.yaml").write_text(text)
    return folder


def change(folder, old, new, name="sections/01.yaml"):
    """Put something else in the place of the first text of a file."""
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def built(folder, cache=None, **how):
    """The result of a build, which keeps what serves the next in `cache`, a folder."""
    memory = DiskMemory(cache, folder) if cache else None
    result = build_guide(folder, memory=memory, **how)
    if memory:
        assert memory.save() == ""
    return result


def told(result):
    """All that a build tells."""
    return result.pages, result.listings, result.problems, result.said
