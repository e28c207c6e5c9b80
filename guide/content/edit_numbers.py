"""Numbers that listings keep, written into the content: everything else in the files stays as it is."""

from collections.abc import Mapping
from pathlib import Path

from guide.content.edit_keys import TOP, KeyEdit, edit_file
from guide.content.numbers import highest_of
from guide.content.records.guide_file import GUIDE
from guide.content.records.listings import LISTING_RECORD
from guide.model import Guide, Listing
from guide.model.whole import STABLE

ORDER = {field.key: place for place, field in enumerate(LISTING_RECORD.fields)}
TOP_ORDER = {field.key: place for place, field in enumerate(GUIDE.fields)}


def numbered_files(guide: Guide, given: Mapping[str, int]) -> dict[Path, tuple[bytes, bytes]]:
    """{path: (bytes before, bytes now)} of the content files with numbers written into them, and the highest one kept.

    Raises GuideError where that cannot be done without a change to anything else.
    """
    files: dict[Path, tuple[bytes, bytes]] = {}
    by_file: dict[Path, list[Listing]] = {}
    for listing in guide.listings:
        if listing.id in given:
            by_file.setdefault(listing.mark.path, []).append(listing)
    for path, some in by_file.items():
        edits = {each.id: [KeyEdit("number", str(given[each.id]))] for each in some}
        data = path.read_bytes()
        files[path] = data, edit_file(data, edits, path, ORDER)
    highest = max((highest_of(guide), *given.values()))
    data, path = guide.mark.path.read_bytes(), guide.mark.path
    top = (KeyEdit("numbers", STABLE), KeyEdit("highest_number", str(highest)))
    files[path] = data, edit_file(data, {TOP: top}, path, TOP_ORDER)
    return {path: each for path, each in files.items() if each[0] != each[1]}
