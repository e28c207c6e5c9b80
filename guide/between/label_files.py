"""Files of labels that belong to no edition: the page that shows how a printer feeds."""

from datetime import date

from guide.build import write_pdf
from guide.colours import ACCENTS
from guide.layout.editions.label_pages import Sheeting, calibration_page
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Document
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style

NO_DAY = date(2026, 1, 1)  # of a page that is the same on every day


def calibration_pdf(sheeting: Sheeting) -> bytes:
    """The page as a file."""
    style = make_style("letter", ACCENTS["blue"].screen, default_stacks())
    root = Tag("Document", language="en")
    page = calibration_page(sheeting, Setter(style, 1), root)
    document = Document(
        title=f"Calibration: {sheeting.sheet.name}",
        language="en",
        author="",
        subject="",
        date=NO_DAY,
        accent=style.accent,
        pages=(page,),
        root=root,
        single_sided=True,
    )
    return write_pdf(LaidOut(document), "colour")
