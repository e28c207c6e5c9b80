"""The command studio."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import click
import pytest

from guide.cli.studio import listen


@pytest.mark.slow
def test_its_first_line_is_its_address(small, tmp_path, monkeypatch):
    """Which answers; and it listens on this computer alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    command = [sys.executable, "-m", "guide", "studio", "--content", str(small), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            address = process.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?secret=[\w-]{43}", address)
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(address, timeout=20) as answer:
                assert answer.status == 200 and b"<title>" in answer.read()
            listening = opener.open(address.partition("/enter")[0] + "/events", timeout=20)
            assert b"hello" in listening.readline()  # a tab that is open
            process.terminate()
            assert process.communicate(timeout=20)[1] == ""  # it ends without a word
        finally:
            process.kill()


def test_a_port_that_is_taken_is_told():
    """One that was only kept is not insisted on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(click.UsageError):
            listen(port, True)
        with listen(port, False) as other:
            assert other.getsockname()[1] != port


@pytest.mark.slow
def test_where_there_is_no_guide_one_can_begin(tmp_path, monkeypatch):
    """Nothing is written before somebody chooses; who may only look has nothing to look at."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "here").mkdir()
    command = [sys.executable, "-m", "guide", "studio", "--no-open"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    looking = subprocess.run(
        [*command, "--read-only"], cwd=tmp_path / "here", env=env, capture_output=True, text=True, check=False
    )
    assert looking.returncode == 2 and "There is no guide in content to look at" in looking.stderr
    with subprocess.Popen(
        command, cwd=tmp_path / "here", env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(process.stdout.readline().strip(), timeout=20) as answer:
                assert b"Start your guide" in answer.read()
        finally:
            process.terminate()
    assert not list((tmp_path / "here").iterdir())
