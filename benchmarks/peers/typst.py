"""The guide by Typst, tagged as PDF/UA-1: python -m benchmarks.peers.typst DATA.json OUT.pdf"""

import sys
import tempfile
from pathlib import Path

import typst

SOURCE = r"""
#let guide = json("data.json")
#set document(title: guide.title)
#set page("us-letter", margin: 0.9in)
#set text(11pt, lang: guide.lang, hyphenate: false)
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 2): set text(14pt)
#align(horizon)[#text(34pt, strong(guide.title)) \ #text(16pt, guide.subtitle) \ #guide.edition]
#pagebreak()
#set page(footer: context align(center, counter(page).display()))
#outline(title: "Contents", depth: 2)
#for section in guide.sections {
  pagebreak(weak: true)
  heading(section.title)
  par(section.intro)
  for each in section.listings {
    block(breakable: false, width: 100%)[
      #heading(level: 2, each.name) #label(each.id)
      #for office in each.sites [
        #strong(office.label) \
        #for line in office.address [#line \ ]
        #for phone in office.phones [#link("tel:" + phone.number, strong(phone.number)) #lower(phone.label) \ ]
      ]
      #if each.email != "" [#link("mailto:" + each.email, each.email) \ ]
      #if each.url != "" [#link(each.url, each.url)]
      #par(each.description)
    ]
  }
}
#pagebreak()
#heading("Index")
#let rows = guide.sections.map(section => section.listings).flatten().sorted(key: each => lower(each.name))
#columns(2, for each in rows [#link(label(each.id))[#each.name #h(1fr) #context counter(page).at(label(each.id)).first()] \ ])
"""


def main(data, target):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data.json").write_bytes(Path(data).read_bytes())
        source = Path(folder, "guide.typ")
        source.write_text(SOURCE, encoding="utf-8")
        typst.compile(str(source), output=target, pdf_standards=["ua-1"])


if __name__ == "__main__":
    main(*sys.argv[1:])
