"""Pictures of the studio for the docs: python -m benchmarks.studio_pictures writes docs/studio.png and docs/studio-*.png.

The studio of a copy of the shipped guide, in the system's Chromium: a listing beside its page, a call, a translation, the
editions of which some were made, and the columns of a made-up spreadsheet that is taken in.
"""

import io
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from benchmarks.studio import BROWSERS, FLAGS, ROOT, begin

DOCS = ROOT / "docs"
SIZE = {"width": 1366, "height": 768}
COLOURS = 160  # of a PNG
LISTING = "chicago-recovery-alliance"
MADE = ("guide", "one-sheet", "leaflet")  # editions that have been made
WAITING = 120_000  # milliseconds
ROWS = """\
Agency,Phone,Street,City,State,Zip,Hours,Who can come,Last Updated,Case notes
Harbor Food Bank,217-471-0142,12 Harbor Street,Springfield,IL,62701,Monday to Friday 9 am to 5 pm,Everybody,2026-10-01,asked twice
Elm Street Kitchen,(217) 544-2681,9 Elm Street,Springfield,IL,62702,"Mon, Wed, Fri 12-1",Families,2026-09-12,call Jo first
Oak Night Shelter,217-788-2792,4 Oak Avenue,Springfield,IL,62703,Open 24 hours,Adults,2026-08-20,
"""


def the_guide(tab, base):
    """A listing, and the page on which it is printed."""
    tab.goto(f"{base}/guide/{LISTING}")
    tab.wait_for_selector("#picture:not([hidden])")


def a_call(tab, base):
    """Somebody with a number, who is called."""
    tab.goto(f"{base}/calls/{LISTING}")
    tab.wait_for_selector(".dial a")
    tab.fill("#me", "M. Ortiz")
    tab.keyboard.press("Tab")


def a_translation(tab, base):
    """A section in Spanish, and its page."""
    tab.goto(f"{base}/translate/es/section/support-groups?show=all")
    tab.click("#show-page")
    tab.wait_for_selector("#sheet-picture:not([hidden])")


def editions(tab, base):
    """Those that were made, and others."""
    tab.goto(f"{base}/editions")
    for name in MADE:
        tab.click(f"#make-{name}")
        tab.wait_for_selector(f"#file-1-{name}")
    tab.goto(f"{base}/editions")
    tab.evaluate("Promise.all([...document.images].map((each) => each.decode().catch(() => 0)))")


def an_import(tab, base):
    """Where the columns of a spreadsheet would go."""
    tab.goto(f"{base}/import")
    table = {"name": "agencies.csv", "mimeType": "text/csv", "buffer": ROWS.encode()}
    tab.set_input_files("#files", table)
    tab.wait_for_selector("[data-choose]")


PICTURES: dict[str, Callable] = {
    "studio": the_guide,
    "studio-calls": a_call,
    "studio-translate": a_translation,
    "studio-editions": editions,
    "studio-import": an_import,
}


def save(picture: bytes, path: Path) -> None:
    """A small PNG."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


def take(address: str) -> None:
    """Go through the views, and take a picture of each."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        tab = browser.new_page(viewport=SIZE, locale="en-US", color_scheme="light")
        tab.set_default_timeout(WAITING)
        tab.goto(address)
        for name, show in PICTURES.items():
            show(tab, address.partition("/enter")[0])
            tab.wait_for_timeout(1500)  # what is late is there
            tab.evaluate("document.activeElement.blur()")
            save(tab.screenshot(), DOCS / f"{name}.png")
        browser.close()


def main() -> None:
    """Write the pictures anew."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(ROOT / "content", content)
        process, address = begin(content, Path(folder) / "home")
        try:
            take(address.split()[-1])
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
