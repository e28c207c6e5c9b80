"""A folder of content files becomes a guide, with every problem at once in the order of the files."""

import re
import unicodedata
from itertools import islice
from pathlib import Path

import yaml

from guide.content.checks import check_together
from guide.content.fields import closest
from guide.content.records import GUIDE, SECTION, finish_section
from guide.content.source import Source
from guide.content.syntax import QUOTES, explain_error
from guide.content.text import UNSEEN, read_text, report_unseen
from guide.errors import ERROR, Mark, Problem
from guide.model import Guide

MAX_DEPTH = 20
MAX_EVENTS = 3_000_000

SWALLOWED = re.compile(r"(?<=\S)[ \t]+(#[^\s#]\S*)")

# Events only: here nothing is ever taken for a number, a date or a truth value.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_guide(folder):
    """The guide in a folder and the problems of its content; None for the guide if one of them is an error."""
    folder = Path(folder)
    if not folder.is_dir():
        what = "this is not a folder" if folder.exists() else "this folder does not exist"
        hint = "name the folder that holds guide.yaml"
        return None, (Problem(mark=Mark(folder), name="no-folder", message=what, hint=hint),)
    main = Source(folder / "guide.yaml", folder)
    values = read_file(main, GUIDE) or {}
    country = values.get("country", "US")
    paths = section_paths(values.pop("sections", None), main)
    sources = [Source(path, folder, country) for path in paths if path]
    sections = tuple(filter(None, [read_section(source) for source in sources]))
    problems = gather_problems((main, *sources), sections, complete=len(sections) == len(paths))
    if any(problem.level == ERROR for problem in problems):
        return None, problems
    return Guide(**values, sections=sections), problems


def read_section(source):
    """One section file as a section, None if it cannot be read at all."""
    values = read_file(source, SECTION)
    return values and finish_section(values, source)


def gather_problems(sources, sections, complete):
    """The problems of every file and of the files together, in the order of the files and their lines."""
    order = {source.path: n for n, source in enumerate(sources)}
    problems = [problem for source in sources for problem in source.problems]
    problems += check_together(sources, sections, complete)
    return tuple(sorted(problems, key=lambda problem: (order[problem.mark.path], *problem.mark[1:])))


def section_paths(names, main):
    """The section files, as the guide lists them or else by their names, each once; None for one that is missing."""
    there = sorted(path for path in main.folder.glob("sections/*.y*ml") if path.suffix in (".yaml", ".yml"))
    if names is None:
        if not there:
            main.report(None, "empty-guide", "there are no sections", "add a file to the folder sections")
        return there
    paths = []
    for name, place in names:
        path = main.folder / name
        if path in paths:
            main.report(place, "duplicate-section", f'the section "{name}" is listed twice', "delete one of the two")
        else:
            paths.append(path if check_section(name, path, place, main) else None)
    return paths


def check_section(name, path, place, main):
    """Whether a section that the guide lists is there, in the folder; reported if not."""
    if not path.resolve().is_relative_to(main.folder.resolve()):
        main.report(place, "outside", f'the section "{name}" is outside the content folder', "move it into the folder")
    elif not path.exists():
        there = [str(each.relative_to(main.folder)) for each in main.folder.glob("sections/*.yaml")]
        near = closest(name, there)
        hint = f'did you mean "{near}"?' if near else "write its name from this folder on, as in sections/food.yaml"
        main.report(place, "missing-file", f'there is no section "{name}"', hint)
    else:
        return True
    return False


def read_file(source, record):
    """What a record makes of a content file; None where the file cannot be read."""
    text = read_text(source.path, source)
    if text is None:
        return None
    source.text = text
    node = build_nodes(text, source)
    if node is None:
        return None
    if not isinstance(node[0], tuple):
        hint = "begin it with a line such as title: Food and meals"
        source.report(node[1], "wrong-type", "this file must consist of lines of the form key: text", hint)
        return None
    return record.read(node, "", source)


# --- YAML events become nodes ----------------------------------------------------------------------

def build_nodes(text, source):
    """The one document in the text as a node, None if it is not YAML as content uses it."""
    builder = Builder(source)
    try:
        top = builder.build(LOADER(text).get_event)
    except yaml.YAMLError as error:
        if builder.report_refused() != error_line(error):
            explain_error(error, source)
        return None
    if builder.report_refused() is not None:
        return None
    check_comments(text, source)
    if top == []:
        source.report(None, "empty-file", "this file is empty", "write something into it, or delete it")
    return top[0] if top else None


def check_comments(text, source):
    """Report every "#" that was meant as part of a text but ends it, as in `Suite #306`."""
    if not SWALLOWED.search(text):
        return
    ends = {event.end_mark.index for event in yaml.parse(text, LOADER) if getattr(event, "value", "") and not event.style}
    for match in SWALLOWED.finditer(text):
        if match.start() in ends:
            message = f'from "{match[1]}" on, this line is left out as a comment'
            hint = "put the whole text in double quotes, or write a space after the # of a comment"
            source.report(source.place_at(match.start(1)), "comment", message, hint)


def error_line(error):
    """The line that a YAML error is about, counted from 0."""
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else -1


class Builder:
    """Makes nodes of events, and keeps the events that content has no use for."""

    def __init__(self, source):
        self.source = source
        self.refused = []
        self.documents = 0

    def build(self, get_event):
        """The nodes at the top of the file; None if it is nested or long beyond all reason."""
        top = items = []
        stack = []
        for event in islice(iter(get_event, None), MAX_EVENTS):
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                if event.anchor or event.tag:
                    self.refused.append(event)
                value = event.value
                if event.style == '"' or "\n" in value:
                    value = self.clean(event)
                items.append((value, event.start_mark))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor or event.tag:
                    self.refused.append(event)
                stack.append((items, event.start_mark))
                items = []
                if len(stack) > MAX_DEPTH:
                    return self.refuse(event, "too-deep", f"lists stand inside each other more than {MAX_DEPTH} deep")
            elif kind is yaml.MappingEndEvent:
                halves = iter(items)
                value = tuple(zip(halves, halves))
                items, place = stack.pop()
                items.append((value, place))
            elif kind is yaml.SequenceEndEvent:
                value = items
                items, place = stack.pop()
                items.append((value, place))
            elif kind is yaml.AliasEvent:
                self.refused.append(event)
                items.append(("", event.start_mark))
            elif kind is yaml.DocumentStartEvent:
                self.begin_document(event)
            elif kind is yaml.StreamEndEvent:
                return top
        return self.refuse(event, "too-large", f"this file has more than {MAX_EVENTS:,} parts")

    def begin_document(self, event):
        """Refuse the second document of a file: a line of three dashes where there should be none."""
        self.documents += 1
        if self.documents == 2:
            message = 'a line of three dashes ("---") begins a second document here'
            self.source.report(event.start_mark, "second-document", message, "delete the line, or begin a new file")

    def refuse(self, event, name, message):
        """Nothing, with the reason reported."""
        self.source.report(event.start_mark, name, message, "check that it is the right file")

    def clean(self, event):
        """The value of a text of several lines, or in double quotes, where escapes may hide what no one can see."""
        value = event.value
        if event.style != "|":
            value = value.replace("\n", "\n\n")  # elsewhere YAML gives a blank line as one line end
        if event.style == '"' and not (value.isascii() and value.isprintable()):
            match = UNSEEN.search(value)
            if match:
                report_unseen(match.group(), 0, event.start_mark, self.source)
            value = unicodedata.normalize("NFC", value)
        return value

    def report_refused(self):
        """Report the first anchor, alias or tag, with how many there are; the line of the last."""
        if not self.refused:
            return None
        event = self.refused[0]
        more = f" (and {len(self.refused) - 1} more)" if len(self.refused) > 1 else ""
        mark, called = ("&", "an anchor") if event.anchor else ("!", "a tag")
        if isinstance(event, yaml.AliasEvent):
            mark, called = "*", "an alias"
        message = f"a text cannot begin with {mark}: that would be {called}, and content uses none{more}"
        self.source.report(event.start_mark, "alias", message, QUOTES)
        return self.refused[-1].start_mark.line
