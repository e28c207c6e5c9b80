"""The whole pipeline: content files in, a finished PDF out."""

from dataclasses import dataclass

from guide.content.load import load_guide
from guide.errors import ERROR, GuideError
from guide.layout.book import typeset
from guide.layout.coverage import missing_characters
from guide.layout.fonts import default_stacks
from guide.layout.style import ACCENTS, make_style
from guide.layout.words import ENGLISH


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildResult:
    """A finished guide: the file's bytes, what is in it, and the warnings."""

    pdf: bytes
    pages: int
    listings: int
    problems: tuple


def build_guide(folder, progress=None):
    """The PDF of the guide in a content folder; raises GuideError with all problems where there are errors.

    `progress(stage, done, total)` is called as the stages begin.
    """
    from guide.pdf.writer import render_pdf  # reportlab, the slowest import, is not needed where content is wrong

    report = progress or (lambda stage, done, total: None)
    report("Reading", 0, 3)
    guide, problems = load_guide(folder)
    _stop_on_errors(problems)
    report("Setting", 1, 3)
    stacks = default_stacks()
    style = make_style("letter", ACCENTS[guide.edition.colour], stacks)
    document, warnings = typeset(guide, style, ENGLISH)
    problems += warnings + tuple(missing_characters(guide, stacks))
    _stop_on_errors(problems)
    report("Writing", 2, 3)
    pdf = render_pdf(document)
    report("Done", 3, 3)
    return BuildResult(pdf=pdf, pages=len(document.pages), listings=len(guide.listings), problems=problems)


def _stop_on_errors(problems):
    if any(problem.level == ERROR for problem in problems):
        raise GuideError(problems)
