"""From the first page to the studio of a guide."""

import pytest
from starlette.testclient import TestClient

from guide.studio.app import make_app
from guide.studio.first import first_app
from guide.studio.secret import Door
from tests.studio.conftest import ORIGIN, PORT, SECRET, open_studio

DOOR = Door(SECRET, PORT)


@pytest.fixture
def opened():
    """The folders whose studio was opened."""
    return []


@pytest.fixture
def visitor(tmp_path, opened):
    """A browser in front of the first page."""

    def opens(folder):
        opened.append(folder)
        return make_app(open_studio(folder), DOOR)

    app = first_app(tmp_path / "content", DOOR, opens)
    with TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}) as visitor:
        visitor.get(f"/enter?secret={SECRET}")
        yield visitor


def test_nothing_is_written_before_a_choice(visitor, tmp_path, opened):
    for path in ("/", "/start/questions", "/start/example.png", "/guide", "/anything"):
        assert visitor.get(path).status_code == 200
    assert not list(tmp_path.iterdir()) and opened == []


def test_the_studio_of_the_guide_answers_once_it_has_begun(visitor, tmp_path, opened):
    """It is opened once, and takes in what is changed outside."""
    for _ in range(2):
        answer = visitor.post("/api/start/begin", json={"kind": "example"})
    assert answer.status_code == 404 and opened == [tmp_path / "content"]
    assert "Our resource guide" in visitor.get("/guide").text
    assert visitor.get("/start/questions").status_code == 404


def test_nobody_else_begins_a_guide(visitor, tmp_path):
    """Without the secret, or from another site."""
    other = TestClient(visitor.app, base_url=ORIGIN, headers={"origin": ORIGIN})
    assert other.post("/api/start/begin", json={"kind": "example"}).status_code == 403
    assert (
        visitor.post(
            "/api/start/begin", json={"kind": "example"}, headers={"origin": "http://a.example"}
        ).status_code
        == 403
    )
    assert not list(tmp_path.iterdir())
