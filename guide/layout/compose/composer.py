"""From the model to blocks: editorial structure, wording and tags, in reading order."""

import re
from itertools import zip_longest
from operator import attrgetter

from guide import model
from guide.language.addresses import address_lines
from guide.language.both import beside
from guide.language.words import part
from guide.layout.compose.blocks import (
    FactBlock,
    ItemBlock,
    ListBlock,
    ListingBlock,
    NumberBlock,
    OfficeBlock,
    ParagraphBlock,
    ReferenceBlock,
    SecondTexts,
    SectionBlock,
)
from guide.layout.compose.checked import is_checked, status_words
from guide.layout.compose.merge import can_merge, less, merge_location, of_the_whole
from guide.layout.compose.namesakes import Namesakes, number_listings
from guide.layout.compose.shorten import sentence
from guide.layout.pages import Tag
from guide.layout.type.inline import FOLIO, NBSP, Anchor, Inline, Link
from guide.model import find_mentions

NUMBERED = (("List", "ListNumbering", "Decimal"),)
BULLETED = (("List", "ListNumbering", "Disc"),)


def listing_anchor(listing_id):
    return Anchor("listing:" + listing_id)


def section_anchor(section_id):
    return Anchor("section:" + section_id)


class Composer:
    """Puts a guide's content into words and tags; knows the names of all listings, for mentions.

    `second`: (guide, words) of another language that is printed with it.

    Names and addresses are in the guide's source language, and so is what is not translated: what differs from the
    guide's language says so in its tag.
    """

    def __init__(self, guide, words, paged=True, numbers=None, second=None):
        self.paged = paged  # whether a mention names a page
        self.country = guide.country
        self.words = words
        self.numbers = numbers or number_listings(guide)
        self.names = Namesakes(guide, self.numbers).names(attrgetter("name"))
        self.summaries = {listing.id: listing.summary for listing in guide.listings}
        self.guide = guide
        self.foreign = guide.source_language if guide.source_language not in ("", guide.language) else ""
        self.second = Composer(*second, paged, self.numbers) if second else None
        self.seconds = {each.id: each for each in second[0].listings} if second else {}
        # Whether what is not translated to the first language stands in the second column, so that the first is left empty.
        self.second_is_source = bool(second) and second[0].language == self.foreign

    @property
    def composers(self):
        """The composers of the languages that are printed together."""
        return (self, self.second) if self.second else (self,)

    def source(self, tag):
        """A tag for words of the source language within a tag of the guide's."""
        return Tag("Span", tag, language=self.foreign) if self.foreign and tag is not None else tag

    def language_of(self, owner, key):
        """The language of a text where it is not the guide's: the source's, of what is not translated."""
        return self.foreign if key in owner.untranslated else ""

    def says(self, owner, key):
        """Whether a text is printed in the first column: not if it is untranslated and the second says it anyway."""
        return not (self.second_is_source and key in owner.untranslated)

    def inside(self, tag, composer):
        """A tag for words of one of two languages within a tag of the first."""
        return tag if composer is self else Tag("Span", tag, language=composer.guide.language)

    def sections(self, root):
        """The sections as blocks, tagged below root; tuple of SectionBlock."""
        return tuple(
            self.section(section, number, root, second)
            for number, section, second in self.numbered_sections()
        )

    def numbered_sections(self):
        """Yield (number, section, the same in the second language or None)."""
        seconds = self.second.guide.sections if self.second else ()
        yield from (
            (number, *pair) for number, pair in enumerate(zip_longest(self.guide.sections, seconds), 1)
        )

    def outside(self, section):
        """What a section's block is made of beside the section: numbers, and what it says of listings elsewhere."""
        named = {
            *find_mentions((section.introduction, *(each.description for each in section.listings))),
            *(reference.id for reference in section.references),
        }
        return (
            tuple(self.numbers[each.id] for each in section.listings),
            section.mark,
            tuple(each.mark for each in section.listings),
            tuple(
                (id, self.names.get(id), self.numbers.get(id), self.summaries.get(id)) for id in sorted(named)
            ),
        )

    def section(self, section, number, root, second=None):
        tag = Tag("Sect", root, title=section.title)
        heading = Tag("H2", tag, title=section.title, language=self.language_of(section, "title"))
        both = second and second.title != section.title
        return SectionBlock(
            anchor=section_anchor(section.id),
            mark=section.mark,
            tag=tag,
            number=number,
            title=beside(section.title, second.title) if both else section.title,
            heading=(
                Inline(f"{number} ", heading, True),
                Inline(section.title + (" " if both else ""), heading, True),
            ),
            second_heading=Inline(second.title, Tag("Span", heading, language=self.second.guide.language))
            if both
            else None,
            introduction=self.prose(section.introduction, tag, self.language_of(section, "introduction"))
            if self.says(section, "introduction")
            else (),
            second_introduction=self.second.prose(second.introduction, tag, self.second.guide.language)
            if second and "introduction" not in second.untranslated
            else (),
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
        summary = self.summaries[listing_id]
        named = Inline(name, self.source(tag), True)
        return ReferenceBlock(
            number=Inline(f"{self.numbers[listing_id]} ", tag),
            name=(named, Inline(f", {self.also(summary, 'summary', listing_id)}", tag))
            if summary
            else (named,),
            see=self.see(anchor, name, tag) if self.paged else (),
        )

    def see(self, anchor, name, tag):
        """ "see page 4" as a link; tuple of Inline."""
        link = Link(anchor, self.words.go_to.format(name=name, folio=FOLIO))
        target = Tag("Link", Tag("Reference", tag))
        before, after = part(self.words.see_page, "folio")
        see = (Inline(joined(before), target, link=link), Inline("", target, True, link, page_of=anchor))
        return (*see, Inline(joined(after), target, link=link)) if after else see

    # --- a listing

    def listing(self, listing, parent):
        words, number = self.words, self.numbers[listing.id]
        tag = Tag("Sect", parent)
        heading = Tag("H3", tag)
        alert = alert_of(listing, words)
        alert = (
            Inline(alert, Tag("P", tag, language=self.language_of(listing, "alert")), True) if alert else None
        )
        offices, shared = self.offices(listing, tag)
        status = Tag("P", tag)
        return ListingBlock(
            anchor=listing_anchor(listing.id),
            mark=listing.mark,
            number=number,
            title=listing.name,
            name=(Inline(f"{number} ", heading, True), *self.name_inlines(listing, heading)),
            alert=alert,
            offices=offices,
            shared=shared,
            status=Inline(status_words(listing, self.guide, words), status),
            checked=is_checked(listing, self.guide),
            short_status=Inline(
                status_words(listing, self.guide, words) if listing.verified else words.unverified, status
            ),
            prose=self.description(listing, tag),
            facts=self.facts(listing, tag),
            second=self.second.second_texts(self.seconds[listing.id], tag, self.says(listing, "alert"))
            if self.second
            else None,
        )

    def second_texts(self, listing, parent, alerted):
        """What a listing says in the second language, tagged with it; name, address and numbers stand in the first.

        `alerted`: whether the alert is in another language than this; else it is said already.
        """
        language = self.guide.language
        alert, status = (Tag("P", parent, language=language) for _ in range(2))
        kept = alerted and "alert" not in listing.untranslated
        return SecondTexts(
            alert=Inline(alert_of(listing, self.words), alert, True)
            if alert_of(listing, self.words) and kept
            else None,
            status=Inline(status_words(listing, self.guide, self.words), status),
            prose=self.prose(described(listing), parent, language)
            if text_of(listing) not in listing.untranslated
            else (),
            facts=self.facts(listing, parent, language),
        )

    def description(self, listing, tag):
        """What a listing does, at length or, where that is not given, in a few words; blocks of prose."""
        key = text_of(listing)
        return (
            self.prose(described(listing), tag, self.language_of(listing, key))
            if self.says(listing, key)
            else ()
        )

    def name_inlines(self, listing, tag):
        """A name in bold, with its short form and note in brackets in regular."""
        own = self.source(tag)
        short, note = listing.short_name, self.also(listing.name_note, "name_note", listing.id)
        if not short and not note:
            return (Inline(listing.name, own, True),)
        note_tag = tag if self.language_of(listing, "name_note") == "" else own
        if own is tag or not note:
            return Inline(listing.name + " ", own, True), Inline(
                f"({', '.join(filter(None, (short, note)))})", own if short else tag
            )
        named = (Inline(listing.name + " ", own, True),)
        if short:
            return (*named, Inline(f"({short}) ", own), Inline(f"({note})", note_tag))
        return (*named, Inline(f"({note})", note_tag))

    def also(self, text, key, listing_id):
        """A text with the same in the second language behind it, where it is another."""
        second = self.seconds.get(listing_id)
        other = getattr(second, key) if text and second and key not in second.untranslated else ""
        return f"{text} / {other}" if other and other != text else text

    def facts(self, listing, parent, language=""):
        """The facts of a listing; `language`: those alone that are translated to it."""
        rows = [
            (key, label, getattr(listing, key))
            for key, label in self.words.facts
            if getattr(listing, key) and self.says(listing, key)
        ]
        if language:
            rows = [row for row in rows if row[0] not in listing.untranslated]
        if not rows:
            return ()
        group = Tag("L", parent, language=language)
        blocks = []
        for key, label, text in rows:
            item = Tag("LI", group)
            body = Tag("LBody", item, language=self.language_of(listing, key))
            blocks.append(FactBlock(Inline(label + " ", Tag("Lbl", item), True), Inline(text, body)))
        return tuple(blocks)

    # --- prose

    def prose(self, prose, parent, language=""):
        """Blocks of prose with their tags; tuple of ParagraphBlock and ListBlock."""
        return tuple(
            ParagraphBlock(self.inlines(block.spans, Tag("P", parent, language=language)))
            if isinstance(block, model.Paragraph)
            else self.list(block, parent, language)
            for block in prose
        )

    def list(self, block, parent, language=""):
        tag = Tag("L", parent, language=language, attributes=NUMBERED if block.ordered else BULLETED)
        items = []
        for number, spans in enumerate(block.items, 1):
            item = Tag("LI", tag)
            label = Inline(
                f"{number}. " if block.ordered else "", Tag("Lbl", item) if block.ordered else None
            )
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
            return fill(self.words.see_name, tag, name=(Inline(name, self.source(tag)),))
        anchor = listing_anchor(span.mention)
        link = Link(
            anchor, self.words.go_to.format(name=name, folio=FOLIO), tag=Tag("Link", Tag("Reference", tag))
        )
        return fill(
            self.words.see,
            link.tag,
            link,
            name=(Inline(name, self.source(link.tag), link=link),),
            page=(page_inline(self.words, link.tag, link, anchor),),
        )

    # --- how to reach them

    def offices(self, listing, tag):
        """The offices of a listing, and what belongs to all of them together where there are several."""
        own, second = of_the_whole(listing), self.seconds.get(listing.id)
        if len(listing.locations) > 1 or listing.locations and not can_merge(listing.locations[0], own):
            several = len(listing.locations) > 1
            own = own if several else less(own, listing.locations[0])
            shared = (
                self.office(listing, own, tag, second=second and of_the_whole(second))
                if own != model.Location()
                else None
            )
            seconds = second.locations if second else (None,) * len(listing.locations)
            return tuple(
                self.office(listing, each, tag, labelled=several, second=other)
                for each, other in zip(listing.locations, seconds)
            ), shared
        if not listing.locations:
            return (self.office(listing, own, tag, second=second and of_the_whole(second)),), None
        merged = merge_location(listing.locations[0], own)
        if second:
            second = merge_location(second.locations[0], of_the_whole(second))
        return (self.office(listing, merged, tag, second=second),), None

    def office(self, listing, location, parent, labelled=False, second=None):
        """One office; `labelled`: one of several, so that the city stands in for a missing label.

        `second` has its texts in the second language.
        """
        if location == model.Location():
            tag = Tag("P", parent)
            advice = [Inline(each.words.no_contact, self.inside(tag, each)) for each in self.composers]
            return OfficeBlock(address=tuple(advice), reachable=False)
        tag = Tag("Div", parent)
        return OfficeBlock(
            address=self.address(listing, location, tag, labelled, second),
            numbers=tuple(
                self.number(phone, listing.name, tag, other)
                for phone, other in self.phone_pairs(location, second)
            ),
            web=self.web(location, tag),
            hours=self.hours(listing, location, tag, self.foreign if location.hours_untranslated else ""),
            second_hours=self.second.hours(listing, second, tag, self.second.guide.language)
            if second and not second.hours_untranslated
            else (),
        )

    def hours(self, listing, location, parent, language):
        """The lines of hours; none of a listing that is closed."""
        if listing.closed:
            return ()
        return tuple(Inline(join_times(line), Tag("P", parent, language=language)) for line in location.hours)

    def address(self, listing, location, tag, labelled, second=None):
        """The lines of an address, the label first."""
        address = location.address
        label = location.name or (address.city if labelled and address else "")
        if label and second and second.name and second.name != label:
            label = f"{label} / {second.name}"
        lines = [Inline(label, Tag("P", tag), True)] if label else []
        block = Tag("P", tag)
        return (*lines, *self.address_inlines(listing, location, block))

    def address_inlines(self, listing, location, tag):
        words, address, own = self.words, location.address, self.source(tag)
        postal = location.postal_name if location.postal_name != listing.name else ""
        care_of = (
            words.care_of.format(name=location.care_of).replace("c/o ", "c/o\u00a0")
            if location.care_of
            else ""
        )
        lines = [Inline(words.contact.format(name=location.attention), tag)] if location.attention else []
        lines += [Inline(", ".join(filter(None, (postal, care_of))), own)] if postal or care_of else []
        if address is None:
            return lines
        lines += [Inline(text, own) for text in address_lines(address, self.country)]
        if address.confidential:
            note = "not_public"
        elif address.city_only:
            note = "city_only" if listing.all_phones else "city_only_no_phone"
        else:
            return lines
        return [
            *lines,
            *(Inline(getattr(each.words, note), self.inside(tag, each)) for each in self.composers),
        ]

    def phone_pairs(self, location, second):
        """Yield the numbers in the order of print, each with the same in the second language or None."""
        others = (
            second.phones
            if second and len(second.phones) == len(location.phones)
            else (None,) * len(location.phones)
        )
        found = {id(phone): other for phone, other in zip(location.phones, others)}
        yield from ((phone, found[id(phone)]) for phone in in_order(location.phones))

    def number(self, phone, name, parent, second=None):
        words, tag = self.words, Tag("P", parent)
        if not phone.e164:
            note = tuple(self.description_of(phone, second, tag)) if phone.description else ()
            return NumberBlock(Inline(phone.printed + (", " if note else ""), tag), note, large=False)
        description = words.call.format(name=name, number=phone.in_digits or phone.printed)
        target = f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "")
        number = Inline(
            phone.printed, Tag("Link", tag), phone.type != model.FAX, Link(target, description, ruled=False)
        )
        below = words.in_digits.format(number=phone.in_digits) if phone.in_digits else ""
        return NumberBlock(
            number,
            type=self.phone_type(phone, tag, second),
            extension=Inline(words.extension.format(extension=phone.extension), tag, True)
            if phone.extension
            else None,
            below=Inline(below, tag) if below else None,
            large=phone.type != model.FAX,
        )

    def description_of(self, phone, second, tag):
        """Yield the words that are printed with a number, in both languages where they differ."""
        yield Inline(phone.description, tag)
        if second and second.description != phone.description:
            yield from (Inline(" / ", tag), Inline(second.description, self.inside(tag, self.second)))

    def phone_type(self, phone, tag, second=None):
        """What kind a number is, in both languages where there are two; tuple of Inline."""
        said = {each.words.phone_types.get(phone.type, phone.type): each for each in reversed(self.composers)}
        inlines = []
        for text, each in reversed(said.items()):
            inlines += [Inline(" / ", tag)] * bool(inlines) + [Inline(text, self.inside(tag, each))]
        if phone.description:
            *before, last = inlines
            first, *others = self.description_of(phone, second, tag)
            inlines = [*before, last._replace(text=f"{last.text}, {first.text}")] if last.text else [first]
            inlines += others
        return tuple(inlines)

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


def alert_of(listing, words):
    """The news that comes before everything else: of a listing that is closed, that it is, where it says no more."""
    return listing.alert or (words.closed_for_now if listing.closed else "")


def text_of(listing):
    """Which text says what a listing does."""
    return "description" if listing.description or not listing.summary else "summary"


def described(listing):
    """What a listing does, as prose."""
    return listing.description or ((sentence(listing.summary),) if listing.summary else ())


# --- templates --------------------------------------------------------------------------------------

FIELD = re.compile(r"\{(\w+)\}")


def joined(text):
    """Words that no line parts."""
    return text.replace(" ", NBSP)


def fill(template, tag, link=None, **pieces):
    """A template as inline pieces: words of its own, and in the place of each of its brackets the pieces of that name."""
    inlines = []
    for place, text in enumerate(FIELD.split(template)):
        for piece in pieces[text] if place % 2 else (Inline(text, tag, link=link),) * bool(text):
            alike = inlines and not (piece.page_of or inlines[-1].page_of) and piece[1:] == inlines[-1][1:]
            if alike:
                inlines[-1] = piece._replace(text=inlines[-1].text + piece.text)
            else:
                inlines.append(piece)
    return tuple(inlines)


def in_each(words, tag, make):
    """What `make(words, tag)` gives, in both languages where there are two, the second tagged with its own; tuple of Inline."""
    first, *rest = words.versions
    inlines = list(make(first, tag))
    for own in rest:
        inside = Tag("Span", tag, language=own.language) if tag is not None else None
        inlines += [Inline(" ", tag), *(each._replace(apart=True) for each in make(own, inside))]
    return tuple(inlines)


def page_inline(words, tag, link, anchor):
    """ "page 4" as a piece that no line parts."""
    return Inline(joined(words.page).format(folio=FOLIO), tag, link=link, page_of=anchor)


def reference(template, anchor, name, parent, words):
    """A cross reference in running text whose template has the brackets {page}, "index, page 11"; tuple of Inline."""
    tag = Tag("Link", Tag("Reference", parent))
    link = Link(anchor, words.go_to.format(name=name, folio=FOLIO), tag=tag)
    return fill(template, tag, link, page=(page_inline(words, tag, link, anchor),))


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
