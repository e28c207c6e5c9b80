"""Handouts by Typst's compiler, kept warm, tagged as PDF/UA-1; what is chosen for each person comes in as an input."""

import json
from pathlib import Path

import typst

ROOT = Path(__file__).resolve().parent.parent.parent

SOURCE = r"""
#let person = json(bytes(sys.inputs.person))
#set document(title: person.title)
#set page("us-letter", margin: (x: 60pt, y: 60pt),
  header: context if counter(page).get().first() > 1 [#person.title #h(1fr) #counter(page).display()],
  footer: [Something wrong? Tell the staff. #h(1fr) #person.edition])
#set text(12pt, lang: person.lang, hyphenate: false, font: "Atkinson Hyperlegible Next")
#show heading.where(level: 1): set text(24pt)
#show heading.where(level: 2): set text(20pt)
#show heading.where(level: 3): set text(15pt)
#show link: underline
#heading(person.title)
*#person.greeting*
#let number = counter("listing")
#for section in person.sections {
  line(length: 100%)
  heading(level: 2, section.title)
  par(section.intro)
  for each in section.listings {
    number.step()
    block(breakable: false, width: 100%, below: 13pt)[
      #heading(level: 3)[#context number.display() #each.name]
      #for office in each.sites [
        *#office.label* \
        #for phone in office.phones [#link("tel:" + phone.number, strong(phone.number)) #lower(phone.label) \ ]
        #for line in office.address [#line \ ]
      ]
      #par(each.description)
    ]
  }
}
"""


class Compiler:
    """Makes handouts one after the other; the source and the faces stay."""

    def __init__(self, data, folder):
        self.data = data
        source = Path(folder, "handout.typ")
        source.write_text(SOURCE, encoding="utf-8")
        self.compiler = typst.Compiler(str(source), font_paths=[str(ROOT / "fonts")])

    def make(self, person):
        """The PDF for a person."""
        wanted = set(person.listings)
        sections = [
            {**section, "listings": [each for each in section["listings"] if each["id"] in wanted]}
            for section in self.data["sections"]
            if any(each["id"] in wanted for each in section["listings"])
        ]
        told = {key: self.data[key] for key in ("title", "edition", "lang")}
        inputs = {"person": json.dumps({**told, "greeting": person.greeting, "sections": sections})}
        return self.compiler.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs)
