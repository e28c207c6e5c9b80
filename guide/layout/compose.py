"""From the model to blocks: editorial structure, wording and tags, in reading order."""

import re

from guide import model
from guide.content.addresses import address_lines
from guide.layout.blocks import (
    FactBlock, ItemBlock, ListBlock, ListingBlock, NumberBlock, OfficeBlock, ParagraphBlock, ReferenceBlock,
    SectionBlock,
)
from guide.layout.pages import Tag
from guide.layout.text import FOLIO, Anchor, Inline, Link
from guide.layout.words import Words

NUMBERED = (("List", "ListNumbering", "Decimal"),)
BULLETED = (("List", "ListNumbering", "Disc"),)


def listing_anchor(listing_id):
    return Anchor("listing:" + listing_id)


def section_anchor(section_id):
    return Anchor("section:" + section_id)


def compose(guide: model.Guide, words: Words, root: Tag):
    """The sections of a guide as blocks, tagged below root; tuple of SectionBlock."""
    return Composer(guide, words).sections(root)


class Composer:
    """Puts a guide's content into words and tags; knows the names of all listings, for mentions."""

    def __init__(self, guide, words, paged=True, numbers=None):
        self.paged = paged  # whether a mention names a page
        self.country = guide.country
        self.words = words
        self.names = {listing.id: listing.name for listing in guide.listings}
        self.numbers = numbers or number_listings(guide)
        self.summaries = {listing.id: listing.summary for listing in guide.listings}
        self.guide = guide

    def sections(self, root):
        return tuple(self.section(section, number, root) for number, section in enumerate(self.guide.sections, 1))

    def section(self, section, number, root):
        tag = Tag("Sect", root, title=section.title)
        heading = Tag("H2", tag, title=section.title)
        return SectionBlock(
            anchor=section_anchor(section.id), mark=section.mark, tag=tag, number=number, title=section.title,
            heading=(Inline(f"{number} ", heading, True), Inline(section.title, heading, True)),
            introduction=self.prose(section.introduction, tag),
            listings=tuple(self.entries(section, tag)),
            flows_on=section.flows_on,
        )

    def entries(self, section, tag):
        """The listings of a section and, at their places among them, references to listings of other sections."""
        for place in range(len(section.listings) + 1):
            for reference_ in section.references:
                if reference_.after == place and reference_.id in self.names:
                    yield self.reference(reference_.id, tag)
            if place < len(section.listings):
                yield self.listing(section.listings[place], tag)

    def reference(self, listing_id, parent):
        """A one-line reference to a listing that is set in another section."""
        tag, anchor, name = Tag("P", parent), listing_anchor(listing_id), self.names[listing_id]
        link = Link(anchor, self.words.go_to.format(name=name, folio=FOLIO))
        target = Tag("Link", Tag("Reference", tag))
        summary = self.summaries[listing_id]
        return ReferenceBlock(
            number=Inline(f"{self.numbers[listing_id]} ", tag),
            name=(Inline(name, tag, True), Inline(f", {summary}", tag)) if summary else (Inline(name, tag, True),),
            see=(Inline(self.words.see_page, target, link=link), Inline("", target, True, link, page_of=anchor)),
        )

    # --- a listing

    def listing(self, listing, parent):
        words, number = self.words, self.numbers[listing.id]
        tag = Tag("Sect", parent)
        heading = Tag("H3", tag)
        alert = Inline(listing.alert, Tag("P", tag), True) if listing.alert else None
        offices, shared = self.offices(listing, tag)
        status = Tag("P", tag)
        return ListingBlock(
            anchor=listing_anchor(listing.id), mark=listing.mark, number=number, title=listing.name,
            name=(Inline(f"{number} ", heading, True), *name_inlines(listing, heading)),
            alert=alert, offices=offices, shared=shared,
            status=Inline(status_words(listing, words), status), checked=listing.verified is not None,
            short_status=Inline(status_words(listing, words) if listing.verified else words.unverified, status),
            prose=self.prose(listing.description, tag), facts=self.facts(listing, tag),
        )

    def facts(self, listing, parent):
        rows = [(label, getattr(listing, key)) for key, label in self.words.facts if getattr(listing, key)]
        if not rows:
            return ()
        group = Tag("L", parent)
        blocks = []
        for label, text in rows:
            item = Tag("LI", group)
            blocks.append(FactBlock(Inline(label + " ", Tag("Lbl", item), True), Inline(text, Tag("LBody", item))))
        return tuple(blocks)

    # --- prose

    def prose(self, prose, parent):
        """Blocks of prose with their tags; tuple of ParagraphBlock and ListBlock."""
        return tuple(
            ParagraphBlock(self.inlines(block.spans, Tag("P", parent))) if isinstance(block, model.Paragraph)
            else self.list(block, parent)
            for block in prose
        )

    def list(self, block, parent):
        tag = Tag("L", parent, attributes=NUMBERED if block.ordered else BULLETED)
        items = []
        for number, spans in enumerate(block.items, 1):
            item = Tag("LI", tag)
            label = Inline(f"{number}. " if block.ordered else "", Tag("Lbl", item) if block.ordered else None)
            items.append(ItemBlock(label, self.inlines(spans, Tag("LBody", item))))
        return ListBlock(tuple(items))

    def inlines(self, spans, tag):
        """A paragraph's spans as inline pieces; links and mentions get tags of their own."""
        pieces = []
        for span in spans:
            if span.mention:
                pieces += self.mention(span, tag)
            elif span.target:
                link = Link(span.target, link_description(span.target, span.text, self.words))
                pieces.append(Inline(span.text, Tag("Link", tag), span.strong, link))
            else:
                pieces.append(Inline(span.text, tag, span.strong))
        return tuple(pieces)

    def mention(self, span, tag):
        name = self.names[span.mention]
        if not self.paged:
            return (Inline(self.words.see_name.format(name=name), tag),)
        return reference(self.words.see.format(name=name), listing_anchor(span.mention), name, tag, self.words)

    # --- how to reach them

    def offices(self, listing, tag):
        """The offices of a listing, and what belongs to all of them together where there are several."""
        own = model.Location(phones=listing.phones, email=listing.email, website=listing.website, hours=listing.hours)
        if len(listing.locations) > 1:
            shared = self.office(listing, own, tag) if own != model.Location() else None
            return tuple(self.office(listing, each, tag, labelled=True) for each in listing.locations), shared
        if not listing.locations:
            return (self.office(listing, own, tag),), None
        location = listing.locations[0]
        merged = model.Location(
            name=location.name, postal_name=location.postal_name, care_of=location.care_of,
            attention=location.attention, address=location.address, phones=location.phones + own.phones,
            email=location.email or own.email, website=location.website or own.website,
            hours=location.hours or own.hours,
        )
        return (self.office(listing, merged, tag),), None

    def office(self, listing, location, parent, labelled=False):
        """One office; `labelled`: one of several, so that the city stands in for a missing label."""
        if location == model.Location():
            advice = Inline(self.words.no_contact, Tag("P", parent))
            return OfficeBlock(address=(advice,), reachable=False)
        tag = Tag("Div", parent)
        return OfficeBlock(
            address=self.address(listing, location, tag, labelled),
            numbers=tuple(self.number(phone, listing.name, tag) for phone in in_order(location.phones)),
            web=self.web(location, tag),
            hours=() if listing.closed else tuple(Inline(join_times(line), Tag("P", tag)) for line in location.hours),
        )

    def address(self, listing, location, tag, labelled):
        """The lines of an address, the label first."""
        address = location.address
        label = location.name or (address.city if labelled and address else "")
        lines = [Inline(label, Tag("P", tag), True)] if label else []
        block = Tag("P", tag)
        texts = self.address_texts(listing, location)
        return (*lines, *(Inline(text, block) for text in texts))

    def address_texts(self, listing, location):
        words, address = self.words, location.address
        postal = location.postal_name if location.postal_name != listing.name else ""
        care_of = words.care_of.format(name=location.care_of).replace("c/o ", "c/o\u00a0") if location.care_of else ""
        texts = [words.contact.format(name=location.attention)] if location.attention else []
        texts += [", ".join(filter(None, (postal, care_of)))] if postal or care_of else []
        if address is None:
            return texts
        texts += address_lines(address, self.country)
        if address.confidential:
            texts.append(words.not_public)
        elif address.city_only:
            texts.append(words.city_only if listing.all_phones else words.city_only_no_phone)
        return texts

    def number(self, phone, name, parent):
        words, tag = self.words, Tag("P", parent)
        if not phone.e164:
            return NumberBlock(Inline(phone.printed, tag), large=False)
        description = words.call.format(name=name, number=phone.in_digits or phone.printed)
        target = f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "")
        number = Inline(phone.printed, Tag("Link", tag), phone.type != model.FAX,
                        Link(target, description, ruled=False))
        notes = [words.phone_types.get(phone.type, phone.type), phone.description]
        below = words.in_digits.format(number=phone.in_digits) if phone.in_digits else ""
        return NumberBlock(
            number, type=Inline(", ".join(filter(None, notes)), tag),
            extension=Inline(words.extension.format(extension=phone.extension), tag, True) if phone.extension else None,
            below=Inline(below, tag) if below else None, large=phone.type != model.FAX,
        )

    def web(self, location, parent):
        lines = []
        if location.email:
            lines.append((location.email, "mailto:" + location.email, self.words.write_mail))
        if location.website:
            shown = bare_address(location.website)
            lines.append((shown, full_address(location.website), self.words.open_page))
        inlines = []
        for shown, target, template in lines:
            description = template.format(address=shown)
            tag = Tag("Link", Tag("P", parent))
            inlines.append(Inline(shown, tag, True, Link(target, description)))
        return tuple(inlines)


def number_listings(guide):
    """{id: number}, in the order of the guide."""
    return {listing.id: number for number, listing in enumerate(guide.listings, 1)}


def name_inlines(listing, tag):
    """A name in bold, with its short form and note in brackets in regular."""
    brackets = ", ".join(filter(None, (listing.short_name, listing.name_note)))
    if not brackets:
        return (Inline(listing.name, tag, True),)
    return Inline(listing.name + " ", tag, True), Inline(f"({brackets})", tag)


def full_name(listing):
    """The name with its short form, as contents and index print it."""
    return f"{listing.name} ({listing.short_name})" if listing.short_name else listing.name


def reference(text, anchor, name, parent, words):
    """A cross reference in running text, "see Insite, page 4"; tuple of Inline."""
    link = Link(anchor, words.go_to.format(name=name, folio=FOLIO))
    tag = Tag("Link", Tag("Reference", parent))
    return Inline(text, tag, link=link), Inline(words.page, tag, link=link, page_of=anchor)


def status_words(listing, words):
    """What the status line says: when it was checked, or what to do since nobody has."""
    if listing.verified:
        return words.checked.format(month=words.months[listing.verified.month - 1], year=listing.verified.year)
    if any(phone.e164 for phone in listing.all_phones):
        return words.call_first
    if listing.locations or listing.website or listing.email or listing.all_phones:
        return words.check_first
    return words.unverified


def in_order(phones):
    """Numbers in the order of print: information line, voice, other kinds, fax last."""
    order = {kind: place for place, kind in enumerate(model.PHONE_TYPES)}
    last = order[model.FAX]
    return sorted(phones, key=lambda phone: order.get(phone.type, last - 1))


_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|a\.m\.|p\.m\.))?|noon|midnight)"
_TIMES = re.compile(rf"{_TIME}(?: ?(?:to|-|\u2013|until) ?{_TIME})?", re.IGNORECASE)


def join_times(line):
    """A line of hours whose times, "9 am to 5 pm", do not break."""
    return _TIMES.sub(lambda match: match[0].replace(" ", "\u00a0"), line)


def bare_address(website):
    """A web address as it is printed: without `http://` and a closing slash."""
    return website.removeprefix("https://").removeprefix("http://").removesuffix("/")


def full_address(website):
    return website if website.startswith(("http://", "https://")) else "http://" + website


def link_description(target, text, words):
    kind, _, rest = target.partition(":")
    if kind == "mailto":
        return words.write_mail.format(address=rest)
    if kind == "tel":
        return words.call.format(name=text, number=rest)
    return words.open_page.format(address=bare_address(target))
