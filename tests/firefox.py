"""The system's Firefox, by its own remote protocol (Marionette); where there is none the tests that ask it are skipped and say so."""

import contextlib
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
PREFERENCES = {
    "marionette.port": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
STARTS_IN = 60  # seconds


class Firefox:
    """A window of a browser of one's own, with nothing kept from before."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 60)
        self.pending, self.number = b"", 0
        self.read()  # who is there
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def read(self):
        """The next answer: its length, a colon, JSON."""
        while b":" not in self.pending:
            self.pending += self.socket.recv(65536)
        length, _, rest = self.pending.partition(b":")
        while len(rest) < int(length):
            rest += self.socket.recv(65536)
        self.pending = rest[int(length) :]
        return json.loads(rest[: int(length)])

    def ask(self, command, given=None):
        """What a command of WebDriver answers."""
        self.number += 1
        text = json.dumps([0, self.number, command, given or {}])
        self.socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, wrong, answer = self.read()
        assert wrong is None, wrong
        return answer.get("value") if isinstance(answer, dict) and set(answer) == {"value"} else answer

    def open(self, address):
        """Go to a page, and wait until it is there."""
        self.ask("WebDriver:Navigate", {"url": address})

    def where(self):
        """The address of what is shown."""
        return self.ask("WebDriver:GetCurrentURL")

    def run(self, script, *given):
        """What a script returns, which may do what the page's policy forbids the page."""
        return self.ask(
            "WebDriver:ExecuteScript", {"script": script, "args": list(given), "sandbox": "default"}
        )

    def until(self, script, *given):
        """What a script returns as soon as that is something."""
        end = time.monotonic() + 20
        while not (found := self.run(script, *given)) and time.monotonic() < end:
            time.sleep(0.02)
        assert found, script
        return found

    def answer(self, script, *given):
        """What a script gives to its last argument, a function, some time later."""
        self.ask("WebDriver:SetTimeouts", {"script": 120_000})
        asked = {"script": script, "args": list(given), "sandbox": "default"}
        return self.ask("WebDriver:ExecuteAsyncScript", asked)

    def find(self, selector):
        """The name that the protocol has for an element."""
        return next(
            iter(self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector}).values())
        )

    def press(self, selector):
        """Click something, which a bar that stays would else stand over."""
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        self.ask("WebDriver:ElementClick", {"id": self.find(selector)})

    def type(self, selector, text):
        """Write into a field."""
        self.ask("WebDriver:ElementSendKeys", {"id": self.find(selector), "text": text})

    def keys(self, text):
        """Keys as somebody presses them, wherever the focus is."""
        actions = [{"type": kind, "value": each} for each in text for kind in ("keyDown", "keyUp")]
        self.ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def size(self, width, height):
        """Give the page this room, whatever stands around it."""
        self.ask("WebDriver:SetWindowRect", {"width": width, "height": height})
        inner = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self.ask("WebDriver:SetWindowRect", {"width": width + inner[0], "height": height + inner[1]})

    def zoom(self, factor):
        """Show the page larger, as its menu does."""
        self.ask("Marionette:SetContext", {"value": "chrome"})
        script = "gBrowser.selectedBrowser.fullZoom = arguments[0]"
        self.ask("WebDriver:ExecuteScript", {"script": script, "args": [factor]})
        self.ask("Marionette:SetContext", {"value": "content"})


@contextlib.contextmanager
def launched():
    """The browser, while it runs."""
    if FIREFOX is None:
        pytest.skip("there is no Firefox: apt-get install firefox-esr")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()
        )
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [
            FIREFOX,
            "--headless",
            "--no-remote",
            "--marionette",
            "--remote-allow-system-access",
            "--profile",
            profile,
        ]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            window = Firefox(port_of(Path(profile, "MarionetteActivePort"), running))
            with contextlib.closing(window.socket):
                yield window
        finally:
            running.terminate()
            running.wait(30)


def port_of(file, running):
    """The port on which a browser listens, as soon as it says so."""
    end = time.monotonic() + STARTS_IN
    while time.monotonic() < end and running.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            return int(file.read_text())
        time.sleep(0.05)
    pytest.fail("Firefox does not start")
