"""The table as a workbook of Excel: written here part by part, since so little of the format is needed.

Every cell is text and says that it is none but text: what begins like a formula is shown as it stands, and stays words when
somebody edits it.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from guide.exchange.give.cells import kept
from guide.exchange.give.table import table_of
from guide.expressions import expression
from guide.model import Guide
from guide.seal import archive, seal_of

SEAL_PLACE = "docProps/core.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNSEEN = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold
LONGEST = 32_767  # letters in a cell
NARROW, WIDE, LONG = 14, 28, 44  # widths of columns, in letters
WIDE_COLUMNS = ("name", "section", "address_1", "email", "website", "services", "audience")
LONG_COLUMNS = ("description", "hours", "summary", "eligibility_description", "fees_description")
PLAIN_CELL, HEAD_CELL = 0, 1  # styles: both are text, in which no formula is read

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
    + "".join(
        f'<xf numFmtId="49" fontId="{font}" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" '
        'applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
        for font in (PLAIN_CELL, HEAD_CELL)
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/{SEAL_PLACE}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="{SEAL_PLACE}"/></Relationships>'
)
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Listings" sheetId="1" r:id="rId1"/></sheets></workbook>'
BOOK_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def as_xlsx(guide: Guide) -> bytes:
    """The table as a workbook with one sheet, the same bytes at every run."""
    columns, rows = table_of(guide)
    records = [columns, *([kept(row.get(each, "")) for each in columns] for row in rows)]
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet(records),
    }
    members = {name: (BEGIN + text).encode("utf-8") for name, text in parts.items()}
    return archive(members | {SEAL_PLACE: core(guide.title, seal_of(members))})


def sheet(records: Sequence[Sequence[str]]) -> str:
    """The sheet: its head stands still, and can be filtered."""
    last = f"{letters(len(records[0]))}{len(records)}"
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width_of(name)}" customWidth="1"/>'
        for number, name in enumerate(records[0], 1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    rows = "".join(row(number, record) for number, record in enumerate(records, 1))
    return (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData>{rows}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )


def row(number: int, record: Sequence[str]) -> str:
    """A row with the cells that are filled."""
    return f'<row r="{number}">{"".join(cells(number, record))}</row>'


def cells(number: int, record: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a row that are filled, each a text."""
    style = HEAD_CELL if number == 1 else PLAIN_CELL
    for place, text in enumerate(record, 1):
        if text:
            shown = escape(UNSEEN.sub("", text)[:LONGEST])
            yield f'<c r="{letters(place)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def letters(number: int) -> str:
    """The name of a column: A for 1, AA for 27."""
    whole, rest = divmod(number - 1, 26)
    return (letters(whole) if whole else "") + chr(65 + rest)


def width_of(column: str) -> int:
    """How wide a column is shown."""
    return LONG if column in LONG_COLUMNS else WIDE if column in WIDE_COLUMNS else NARROW


def core(title: str, seal: str) -> bytes:
    """What the workbook says of itself, with the seal of all else in it."""
    text = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(UNSEEN.sub('', title))}</dc:title><dc:identifier>{escape(seal)}</dc:identifier></cp:coreProperties>"
    )
    return (BEGIN + text).encode("utf-8")
