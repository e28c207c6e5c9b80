"""Whether a guide's own accent and faces can be printed and read."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from string import ascii_letters, digits, punctuation

from guide.errors import Mark, Problem
from guide.layout.type.colour import LEAST_CONTRAST, blackness, contrast, is_accent_in_grey, is_legible
from guide.layout.type.face_check import may_be_embedded, trouble_of, wrong_sums
from guide.layout.type.fonts import Face, FontError
from guide.layout.type.script_faces import FILES
from guide.model import GuideStyle
from guide.problems import layout as kinds
from guide.problems.content import FACE

NEEDED = frozenset(
    map(ord, ascii_letters + digits + punctuation + " \u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026")
)

FONT_FILES = (".ttf", ".otf", ".ttc", ".woff", ".woff2")


def check_style(style: GuideStyle) -> tuple[Problem, ...]:
    """The problems of a guide's own style."""
    problems = [*_accent(style)]
    own = [Path(path) for path in (style.regular, style.bold) if path]
    for path in own:
        problems += _face(path)
    if style.face_folder:
        problems += _folder(Path(style.face_folder), own)
    return tuple(problems)


def _folder(folder: Path, own: Sequence[Path]) -> Iterator[Problem]:
    """A problem for each font file in a folder of faces that will not be used: damaged, forbidden, or of another name."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in FONT_FILES):
        if path in own:
            continue
        if path.name in FILES:
            yield from (problem for problem in _face(path) if problem.name != kinds.FACE_COVERAGE.name)
        else:
            near = [*get_close_matches(path.name, sorted(FILES), 1, 0.5), "NotoSansKhmer-Regular.ttf"]
            yield kinds.UNUSED_FACE.at(Mark(path), name=path.name, near=near[0])


def _accent(style: GuideStyle) -> Iterator[Problem]:
    if not style.accent:
        return
    mark = style.mark or Mark(Path())  # a style that was made, not read, stands nowhere
    if not is_legible(style.accent):
        yield kinds.ACCENT_CONTRAST.at(
            mark, accent=style.accent, contrast=contrast(style.accent), least=LEAST_CONTRAST
        )
    elif not is_accent_in_grey(style.accent):
        yield kinds.ACCENT_GREY.at(mark, accent=style.accent, black=blackness(style.accent))


def _face(path: Path) -> Iterator[Problem]:
    mark = Mark(path)
    try:
        data = path.read_bytes()
        trouble = trouble_of(data)
        if trouble:
            kind, values = trouble
            yield kind.at(mark, **values)
            return
        face = Face(path)
    except (OSError, FontError):
        yield FACE.at(mark)
        return
    if not may_be_embedded(data):
        yield kinds.FORBIDDEN_FACE.at(mark)
    wrong = wrong_sums(data)
    if wrong:
        kind = kinds.TABLES_DAMAGED if wrong[0] else kinds.FACE_DAMAGED
        yield kind.at(mark, tables=", ".join(wrong))
    lacking = sorted(NEEDED - face.coverage)
    if lacking:
        shown = ", ".join(f"U+{code:04X}" for code in lacking[:5])
        yield kinds.FACE_COVERAGE.at(mark, count=len(lacking), characters=shown)
