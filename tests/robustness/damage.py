"""Damaged content: the shipped files with seeded mutations, the same in every run.

A case is (name, {path: bytes}): the files that differ from content/. `cases()` gives all of them.
"""

import random
from functools import cache
from pathlib import Path

from tests.thorough import examples

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
SECTION = "sections/1-organizations.yaml"
GUIDE = "guide.yaml"
FILES = (GUIDE, SECTION, "sections/3-support-groups.yaml")
ROUNDS = examples(1, 12)  # seeds for each random mutation


@cache
def shipped():
    """{path: bytes} of the shipped content, without the sections that no case changes."""
    text = (CONTENT / GUIDE).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if "sections/" not in line or any(name in line for name in FILES)]
    return {GUIDE: "".join(kept).encode(), **{name: (CONTENT / name).read_bytes() for name in FILES[1:]}}


@cache
def beside(damaged):
    """{path: bytes} of the shipped content for a case that damages these files; one section alone needs no other."""
    if damaged != (SECTION,):
        return shipped()
    lines = shipped()[GUIDE].splitlines(keepends=True)
    return {GUIDE: b"".join(line for line in lines if FILES[2].encode() not in line)}


# --- random mutations: (bytes, generator of random numbers) -> bytes ---------------------------------


def truncate(data, dice):
    return data[: dice.randrange(len(data))]


def flip_bytes(data, dice):
    damaged = bytearray(data)
    for _ in range(dice.choice((1, 3, 30))):
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
    return bytes(damaged)


def insert_bytes(data, dice):
    place = dice.randrange(len(data))
    return data[:place] + dice.randbytes(dice.choice((1, 4, 200))) + data[place:]


def insert_signs(data, dice):
    signs = "{}[]:,&*!|>'\"%@`#-?\t\n ~<=\\"
    damaged = data.decode()
    for _ in range(dice.choice((1, 5))):
        place = dice.randrange(len(damaged))
        damaged = damaged[:place] + dice.choice(signs) * dice.choice((1, 2)) + damaged[place:]
    return damaged.encode()


def swap_lines(data, dice):
    lines = data.splitlines(keepends=True)
    for _ in range(dice.choice((1, 10))):
        a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
    return b"".join(lines)


def delete_lines(data, dice):
    lines = data.splitlines(keepends=True)
    for _ in range(dice.choice((1, 6))):
        del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def double_lines(data, dice):
    lines = data.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    part = lines[start : start + dice.choice((1, 8))]
    return b"".join(lines[:start] + part * 2 + lines[start + len(part) :])


def shift_lines(data, dice):
    lines = data.splitlines(keepends=True)
    place = dice.randrange(len(lines))
    lines[place] = dice.choice((b" ", b"  ", b"\t", b"      ")) + lines[place].lstrip(
        dice.choice((b"", b" "))
    )
    return b"".join(lines)


def swap_values(data, dice):
    lines = data.decode().splitlines(keepends=True)
    keyed = [number for number, line in enumerate(lines) if ": " in line]
    a, b = dice.choice(keyed), dice.choice(keyed)
    (key_a, _, value_a), (key_b, _, value_b) = lines[a].partition(": "), lines[b].partition(": ")
    lines[a], lines[b] = f"{key_a}: {value_b}", f"{key_b}: {value_a}"
    return "".join(lines).encode()


RANDOM = (
    truncate,
    flip_bytes,
    insert_bytes,
    insert_signs,
    swap_lines,
    delete_lines,
    double_lines,
    shift_lines,
    swap_values,
)

# --- the whole file in another encoding --------------------------------------------------------------

ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "latin-1",
    "mac-roman",
    "cp037",
    "utf-7",
    "utf-8-sig",
    "shift-jis",
)


def encode(text, encoding):
    return (text + "# caf\u00e9\n").encode(encoding, "replace")


# --- what nobody should see, put into a name ---------------------------------------------------------

TRICKS = {
    "bidi-override": "a\u202egnp.exe\u202c",
    "bidi-isolate": "\u2067abc\u2069",
    "bidi-marks": "a\u200eb\u200fc\u061cd",
    "zero-width-space": "a\u200bb",
    "word-joiner": "a\u2060b",
    "bom-inside": "a\ufeffb",
    "soft-hyphen": "a\u00adb",
    "joiner-between-latin": "a\u200db",
    "joiner-beyond-and-latin": "\u6307a\u200db\u6307",
    "non-joiner": "a\u200cb",
    "zalgo": "Z" + "\u0351\u036b\u0343\u036a\u0302" * 40,
    "marks-alone": "\u0301\u0301\u0301\u0301\u0301",
    "one-mark": "e\u0301\u0323",
    "enclosing": "a\u20dd\u20e0",
    "combining-joiner": "a\u034fb",
    "hangul-filler": "a\u3164b",
    "halfwidth-filler": "a\uffa0b",
    "braille-blank": "a\u2800b",
    "private-use": "a\ue000b",
    "private-use-plane": "a\U000f0001b\U0010fffd",
    "noncharacter": "a\ufdd0b",
    "noncharacter-plane": "a\U0001ffffb",
    "noncharacter-fffe": "a\ufffeb",
    "unassigned": "a\u0378b",
    "replacement": "a\ufffdb",
    "object-replacement": "a\ufffcb",
    "tag-characters": "a\U000e0041\U000e007fb",
    "variation-selector": "a\ufe0fb",
    "emoji-family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "emoji-flag": "\U0001f1fa\U0001f1f8",
    "emoji-skin": "\U0001f44b\U0001f3fd",
    "line-separator": "a\u2028b",
    "paragraph-separator": "a\u2029b",
    "next-line": "a\u0085b",
    "nul": "a\x00b",
    "bell": "a\x07b",
    "escape": "a\x1b[31mb",
    "delete": "a\x7fb",
    "c1": "a\u009bb",
    "interlinear": "a\ufff9b\ufffac\ufffb",
    "music": "a\U0001d173b",
    "arabic": "\u0645\u0631\u062d\u0628\u0627",
    "hebrew": "\u05e9\u05dc\u05d5\u05dd",
    "devanagari": "\u0915\u094d\u200d\u0937",
    "cjk": "\u6f22\u5b57",
    "fullwidth": "\uff21\uff22",
    "ligature": "\ufb01\ufb02",
    "spaces": "a\u2003\u2009\u202f\u3000b",
    "kelvin": "\u212a\u2126",
    "math": "\U0001d400",
}
RAW = {
    "cesu-surrogates": b"a\xed\xa0\xbd\xed\xb8\x80b",
    "lone-surrogate": b"a\xed\xa0\x80b",
    "overlong": b"a\xc0\xafb",
    "overlong-nul": b"a\xc0\x80b",
    "five-bytes": b"a\xf8\x88\x80\x80\x80b",
    "beyond-unicode": b"a\xf4\x90\x80\x80b",
    "cut-character": b"a\xe2\x82",
    "continuation": b"a\x80\x80b",
}
ESCAPES = (
    "\\u200b",
    "\\u202e",
    "\\0",
    "\\ud800",
    "\\ud83d\\ude00",
    "\\uFFFE",
    "\\U0010FFFF",
    "\\U00110000",
    "\\x1b[31m",
    "\\N",
    "\\L",
    "\\_",
    "\\e",
    "\\q",
)

# --- YAML that content does not use, or that is a trap ------------------------------------------------

NESTED = "x: " + "[" * 5_000
WHOLE = {
    "empty": "",
    "blank": "\n\n\n",
    "only-comment": "# nothing\n",
    "only-dashes": "---\n",
    "two-documents": "title: A\n---\ntitle: B\n",
    "list-at-top": "- a\n- b\n",
    "word-at-top": "hello\n",
    "number-at-top": "42\n",
    "deep-lists": NESTED,
    "deep-closed": "x: " + "[" * 3_000 + "]" * 3_000,
    "deep-groups": "{a: " * 4_000,
    "deep-block": "".join(" " * n + "a:\n" for n in range(1_500)),
    "deep-dashes": "- " * 5_000,
    "huge-key": "k" * 300_000 + ": x\n",
    "huge-value": "title: " + "v" * 300_000 + "\n",
    "many-keys": "".join(f"k{n}: x\n" for n in range(20_000)),
    "huge-number": "title: " + "9" * 50_000 + "\n",
    "many-brackets": "title: " + "[]," * 20_000,
    "merge-key": "<<: {title: A}\n",
    "anchor-loop": "&a title: *a\n",
    "self-anchor": "title: &a [*a]\n",
    "billion-laughs": "a: &a [x,x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)),
    "python-object": "title: !!python/object/apply:os.system ['echo harm > /tmp/harm']\n",
    "python-name": "title: !!python/name:os.system\n",
    "python-module": "!!python/module:os\n",
    "binary-tag": "title: !!binary gibberish\n",
    "set-tag": "title: !!set {a, b}\n",
    "own-tag": "!x title: y\n",
    "directive": "%YAML 9.9\n---\ntitle: A\n",
    "tag-directive": "%TAG ! tag:evil,2000:\n---\ntitle: !x y\n",
    "quote-open": 'title: "open\n' * 500,
    "block-open": "title: |9\n x\n",
    "tabs": "\ttitle:\tA\n",
    "complex-key": "? [a, b]\n: c\n",
    "null-key": "~: x\n: y\n",
    "question": "?\n" * 2_000,
    "colons": ":" * 20_000,
    "dashes": "-" * 20_000,
    "stars": "title: '" + "*" * 20_000 + "'\n",
    "brackets": "title: '" + "[" * 20_000 + "'\n",
    "markdown-nest": "title: A\nintroduction: '" + "> " * 5_000 + "x'\n",
    "markdown-links": "title: A\nintroduction: '" + "[a](" * 4_000 + "'\n",
    "markdown-stars": "title: A\nintroduction: '" + "*a_ " * 4_500 + "'\n",
    "markdown-ticks": "title: A\nintroduction: '" + "`a" * 9_000 + "'\n",
    "markdown-lists": "title: A\nintroduction: |\n"
    + "".join("  " + " " * (2 * n) + "- a\n" for n in range(150)),
    "markdown-mentions": "title: A\nintroduction: '" + "[[a]] " * 3_000 + "'\n",
    "markdown-entities": "title: A\nintroduction: '" + "&#0; &#xD800; &#x202e; " * 500 + "'\n",
    "markdown-table": "title: A\nintroduction: |\n  |" + "a|" * 5_000 + "\n  |" + "-|" * 5_000 + "\n",
    "mojibake": "title: \u00c3\u00a9\u00e2\u20ac\u2122\n",
}
FRAGMENTS = {
    "id-huge": "  - id: " + "a" * 100_000 + "\n    name: A\n",
    "name-huge": "  - id: zz\n    name: " + "word " * 20_000 + "\n",
    "name-one-word": "  - id: zz\n    name: " + "w" * 20_000 + "\n",
    "many-phones": "  - id: zz\n    name: A\n    phones: [" + "773-471-0999, " * examples(800, 3_000) + "]\n",
    "phone-odd": "  - id: zz\n    name: A\n    phones: ['"
    + "1" * 5_000
    + "', '(' , '+', 'x1', '\u0661\u0662\u0663', '1-800-"
    + "A" * 3_000
    + "']\n",
    "web-huge": "  - id: zz\n    name: A\n    website: https://a.b/" + "c" * 50_000 + "\n",
    "email-odd": "  - id: zz\n    name: A\n    email: '" + "a@" * 5_000 + "'\n",
    "many-hours": "  - id: zz\n    name: A\n    hours:\n" + "      - Monday\n" * 3_000,
    "alert-long": "  - id: zz\n    name: A\n    alert: '" + "stop " * 5_000 + "'\n",
    "fact-long": "  - id: zz\n    name: A\n    fees_description: '" + "free " * 10_000 + "'\n",
    "date-odd": "  - id: zz\n    name: A\n    verified: 0000-00-00\n",
    "date-old": "  - id: zz\n    name: A\n    verified: 0001-01-01\n",
    "date-far": "  - id: zz\n    name: A\n    verified: 9999-12-31\n",
    "country-odd": "  - id: zz\n    name: A\n    address: {city: X, country: ZZ}\n",
    "many-locations": "  - id: zz\n    name: A\n    locations:\n"
    + "      - {name: N, phones: 773-471-0999}\n" * 500,
    "many-services": "  - id: zz\n    name: A\n    services:\n"
    + "".join(f"      - Topic {n}\n" for n in range(examples(600, 2_000))),
    "name-null": "  - id: zz\n    name: ~\n",
    "self-mention": "  - id: zz\n    name: A\n    description: '[[zz]] [[zz]]'\n",
    "bad-mentions": "  - id: zz\n    name: A\n    description: '"
    + "".join(f"[[x{n}]] " for n in range(1_500))
    + "'\n",
    "many-listings": "".join(f"  - id: zz{n}\n    name: A\n" for n in range(examples(120, 400))),
    "same-ids": "  - id: zz\n    name: A\n" * 400,
    "see-nothing": "  - see: nothing\n",
    "see-odd": "  - see: [a]\n  - see:\n  - see: insite\n",
    "space-name": "  - id: zz\n    name: '\u00a0'\n",
    "no-words": "  - id: zz\n    name: '\\'\n    description: '***'\n",
    "signs-name": "  - id: zz\n    name: '<>&%{}[]()'\n",
}
GUIDES = {
    "sections-outside": "title: A\nedition: {date: 2026-01-01}\nsections: [../../etc/passwd, /etc/passwd, 'a\x00b', sections, '']\n",
    "sections-itself": "title: A\nedition: {date: 2026-01-01}\nsections: [guide.yaml]\n",
    "sections-long": "title: A\nedition: {date: 2026-01-01}\nsections: ['" + "a/" * 3_000 + "']\n",
    "logo-odd": "title: A\nedition: {date: 2026-01-01}\npublisher: {logo: '../" + "a" * 5_000 + "'}\n",
    "number-odd": "title: A\nedition: {number: " + "9" * 5_000 + ", date: 2026-01-01}\n",
    "date-1": "title: A\nedition: {date: 0001-01-01}\n",
    "date-9999": "title: A\nedition: {date: 9999-12-31}\n",
    "language-odd": "title: A\nlanguage: zz-ZZ\nedition: {date: 2026-01-01}\n",
    "country-odd": "title: A\ncountry: ZZ\nedition: {date: 2026-01-01}\n",
    "synonyms-loop": "title: A\nedition: {date: 2026-01-01}\ntopic_synonyms: {a: b, b: a, a: a}\n",
    "steps-many": "title: A\nedition: {date: 2026-01-01}\nhow_to_use: [" + "step, " * 500 + "]\n",
    "help-many": "title: A\nedition: {date: 2026-01-01}\nhelp_now: ["
    + "{text: help, phone: 988}, " * examples(100, 300)
    + "]\n",
    "title-huge": "title: '" + "title " * 3_000 + "'\nedition: {date: 2026-01-01}\n",
    "title-word": "title: " + "t" * 3_000 + "\nedition: {date: 2026-01-01}\n",
    "freshness-odd": "title: A\nedition: {date: 2026-01-01}\nfreshness: {warn_after: 9999 years, stop_after: 1 day}\n",
    "publisher-odd": "title: A\nedition: {date: 2026-01-01}\npublisher: {name: '"
    + "n " * 2_000
    + "', address: ["
    + "line, " * 300
    + "]}\n",
}


def cases():
    """Every case: (name, files)."""
    for mutate in RANDOM:
        for seed in range(ROUNDS):
            path = FILES[seed % len(FILES)]
            yield (
                f"{mutate.__name__}-{seed}",
                {path: mutate(shipped()[path], random.Random(f"{mutate.__name__} {seed}"))},
            )
    for encoding in ENCODINGS:
        yield f"encoding-{encoding}", {SECTION: encode(shipped()[SECTION].decode(), encoding)}
    for name, trick in TRICKS.items():
        yield f"trick-{name}", {SECTION: put_into_name(trick.encode())}
    for name, trick in RAW.items():
        yield f"raw-{name}", {SECTION: put_into_name(trick)}
    for number, escape in enumerate(ESCAPES):
        yield (
            f"escape-{number}",
            {SECTION: shipped()[SECTION].replace(b"name: Insite", b'name: "Ins%site"' % escape.encode())},
        )
    for name, text in WHOLE.items():
        yield f"whole-{name}", {SECTION if len(name) % 2 else GUIDE: text.encode()}
    for name, text in FRAGMENTS.items():
        yield f"listing-{name}", {SECTION: shipped()[SECTION].rstrip() + b"\n\n" + text.encode()}
    for name, text in GUIDES.items():
        yield f"guide-{name}", {GUIDE: text.encode()}


def put_into_name(trick):
    """The section with something added to the name of a listing and to its description."""
    return shipped()[SECTION].replace(b"name: Insite", b"name: Insite " + trick, 1)
