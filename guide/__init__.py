"""Structured content files become a paginated, tagged PDF guide: who helps, where, on which number.

Words that this code uses as printers do:

galley        lines set to a measure, one below the other, before there are pages
frame         the part of a page that holds the text
measure       the width that lines are set to
leading       the height of a line, from baseline to baseline
gutter        the space between two columns, and nothing else
inner margin  the margin on the binding side: left on a recto, right on a verso
recto, verso  a right-hand page, with an odd folio; a left-hand page, with an even one
folio         the page number as it is printed, never the page's index
running head  the line at the top of each page: section, range of listings, folio
leader        the dots between a name and its page number
widow         a paragraph's last line alone at the top of a page
orphan        a paragraph's first line alone at the foot of one
key           the solid square with a section's number
thumb tab     the block at the trim that shows a section from outside
stamp         the empty place for a clinic's name
slip          a small page that says what to correct in an older edition; the next takes its place
leaf          two pages on both sides of one piece of paper

And words of its own, each for one thing:

part          what a guide has but for its sections: cover, contents, closing notes, index, form
beside        next to each other on a page, as two languages, or numbers and their address
voice         a guide in one of the languages that it is printed in, with the fixed texts of that language
stretch       sections that one process sets and makes into pages; a long guide has two
elsewhere     with the other process, which has set the second stretch
crew          those who do many pieces of work: processes of this computer, or workers of a cluster
kit           what all those pieces need, made ready once in each process
shipment      a kit on its way to other computers
held          rows of which only the heights are known: what stands in them is set when a page with them is made
lap           the end of a stage of a build, told to whoever has a clock: `lap("draw")`
handout       what one person gets of a guide: the listings nearest to what their row of a table asks for
kitchen       what a process needs to make many handouts, ready once
slip          the half page that says what is wrong in copies that are out, and what is right
state         a guide as it was or is: an edition that was kept, a folder, a revision of git
seal          letters in a file that was given out, a digest of all else in it: somebody has changed it where they differ
said          sentences for the person who made an edition, which are no problems: "fits 8 pages: no index by topic"

From a program: `from guide import open_project, make_pdf`, see docs/python.md. What is named here is public, and nothing else.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "BuildResult",
    "GuideError",
    "Mark",
    "Problem",
    "Project",
    "__version__",
    "check_project",
    "make_pdf",
    "open_project",
    "save_pdf",
]

if TYPE_CHECKING:
    from guide.build import BuildResult, check_project, make_pdf, save_pdf
    from guide.errors import GuideError, Mark, Problem
    from guide.project import Project, open_project

_HOMES = {
    "BuildResult": "guide.build",
    "check_project": "guide.build",
    "make_pdf": "guide.build",
    "save_pdf": "guide.build",
    "GuideError": "guide.errors",
    "Mark": "guide.errors",
    "Problem": "guide.errors",
    "Project": "guide.project",
    "open_project": "guide.project",
}


def __getattr__(name: str) -> Any:
    """A public name, from its module when it is first asked for: the command line must not load what it does not use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'guide' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
