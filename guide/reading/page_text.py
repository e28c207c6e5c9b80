"""Markdown becomes the text of a page of the guide's own: prose with headings, pictures and coupons."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from guide.model.page import (
    PICTURE_WIDTHS,
    PROSE_WIDE,
    WHOLE_PAGE,
    Coupon,
    Heading,
    PageBlock,
    PageText,
    Picture,
)
from guide.problems import pages as kinds
from guide.problems.pictures import IMAGE_OUTSIDE
from guide.problems.reading import MARKDOWN_TOO_LONG
from guide.reading.pasted import PASTED, mark_items
from guide.reading.prose import (
    MARKS,
    MAX_MARKDOWN,
    REFUSED_BLOCKS,
    BlockReader,
    Complaint,
    Reading,
    is_outside,
    markdown,
    to_markdown,
    write_line,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 3  # marks before a heading: # and ## are one level, ### is the one below
BREAKS = ("softbreak", "hardbreak")
ALLOWED = ("heading_open", "blockquote_open")  # here, and in no other text


def read_page(text: str) -> Reading[PageBlock]:
    """The blocks of the Markdown of a page."""
    if PASTED.search(text):
        text = mark_items(text)
    if len(text) > MAX_MARKDOWN:
        return Reading(complaints=(Complaint("", MARKDOWN_TOO_LONG, {"most": MAX_MARKDOWN}),))
    reader = PageReader(text)
    for token in markdown().parse(text):
        reader.take(token)
    return Reading(tuple(reader.page), tuple(reader.mentions), tuple(reader.complaints))


class PageReader(BlockReader):
    """Gathers the blocks of a page from the tokens of its Markdown."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.page: list[PageBlock] = []
        self.coupon: list[PageBlock] | None = None  # what stands in the one that is open
        self.level = 0  # of the heading that is open

    def take(self, token: "Token") -> None:
        """Take the next token of the text."""
        if token.type == "heading_open":
            self.open_heading(token)
        elif token.type == "heading_close":
            self.level = 0
        elif token.type == "blockquote_open":
            self.open_coupon(token)
        elif token.type == "blockquote_close":
            self.close_coupon()
        else:
            super().take(token)
        self.add(*self.blocks)
        self.blocks = []

    def add(self, *blocks: PageBlock) -> None:
        """Add blocks to the page, or to the coupon that is open."""
        (self.page if self.coupon is None else self.coupon).extend(blocks)

    def open_heading(self, token: "Token") -> None:
        """Begin a heading, of one of two levels."""
        marks = int(token.tag[1:])
        if marks > DEEPEST:
            self.complain(self.line_of(token), kinds.HEADING_LEVEL)
        self.level = 2 if marks >= DEEPEST else 1
        if self.depth:
            self.complain(self.line_of(token), kinds.IN_A_LIST)

    def open_coupon(self, token: "Token") -> None:
        """Begin a coupon, which stands in no other and in no list."""
        if self.depth:
            self.complain(self.line_of(token), kinds.IN_A_LIST)
        elif self.coupon is not None:
            self.complain(self.line_of(token), kinds.COUPON_IN_COUPON)
        self.coupon = []

    def close_coupon(self) -> None:
        """End the coupon, and add it to the page."""
        blocks, self.coupon = self.coupon, None
        if blocks:
            self.add(Coupon(tuple(blocks)))

    def take_text(self, token: "Token") -> None:
        """Add a run of text as a heading or a picture, where it is one."""
        children = token.children or []
        if self.level:
            spans = self.make_spans(children)
            if spans:
                self.add(Heading(self.level, spans))
        elif children and children[0].type == "image" and not self.depth and self.coupon is None:
            self.take_picture(children)
        else:
            super().take_text(token)

    def take_picture(self, tokens: "list[Token]") -> None:
        """Add a picture: behind it its width, below it its caption."""
        image = tokens[0]
        name, alternate = str(image.attrs["src"]), " ".join(image.content.split())
        end = next((place for place, each in enumerate(tokens) if each.type in BREAKS), len(tokens))
        width = self.read_width(name, tokens[1:end])
        caption = self.make_spans(tokens[end + 1 :])
        if is_outside(name):
            self.complain(name, IMAGE_OUTSIDE, name=name)
        elif not name:
            self.complain("![", kinds.NO_PICTURE)
        if not alternate:
            self.complain(f"]({name}", kinds.PICTURE_WITHOUT_WORDS, name=name)
        if width == WHOLE_PAGE and caption:
            self.complain(f"]({name}", kinds.NO_CAPTION, name=name)
        self.add(Picture(name, alternate, width, caption))

    def read_width(self, name: str, tokens: "Iterable[Token]") -> str:
        """The word behind a picture, which says how wide it is."""
        word = "".join(token.content for token in tokens).strip()
        if word and word not in PICTURE_WIDTHS:
            self.complain(f"]({name}", kinds.PICTURE_WIDTH, word=word, widths=", ".join(PICTURE_WIDTHS))
        return word if word in PICTURE_WIDTHS else PROSE_WIDE

    def refuse_block(self, token: "Token") -> None:
        """Complain of a block that is not printed."""
        if token.type not in ALLOWED:
            self.complain(self.line_of(token), REFUSED_BLOCKS[token.type])

    def refuse_image(self, token: "Token") -> None:
        """Complain of a picture within a text."""
        name = str(token.attrs["src"])
        self.complain(f"]({name}", kinds.PICTURE_ALONE, name=name)


# --- a page becomes Markdown again ------------------------------------------------------------------


def to_page_markdown(text: PageText) -> str:
    """The text of a page as the Markdown that is read as it."""
    return "\n\n".join(map(write_block, text))


def write_block(block: PageBlock) -> str:
    """One block."""
    if isinstance(block, Heading):
        return f"{'##' if block.level == 1 else '###'} {write_line(block.spans)}"
    if isinstance(block, Picture):
        return "\n".join(filter(None, (write_picture(block), write_line(block.caption))))
    if isinstance(block, Coupon):
        inside = to_page_markdown(block.blocks)
        return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
    return to_markdown((block,))


def write_picture(picture: Picture) -> str:
    """A picture with its width."""
    alternate = MARKS.sub(lambda match: "\\" + match[0], picture.alternate)
    name = f"<{picture.file}>" if " " in picture.file else picture.file
    return f"![{alternate}]({name}) {picture.width}"
