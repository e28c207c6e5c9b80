"""Finished items turned round, for pages that are read from right to left."""


def mirrored(items, left, width):
    """Items turned round in a column: what stood at its left edge stands at its right; each word and sign stays as it is."""
    return [turn(item, 2 * left + width) for item in items]


def turn(item, edges):
    """An item turned round between two edges, given as their sum."""
    return TURNS[item.__class__.__name__](item, edges)


def _turn_box(item, edges):
    return item._replace(x=edges - item.x - item.width)


def _turn_line(item, edges):
    return item._replace(x1=edges - item.x2, x2=edges - item.x1)


def _turn_path(item, edges):
    xs = [value for _, *values in item.segments for value in values[::2]]
    shift = edges - min(xs) - max(xs)
    return item._replace(
        segments=tuple(
            (kind, *(value + (0 if place % 2 else shift) for place, value in enumerate(values)))
            for kind, *values in item.segments
        )
    )


def _turn_dots(item, edges):
    return item._replace(x1=edges - item.x1, x2=edges - item.x2)


def _turn_rich(item, edges):
    return item._replace(edges=edges)


TURNS = {
    "RichLine": _turn_rich,
    "Text": _turn_box,
    "Box": _turn_box,
    "Image": _turn_box,
    "LinkArea": _turn_box,
    "Line": _turn_line,
    "Path": _turn_path,
    "Dots": _turn_dots,
}
