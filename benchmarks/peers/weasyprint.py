"""The guide by WeasyPrint, tagged as PDF/UA-1: python -m benchmarks.peers.weasyprint DATA.json OUT.pdf"""

import json
import sys
from html import escape
from pathlib import Path

import weasyprint

STYLE = """
@page { size: letter; margin: 0.9in; @bottom-center { content: counter(page) } }
@page :first { @bottom-center { content: none } }
body { font: 11pt/1.35 sans-serif }
h1 { font-size: 20pt; break-before: page } h2 { font-size: 14pt; margin: 0 }
article { break-inside: avoid; margin-bottom: 14pt } p, address { margin: 4pt 0; font-style: normal }
nav li, .index li { list-style: none } nav a::after, .index a::after { content: leader('.') target-counter(attr(href), page) }
.index ul { columns: 2; padding: 0 } a { color: black; text-decoration: none }
"""


def listing(each):
    offices = "".join(
        f"<address><strong>{escape(office['label'])}</strong><br>{'<br>'.join(map(escape, office['address']))}<br>"
        + "<br>".join(
            f"<a href='tel:{phone['number']}'><strong>{phone['number']}</strong></a> {phone['label'].lower()}"
            for phone in office["phones"]
        )
        + "</address>"
        for office in each["sites"]
    )
    return (
        f"<article><h2 id='{each['id']}'>{escape(each['name'])}</h2>{offices}<p><a href='mailto:{each['email']}'>{each['email']}</a><br>"
        f"<a href='{each['url']}'>{each['url']}</a></p><p>{escape(each['description'])}</p></article>"
    )


def page(guide):
    """The whole guide as HTML."""
    sections, rows = (
        guide["sections"],
        [each for section in guide["sections"] for each in section["listings"]],
    )

    def links(listings):
        return "".join(f"<li><a href='#{each['id']}'>{escape(each['name'])}</a></li>" for each in listings)

    contents = "".join(
        f"<li><a href='#{section['id']}'>{escape(section['title'])}</a><ul>{links(section['listings'])}</ul></li>"
        for section in sections
    )
    body = "".join(
        f"<section><h1 id='{section['id']}'>{escape(section['title'])}</h1><p>{escape(section['intro'])}</p>"
        + "".join(map(listing, section["listings"]))
        + "</section>"
        for section in sections
    )
    index = links(sorted(rows, key=lambda each: each["name"].lower()))
    return (
        f"<html lang='{guide['lang']}'><head><title>{escape(guide['title'])}</title><style>{STYLE}</style></head><body>"
        f"<h1 style='break-before:avoid'>{escape(guide['title'])}</h1><p>{escape(guide['subtitle'])}</p>"
        f"<nav><h1>Contents</h1><ul>{contents}</ul></nav>{body}<div class='index'><h1>Index</h1><ul>{index}</ul></div></body></html>"
    )


def main(data, target):
    guide = json.loads(Path(data).read_text(encoding="utf-8"))
    weasyprint.HTML(string=page(guide)).write_pdf(target, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(*sys.argv[1:])
