"""Where the server and the password come from, and what is refused."""

import os
import sys
from types import ModuleType

import pytest

from guide.errors import GuideError
from guide.mail.server import as_text, server_from


@pytest.mark.parametrize(
    "url, host, port, first, user",
    [
        ("smtps://me@mail.org", "mail.org", 465, True, "me"),
        ("smtp://me@mail.org", "mail.org", 587, False, "me"),
        ("smtp://me%40x.org@mail.org:2525/", "mail.org", 2525, False, "me@x.org"),
        ("smtps://me@x.org@[::1]:25", "::1", 25, True, "me@x.org"),
        ("smtp://localhost:25", "localhost", 25, False, ""),
    ],
)
def test_servers(url, host, port, first, user):
    server = server_from({"GUIDE_MAIL_URL": url, "GUIDE_MAIL_PASSWORD": "secret"})
    assert (server.host, server.port, server.tls_first, server.user) == (host, port, first, user)
    assert server.password == ("secret" if user else "")
    assert "secret" not in repr(server)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mail.org",
        "http://mail.org",
        "smtp://",
        "smtp://me@mail.org:99999",
        "smtp://mail.org/path",
        "smtp://mail.org?x=1",
        "smtps://a%0d%0ab@mail.org",
        "smtps://me:secret@mail.org",
        "smtps://[mail.org",
    ],
)
def test_what_is_no_server(url):
    with pytest.raises(GuideError) as caught:
        server_from({"GUIDE_MAIL_URL": url, "GUIDE_MAIL_PASSWORD": "x"})
    assert "secret" not in str(caught.value)


URL = {"GUIDE_MAIL_URL": "smtps://me@mail.org"}


def test_a_password_from_a_file_that_nobody_else_reads(tmp_path):
    path = tmp_path / "password"
    path.write_text("pass w\u00f6rd\nmore\n", encoding="utf-8")
    path.chmod(0o600)
    assert server_from(URL | {"GUIDE_MAIL_PASSWORD_FILE": str(path)}).password == "pass w\u00f6rd"


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_is_refused(tmp_path, mode):
    path = tmp_path / "password"
    path.write_text("secret\n", encoding="utf-8")
    path.chmod(mode)
    with pytest.raises(GuideError, match="others can read this password; run: chmod 600"):
        server_from(URL | {"GUIDE_MAIL_PASSWORD_FILE": str(path)})


@pytest.mark.parametrize("data", [None, b"", b"\n", b"\xff\xfe"])
def test_a_file_without_a_password(tmp_path, data):
    path = tmp_path / "password"
    if data is not None:
        path.write_bytes(data)
        path.chmod(0o600)
    with pytest.raises(GuideError):
        server_from(URL | {"GUIDE_MAIL_PASSWORD_FILE": str(path)})


def test_a_password_from_the_keyring(monkeypatch):
    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})
    keyring.errors = errors
    keyring.get_password = lambda service, name: {("make-guide", "me@mail.org"): "secret"}.get(
        (service, name)
    )
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert server_from(URL).password == "secret"
    with pytest.raises(GuideError, match="keyring set make-guide you@mail.org"):
        server_from({"GUIDE_MAIL_URL": "smtps://you@mail.org"})

    def locked(service, name):
        raise errors.KeyringError

    keyring.get_password = locked
    with pytest.raises(GuideError, match="there is no password"):
        server_from(URL)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(GuideError, match="there is no password"):
        server_from(URL)


def test_an_authority_has_to_be_a_file():
    with pytest.raises(GuideError, match="there is no file nowhere.pem"):
        server_from({"GUIDE_MAIL_URL": "smtp://localhost", "GUIDE_MAIL_CA": "nowhere.pem"})


def test_an_answer_cannot_steer_the_terminal():
    assert as_text(b"no \x1b[31m\r\n way \xff") == "no [31m way \ufffd"
