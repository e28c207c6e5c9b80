"""Problems for programs: JSON, and notes on GitHub's pages."""

import json
from pathlib import Path

from guide.cli.problem_formats import as_json, github_text
from guide.errors import Mark, Problem
from tests.cli.samples import DOUBTFUL, WRONG, listing, reviews


def test_json_is_for_programs(command, pretend):
    pretend("guide.build", **reviews([listing("Insite")], (*WRONG, DOUBTFUL)))
    run = command("check", "--format", "json")
    told = json.loads("\n".join(run.out))
    assert told["problems"][0] == {
        "path": str(Path("content/guide.yaml")),
        "line": 3,
        "column": 7,
        "level": "error",
        "name": "unknown-key",
        "message": "there is no key titel",
        "hint": "did you mean title?",
    }
    assert [row["line"] for row in told["problems"]] == [3, 0, 9]
    assert told["summary"] == {"errors": 2, "warnings": 1, "listings": 1, "unverified": 1}
    assert (run.code, run.err) == (1, [])


def test_github_shows_problems_beside_the_lines(command, pretend):
    odd = Problem(mark=Mark(Path("a,b:c.yaml"), 1, 2), name="odd", message="50% of it\nis ::error::")
    pretend("guide.build", **reviews(None, (WRONG[0], WRONG[1], DOUBTFUL, odd)))
    run = command("check", "--format", "github")
    assert run.out == [
        "::error file=content/guide.yaml,line=3,col=7,title=unknown-key::there is no key titel; did you mean title?",
        "::error file=content/sections/1.yaml,title=empty-section::the section has no listings; add one or take the section out",
        "::warning file=content/guide.yaml,line=9,col=1,title=long-summary::the summary is long; use six words",
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=odd::50%25 of it\\x0ais ::error::",
    ]
    assert (run.code, run.err) == (1, [])


def test_json_without_a_guide_counts_no_listings():
    """Where the content could not be read."""
    summary = json.loads(as_json(None, [DOUBTFUL]))["summary"]
    assert summary == {"errors": 0, "warnings": 1, "listings": 0, "unverified": 0}


def test_signs_that_end_a_command_are_written_as_codes():
    assert github_text("50%\r\nof: a, b") == "50%25%0D%0Aof: a, b"
    assert github_text("of: a, b", ",:") == "of%3A a%2C b"
