"""What the views have in common."""

import pytest

from guide.studio.owners import owner_of
from guide.studio.views.deeds import address_of, plain_or_none


@pytest.mark.parametrize(
    "owner, address",
    [
        ("listing/pantry", "/guide/pantry"),
        ("section/food", "/guide/section/food"),
        ("guide", "/guide/cover"),
    ],
)
def test_everything_has_an_address(owner, address):
    assert address_of(owner_of(owner)) == address


def test_what_the_browser_sends_is_texts_lists_and_mappings():
    assert plain_or_none(None) is None
    assert plain_or_none({"a": ["b\r\nc"]}) == {"a": ["b\nc"]}
    for wrong in (7, True, [7], [None], {"a": 1.5}):
        with pytest.raises(ValueError):
            plain_or_none(wrong)


def test_what_is_nested_without_end_is_refused():
    value = "a"
    for _ in range(12):
        value = [value]
    with pytest.raises(ValueError):
        plain_or_none(value)


def test_where_nothing_can_be_kept_the_folder_is_named(client, folder):
    """What is kept beside the editions has names that say nothing to anybody."""
    (folder.parent / "out").write_text("no folder", encoding="utf-8")
    answer = client.post("/api/delete", json={"owner": "listing/pantry"})
    assert answer.status_code == 507 and str(folder.parent / "out") in answer.json()["refused"]
    assert "json" not in answer.json()["refused"]
