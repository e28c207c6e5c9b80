"""The folder of pages for a web server: a page for each section, and one with everything, on which one searches.

Its files are in one archive (ZIP), whose bytes are the same for the same guide. Every link within it is relative, but for
those of the feed and the map of the site, which have to be whole.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guide.language.scripts import with_script
from guide.language.tongues import ANY
from guide.layout.compose.checked import cover_counts
from guide.layout.compose.links import full_address
from guide.layout.parts.news_rows import NewsRow
from guide.model import AMOUNT, FREE, Cost, Listing, Section
from guide.web.inlines import id_of
from guide.web.page import Page, as_json
from guide.web.tree import Element, Given, Node, Raw, el, walk

INDEX, ALL, STYLE = "index.html", "all.html", "style.css"
FILES = {
    "news": "news.html",
    "open-late": "late.html",
    "a-to-z": "a-z.html",
    "about": "about.html",
}  # of parts
EVER = (1980, 1, 1, 0, 0, 0)  # no clock is in the archive
READABLE = 0o644  # by everybody: a web server is somebody else
POLICY = "style-src 'self' file:"  # of a folder that is looked at before it is sent to a server, too
HEADERS = """\
What the web server should send with every page, if you can tell it so (ask whoever looks after it):

Content-Security-Policy: frame-ancestors 'none'
X-Content-Type-Options: nosniff
Referrer-Policy: no-referrer
Permissions-Policy: camera=(), geolocation=(), microphone=()
"""


class Site:
    """Puts the folder together; `page` is the one with everything."""

    def __init__(self, page: Page) -> None:
        self.page, self.shown, self.front = page, page.shown, page.front
        self.address = full_address(self.shown.edition.site).rstrip("/") + "/"
        self.day = self.shown.guide.edition.date.isoformat()

    def files(self) -> dict[str, bytes]:
        """{name: bytes} of everything in the folder."""
        bodies = dict(self.bodies())
        homes = {id: name for name, body in bodies.items() for id in ids_in(body) if id not in SHARED}
        pages = {name: self.html(name, relinked(body, ids_in(body), homes)) for name, body in bodies.items()}
        texts = pages | {
            ALL: self.page.html(),
            STYLE: self.page.style() + "\n",
            "feed.xml": self.feed(),
            "sitemap.xml": self.map_of([*pages, ALL]),
            "headers.txt": HEADERS,
        }
        return {name: text.encode() for name, text in texts.items()}

    # --- pages

    def bodies(self) -> Iterator[tuple[str, Element]]:
        """Yield (name of the file, what stands on it)."""
        yield INDEX, self.body(self.front.header(), self.front.help(), None)
        before, behind = self.page.own_pages
        sections = zip(self.shown.guide.sections, self.page.sections)
        yield from ((file_of(section), self.body(self.head_line(), None, each)) for section, each in sections)
        for part in (*before, *behind, *self.page.ends):
            id = dict(part.attributes)["id"]
            yield FILES.get(id, f"{id}.html"), self.body(self.head_line(), None, part)

    def body(self, header: Element, help: Given, inside: Given) -> Element:
        """A page: the contents beside what is its own, or on a narrow screen behind it."""
        contents = self.front.contents(self.page.parts)
        main = el("main", help, el("div", inside, id="w-all") if inside else None, contents, id="main")
        return self.page.around(self.front.bar(self.shown.leave, f"{ALL}#w-find"), header, main)

    def head_line(self) -> Element:
        """The title of the guide in a line, which leads to the first page."""
        title = el("a", self.shown.speaker.both(self.shown.both.title), href=INDEX)
        return el("header", el("div", el("div", el("h1", title), class_="wrap"), class_="block low"))

    def html(self, name: str, body: Element) -> str:
        """A page as text."""
        section = next((each for each in self.shown.guide.sections if file_of(each) == name), None)
        title = f"{section.title}: {self.page.title}" if section else self.page.title
        more: list[Given] = [
            el("link", rel="stylesheet", href=STYLE),
            el("link", rel="alternate", type="application/atom+xml", href="feed.xml", title=self.page.title),
        ]
        if section:
            more.append(el("script", Raw(as_json(self.list_of(section))), type="application/ld+json"))
        return self.page.written(self.page.head(POLICY, title, *more), body)

    def list_of(self, section: Section) -> dict[str, Any]:
        """The listings of a section for machines (schema.org)."""
        return {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": str(section.title),
            "itemListElement": [
                {"@type": "ListItem", "position": place, "item": organization(each, self.address)}
                for place, each in enumerate(section.listings, 1)
            ],
        }

    # --- what tells of the pages

    def map_of(self, names: list[str]) -> str:
        """The map of the site (sitemaps.org)."""
        rows = "".join(
            f"<url><loc>{escape(self.address + ('' if name == INDEX else name))}</loc><lastmod>{self.day}</lastmod></url>\n"
            for name in names
        )
        start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        return f"{start}{rows}</urlset>\n"

    def feed(self) -> str:
        """What is new, as a feed (Atom): the edition, and the listings that are new, changed, closed or gone in it."""
        guide = self.shown.guide
        entries = [
            self.entry(f"edition-{guide.edition.number}", str(self.front.edition_words()), "", self.counts())
        ]
        for kind in self.page.back.lists_of_news():
            entries += [self.news_entry(str(kind.title), row) for row in kind.rows]
        author = escape(guide.publisher.name or self.page.title)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
            f'xml:lang="{with_script(guide.language)}">\n<id>{escape(self.address)}</id>\n<title>{escape(self.page.title)}</title>\n'
            f'<updated>{self.day}T00:00:00Z</updated>\n<link rel="self" href="{escape(self.address)}feed.xml"/>\n'
            f'<link href="{escape(self.address)}"/>\n<author><name>{author}</name></author>\n{"".join(entries)}</feed>\n'
        )

    def counts(self) -> str:
        return str(cover_counts(self.shown.both, self.shown.all_words))

    def news_entry(self, kind: str, row: NewsRow) -> str:
        """A listing of which something is told."""
        own = id_of(row.anchor) if row.anchor else ""
        said = " / ".join("; ".join(lines) for lines in row.lines if lines)
        name = f"{self.shown.guide.edition.number}-{own or row.name}"
        return self.entry(name, f"{kind}: {row.name}", f"{ALL}#{own}" if own else "", said)

    def entry(self, name: str, title: str, where: str, said: str) -> str:
        """An entry of the feed."""
        id = f"{self.address}#{name.replace(' ', '-')}"
        return (
            f"<entry><id>{escape(id)}</id><title>{escape(title)}</title><updated>{self.day}T00:00:00Z</updated>"
            f'<link href="{escape(self.address + where)}"/><summary>{escape(said or title)}</summary></entry>\n'
        )


SHARED = frozenset(("main", "contents", "h-contents", "w-all"))  # ids that every page has


def ids_in(body: Element) -> set[str]:
    """The ids of a page."""
    return {value for each in walk([body]) for name, value in each.attributes if name == "id"}


def relinked(node: Element, own: set[str], homes: Mapping[str, str]) -> Element:
    """A page whose links to places on other pages lead there."""

    def moved(name: str, value: str) -> str:
        place = value[1:]
        return (
            f"{homes[place]}{value}"
            if name == "href" and value[:1] == "#" and place not in own and place in homes
            else value
        )

    children: tuple[Node, ...] = tuple(
        relinked(each, own, homes) if isinstance(each, Element) else each for each in node.children
    )
    return Element(node.tag, tuple((name, moved(name, value)) for name, value in node.attributes), children)


def file_of(section: Section) -> str:
    """The page of a section."""
    name = f"{section.id}.html"
    return (
        f"s-{name}" if name in (INDEX, ALL, *FILES.values()) or section.id.startswith(("p-", "s-")) else name
    )


def organization(listing: Listing, address: str) -> dict[str, Any]:
    """A listing for machines: its name, its first number, its web address and where it is, unless that is confidential."""
    found: dict[str, Any] = {
        "@type": "Organization",
        "name": listing.name,
        "@id": f"{address}{ALL}#{listing.id}",
    }
    numbers = [phone.e164 for phone in listing.all_phones if phone.e164]
    if numbers:
        found["telephone"] = numbers[0]
    if listing.website:
        found["url"] = full_address(listing.website)
    if listing.language_codes:
        found["knowsLanguage"] = [each for each in listing.language_codes if each != ANY]
    if offers := [offer(each) for each in listing.cost if each.kind in (FREE, AMOUNT)]:
        found["makesOffer"] = offers
    places = [each.address for each in listing.locations if each.address and not each.address.confidential]
    if places and places[0].city:
        first = places[0]
        parts = {
            "streetAddress": first.address_1,
            "addressLocality": first.city,
            "addressRegion": first.state_province,
            "postalCode": first.postal_code,
        }
        found["address"] = {"@type": "PostalAddress"} | {key: value for key, value in parts.items() if value}
    return found


def offer(cost: Cost) -> dict[str, Any]:
    """What a listing asks for, for machines: nothing, an amount, or one between two."""
    if cost.kind == FREE:
        return {"@type": "Offer", "price": "0"}
    if not cost.most:
        return {"@type": "Offer", "price": cost.least, "priceCurrency": cost.currency}
    between = {"minPrice": cost.least, "maxPrice": cost.most, "priceCurrency": cost.currency}
    return {"@type": "Offer", "priceSpecification": {"@type": "PriceSpecification", **between}}


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files as an archive (ZIP); the same ones are the same bytes."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, EVER)
            entry.external_attr = READABLE << 16
            archive.writestr(entry, data, ZIP_DEFLATED)
    return buffer.getvalue()
