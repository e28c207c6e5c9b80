"""All hours of a guide beside what they are read as."""

from guide.content.hours_table import hours_rows

FOOD = """title: Food
listings:
  - id: a
    name: Harbor Food Bank
    hours: Mon-Fri 9-5
    locations:
      - name: Annex
        hours: Call first
      - name: Barn
        hours: Mo-Fr 09:00-12:00
"""


def test_each_text_with_its_place_and_what_it_reads_as(load):
    """OpenStreetMap's syntax has no second meaning: 09:00-12:00 is the morning."""
    listing, annex, barn = hours_rows(load(food=FOOD).guide)
    assert (listing.mark.line, listing.name, listing.text) == (5, "Harbor Food Bank", "Mon-Fri 9-5")
    assert listing.lines == ("Monday to Friday 9\u00a0am\u00a0to\u00a05\u00a0pm",)
    assert listing.taken == ("9-5",)
    assert (annex.mark.line, annex.name, annex.text, annex.lines) == (
        8,
        "Harbor Food Bank, Annex",
        "Call first",
        (),
    )
    assert annex.unread == '"Call"'
    assert (barn.lines, barn.taken) == (("Monday to Friday 9\u00a0am\u00a0to\u00a0noon",), ())
