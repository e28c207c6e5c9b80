"""A line in every script, as the program prints it and as HarfBuzz draws it: python -m benchmarks.scripts

It writes docs/gallery/scripts.png. HarfBuzz's own pictures are those of `hb-view` (on Debian: libharfbuzz-bin).
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

from guide.language.files import language_name
from guide.language.scripts import has_leftward
from guide.layout.pages import Document, Page, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import FEATURES, default_stacks, find_font
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for
from guide.pdf.writer import render_pdf

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "gallery" / "scripts.png"
SIZE, SCALE = 24, 2  # points of a line, pixels a point
# What can go wrong in each: letters that join, marks above and below and before, several on one letter.
LINES = {
    "am": "መጀመሪያ ይደውሉ። አስተርጓሚ በነፃ ይሰጣል፤",
    "ar": "اتصل قبل أن تذهب، المترجم مجاني للجميع",
    "bn": "যাওয়ার আগে ফোন করুন। স্বাস্থ্য র‍্যাব ক্লিনিক কর্ম",
    "ckb": "پێش ڕۆیشتن تەلەفۆن بکە، وەرگێڕ بێبەرامبەرە",
    "fa": "پیش از رفتن زنگ بزنید، ترجمان رایگان است",
    "gu": "જતાં પહેલાં ફોન કરો. શ્રી આરોગ્ય ક્લિનિક દ્રષ્ટિ",
    "he": "התקשרו לפני שאתם באים ומתורגמן בחינם",
    "hi": "जाने से पहले फ़ोन करें। स्वास्थ्य कर्मी, विद्यार्थी",
    "hy": "Նախքան գնալը զանգահարեք։ Թարգմանիչն անվճար է։",
    "ja": "行く前に電話してください。「通訳は無料です」",
    "ka": "მისვლამდე დარეკეთ თარჯიმანი უფასოა",
    "km": "សូមទូរស័ព្ទមុននឹងទៅ។ គ្លីនិកស្ត្រី ម៉ោងធ្វើការ",
    "ko": "가기 전에 전화하십시오 통역은 무료입니다",
    "lo": "ກະລຸນາໂທກ່ອນໄປ ທີ່ນີ້ ມີນາຍແປພາສາໂດຍບໍ່ເສຍຄ່າ",
    "my": "မသွားမီ ဖုန်းဆက်ပါ။ တနင်္လာနေ့ ကျွန်ုပ်တို့ စကားပြန်",
    "ne": "जानुभन्दा अघि फोन गर्नुहोस्। कार्यालय, उद्धार, ५८९",
    "pa": "ਜਾਣ ਤੋਂ ਪਹਿਲਾਂ ਫ਼ੋਨ ਕਰੋ। ਦੁਭਾਸ਼ੀਆ ਮੁਫ਼ਤ ਹੈ, ਖੁੱਲ੍ਹਾ",
    "ps": "له تلو مخکې زنګ ووهئ، ژباړن وړیا دی",
    "ta": "செல்வதற்கு முன் அழைக்கவும். ஸ்ரீ கொண்டு வந்தோம்",
    "te": "వెళ్ళే ముందు ఫోన్ చేయండి. స్త్రీ ఆరోగ్య క్లినిక్",
    "th": "กรุณาโทรศัพท์ก่อนไป มีล่ามให้บริการฟรี น้ำ ที่นี่ ผู้ป่วย",
    "ti": "ቅድሚ ምምጻእኩም ደውሉ። ኣስተርጓሚ ብነጻ እዩ።",
    "ur": "جانے سے پہلے فون کریں، ترجمان مفت ہے",
    "zh": "去之前请先打电话。口译服务“免费”（不收费用）。",
}


def set_line(language: str) -> tuple[tuple[Text, ...], float]:
    """(the line of a language as finished texts, its width in points)."""
    setter = Setter(style_for(make_style("letter", "#000000", default_stacks(language)), language), 1)
    inline = Inline(LINES[language], Tag("P", Tag("Document"), language=language))
    width = setter.width(inline.text, SIZE)
    items = setter.place([Fragment(inline, inline.text)], SIZE, 3 * SIZE, SIZE)
    if setter.leftward:
        items = mirrored(items, SIZE, width)
    return tuple(item for item in items if isinstance(item, Text)), width


def ours(language: str) -> Image.Image:
    """What the program prints, as PDFium draws it, cut to its ink."""
    texts, width = set_line(language)
    root = next(text.tag for text in texts if text.tag).parent
    page = Page(width=width + 2 * SIZE, height=5 * SIZE, folio="1", items=texts)
    document = Document(
        title=language,
        language=language,
        author="",
        subject="",
        date=date(2026, 1, 1),
        accent="#000000",
        pages=(page,),
        root=root,
    )
    scale = SCALE * SIZE / texts[0].size  # so that a face that is drawn larger can be compared
    drawn = pypdfium2.PdfDocument(render_pdf(document))[0].render(scale=scale).to_pil()
    return cut(drawn)


def harfbuzz(language: str) -> Image.Image:
    """What HarfBuzz draws of the same words with the same face, cut to its ink."""
    texts, _ = set_line(language)
    (face,) = {text.face for text in texts}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "line.png")
        features = ",".join(f"{name}={int(on)}" for name, on in FEATURES.items())
        subprocess.run(
            [
                "hb-view",
                f"--output-file={path}",
                f"--font-size={SIZE * SCALE}",
                f"--features={features}",
                f"--language={language}",
                f"--direction={'rtl' if has_leftward(LINES[language]) else 'ltr'}",
                face.path,
                LINES[language],
            ],
            check=True,
        )
        return cut(Image.open(path))


def cut(picture: Image.Image) -> Image.Image:
    """A picture in grey without its white margins."""
    grey = picture.convert("L")
    return grey.crop(ImageOps.invert(grey).getbbox())


def difference(one: Image.Image, other: Image.Image) -> float:
    """The part of the ink that is in one of two pictures alone, where the smaller is laid on the larger at its best place."""
    size = (max(one.width, other.width), max(one.height, other.height))
    first, second = (ImageOps.invert(each) for each in (one, other))
    whole = Image.new("L", size)
    whole.paste(first)
    ink = sum(value * count for value, count in enumerate(whole.histogram()))
    least = ink
    for x in range(-1, size[0] - second.width + 2):
        for y in range(-1, size[1] - second.height + 2):
            moved = Image.new("L", size)
            moved.paste(second, (x, y))
            apart = ImageChops.difference(whole, moved).histogram()
            least = min(least, sum(value * count for value, count in enumerate(apart)))
    return least / ink


def sheet(languages: Iterable[str]) -> Image.Image:
    """The lines one below the other, each with its name, HarfBuzz's picture below ours."""
    rows = [(language_name(code, "en"), ours(code), harfbuzz(code)) for code in languages]
    gap, left = 14, 210
    width = left + max(max(one.width, two.width) for _, one, two in rows) + gap
    height = sum(one.height + two.height + 3 * gap for _, one, two in rows) + gap
    picture = Image.new("L", (width, height), 255)
    draw, y = ImageDraw.Draw(picture), gap
    font = ImageFont.truetype(find_font("AtkinsonHyperlegibleNext-Regular.ttf"), 24)
    for name, one, two in rows:
        draw.text((gap, y), name, 0, font)
        picture.paste(one, (left, y))
        picture.paste(ImageOps.colorize(two, "#666666", "white").convert("L"), (left, y + one.height + gap))
        y += one.height + two.height + 3 * gap
        draw.line((gap, y - gap, width - gap, y - gap), 200)
    return picture


def main() -> None:
    """Write the sheet of all languages whose faces are there."""
    if not shutil.which("hb-view"):
        raise SystemExit("hb-view is missing; on Debian: apt install libharfbuzz-bin")
    there = [code for code in LINES if not default_stacks(code)[0].lacking(LINES[code])]
    for code in there:
        print(code, f"{difference(ours(code), harfbuzz(code)):.3f}")
    sheet(there).quantize(16).save(PICTURE, optimize=True)
    missing = sorted(set(LINES) - set(there))
    print(f"{PICTURE}: {len(there)} lines" + f", without a face: {', '.join(missing)}" * bool(missing))


if __name__ == "__main__":
    main()
