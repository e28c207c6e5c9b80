"""The text of a page of the guide's own as blocks: with headings, pictures and coupons, in one language or in two."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from guide.layout.compose.blocks import ProseBlock
from guide.layout.compose.prose import ProseComposer
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.model import BulletList, Coupon, Heading, OwnPage, PageText, Paragraph, Picture


class ProseRun(NamedTuple):
    """Paragraphs and lists in a row."""

    blocks: tuple[ProseBlock, ...]


class HeadingBlock(NamedTuple):
    level: int
    inlines: tuple[Inline, ...]


class PictureBlock(NamedTuple):
    picture: Picture
    tag: Tag  # the figure
    caption: tuple[Inline, ...]


class CouponBlock(NamedTuple):
    blocks: "tuple[PagePiece, ...]"
    cut: Inline


PagePiece: TypeAlias = ProseRun | HeadingBlock | PictureBlock | CouponBlock


class PageComposer:
    """Puts the texts of pages into blocks in one language."""

    def __init__(self, prose: ProseComposer) -> None:
        self.prose = prose

    def pieces(
        self, text: PageText, parent: Tag, language: str = "", level: int = 3
    ) -> tuple[PagePiece, ...]:
        """The blocks of a text, tagged below `parent`; `language`: where it is not the parent's; `level` of its headings."""
        found: list[PagePiece] = []
        deep = level  # of smaller headings: one more below a larger one
        for is_prose, group in groupby(text, lambda block: isinstance(block, Paragraph | BulletList)):
            if is_prose:
                prose = tuple(block for block in group if isinstance(block, Paragraph | BulletList))
                found.append(ProseRun(self.prose.blocks(prose, parent, language)))
                continue
            for block in group:
                if isinstance(block, Heading):
                    deep = level + 1 if block.level == 1 else deep
                    own = level if block.level == 1 else deep
                    found.append(self.heading(block, own, parent, language))
                elif isinstance(block, Picture):
                    found.append(self.picture(block, parent, language))
                elif isinstance(block, Coupon):
                    found.append(self.coupon(block, parent, language, level))
        return tuple(found)

    def heading(self, block: Heading, level: int, parent: Tag, language: str) -> HeadingBlock:
        tag = Tag(f"H{level}", parent, language=language)
        inlines = (inline._replace(bold=True) for inline in self.prose.inlines(block.spans, tag))
        return HeadingBlock(block.level, tuple(inlines))

    def picture(self, block: Picture, parent: Tag, language: str) -> PictureBlock:
        figure = Tag("Figure", parent, alternate=block.alternate, language=language)
        caption = Tag("P", parent, language=language)
        return PictureBlock(block, figure, self.prose.inlines(block.caption, caption))

    def coupon(self, block: Coupon, parent: Tag, language: str, level: int) -> CouponBlock:
        tag = Tag("Div", parent, language=language)
        own = self.prose.voice.words.cut_line
        pieces = self.pieces(block.blocks, tag, level=level)
        return CouponBlock(pieces, Inline(own, Tag("P", tag, language=self.prose.voice.words.language)))


def printed_texts(
    pages: Sequence[OwnPage], composers: Sequence[PageComposer], parent: Tag
) -> list[tuple[int, tuple[PagePiece, ...]]]:
    """(the number of its language, text) of a page in each language: in one alone where it is not translated."""
    first, *others = pages
    voice = composers[0].prose.voice
    language = voice.foreign if "text" in first.untranslated else ""
    found = []
    own = [(second, composer) for second, composer in zip(others, composers[1:])]
    if not (language and any(composer.prose.voice.guide.language == language for _, composer in own)):
        found.append((0, composers[0].pieces(first.text, parent, language)))
    for second, composer in own:
        if "text" not in second.untranslated:
            found.append((1, composer.pieces(second.text, parent, composer.prose.voice.guide.language)))
    return found


def same_kinds(first: Iterable[PagePiece], second: Iterable[PagePiece]) -> bool:
    """Whether two texts have the same blocks one after the other, so that they can stand in pairs."""
    return [type(piece) for piece in first] == [type(piece) for piece in second]
