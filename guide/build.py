"""The whole pipeline: content files in, a finished PDF out."""

from dataclasses import dataclass

from guide.content.review import review_guide
from guide.content.select import printable
from guide.content.worklist import calls_csv, list_calls
from guide.errors import ERROR, GuideError
from guide.layout.book import typeset
from guide.layout.coverage import missing_characters
from guide.layout.fonts import default_stacks
from guide.layout.style import ACCENTS, make_style
from guide.layout.words import ENGLISH
from guide.layout.worklist import typeset_worklist


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildResult:
    """A finished guide: the file's bytes, what is in it, and the warnings."""

    pdf: bytes
    pages: int
    listings: int
    problems: tuple


def build_guide(folder, progress=None, *, today=None, strict=False):
    """The PDF of the guide in a content folder; raises GuideError with all problems where there are errors.

    `progress(stage, done, total)` is called as the stages begin. What is stale is judged on the day `today`, else
    by the clock; no date of the clock is in the PDF. `strict`: warnings are errors.
    """
    from guide.pdf.writer import render_pdf  # reportlab, the slowest import, is not needed where content is wrong

    report = progress or (lambda stage, done, total: None)
    report("Reading", 0, 3)
    guide, problems = review_guide(folder, today)
    _stop_on_errors(problems, strict)
    guide = printable(guide)
    report("Setting", 1, 3)
    stacks = default_stacks()
    style = make_style("letter", ACCENTS[guide.edition.colour], stacks)
    document, warnings = typeset(guide, style, ENGLISH)
    problems += warnings + tuple(missing_characters(guide, stacks))
    _stop_on_errors(problems, strict)
    report("Writing", 2, 3)
    pdf = render_pdf(document)
    report("Done", 3, 3)
    return BuildResult(pdf=pdf, pages=len(document.pages), listings=len(guide.listings), problems=problems)


def build_worklist(guide):
    """(PDF, CSV) of the call sheet for a guide, as bytes."""
    from guide.pdf.writer import render_pdf  # see build_guide

    guide, calls = printable(guide), list_calls(guide)
    style = make_style("letter", ACCENTS[guide.edition.colour], default_stacks())
    return render_pdf(typeset_worklist(guide, calls, style, ENGLISH)), calls_csv(calls)


def _stop_on_errors(problems, strict):
    if any(strict or problem.level == ERROR for problem in problems):
        raise GuideError(problems)
