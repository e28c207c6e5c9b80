"""The guide by reportlab's own layout, Platypus, which cannot tag: python -m benchmarks.peers.platypus DATA.json OUT.pdf"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import SimpleIndex, TableOfContents

STYLES = getSampleStyleSheet()


class Guide(BaseDocTemplate):
    """Tells the contents of every heading."""

    def __init__(self, target):
        super().__init__(target, pagesize=letter)
        frame = Frame(65, 65, letter[0] - 130, letter[1] - 130)
        self.addPageTemplates(
            PageTemplate(
                frames=[frame],
                onPage=lambda canvas, document: canvas.drawCentredString(306, 40, str(document.page)),
            )
        )

    def afterFlowable(self, flowable):
        name = getattr(getattr(flowable, "style", None), "name", "")
        if name in ("Heading1", "Heading2") and getattr(flowable, "key", ""):
            self.canv.bookmarkPage(flowable.key)
            level = int(name == "Heading2")
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page, flowable.key))
            self.canv.addOutlineEntry(flowable.getPlainText(), flowable.key, level)


def heading(text, style, key, index=""):
    made = Paragraph(f"<a name='{key}'/>{escape(text)}{index}", STYLES[style])
    made.key = key
    return made


def listing(each):
    """The parts of a listing, which stay together."""
    name = each["name"]
    yield heading(
        name, "Heading2", each["id"], f"<index item='{escape(name.replace(',', ' '), {chr(39): ' '})}'/>"
    )
    for office in each["sites"]:
        numbers = [
            f"<a href='tel:{phone['number']}'><b>{phone['number']}</b></a> {phone['label'].lower()}"
            for phone in office["phones"]
        ]
        yield Paragraph(
            "<br/>".join([f"<b>{escape(office['label'])}</b>", *map(escape, office["address"]), *numbers]),
            STYLES["Normal"],
        )
    yield Paragraph(
        f"<a href='mailto:{each['email']}'>{each['email']}</a><br/><a href='{each['url']}'>{each['url']}</a>",
        STYLES["Normal"],
    )
    yield Paragraph(escape(each["description"]), STYLES["BodyText"])


def main(data, target):
    guide = json.loads(Path(data).read_text(encoding="utf-8"))
    index = SimpleIndex()
    story = [
        Paragraph(escape(guide["title"]), STYLES["Title"]),
        Paragraph(escape(guide["subtitle"]), STYLES["Normal"]),
        PageBreak(),
        TableOfContents(),
    ]
    for section in guide["sections"]:
        story += [
            PageBreak(),
            heading(section["title"], "Heading1", section["id"]),
            Paragraph(escape(section["intro"]), STYLES["BodyText"]),
        ]
        story += [KeepTogether(list(listing(each))) for each in section["listings"]]
    Guide(target).multiBuild([*story, PageBreak(), index], canvasmaker=index.getCanvasMaker())


if __name__ == "__main__":
    main(*sys.argv[1:])
