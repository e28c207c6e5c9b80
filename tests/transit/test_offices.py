"""Which offices may be told how to be reached."""

from guide.content.load import load_guide
from guide.transit.offices import is_open, offices_in, offices_of
from tests.transit.made_feed import write_guide


def test_offices_on_the_map_and_off_it(tmp_path):
    """No confidential address, and nothing that is not printed."""
    guide, _ = load_guide(write_guide(tmp_path))
    offices = offices_of(guide)
    assert [(each.listing.id, each.name, each.has_own, each.way) for each in offices.on_map] == [
        ("pantry", "", False, ""),
        ("kitchen", "North", True, ""),
        ("kitchen", "South", True, ""),
        ("known", "", False, "Ask at the desk"),
    ]
    assert [each.id for each in offices.off_map] == ["unmapped"]


def test_beside_a_confidential_office_the_way_stands_with_its_own(tmp_path):
    section = write_guide(tmp_path) / "sections/a.yaml"
    text = section.read_text().replace("        latitude: 10\n        longitude: 10\n", "")
    text = text.replace("{address_1: 1 Far Street,", "{confidential: yes, address_1: 1 Far Street,")
    section.write_text(text)
    guide, _ = load_guide(tmp_path)
    (kitchen,) = [each for each in guide.listings if each.id == "kitchen"]
    (office,) = offices_in(kitchen)
    assert office.name == "North" and office.has_own
    assert [is_open(each) for each in kitchen.locations] == [True, False]


def test_an_office_without_a_street_in_print_is_on_no_map(tmp_path):
    """A stop fifty yards away tells where it is, as its coordinates would on a map."""
    section = write_guide(tmp_path) / "sections/a.yaml"
    text = section.read_text()
    for street in ("14 Pier Street", "1 Far Street"):
        assert street in text
    text = text.replace("address_1: 14 Pier Street,", "po_box: 12,").replace("address_1: 1 Far Street, ", "")
    section.write_text(text)
    offices = offices_of(load_guide(tmp_path)[0])
    assert [each.listing.id for each in offices.on_map] == ["pantry", "known"]
    assert [each.id for each in offices.off_map] == ["unmapped"]
