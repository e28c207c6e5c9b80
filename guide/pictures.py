"""Pictures decoded, the one way to do it: whole, upright, in sRGB or grey, on white, and with nothing beside their pixels.

Pillow is imported where there is a picture: it takes 9 ms to load, and few guides have one.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

from guide.problems import pictures as kinds
from guide.problems.kind import MessageValue, ProblemKind

PNG, JPEG = "PNG", "JPEG"
SIGNATURES = {PNG: b"\x89PNG\r\n\x1a\n", JPEG: b"\xff\xd8\xff"}
MOST_BYTES = 100_000_000
MOST_PIXELS = 50_000_000  # what a large camera makes; some 400 MB while it is decoded
MOST_SIDE = 3000  # pixels kept: ten inches at 300 to the inch, wider than any page's text
ENOUGH = 0.75  # of them: what a picture keeps at least when it is divided by a whole number
ORIENTATION = 0x0112  # the EXIF tag
LYING = 5  # from this orientation on width and height change places
WHOLE_GREY = ("1", "L", "LA")
SRGB_NAMES = ("srgb", "iec61966")  # in the description of a profile that changes nothing

# What else people take for a picture, by how such a file begins.
OTHERS = (
    (0, (b"GIF8",), "a GIF file"),
    (8, (b"WEBP",), "a WebP file"),
    (0, (b"II*\0", b"MM\0*"), "a TIFF file"),
    (0, (b"BM",), "a BMP file"),
    (8, (b"avif", b"avis"), "an AVIF file"),
    (4, (b"ftyp",), "a HEIC file"),
    (0, (b"%PDF", b"\xef\xbb\xbf%PDF"), "a PDF file"),
    (0, (b"%!PS", b"\xc5\xd0\xd3\xc6"), "an EPS file"),
    (0, (b"8BPS",), "a Photoshop file"),
    (0, (b"\0\0\1\0",), "an icon file"),
    (0, (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"), "a JPEG 2000 file"),
)


class PictureError(Exception):
    """A picture cannot be printed: the kind of problem with it, and what that is said with beside its name."""

    def __init__(self, kind: ProblemKind, values: dict[str, MessageValue]) -> None:
        super().__init__(kind, values)
        self.kind, self.values = kind, values

    def __str__(self) -> str:
        return self.kind.message.format(name="", **self.values)


class Picture(NamedTuple):
    """A picture as it is printed."""

    image: PillowImage  # in RGB or grey, upright
    lossy: bool  # it was a JPEG
    jpeg: bytes = b""  # the file's data where they draw this very image


def read_picture(path: str | Path) -> Picture:
    """The picture in a file, kept for the next look at the same file; raises PictureError."""
    state = Path(path).stat()
    return _read(Path(path), state.st_mtime_ns, state.st_size)


def measure_picture(path: str | Path) -> tuple[int, int]:
    """(width, height) of an upright picture in pixels, read where the file begins: nothing is decoded; raises PictureError."""
    from PIL import Image, UnidentifiedImageError  # see above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=(PNG, JPEG)) as image:
                wide, high = image.size
                lies = int(image.getexif().get(ORIENTATION, 1)) >= LYING
    except UnidentifiedImageError:
        raise PictureError(kinds.IMAGE_BEGINNING, {}) from None
    except Image.DecompressionBombError:
        raise _too_large(kinds.IMAGE_BOMB) from None
    except OSError:
        raise
    except Exception:  # EXIF that cannot be read turns nothing
        lies = False
    return (high, wide) if lies else (wide, high)


@lru_cache(maxsize=2)
def _read(path: Path, _: int, size: int) -> Picture:
    if size > MOST_BYTES:
        raise PictureError(kinds.IMAGE_BYTES, {"size": size // 1_000_000, "most": MOST_BYTES // 1_000_000})
    data = path.read_bytes()
    kind = next((kind for kind, start in SIGNATURES.items() if data.startswith(start)), None)
    if kind is None:
        raise PictureError(kinds.IMAGE_FORM, {"form": other_kind(data)})
    return decode(data, kind)


def other_kind(data: bytes) -> str:
    """ "a GIF file, ", or "" for what nobody knows."""
    for place, starts, name in OTHERS:
        if data[place:].startswith(starts):
            return f"{name}, "
    return "an SVG file, " if b"<svg" in data[:4096] else ""


def decode(data: bytes, kind: str) -> Picture:
    """The Picture in the bytes of a PNG or JPEG file; raises PictureError for one that is not whole."""
    from PIL import Image, UnidentifiedImageError  # see above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of EXIF that nobody reads, and of sizes, which are refused below
            return _decode(data, kind)
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise _too_large(kinds.IMAGE_BOMB) from None
    except UnidentifiedImageError:
        raise PictureError(kinds.IMAGE_BEGINNING, {}) from None
    except Exception as error:  # Pillow raises many kinds for what is broken
        reason = " ".join(str(error).split()) or type(error).__name__
        raise PictureError(kinds.IMAGE_DAMAGED, {"reason": reason}) from None


def _decode(data: bytes, kind: str) -> Picture:
    from PIL import Image  # see above

    if kind == PNG:
        Image.open(
            BytesIO(data), formats=(PNG,)
        ).verify()  # the sums of its chunks, which decoding passes over
    with Image.open(BytesIO(data), formats=(kind,)) as image:
        _check_measures(image, kind)
        whole = image.size
        image.draft(
            image.mode, (MOST_SIDE, MOST_SIDE)
        )  # a large JPEG is decoded in a half or a quarter of its size
        image.load()
        upright = turned(image)
        flat = flatten(in_srgb(smaller(upright), image.info.get("icc_profile")))
        as_it_is = (
            kind == JPEG
            and upright is image
            and flat.mode == image.mode
            and flat.size == whole
            and is_srgb(image)
        )
        flat = flat.copy() if flat is image else flat
        flat.info.clear()
    return Picture(flat, kind == JPEG, data if as_it_is else b"")


def _check_measures(image: PillowImage, kind: str) -> None:
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        raise _too_large(kinds.IMAGE_PIXELS, pixels=pixels / 1e6)
    if kind == PNG and getattr(image, "is_animated", False):
        raise PictureError(kinds.IMAGE_MOVES, {"count": getattr(image, "n_frames", "several")})


def _too_large(kind: ProblemKind, **values: MessageValue) -> PictureError:
    return PictureError(kind, {"most": MOST_PIXELS // 1_000_000, "side": MOST_SIDE, **values})


def turned(image: PillowImage) -> PillowImage:
    """The image as its EXIF orientation wants it: the same one where it stands upright."""
    from PIL.Image import Transpose

    ways = (
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    try:
        orientation = int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # EXIF that cannot be read turns nothing
        return image
    return image.transpose(ways[orientation - 2]) if 2 <= orientation <= 8 else image


def smaller(image: PillowImage, side: int = MOST_SIDE) -> PillowImage:
    """The image with neither side over so many pixels: the same one where it has none."""
    factor = -(-max(image.size) // side)
    if factor == 1:
        return image
    if image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):  # a palette cannot be averaged
        image = image.convert("RGBA") if "transparency" in image.info else flatten(image)
    if max(image.size) >= ENOUGH * side * factor:
        return image.reduce(factor)
    from PIL.Image import Resampling

    scale = side / max(image.size)  # a picture just over the most would lose half of it
    wide, high = (max(1, round(each * scale)) for each in image.size)
    return image.resize((wide, high), Resampling.LANCZOS, reducing_gap=2.0)


def is_srgb(image: PillowImage) -> bool:
    """Whether an image is in sRGB, or in grey as screens show it, so that its profile changes nothing."""
    from PIL import ImageCms

    data = image.info.get("icc_profile")
    if not data:
        return True
    try:
        described = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(data))).lower()
    except Exception:  # a profile that cannot be read is none
        return True
    return image.mode == "RGB" and any(name in described for name in SRGB_NAMES)


def in_srgb(image: PillowImage, profile: bytes | None) -> PillowImage:
    """The image with its colours brought from a profile, ICC data or None, to sRGB; without one CMYK is mixed plainly."""
    if (
        image.mode == "CMYK" and "adobe" not in image.info
    ):  # Pillow takes all CMYK for Adobe's, which is turned round
        from PIL import ImageChops

        image = ImageChops.invert(image)
    if not profile or is_srgb(image):
        return image
    from PIL import ImageCms

    base, alpha = _without_alpha(image)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        done = ImageCms.profileToProfile(base, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except Exception:  # made for other colours than the picture has, or damaged
        return image
    if done is None:  # which is for images changed in their place
        return image
    done = done.convert("L") if base.mode == "L" else done
    if alpha is not None:
        done.putalpha(alpha)
    return done


def _without_alpha(image: PillowImage) -> tuple[PillowImage, PillowImage | None]:
    """(the colours of an image in a mode that profiles know, its transparency or None)."""
    if image.mode == "CMYK" or image.mode in ("L", "RGB") and "transparency" not in image.info:
        return image, None
    if image.mode in ("1", "LA", "L", "I;16", "I"):
        layered = image.convert("LA") if "transparency" in image.info or image.mode == "LA" else None
        return flatten(image) if layered is None else layered.getchannel("L"), layered and layered.getchannel(
            "A"
        )
    layered = image.convert("RGBA")
    return layered.convert("RGB"), layered.getchannel("A")


def flatten(image: PillowImage) -> PillowImage:
    """The image in grey or RGB, on white where it was transparent."""
    from PIL import Image

    if image.mode.startswith("I"):  # sixteen bits, which `convert` would cut off instead of scaling
        clear = image.info.get("transparency")
        image = image.point(lambda level: level / 256).convert("L")
        image.info = {} if clear is None else {"transparency": clear // 256}
    mode = "L" if image.mode in WHOLE_GREY and "transparency" not in image.info else "RGB"
    if "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        image = Image.new("RGBA", image.size, "white")
        image.alpha_composite(layered)
    return image if image.mode == mode else image.convert(mode)


def as_file(picture: Picture, side: int) -> tuple[str, bytes]:
    """(form, bytes) of a picture as a file, "png" or "jpeg", with neither side over so many pixels and nothing beside them."""
    kind = "jpeg" if picture.lossy else "png"
    buffer = BytesIO()
    smaller(picture.image, side).save(buffer, kind.upper())
    return kind, buffer.getvalue()
