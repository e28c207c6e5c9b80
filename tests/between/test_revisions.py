"""Content as git has it."""

import shutil
import subprocess

import pytest

from guide.between.revisions import files_at
from guide.errors import GuideError

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository whose folder `my content` has changed since its one commit."""
    for name in ("GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    content = tmp_path / "my content"
    content.mkdir()
    (content / "guide.yaml").write_text("title: A\n")
    (content / "notes.docx").write_text("x")
    (tmp_path / "other.yaml").write_text("x: 1\n")

    def git(*words):
        who = ("-c", "user.name=a", "-c", "user.email=a@b.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    git("tag", "v1")
    (content / "guide.yaml").write_text("title: B\n")
    return content


@needs_git
@pytest.mark.parametrize("revision", ["HEAD", "v1", "HEAD^{commit}"])
def test_the_content_is_that_of_the_revision_and_nothing_else(repository, revision):
    assert dict(files_at(repository, revision)) == {"guide.yaml": b"title: A\n"}


@needs_git
def test_the_whole_repository_may_be_the_content(repository):
    assert dict(files_at(repository.parent, "v1")).keys() == {"my content/guide.yaml", "other.yaml"}


@needs_git
@pytest.mark.parametrize("revision", ["v2", "--output=x", "-v", "HEAD; touch x", ""])
def test_what_is_no_revision_is_told_and_runs_nothing(repository, revision):
    with pytest.raises(GuideError, match="no revision|knows no"):
        list(files_at(repository, revision))
    assert not list(repository.parent.rglob("x"))


@needs_git
def test_a_folder_that_the_revision_did_not_have_is_told(repository):
    later = repository.parent / "later"
    later.mkdir()
    with pytest.raises(GuideError, match="has no content folder"):
        list(files_at(later, "v1"))


def test_where_git_is_missing_that_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GuideError, match="git is not installed"):
        list(files_at(tmp_path, "v1"))
