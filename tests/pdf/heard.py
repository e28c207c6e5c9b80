"""What somebody hears of a tagged PDF: its structure tree as a reader says it, a line for each block.

A reader says the role of a heading, a list, a table, a picture and a link, and their words: `ActualText` in the place of
what is printed, `E` in the place of an abbreviation, `Alt` in the place of a picture, and the name of a link
(the annotation's Contents). Blocks part words; spans and links do not.
"""

from tests.pdf.reading import Node

HEADINGS = {f"H{level}" for level in range(1, 7)}
GROUPS = {"Document", "Part", "Sect", "Div", "Art", "NonStruct", "BlockQuote", "Aside", "Index"}
INLINE = {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Form"}
LISTS = {"L": "list", "TOC": "contents"}


def lines(node, depth=0):
    """The lines of an element."""
    space = "  " * depth
    if node.kind in GROUPS:
        return [
            line for kid in runs(node) for line in (lines(kid, depth) if is_block(kid) else plain(kid, space))
        ]
    if node.kind in LISTS:
        items = [kid for kid in node.kids if isinstance(kid, Node) and kid.kind != "Caption"]
        counted = sum(kid.kind in ("LI", "TOCI") for kid in items)
        caption = "".join(f": {said(kid).strip()}" for kid in node.kids if kid not in items)
        head = f"{space}{LISTS[node.kind]} of {counted}{numbering(node)}{caption}"
        return [head, *(line for kid in items for line in lines(kid, depth + 1))]
    if node.kind in ("LI", "TOCI"):
        return item_lines(node, depth)
    if node.kind == "Table":
        return table_lines(node, depth)
    role = {"P": "", "Figure": "picture: ", "Caption": "caption: "}.get(node.kind)
    if node.kind in HEADINGS:
        role = f"heading {node.kind[1:]}: "
    return [f"{space}{node.kind + ': ' if role is None else role}{said(node)}"]


def plain(text, space):
    return [space + text.strip()] if text.strip() else []


def runs(node):
    """The kids of a group: blocks, and what stands between them as one text."""
    found, text = [], ""
    for kid in node.kids:
        if is_block(kid):
            found += [text] * bool(text)
            found.append(kid)
            text = ""
        else:
            text += said_kid(kid)
    return found + [text] * bool(text)


def item_lines(node, depth):
    """An item of a list: its label and words on a line, and what is nested below it."""
    space, first, below = "  " * depth, [], []
    for kid in flat(node):
        if isinstance(kid, Node) and kid.kind in (*LISTS, "Table", *HEADINGS):
            below += lines(kid, depth + 1)
        elif isinstance(kid, Node) and is_block(kid):
            first.append(said(kid))
        else:
            first.append(said_kid(kid))
    words = " | ".join(text.strip() for text in first if text.strip())
    if not words and below:  # a list with a caption
        return [f"{space}- {below[0].strip()}", *below[1:]]
    return [f"{space}- {words}", *below]


def flat(node):
    """The kids of an item, those of its groups in their place."""
    for kid in node.kids:
        if isinstance(kid, Node) and kid.kind in ("LBody", "Div", "Sect"):
            yield from runs(kid)
        else:
            yield kid


def table_lines(node, depth):
    """A table: its size and summary, then a row each, its cells parted by strokes."""
    rows = node.find("TR")
    columns = max(sum(int(attribute(cell, "/ColSpan") or 1) for cell in row.kids) for row in rows)
    summary = attribute(node, "/Summary")
    head = f"table of {len(rows)} rows and {columns} columns" + (f": {summary}" if summary else "")
    space = "  " * depth
    made = [" | ".join(cell_text(cell) for cell in row.kids) for row in rows]
    return [space + head, *(f"{space}  row: {row}" for row in made)]


def cell_text(cell):
    text = said(cell).strip() or "(nothing)"
    return f"[{text}]" if cell.kind == "TH" else text


def numbering(node):
    found = attribute(node, "/ListNumbering")
    return f", {found[1:]}" if found else ""


def attribute(node, key):
    """The value of an attribute of an element, None where it has none."""
    given = node.entries.get("/A", [])
    for each in given if isinstance(given, list) else [given]:
        if key in each.get_object():
            return each.get_object()[key]
    return None


def is_block(kid):
    return isinstance(kid, Node) and kid.kind not in INLINE


def said(node):
    """The words of an element, as they are heard."""
    for key in ("/ActualText", "/Alt", "/E"):
        if key in node.entries:
            found = str(node.entries[key])
            lead = " " * (node.text[:1] == " " and key == "/E")
            text = found if key != "/E" else lead + found + " " * node.text.endswith(" ")
            break
    else:
        text = ""
        for kid in node.kids:
            part = said_kid(kid)
            text += "; " * bool(is_block(kid) and text.strip()) + part
    if node.kind == "Link":
        names = dict.fromkeys(str(kid.get("/Contents", "")) for kid in node.kids if isinstance(kid, dict))
        end = " " * text.endswith(" ")
        text = f"<link {' / '.join(names)}>{end}" if names else text
    if node.kind == "Form":
        (widget,) = node.kids
        kind = {"/Tx": "field", "/Btn": "check box"}[widget["/FT"]]
        text = f"<{kind} {widget['/TU']}> "
    if "/Lang" in node.entries:
        text = f"({node.entries['/Lang']}) {text}"
    return text


def said_kid(kid):
    if isinstance(kid, Node):
        return said(kid)
    return "" if isinstance(kid, dict) else kid


def glued_words(node):
    """(before, after) of pieces of a block that stand apart on the page and have no space between them."""
    found, before = [], None
    for x, y, size, text in segments(node):
        if before and text:
            apart = abs(y - before[1]) > 2 or abs(x - before[0]) > len(before[3]) * before[2]
            if apart and not is_parted(before[3], text):
                found.append((before[3][-20:], text[:20]))
        before = (x, y, size, text) if text else before
    return found


def segments(node):
    """Every piece of text of a node in reading order, those of nested blocks too."""
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from segments(kid)
        elif not isinstance(kid, dict):
            yield from kid.segments


def is_parted(before, after):
    """Whether two pieces have a space between them, or a script that has none; an address is cut behind its marks."""
    if before.endswith((" ", "/", "-", "\u2010", "\u00ad", "@", "&", "=", "_")) or after.startswith(" "):
        return True
    return any(
        is_leftward(each) or "\u2e80" < each < "\uffff" for each in (before[-1], after[0])
    ) or is_address(before)


def is_leftward(letter):
    return "\u0590" < letter < "\u08ff"


def is_address(text):
    """Whether a piece ends within an address of the web."""
    return "." in text.split(" ")[-1].rstrip(".") or text.split(" ")[-1].startswith("www.")
