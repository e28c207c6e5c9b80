"""What a text leads to: places in the guide, web and mail addresses, and what a screen reader says of them."""

from urllib.parse import quote

from guide.language.scripts import NBSP, with_commas
from guide.language.words import Words
from guide.layout.compose.templates import fill, joined
from guide.layout.tags import Tag
from guide.layout.type.inline import FOLIO, Anchor, Inline, Link
from guide.layout.type.joined import inside
from guide.model import FAX, TEXT, TTY, HelpLine, Phone

OTHER_CALLS = (FAX, TEXT, TTY, "video")  # kinds of numbers that are not simply called


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
    link = Link(anchor, place_name(filled(template, words), name, words), tag=tag)
    return fill(template, tag, link, page=(page_inline(words, tag, link, anchor),))


def filled(template: str, words: Words, **names: str) -> str:
    """A template with the brackets {page} as it is printed, FOLIO in the place of the number."""
    return template.format(page=words.page.format(folio=FOLIO), **names)


def place_name(shown: str, name: str, words: Words) -> str:
    """The name of a link to a place: what it is called and its page, with all the words that are shown."""
    said = words.go_to.format(name=name, folio=FOLIO)
    if shown.casefold() in said.casefold():
        return said
    return shown if name.casefold() in shown.casefold() else f"{shown.rstrip('. ')}: {name}"


def label_tag(link: Tag) -> Tag:
    """A tag for the number before the link of a row, which is no part of its name."""
    row = link.parent and link.parent.parent  # the reference, the row
    return Tag("Lbl", row)


def page_tag(parent: Tag, words: Words) -> Tag:
    """A tag for a number of a page that stands alone: it is heard as "page 4"."""
    return Tag("Span", parent, heard=words.versions[0].page.format(folio=FOLIO))


def see_page(anchor: Anchor, name: str, parent: Tag, words: Words) -> tuple[Inline, ...]:
    """ "see page 4" as a link to what is called so, the number in bold."""
    link = Link(anchor, place_name(words.see_page.format(folio=FOLIO), name, words))
    tag = Tag("Link", Tag("Reference", parent))
    before, _, after = words.see_page.partition("{folio}")
    see = (Inline(joined(before), tag, link=link), Inline("", tag, True, link, page_of=anchor))
    return (*see, Inline(joined(after), tag, link=link)) if after else see


def bare_address(website: str) -> str:
    """A web address as it is printed: without `http://` and a closing slash."""
    return website.removeprefix("https://").removeprefix("http://").removesuffix("/")


def full_address(website: str) -> str:
    return website if website.startswith(("http://", "https://")) else "http://" + website


def address_inline(address: str, tag: Tag, words: Words, mail: bool = False, owner: str = "") -> Inline:
    """A web address, or one for `mail`, as it is printed: a link; `owner`: whose it is."""
    shown = address if mail else bare_address(address)
    target = "mailto:" + address if mail else full_address(address)
    said = link_description(target, shown, words)
    return Inline(shown, Tag("Link", tag), True, Link(target, with_commas(filter(None, (said, owner)))))


def dialled(phone: Phone) -> str:
    """What a telephone is told to call, or to send."""
    if phone.keyword or phone.type == TEXT:
        return f"sms:{phone.e164}" + (f"?body={quote(phone.keyword)}" if phone.keyword else "")
    return f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "")


def call_name(phone: Phone, name: str, words: Words) -> str:
    """What somebody hears of a number: what one does with it, whom it reaches, and the number as it is printed."""
    own = words.versions[0]
    action = "text" if phone.keyword else phone.type
    template: str = getattr(own, f"call_{action}") if action in OTHER_CALLS else own.call
    return template.format(name=name, number=spoken_number(phone, words))


def dial_name(phone: Phone, words: Words, purpose: str = "") -> str:
    """The same of a number that has no name: "Call 988: Thinking of suicide?"."""
    own = words.versions[0]
    template = own.dial_text if phone.keyword or phone.type == TEXT else own.dial
    said = template.format(number=spoken_number(phone, words))
    return f"{said}: {purpose}" if purpose else said


def spoken_number(phone: Phone, words: Words) -> str:
    """A number as it is printed, with its extension or the word to send to it, and in digits where it has letters."""
    own = words.versions[0]
    digits = f", {own.in_digits.format(number=phone.in_digits)}" if phone.in_digits else ""
    return (phone.printed + extension_of(phone, words) + digits).replace(NBSP, " ")


def help_link(line: HelpLine, words: Words, tag: Tag | None = None) -> Link | None:
    """What the number of a line of help leads to; None for one that cannot be dialled."""
    if not (line.phone and line.phone.e164):
        return None
    return Link(dialled(line.phone), dial_name(line.phone, words, line.text), ruled=False, tag=tag)


def help_words(line: HelpLine, text: str, tag: Tag | None) -> Inline:
    """What a line of help says, in its language; `text`: with what stands behind it."""
    return Inline(text, inside(tag, line.text_language))


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
    """What somebody hears of a link in a text: its words, what it does, and where it leads."""
    own = words.versions[0]
    kind, _, rest = target.partition(":")
    if kind == "tel":
        number = rest.replace(";ext=", " " + own.extension.format(extension=""))
        if digits_of(text) == digits_of(rest):
            return own.dial.format(number=text)
        return own.call.format(name=text, number=number)
    said = own.open_page.format(address=bare_address(target))
    if kind == "mailto":
        said = own.write_mail.format(address=rest)
    return said if text in said else f"{text}: {said}"


def digits_of(text: str) -> str:
    """The figures of a number, without that of the country where it is the United States or Canada."""
    return "".join(filter(str.isdecimal, text)).removeprefix("1")
