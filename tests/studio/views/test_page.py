"""The pane of the page."""

import pytest


def test_a_listing_is_found_on_its_page(client):
    """With its numbers, and a picture below."""
    facts = client.get("/page/facts?listing=pantry").json()
    (page,) = facts["of_listing"]
    boxes = client.get(f"/page/{page}.json").json()["boxes"]
    assert {"listing/pantry"} <= {each["owner"] for each in boxes if each["what"] == "listing"}
    assert "phones-0" in {each["path"] for each in boxes} and boxes[0]["label"].startswith("Open: ")
    assert client.get(f"/page/{page}.png").content.startswith(b"\x89PNG")


def test_an_error_stands_at_its_number(client, change):
    """It is drawn all the same."""
    change("food", "type: fax", "type: faks")
    client.app.app.state.studio.look_again()
    page = client.get("/page/facts?listing=pantry").json()["of_listing"][0]
    assert [each["problem"] for each in client.get(f"/page/{page}.json").json()["boxes"] if each["problem"]]


@pytest.mark.parametrize(
    "path",
    [
        "/page/99.png",
        "/page/99.json",
        "/page/0.png?edition=x",
        "/page/0.png?scale=a",
        "/page/facts?edition=x",
    ],
)
def test_what_there_is_not(client, path):
    assert client.get(path).status_code == 404


def test_a_guide_that_cannot_be_drawn_says_why(client, folder):
    for path in folder.glob("sections/*.yaml"):
        path.write_text("listings: [", encoding="utf-8")
    client.app.app.state.studio.look_again()
    facts = client.get("/page/facts").json()
    assert facts["pages"] == [] and facts["why"]
