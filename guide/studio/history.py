"""What was changed in the studio, step by step, kept beside the archive so that it can be undone over restarts too."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, field, replace
from pathlib import Path

from guide.content.edit import Plain
from guide.frozen import frozen
from guide.output import Rule, delete, write_atomically

FOLDER = "studio"  # beside the archive
MOST = 500  # steps that are kept
KEYS, NEW, DELETE, MOVE, FILES, IMPORT = "keys", "new", "delete", "move", "files", "import"
WORDS = "words"  # a translated text
HIDDEN = "~"  # before a key that holds what only undoing needs


@frozen
class Step:
    """A change: of keys of an owner, of where a listing stands, or of whole files."""

    number: int = 0
    when: float = 0.0
    kind: str = KEYS
    owner: str  # "listing/food-bank", "translation/es/listing/food-bank"
    name: str  # what it was called
    keys: dict[str, list[Plain | None]] = field(default_factory=dict)  # {key: [before, after]}
    section: str = ""  # where the listing stood
    after: str | None = None  # behind which listing, "" for the first
    block: str = ""  # the lines of a listing that was deleted
    files: dict[str, list[str | None]] = field(default_factory=dict)  # {name in the content: [before, after]}
    visit: str = ""  # the visit to a field in which it was made
    undone: bool = False


class History:
    """The steps in a folder, a file each. What this process knows whole, secret streets too, is on the disk without them."""

    def __init__(self, out: Path) -> None:
        self.folder = out / FOLDER / "history"
        self.whole: dict[int, Step] = {}  # steps of this process
        self.steps = {step.number: step for step in self._read()}

    def _read(self) -> Iterator[Step]:
        """Yield the steps on the disk."""
        for path in sorted(self.folder.glob("*.json")):
            with suppress(OSError, ValueError, TypeError):
                yield Step(**json.loads(path.read_bytes()))

    def add(self, step: Step, hidden: Step) -> Step:
        """Keep a step, and `hidden`, as the disk may have it; it takes the place of the last one of the same visit."""
        last = self.last()
        if last and step.visit and is_same_visit(last, step):
            keys = {key: [last.keys[key][0], now] for key, (_, now) in step.keys.items()}
            old = self.steps[last.number].keys
            shown = {key: [old[key][0], now] for key, (_, now) in hidden.keys.items()}
            step, hidden = replace(step, keys=keys), replace(hidden, keys=shown)
            number = last.number
        else:
            number = self.free_number()
        step = replace(step, number=number, when=time.time())
        self.whole[number] = step
        self._keep(replace(hidden, number=number, when=step.when))
        return step

    def free_number(self) -> int:
        """The number of a new step; another studio of the same folder may have made steps too."""
        number = max(self.steps, default=0) + 1
        while self._path(number).exists():
            number += 1
        return number

    def _keep(self, step: Step) -> None:
        """Write a step, and forget the oldest."""
        self.steps[step.number] = step
        write_atomically(
            self._path(step.number), json.dumps(asdict(step)).encode(), Rule(is_step), private=True
        )
        for number in sorted(self.steps)[:-MOST]:
            delete(self._path(number), Rule(is_step))
            del self.steps[number]
            self.whole.pop(number, None)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08}.json"

    def last(self) -> Step | None:
        """The last step that is not undone, as whole as it is known."""
        number = max((each.number for each in self.steps.values() if not each.undone), default=None)
        return None if number is None else self.get(number)

    def get(self, number: int) -> Step:
        """A step, as whole as it is known; KeyError for none."""
        return replace(self.whole.get(number, self.steps[number]), undone=self.steps[number].undone)

    def hide(self, step: Step) -> None:
        """Keep a step with less than before on the disk; this process knows it as whole as it did."""
        self.whole.setdefault(step.number, self.steps[step.number])
        self._keep(step)

    def undo(self, step: Step, block: str = "", hidden: str = "") -> None:
        """Mark a step as undone; `block`: the lines of the listing that went with it, `hidden`: as the disk may have them."""
        if block:
            self.whole[step.number] = replace(self.get(step.number), block=block)
        old = self.steps[step.number]
        self._keep(replace(old, undone=True, block=hidden or old.block))


def is_same_visit(last: Step, step: Step) -> bool:
    """Whether two steps are one visit to a field."""
    return (last.visit, last.owner, last.kind, set(last.keys)) == (
        step.visit,
        step.owner,
        step.kind,
        set(step.keys),
    )


def is_step(data: bytes) -> bool:
    """Whether this is a file of a step."""
    return data.startswith(b'{"number": ')
