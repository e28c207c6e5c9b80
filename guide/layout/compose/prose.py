"""Prose as blocks: paragraphs and lists with their tags, links, and mentions of listings."""

from collections.abc import Iterable

from guide import model
from guide.layout.compose.blocks import ItemBlock, ListBlock, ParagraphBlock, ProseBlock
from guide.layout.compose.links import filled, link_description, listing_anchor, page_inline, place_name
from guide.layout.compose.templates import fill
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, Link

NUMBERED = (("List", "ListNumbering", "Decimal"),)
BULLETED = (("List", "ListNumbering", "Disc"),)


class ProseComposer:
    """Puts prose into blocks in one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def blocks(self, prose: model.Prose, parent: Tag, language: str = "") -> tuple[ProseBlock, ...]:
        """Blocks of prose with their tags; `language`: where it is not the parent's."""
        return tuple(
            ParagraphBlock(self.inlines(block.spans, Tag("P", parent, language=language)))
            if isinstance(block, model.Paragraph)
            else self.list_block(block, parent, language)
            for block in prose
        )

    def list_block(self, block: model.BulletList, parent: Tag, language: str = "") -> ListBlock:
        tag = Tag("L", parent, language=language, attributes=NUMBERED if block.ordered else BULLETED)
        items = []
        for number, spans in enumerate(block.items, 1):
            item = Tag("LI", tag)
            label = Inline(f"{number}. " if block.ordered else "", Tag("Lbl", item))
            if not block.ordered:
                label = label._replace(tag=Tag("Lbl", item, heard="\u2022 "))
            items.append(ItemBlock(label, self.inlines(spans, Tag("LBody", item))))
        return ListBlock(tuple(items))

    def inlines(self, spans: Iterable[model.Span], tag: Tag) -> tuple[Inline, ...]:
        """A paragraph's spans as inline pieces; links and mentions get tags of their own."""
        pieces: list[Inline] = []
        for span in spans:
            if span.mention:
                pieces += self.mention(span.mention, tag, pieces[-1].text if pieces else "")
            elif span.target:
                link = Link(span.target, link_description(span.target, span.text, self.voice.words))
                pieces.append(Inline(span.text, Tag("Link", tag), span.strong, link))
            else:
                pieces.append(Inline(span.text, tag, span.strong))
        return tuple(pieces)

    def mention(self, listing_id: str, tag: Tag, before: str = "") -> tuple[Inline, ...]:
        """ "see NAME, page 4", a link to a listing; without the page where there are no pages to name.

        `before`: what stands before it in the text. Where that ends with "see", it is not said again.
        """
        voice, words = self.voice, self.voice.words
        name = voice.names[listing_id]
        anchor = listing_anchor(listing_id)
        if not voice.paged:
            shown = Link(anchor, name) if voice.on_screen else None
            named = (Inline(name, voice.source(tag), link=shown),)
            return fill(said_once(words.see_name, before), tag, name=named)
        own = Tag("Link", Tag("Reference", tag))
        template = said_once(words.see, before)
        link = Link(anchor, place_name(filled(template, words, name=name), name, words), tag=own)
        return fill(
            template,
            own,
            link,
            name=(Inline(name, voice.source(own), link=link),),
            page=(page_inline(words, own, link, anchor),),
        )


def said_once(template: str, before: str) -> str:
    """A template without its first words, where the text before it ends with them already."""
    first, *_ = template.partition("{")
    ending = before[-len(first) - 1 :].casefold() if first.endswith(" ") else ""
    own = ending.endswith(first.casefold()) and not ending[: -len(first)].isalnum()
    return template[len(first) :] if ending and own else template
