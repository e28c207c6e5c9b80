"""Packages of faces for scripts that the program does not bring: python -m benchmarks.face_packages asia korean

Each is a wheel in dist/ (`guide_fonts_asia-1.0-py3-none-any.whl`) that `pip install` takes, made of files of an ordinary
package, whose licence travels with them. The command needs npm, or on Debian apt-get and dpkg-deb.
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from guide.layout.type.script_faces import FACES, NOTO

VERSION = "1.0"
DIST = Path(__file__).resolve().parent.parent / "dist"
WEIGHTS = {"400Regular": "Regular", "700Bold": "Bold"}


class Bundle(NamedTuple):
    """A package of faces: what it says of itself, where they come from, and the scripts that they are for."""

    summary: str
    source: str  # a package of Debian, or of npm where it begins with @
    scripts: tuple[str, ...]


BUNDLES = {
    "asia": Bundle(
        "Noto Sans for Thai, Lao, Khmer, Burmese and the scripts of South Asia",
        NOTO,
        ("Thai", "Laoo", "Khmr", "Mymr", "Guru", "Beng", "Gujr", "Taml", "Telu", "Knda", "Mlym", "Orya", "Sinh"),
    ),
    "korean": Bundle("Noto Sans KR", "@expo-google-fonts/noto-sans-kr", ("Hang",)),
    "japanese": Bundle("Noto Sans JP", "@expo-google-fonts/noto-sans-jp", ("Jpan",)),
    "others": Bundle(
        "Noto Sans for Ethiopic, Armenian, Georgian and Hebrew", NOTO, ("Ethi", "Armn", "Geor", "Hebr")
    ),
}  # fmt: skip


def files_of(bundle: Bundle, folder: Path) -> dict[str, bytes]:
    """{name: bytes} of the faces of a bundle and of their licence, fetched into a folder."""
    if bundle.source.startswith("@"):
        return _from_npm(bundle.source, folder)
    unpacked = _debian(bundle.source, folder)
    wanted = [
        name for script in bundle.scripts for name in FACES[script][0][:2] if name
    ]  # the best face of each
    faces = {path.name: path.read_bytes() for name in wanted for path in unpacked.rglob(name)}
    (licence,) = unpacked.rglob("copyright")
    return faces | {"LICENSE.txt": licence.read_bytes()}


def _debian(package: str, folder: Path) -> Path:
    """The folder into which a package of Debian is unpacked."""
    subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
    (archive,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", archive, folder / "unpacked"], check=True)
    return folder / "unpacked"


def _from_npm(package: str, folder: Path) -> dict[str, bytes]:
    """Two weights of a family, named as Google names them, and its licence."""
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    found = {}
    with tarfile.open(archive) as packed:
        for member in packed:
            name = Path(member.name)
            family, _, weight = name.stem.partition("_")
            if name.suffix == ".ttf" and weight in WEIGHTS or name.name == "LICENSE_FONT":
                held = packed.extractfile(member)
                new = f"{family}-{WEIGHTS[weight]}.ttf" if name.suffix == ".ttf" else "LICENSE.txt"
                found[new] = held.read() if held else b""
    return found


def wheel(name: str, summary: str, files: Mapping[str, bytes], folder: Path) -> Path:
    """The wheel with these files in a module guide_fonts_NAME; the same files make the same bytes."""
    module = f"guide_fonts_{name}"
    info = f"{module}-{VERSION}.dist-info"
    inside = {f"{module}/{each}": data for each, data in files.items()}
    inside[f"{module}/__init__.py"] = f'"""{summary}."""\n'.encode()
    inside[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: guide-fonts-{name}\nVersion: {VERSION}\nSummary: {summary}\n"
        "License: OFL-1.1\n"
    ).encode()
    inside[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = f"{info}/RECORD"
    rows = [f"{each},sha256={_digest(data)},{len(data)}" for each, data in sorted(inside.items())]
    inside[record] = "\n".join([*rows, f"{record},,", ""]).encode()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{module}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, data in sorted(inside.items()):
            packed.writestr(zipfile.ZipInfo(each, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return path


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def main(names: list[str]) -> None:
    """Make the packages of these names, all without."""
    unknown = set(names) - set(BUNDLES)
    if unknown:
        raise SystemExit(f"there is no package {', '.join(sorted(unknown))}; there are {', '.join(BUNDLES)}")
    for name in names or BUNDLES:
        bundle = BUNDLES[name]
        with tempfile.TemporaryDirectory() as folder:
            files = files_of(bundle, Path(folder))
        path = wheel(name, bundle.summary, files, DIST)
        print(f"{path}: {len(files) - 1} faces, {path.stat().st_size / 1e6:.1f} MB; pip install it")


if __name__ == "__main__":
    main(sys.argv[1:])
