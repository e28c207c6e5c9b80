"""A real mail server on this computer, with TLS and login, that can be told to misbehave; and a small guide to send."""

import asyncio
import email
import email.policy
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult

from guide.produce import Request, produce

ROOT = Path(__file__).resolve().parent.parent.parent
USER, PASSWORD = "guide@harbor.test", "s3cret pass"
CONTENT = {
    "guide.yaml": """\
title: Help near you
edition: {number: 3, colour: blue, date: 2026-04-01}
mail:
  from: guide@harborclinic.org
  from_name: Harbor Clinic
  unsubscribe: [mailto:stop@harborclinic.org, "https://harborclinic.org/stop?who={address}"]
""",
    "sections/a.yaml": "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n    phones: 773-471-0999\n",
    "editions/guide.yaml": "default: yes\n",
    "editions/large.yaml": "format: large-print\n",
}


class PostOffice:
    """The server: what it took, and what it does wrong. `faults` maps (step, recipient) to a list of things to do.

    Steps: "MAIL" and "RCPT" (the answer), "DATA" (after the message was told to its end). Things to do: an answer
    such as "450 later"; "drop", which hangs up before taking anything; "lose", which takes the message and hangs up; a
    function that is called, after which all goes on.
    """

    def __init__(self, tls=None, starttls=None, login=True, **options):
        self.taken = []  # (sender, recipients, bytes)
        self.connections = 0
        self.protocols = []
        self.faults = {}
        self.loop = asyncio.new_event_loop()
        self.options = {"enable_SMTPUTF8": True, "hostname": "post.test", **options}
        self.login = login  # judged at MAIL: the library knows TLS from the first byte not as TLS
        if login:
            self.options |= {"authenticator": self.log_in, "auth_require_tls": bool(starttls)}
        if starttls:
            self.options |= {"tls_context": starttls, "require_starttls": True}
        self.tls = tls
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.ready = threading.Event()
        self.thread.start()
        assert self.ready.wait(10)

    def serve(self):
        asyncio.set_event_loop(self.loop)
        self.loop.set_exception_handler(
            lambda loop, context: None
        )  # connections that were dropped on purpose
        server = self.loop.run_until_complete(
            self.loop.create_server(self.make, "127.0.0.1", 0, ssl=self.tls)
        )
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        self.loop.run_forever()
        server.close()
        for each in self.protocols:
            if each.transport is not None and not each.transport.is_closing():
                each.transport.abort()
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.run_until_complete(asyncio.sleep(0.01))
        self.loop.close()

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    def make(self):
        self.connections += 1
        self.protocols.append(SMTP(self, loop=self.loop, **self.options))
        return self.protocols[-1]

    @staticmethod
    def log_in(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=good)

    async def misbehave(self, step, recipient, server):
        """The answer of the fault that is due, if any; "gone" after hanging up."""
        due = self.faults.get((step, recipient)) or self.faults.get((step, "*")) or []
        fault = due.pop(0) if due else None
        if callable(fault):
            fault = fault()
            if asyncio.iscoroutine(fault):
                fault = await fault
        if fault == "drop":
            server.transport.abort()
            return "gone"
        return fault

    async def handle_MAIL(self, server, session, envelope, address, options):
        answer = await self.misbehave("MAIL", address, server)
        if self.login and not session.authenticated:
            return "530 log in first"
        if not answer:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return answer or "250 sender is fine"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = await self.misbehave("RCPT", address, server)
        if not answer:
            envelope.rcpt_tos.append(address)
        return answer or "250 recipient is fine"

    async def handle_DATA(self, server, session, envelope):
        answer = await self.misbehave("DATA", envelope.rcpt_tos[0], server)
        if answer and answer != "lose":
            return answer
        self.taken.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.original_content))
        if answer == "lose":
            server.transport.abort()
            return "gone"
        return await self.misbehave("AFTER", envelope.rcpt_tos[0], server) or "250 taken"

    def messages(self):
        """{recipient: message} of what was taken, each parsed."""
        return {
            recipients[0]: email.message_from_bytes(data, policy=email.policy.default)
            for _, recipients, data in self.taken
        }

    def counts(self):
        return Counter(recipient for _, recipients, _ in self.taken for recipient in recipients)


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    """A certificate authority of our own, and its file."""
    made = trustme.CA()
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    made.cert_pem.write_to_path(str(path))
    made.path = path
    return made


@pytest.fixture(scope="session")
def certificate(authority):
    """A server's TLS context for this computer."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def open_post_office():
    """Opens servers: open_post_office(tls=..., login=False)."""
    opened = []

    def start(**options):
        opened.append(PostOffice(**options))
        return opened[-1]

    yield start
    for office in opened:
        office.close()


@pytest.fixture
def post_office(open_post_office, certificate):
    """A server with TLS from the first byte, and login."""
    return open_post_office(tls=certificate)


@pytest.fixture
def environment(post_office, authority):
    """What names the server and the password."""
    return {
        "GUIDE_MAIL_URL": f"smtps://{USER}@127.0.0.1:{post_office.port}",
        "GUIDE_MAIL_PASSWORD": PASSWORD,
        "GUIDE_MAIL_CA": str(authority.path),
    }


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A folder with a small guide and its edition, made once: an edition that has not changed is not made again."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in CONTENT.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    produce(folder / "content", folder / "out", Request())
    return folder


@pytest.fixture
def tmp_path(tmp_path):
    """In memory where there is room: a ledger waits for the disk at every step, and a kill does not lose what is written."""
    if not os.path.ismount("/dev/shm") or shutil.disk_usage("/dev/shm").free < 32_000_000:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="guide-mail-", dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.fixture
def place(made, tmp_path, monkeypatch):
    """A folder with a small guide, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("GUIDE_MAIL") or name in ("SOURCE_DATE_EPOCH", "NO_COLOR"):
            monkeypatch.delenv(name)
    for name in (
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ):  # the system's authorities take long to read, for each connection
        monkeypatch.setenv(name, str(tmp_path / "none"))
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


def start_command(place, environment, *arguments, program=None):
    """The real command in a process of its own."""
    code = program or "from guide.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=place,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.fixture
def start_mail(place, environment):
    """Starts `make-guide mail` in a process: start_mail("--to", "p.csv", program=...)."""
    started = []

    def start(*arguments, program=None):
        started.append(start_command(place, environment, "mail", *arguments, program=program))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()
