"""What is installed is what the source tree holds, faces and licences among it."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from setuptools import find_packages

import guide
from guide.manifest import made_with
from tests.sources import lend_compiled

ROOT = Path(__file__).resolve().parent.parent
SETUP = configparser.ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")

TEST_COMMAND = ('pip install -c constraints.txt -e ".[test]"', "pytest -n auto")
BUILD_COMMAND = ("pip install -c constraints.txt -e .", "python make_guide.py build")

DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PACKED = (
    "setup.cfg",
    "pyproject.toml",
    "MANIFEST.in",
    "constraints.txt",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "make_guide.py",
)
PACKED_FOLDERS = ("guide", "fonts", "content", "docs")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A copy of the source tree: to build leaves things behind."""
    folder = tmp_path_factory.mktemp("source")
    for name in PACKED:
        shutil.copy(ROOT / name, folder)
    for name in PACKED_FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / "fonts").glob("NotoSansSC-*.ttf"):  # to pack ten megabytes takes seconds
        path.write_bytes(b"a face")
    return folder


@pytest.fixture(scope="module")
def built(source):
    """The folder with a source archive, and the wheel made from what is in it."""
    archive = source / "dist" / run_hook(source, "build_sdist")
    with tarfile.open(archive) as packed:
        safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # which came with Python 3.11.4
        packed.extractall(source / "unpacked", **safe)
    (unpacked,) = (source / "unpacked").iterdir()
    run_hook(unpacked, "build_wheel", source / "dist")
    return source / "dist"


def run_hook(folder, hook, target="dist"):
    """The name of the file that setuptools builds, in a process of its own: it works on the current folder."""
    program = f"from setuptools import build_meta as b; print('built:' + b.{hook}({str(target)!r}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.rsplit("built:", 1)[1].strip()


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The folder where the wheel is installed, without what it depends on: a wheel of Python alone is just unpacked."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    lend_compiled(ROOT, folder)
    return folder


def run_installed(folder, *arguments, cwd):
    """A Python that finds the installed guide first."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True
    )


@pytest.mark.slow
def test_the_wheel_holds_every_module_and_face(built):
    (wheel,) = built.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "guide").rglob("*.py")}
    faces = {f"guide/fonts/{path.name}" for path in (ROOT / "fonts").iterdir()}
    assert any(name.endswith(".ttf") for name in faces)
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "guide").rglob("*.yaml")}
    assert data and modules | faces | data <= packed
    assert not any(name.startswith(("tests/", "content/", "fonts/")) for name in packed)


@pytest.mark.slow
def test_the_source_archive_holds_content_and_docs(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.split("/", 1)[-1] for name in packed.getnames()}
    assert {"content/guide.yaml", "docs/content.md", "make_guide.py", "LICENSE"} <= names


@pytest.mark.slow
def test_the_installed_package_finds_its_own_faces(installed, tmp_path):
    done = run_installed(
        installed,
        "-c",
        "from guide.layout.type.fonts import default_stacks; "
        "print(*(face.main.path for face in default_stacks()), sep='\\n')",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert [Path(line).parent for line in done.stdout.splitlines()] == [installed / "guide" / "fonts"] * 2


@pytest.mark.slow
def test_the_installed_command_runs_from_any_folder(installed, tmp_path):
    (table,) = installed.glob("*.dist-info/entry_points.txt")
    points = configparser.ConfigParser()
    points.read(table, encoding="utf-8")
    module, _, function = points["console_scripts"]["make-guide"].partition(":")
    program = f"import sys; from {module} import {function}; sys.argv[0] = 'make-guide'; {function}()"
    done = run_installed(installed, "-c", program, "--version", cwd=tmp_path)
    assert done.stdout.strip() == f"make-guide {guide.__version__}", done.stderr


@pytest.mark.slow
def test_the_installed_command_builds_the_guide(installed, tmp_path):
    folders = "--content", str(ROOT / "content"), "--out", "out"
    done = run_installed(installed, "-m", "guide", "build", *folders, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "guide" / "guide.pdf").read_bytes().startswith(b"%PDF-")


def test_every_package_is_listed():
    listed = SETUP["options"]["packages"].split()
    assert sorted(listed) == sorted([*find_packages(str(ROOT), include=["guide", "guide.*"]), "guide.fonts"])


def test_pyproject_names_the_build_system_and_tools_alone():
    assert list(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))) == [
        "build-system",
        "tool",
    ]


def test_the_readme_has_the_two_commands_and_ci_runs_one():
    """Each line stands alone, for shells that know no &&, and begins in an environment of its own on every system."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for lines in (TEST_COMMAND, BUILD_COMMAND):
        assert "\n".join(f"    {line}" for line in lines) in readme
    assert "python3 -m venv .venv" in readme and "py -m venv .venv" in readme and "&&" not in readme
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    places = [script.index(line) for line in TEST_COMMAND]
    assert places == sorted(places)
    assert all(os.access(ROOT / ".ci" / name, os.X_OK) for name in ("run", "newest"))


CONSTRAINTS = {
    canonicalize_name(name): version
    for name, version in (
        line.split("==")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    )
}
EXTRAS = SETUP["options.extras_require"]
USED = "\n".join(
    (SETUP["options"]["install_requires"], EXTRAS["test"], EXTRAS["dev"], EXTRAS["cluster"])
).split("\n")


@pytest.mark.parametrize("line", [line for line in USED if line])
def test_every_dependency_has_bounds_and_a_tested_version_within_them(line):
    """From the oldest that passes to below the next major, and what was tested is named."""
    requirement = Requirement(line)
    assert {each.operator for each in requirement.specifier} in ({">=", "<"}, {"=="})
    assert requirement.specifier.contains(CONSTRAINTS[canonicalize_name(requirement.name)])


def needed(requirements):
    """The names of what requirements need on this system, and what these need, as far as it is installed."""
    names, waiting = set(), [Requirement(line) for line in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in names:
            continue
        names.add(name)
        extras = requirement.extras or {""}
        with suppress(PackageNotFoundError):
            inner = map(Requirement, requires(name) or ())
            waiting += [
                each
                for each in inner
                if not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in extras)
            ]
    return names


def test_what_the_dependencies_need_is_held_too():
    """Or the newest of it would come, in a year."""
    assert needed(line for line in USED if line) <= set(CONSTRAINTS)


def test_every_tested_version_runs_with_the_oldest_python():
    """Of which Debian 12 has 3.11.2: the README's command must find them all there."""
    (oldest,) = SpecifierSet(SETUP["options"]["python_requires"])
    assert not [
        f"{name} {asked}"
        for name, tested in CONSTRAINTS.items()
        for asked in asked_by(name, tested)
        if not SpecifierSet(asked).contains(f"{oldest.version}.0")
    ]


def asked_by(name, tested):
    """The Pythons that this version asks for, if it is what is installed, and says so."""
    with suppress(PackageNotFoundError):
        if version(name) == tested:
            yield metadata(name).get("Requires-Python") or ""


def test_the_package_is_built_with_bounds():
    """Constraints do not reach the environment in which pip builds."""
    (line,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    requirement = Requirement(line)
    assert {each.operator for each in requirement.specifier} == {">=", "<"}
    assert requirement.specifier.contains(CONSTRAINTS[canonicalize_name(requirement.name)])


def test_the_manifest_names_what_the_bytes_depend_on():
    """Libraries of the program itself, with versions that are there, zlib, and the Unicode that Python knows."""
    named = made_with()
    assert named.pop("zlib") and named.pop("unicode")
    assert set(named) <= {canonicalize_name(Requirement(line).name) for line in USED if line}
    assert all(named[name] == version(name) for name in named)


def test_every_face_travels_with_a_licence():
    families = {path.name.split("-")[0] for path in (ROOT / "fonts").glob("*.ttf")}
    licences = {path.stem.removeprefix("LICENSE-") for path in (ROOT / "fonts").glob("LICENSE-*.txt")}
    assert families == licences


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_in_the_docs_lead_to_files(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"```.*?```|`[^`]*`|^ {8}[^\n]*", "", text, flags=re.DOTALL | re.MULTILINE)  # no code
    links = [link for link in re.findall(r"(?<!!)\[[^]]*\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (path.parent / link).exists()] == []
