"""Whatever bytes are in content/, the result is a PDF or a list of problems, soon, and never a traceback."""

import os
import signal
import subprocess
import sys
import unicodedata
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.build import build_guide
from guide.errors import GuideError
from guide.reading.text import UNSEEN
from tests.robustness.damage import GUIDE, SECTION, TRICKS, beside, cases, shipped
from tests.thorough import examples, first_quick

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = dict(cases())
TODAY = date(2026, 11, 23)
SECONDS = 5
WORST = [
    name
    for name in CASES
    if name.startswith(
        ("whole-deep", "whole-billion", "whole-many", "whole-huge", "listing-many", "listing-name")
    )
]
MEMORY = 1_000_000_000


class TooSlow(Exception):
    """The build took longer than any content may make it."""


@contextmanager
def time_limit(seconds):
    """Raise TooSlow in this process when it has worked for so long; waiting for a busy machine is no work."""

    def stop(signum, frame):
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def write(folder, files):
    for name, data in {**beside(tuple(files)), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def outcome(folder):
    """(pdf or None, problems) of a build, within its time."""
    with time_limit(SECONDS):
        try:
            result = build_guide(folder, today=TODAY)
        except GuideError as error:
            assert error.problems
            return None, error.problems
    assert result.pdf.startswith(b"%PDF-1.7")
    return result.pdf, result.problems


def check_problems(problems, folder):
    """Each says where and what in a bounded number of words, with nothing in it that cannot be seen."""
    for problem in problems:
        assert problem.name and problem.message and Path(problem.mark.path).is_relative_to(folder)
        assert len(problem.message) + len(problem.hint) < 3_000, problem.name
        assert not UNSEEN.search(problem.message + problem.hint), problem
        assert all(
            character.isprintable() or character in "\u200c\u200d" or character.isspace()
            for character in problem.message
        )


def test_the_corpus_is_large():
    assert len(CASES) >= examples(90, 300)


@pytest.mark.parametrize(
    "name", first_quick([name for name in CASES if name.removeprefix("trick-") not in TRICKS], 45)
)
def test_damaged_content_gives_a_pdf_or_problems(name, tmp_path):
    write(tmp_path, CASES[name])
    _, problems = outcome(tmp_path)
    check_problems(problems, tmp_path)


@pytest.mark.parametrize("name", first_quick(TRICKS, 15))
def test_no_trick_is_printed_in_silence(name, tmp_path):
    """A character that cannot be seen is refused by its number; what is printed, can be seen."""
    write(tmp_path, CASES[f"trick-{name}"])
    pdf, problems = outcome(tmp_path)
    check_problems(problems, tmp_path)
    if pdf is None:
        assert any("U+" in problem.message for problem in problems)
        return
    printed = "".join(page.get_text() for page in pymupdf.open(stream=pdf))
    for character in set(TRICKS[name]) - set(
        "\u200c\u200d" if name == "devanagari" else ""
    ):  # letters need it there
        assert unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"), hex(ord(character))
    assert "Insite" in printed


RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from pathlib import Path
from guide.cli import run
from tests.thorough import examples, first_quick
for folder in sys.argv[1:]:
    print(Path(folder).name, run(["build", "--content", folder, "--output", folder + ".pdf"]), file=sys.stderr)
"""


@pytest.mark.slow
def test_the_worst_stay_within_memory(tmp_path):
    """One after the other in a process with little memory: each ends with 0 or 1, and plain words."""
    worst = WORST[:: examples(3, 1)]
    for name in worst:
        write(tmp_path / name, CASES[name])
    done = subprocess.run(
        [sys.executable, "-c", RUN.format(memory=MEMORY), *(str(tmp_path / name) for name in worst)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "GUIDE_DEBUG": "1"},
    )
    ended = dict(line.split() for line in done.stderr.splitlines() if line.split()[0] in worst)
    assert (done.returncode, list(ended)) == (0, worst), done.stderr[-2000:]
    assert set(ended.values()) <= {"0", "1"}
    assert "Traceback" not in done.stderr and "memory" not in done.stderr


# --- and what nobody has thought of ------------------------------------------------------------------

SETTINGS = settings(max_examples=examples(20, 60), deadline=None, suppress_health_check=list(HealthCheck))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
YAML_TEXT = st.text(st.sampled_from("ab:-#[]{}&*!|>'\"%@`,? \n\t~<\\0é指\u0301\u200b\ue000"), max_size=80)


@pytest.mark.slow
@given(data=st.binary(max_size=300))
@SETTINGS
def test_any_bytes_as_a_section(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bytes")
    write(folder, {SECTION: data})
    check_problems(outcome(folder)[1], folder)


@pytest.mark.slow
@given(text=YAML_TEXT)
@SETTINGS
def test_any_yaml_as_a_guide(text, tmp_path_factory):
    folder = tmp_path_factory.mktemp("yaml")
    write(folder, {GUIDE: f"title: A\nedition: {{date: 2026-01-01}}\n{text}\n".encode()})
    check_problems(outcome(folder)[1], folder)


KEYS = st.sampled_from(
    "name short_name name_note alternate_names former_names summary alert closed address locations phones email website "
    "hours service_areas description eligibility_description fees_description required_documents languages accessibility "
    "transportation services audience verified verified_by source print print_reason".split()
)
VALUE = st.recursive(
    ANY_TEXT | YAML_TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                (
                    "number",
                    "type",
                    "city",
                    "confidential",
                    "country",
                    "address_1",
                    "phones",
                    "address",
                    "name",
                )
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=4,
)


@pytest.mark.slow
@given(listing=st.dictionaries(KEYS, VALUE, max_size=4))
@SETTINGS
def test_any_value_under_any_key(listing, tmp_path_factory):
    """Written as JSON, which is YAML: the values arrive as they are."""
    import json

    folder = tmp_path_factory.mktemp("value")
    entry = json.dumps({"id": "zz", "name": "Z", **listing}, ensure_ascii=True)
    write(folder, {SECTION: shipped()[SECTION].rstrip() + f"\n  - {entry}\n".encode()})
    check_problems(outcome(folder)[1], folder)
