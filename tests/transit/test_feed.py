"""A timetable is read row by row from a zip or a folder; whatever is wrong with it is told."""

import zipfile

import pytest

from guide.errors import GuideError
from guide.transit import feed as module
from guide.transit.feed import Feed
from tests.transit.made_feed import pack_tables, tables, write_tables

STOPS = ("stop_id", "stop_name")


def rows(path, name="stops.txt", needed=("stop_id",), wanted=("stop_name",)):
    with Feed(path) as feed:
        return list(feed.table(name, needed, wanted))


def problem(path, **how):
    with pytest.raises(GuideError) as caught:
        rows(path, **how)
    (found,) = caught.value.problems
    return str(found)


def test_a_zip_and_a_folder_say_the_same(tmp_path):
    expected = rows(write_tables(tmp_path / "feed"))
    assert expected[0] == ("s1", "16th St & Mission St")
    assert rows(pack_tables(tmp_path / "a.zip")) == expected
    assert rows(pack_tables(tmp_path / "b.zip", inside="city/gtfs/")) == expected


def test_tables_of_any_hand(tmp_path):
    """A byte order mark, spaces and capitals in names of columns, line ends in quotes, blank and short rows, Windows' letters."""
    text = b'\xef\xbb\xbfStop_ID , stop_name\r\na,"Main\r\nStreet"\r\n\r\nb\r\nc,Caf\xe9,more,and more\r\n'
    path = write_tables(tmp_path / "feed", stops=text)
    assert rows(path) == [("a", "Main\r\nStreet"), ("b", ""), ("c", "Café")]
    assert rows(path, wanted=("stop_desc",)) == [("a", ""), ("b", ""), ("c", "")]


def test_what_is_no_timetable_is_told(tmp_path):
    (tmp_path / "page.zip").write_text("<html>")
    assert "page.zip: this is no zip (" in problem(tmp_path / "page.zip")
    assert "no such file" in problem(tmp_path / "none.zip")
    assert "there is no trips.txt, stop_times.txt in it" in problem(
        pack_tables(tmp_path / "a.zip", trips=None, stop_times=None)
    )
    assert "there is no stops.txt, routes.txt, trips.txt, stop_times.txt in it" in problem(tmp_path)


def test_a_zip_of_zips_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("bus.zip", b"")
        archive.writestr("rail.zip", b"")
    assert "only other zips in it: bus.zip, rail.zip; unpack it" in problem(tmp_path / "all.zip")


def test_a_column_that_is_lacking_is_told(tmp_path):
    path = write_tables(tmp_path / "feed", stops="name\nA\n")
    assert 'feed/stops.txt:1:1: there is no column "stop_id"' in problem(path)
    assert 'there is no column "stop_id"' in problem(write_tables(tmp_path / "feed", stops=""))


def test_a_damaged_zip_is_told(tmp_path):
    path = pack_tables(tmp_path / "a.zip", stops="stop_id\n" + "\n".join(map(str, range(9000))))
    data = bytearray(path.read_bytes())
    place = data.index(b"stops.txt") + 200
    data[place : place + 50] = bytes(50)
    path.write_bytes(data)
    assert "a.zip/stops.txt" in (said := problem(path)) and "cannot be read: " in said


@pytest.mark.slow
def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "SMALL", 10_000)
    path = pack_tables(tmp_path / "a.zip", stops="stop_id\n" + "0" * 30_000_000)
    assert "which no timetable has" in problem(path)


@pytest.mark.parametrize("text", ["a" * 5000, '"' + "a\n" * 2000, '"\n",' * 2000, "a\r" * 20 + "," * 5000])
def test_a_row_that_does_not_end_is_told(tmp_path, text, monkeypatch):
    """And not kept in memory."""
    monkeypatch.setattr(module, "PART", 1000)
    path = write_tables(tmp_path / "feed", stops="stop_id\nb\n" + text)
    assert "a row does not end" in (said := problem(path)) and "stops.txt:" in said


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_it_does_not_matter_where_a_part_ends(tmp_path, ending, monkeypatch):
    """Within a line, a text in quotes, a letter of two bytes or a line end."""
    expected = [(str(number), f"É{ending}{number}") for number in range(30)]
    text = ending.join(["stop_id,stop_name", *(f'{id},"{name}"' for id, name in expected)])
    path = write_tables(tmp_path / "feed", stops=text)
    for size in range(3, 40):
        monkeypatch.setattr(module, "PART", max(size, 20))
        assert rows(path) == expected


def test_a_zip_with_a_password_is_told(tmp_path):
    path = pack_tables(tmp_path / "a.zip")
    data = path.read_bytes().replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    path.write_bytes(data)
    assert "this is locked with a password; unpack" in problem(path)


def test_what_a_mac_adds_is_no_table(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("__MACOSX/stops.txt", b"\0")
        for name, text in tables({}).items():
            archive.writestr(f"feed/{name.upper()}", text)
    assert rows(path)[0] == ("s1", "16th St & Mission St")
