"""Files that are known again."""

from guide.seal import (
    BLANK,
    archive,
    are_sealed,
    is_sealed,
    is_sealed_archive,
    seal_of,
    sealed,
)


def test_a_sealed_text_is_known_until_a_letter_of_it_changes():
    data = sealed(f"a,b\n1,{BLANK}\n")
    assert is_sealed(data) and is_sealed(b"")
    assert not is_sealed(data.replace(b"1", b"2")) and not is_sealed(data + b"\n")
    assert not is_sealed(b"somebody's own")


def test_files_are_known_by_the_seal_in_one_of_them():
    members = {"a": b"1", "b": b"2"}
    whole = members | {"seal": seal_of(members).encode()}
    assert are_sealed(whole, "seal")
    assert not are_sealed(whole | {"a": b"3"}, "seal") and not are_sealed(whole | {"c": b""}, "seal")
    assert not are_sealed(members, "seal")


def test_an_archive_is_the_same_at_every_run_and_known_by_its_seal():
    members = {"a": b"1" * 100, "b": b"2"}
    data = archive(members | {"seal": seal_of(members).encode()})
    assert data == archive(members | {"seal": seal_of(members).encode()})
    assert is_sealed_archive(data, "seal") and is_sealed_archive(b"", "seal")
    assert not is_sealed_archive(archive(members), "seal")
    assert not is_sealed_archive(data + b"more", "seal") and not is_sealed_archive(b"PK no archive", "seal")
