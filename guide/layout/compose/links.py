"""What a text leads to: places in the guide, web and mail addresses, and what a screen reader says of them."""

from urllib.parse import quote, unquote

from guide.language.words import Words
from guide.layout.compose.templates import fill, joined
from guide.layout.pages import Tag
from guide.layout.type.inline import FOLIO, Anchor, Inline, Link
from guide.model import HelpLine, Phone


def listing_anchor(listing_id: str) -> Anchor:
    return Anchor("listing:" + listing_id)


def listing_of(anchor: Anchor) -> str:
    """The id of the listing that an anchor is of, "" for none."""
    kind, _, name = anchor.name.partition(":")
    return name.partition("/")[0] if kind == "listing" else ""


def part_anchor(listing_id: str, part: str) -> Anchor:
    """Where a part of a listing begins: a program, or a city in the table of its offices; "" for all of it."""
    return Anchor(f"listing:{listing_id}/{part}" if part else f"listing:{listing_id}")


def whole_anchor(anchor: Anchor) -> Anchor:
    """Where the whole of what an anchor is a part of begins: the place of a part that has none of its own."""
    return Anchor(anchor.name.partition("/")[0])


def section_anchor(section_id: str) -> Anchor:
    return Anchor("section:" + section_id)


def group_anchor(section_id: str, number: int) -> Anchor:
    return Anchor(f"group:{section_id}:{number}")


def page_anchor(page_id: str) -> Anchor:
    """Where a page of the guide's own begins."""
    return Anchor("page:" + page_id)


def page_inline(words: Words, tag: Tag | None, link: Link | None, anchor: Anchor) -> Inline:
    """ "page 4" as a piece that no line breaks."""
    return Inline(joined(words.page).format(folio=FOLIO), tag, link=link, page_of=anchor)


def reference(
    template: str, anchor: Anchor, name: str, parent: Tag | None, words: Words
) -> tuple[Inline, ...]:
    """A cross reference in running text whose template has the brackets {page}, "index, page 11"."""
    tag = Tag("Link", Tag("Reference", parent))
    link = Link(anchor, words.go_to.format(name=name, folio=FOLIO), tag=tag)
    return fill(template, tag, link, page=(page_inline(words, tag, link, anchor),))


def see_page(anchor: Anchor, name: str, parent: Tag, words: Words) -> tuple[Inline, ...]:
    """ "see page 4" as a link to what is called so, the number in bold."""
    link = Link(anchor, words.go_to.format(name=name, folio=FOLIO))
    tag = Tag("Link", Tag("Reference", parent))
    before, _, after = words.see_page.partition("{folio}")
    see = (Inline(joined(before), tag, link=link), Inline("", tag, True, link, page_of=anchor))
    return (*see, Inline(joined(after), tag, link=link)) if after else see


def bare_address(website: str) -> str:
    """A web address as it is printed: without `http://` and a closing slash."""
    return website.removeprefix("https://").removeprefix("http://").removesuffix("/")


def full_address(website: str) -> str:
    return website if website.startswith(("http://", "https://")) else "http://" + website


def address_inline(address: str, tag: Tag, words: Words, mail: bool = False) -> Inline:
    """A web address, or one for `mail`, as it is printed: a link."""
    shown = address if mail else bare_address(address)
    target = "mailto:" + address if mail else full_address(address)
    return Inline(shown, Tag("Link", tag), True, Link(target, link_description(target, shown, words)))


def dialled(phone: Phone) -> str:
    """What a telephone is told to call, or to send."""
    if phone.keyword:
        return f"sms:{phone.e164}?body={quote(phone.keyword)}"
    return f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "")


def help_link(line: HelpLine, words: Words, tag: Tag | None = None) -> Link | None:
    """What the number of a line of help leads to; None for one that cannot be dialled."""
    if not (line.phone and line.phone.e164):
        return None
    target = dialled(line.phone)
    return Link(
        target, link_description(target, line.text or line.phone.printed, words), ruled=False, tag=tag
    )


def help_number(line: HelpLine, words: Words, paragraph: Tag | None, size: float) -> tuple[Inline, ...]:
    """The number of a line of help, as a link if it can be dialled, and its extension in a size; () where it has none.

    Without a paragraph they are an artifact.
    """
    phone = line.phone
    if phone is None:
        return ()
    link = help_link(line, words)
    tag = Tag("Link", paragraph) if link and paragraph else paragraph
    number = Inline(joined(phone.printed) if link else phone.printed, tag, True, link)
    extension = extension_of(phone, words)
    return (number, Inline(extension, tag, True, link, size=size)) if extension else (number,)


def extension_of(phone: Phone, words: Words) -> str:
    """ " ext. 204" as it stands behind a number, and the word to send to it; "" without them."""
    own = words.versions[0]
    extension = " " + own.extension.format(extension=phone.extension) if phone.extension else ""
    return joined(extension + (", " + sent_words(phone, own) if phone.keyword else ""))


def sent_words(phone: Phone, words: Words) -> str:
    """ "send HELLO", "" for a number that one calls."""
    return words.send_word.format(keyword=phone.keyword) if phone.keyword else ""


def kind_words(phone: Phone, words: Words) -> str:
    """What kind a number is, and the word to send to it; "" for an ordinary one."""
    return ", ".join(filter(None, (words.number_kind(phone.type), sent_words(phone, words))))


def link_description(target: str, text: str, words: Words) -> str:
    kind, _, rest = target.partition(":")
    if kind == "mailto":
        return words.write_mail.format(address=rest)
    if kind == "tel":
        number, _, extension = rest.partition(";ext=")
        behind = " " + words.versions[0].extension.format(extension=extension) if extension else ""
        return words.call.format(name=text, number=number + behind)
    if kind == "sms":
        number, _, body = rest.partition("?body=")
        return f"{text}: {words.versions[0].send_word.format(keyword=unquote(body))}, {number}"
    return words.open_page.format(address=bare_address(target))
