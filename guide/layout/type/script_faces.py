"""Faces for scripts that the shipped ones lack: their names, where they are looked for, and what brings them.

They are found in the folder that style.yaml names, in packages of faces (`guide_fonts_asia` and so on), and in the
folders where a system keeps its fonts; only those with TrueType outlines that may be embedded.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from guide.language.scripts import base_language, usual_code
from guide.layout.type.face_check import STARTS, may_be_embedded

PACKAGES = ("guide_fonts_asia", "guide_fonts_korean", "guide_fonts_japanese", "guide_fonts_others")
ENVIRONMENT = "GUIDE_FACES"  # folders to look in instead of those of the system, with a colon between them
NOTO = "fonts-noto-core"


class Family(NamedTuple):
    """A face in two files, or in one where nobody has drawn a bold one, and the package of Debian that has it."""

    regular: str
    bold: str
    package: str


def _noto(name: str, package: str = NOTO) -> Family:
    return Family(f"{name}-Regular.ttf", f"{name}-Bold.ttf", package)


# By ICU's codes of scripts (and Jpan and Hant, for letters that Chinese ones stand in for): the faces, the best first.
# Debian's NotoLoopedThai and NotoLoopedLao would be easier for old readers, but set tone marks into the vowels below them.
TWO_WEIGHTS = {
    "Adlm": "Adlam",
    "Armn": "Armenian",
    "Bali": "Balinese",
    "Beng": "Bengali",
    "Cans": "CanadianAboriginal",
    "Cham": "Cham",
    "Cher": "Cherokee",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Hebr": "Hebrew",
    "Java": "Javanese",
    "Khmr": "Khmer",
    "Knda": "Kannada",
    "Laoo": "Lao",
    "Mlym": "Malayalam",
    "Mtei": "MeeteiMayek",
    "Mymr": "Myanmar",
    "Olck": "OlChiki",
    "Orya": "Oriya",
    "Rohg": "HanifiRohingya",
    "Sinh": "Sinhala",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Thaa": "Thaana",
    "Thai": "Thai",
}
ONE_WEIGHT = {
    "Mong": "Mongolian",
    "Nkoo": "NKo",
    "Syrc": "Syriac",
    "Tfng": "Tifinagh",
    "Vaii": "Vai",
    "Yiii": "Yi",
}
FACES: dict[str, tuple[Family, ...]] = {
    **{script: (_noto(f"NotoSans{name}"),) for script, name in TWO_WEIGHTS.items()},
    **{script: (Family(f"NotoSans{name}-Regular.ttf", "", NOTO),) for script, name in ONE_WEIGHT.items()},
    "Tibt": (_noto("NotoSerifTibetan"),),
    "Hang": (
        _noto("NotoSansKR", ""),
        Family("NanumGothic.ttf", "NanumGothicBold.ttf", "fonts-nanum"),
    ),
    "Jpan": (
        _noto("NotoSansJP", ""),
        Family("ipag.ttf", "", "fonts-ipafont-gothic"),
        Family("VL-Gothic-Regular.ttf", "", "fonts-vlgothic"),
    ),
    "Hant": (_noto("NotoSansTC", ""),),
    "Aran": (_noto("NotoNastaliqUrdu"),),
}
FILES = frozenset(name for families in FACES.values() for family in families for name in family[:2] if name)


# And Urdu and Kashmiri, whose readers know Arabic letters in Nastaliq.
OWN_SCRIPTS = {
    "ja": "Jpan",
    "ko": "Hang",
    "zh-Hant": "Hant",
    "zh-TW": "Hant",
    "zh-HK": "Hant",
    "ur": "Aran",
    "ks": "Aran",
}


def script_of_language(language: str) -> str:
    """The script whose face draws the letters of a language, where those for most are others: Chinese (simplified), Naskh."""
    code = usual_code(language)
    return OWN_SCRIPTS.get(code) or OWN_SCRIPTS.get(code[:7]) or OWN_SCRIPTS.get(code[:2], "")


# Languages whose readers know letters or figures in other forms than others of their script, of which faces have both
# (OpenType, feature locl): Nepali and Marathi figures, Urdu ones, Serbian and Romanian letters, the dotless i of Turkish.
OWN_FORMS = frozenset("az ca kk ks mk mr ne nl ro sa sat sd sr tr tt ur".split())


def forms_of(language: str) -> str:
    """The language in whose forms letters are drawn, "" for those of most."""
    base = base_language(language)
    return base if base in OWN_FORMS else ""


class ScriptFaces(NamedTuple):
    """Where one weight of such faces is looked for first, "" for no folder of the guide's own."""

    bold: bool
    folder: str = ""

    def of(self, script: str) -> Path | None:
        """The file with a script's face in this weight, or else in the regular one; None where it is not there."""
        return face_of(script, self.bold, self.folder)


@cache
def face_of(script: str, bold: bool, folder: str = "") -> Path | None:
    """The file with a script's face that is found first; None where there is none."""
    if script not in FACES:
        return None
    found = files_in(face_folders(folder))
    for family in FACES[script]:
        regular = found.get(family.regular)
        if regular and _is_usable(regular):
            heavy = found.get(family.bold) if bold else None
            return heavy if heavy and _is_usable(heavy) else regular
    return None


def _is_usable(path: Path) -> bool:
    """Whether a file holds TrueType outlines that its makers let one embed."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data.startswith(STARTS) and may_be_embedded(data)


def face_folders(own: str = "") -> tuple[str, ...]:
    """The folders that are looked in, the guide's own first."""
    found = [own] if own else []
    for package in PACKAGES:
        spec = find_spec(package)
        found += list(spec.submodule_search_locations or ()) if spec else []
    return (*found, *system_folders())


def system_folders() -> tuple[str, ...]:
    """Where the fonts of this system are, or what stands in GUIDE_FACES."""
    given = os.environ.get(ENVIRONMENT)
    if given is not None:
        return tuple(filter(None, given.split(os.pathsep)))
    home = Path.home()
    folders: dict[str, tuple[str | Path, ...]] = {
        "win32": (
            Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),
            Path(os.environ.get("LOCALAPPDATA", home), "Microsoft/Windows/Fonts"),
        ),
        "darwin": ("/Library/Fonts", home / "Library/Fonts"),
    }
    usual = (home / ".local/share/fonts", home / ".fonts", "/usr/local/share/fonts", "/usr/share/fonts")
    return tuple(str(folder) for folder in folders.get(sys.platform, usual))


@cache
def files_in(folders: tuple[str, ...]) -> dict[str, Path]:
    """{name: path} of the files in these folders, however deep, that are faces of a script; the first of each name."""
    found: dict[str, Path] = {}
    for folder in folders:
        for place, below, names in os.walk(folder):
            below.sort()
            for name in FILES.intersection(names):
                found.setdefault(name, Path(place, name))
    return found


def state_of_faces(own: str = "") -> str:
    """What tells that other faces are there than before: their names and sizes."""
    return repr(sorted((name, path.stat().st_size) for name, path in files_in(face_folders(own)).items()))


def forget_faces() -> None:
    """Look again when a face is asked for next: somebody may have installed some."""
    face_of.cache_clear()
    files_in.cache_clear()


def what_brings(script: str) -> tuple[str, str]:
    """(the files with a face for a script, by ICU's code, the package that has them); two times "" where none is known."""
    families = FACES.get(script, ())
    family = next((family for family in families if family.package), None)
    if family is None:
        return "", ""
    return " and ".join(filter(None, family[:2])), family.package


def packages_for(scripts: Iterable[str]) -> str:
    """The packages of Debian that bring faces for scripts, as they stand behind `apt install`."""
    return " ".join(
        sorted({package for script in scripts for package in [what_brings(script)[1]] if package})
    )
