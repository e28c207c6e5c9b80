"""Columns of a record become its fields: one column alone, or all that say something of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from guide.exchange.drafts import FIELDS
from guide.exchange.mapping.columns import SURE, Column
from guide.exchange.mapping.headers import plain_words
from guide.exchange.mapping.looks import is_flag, says_yes
from guide.exchange.mapping.model import Rule, Take

ONE = frozenset(
    (
        "name",
        "short_name",
        "summary",
        "latitude",
        "longitude",
        "minimum_age",
        "maximum_age",
        "waiting_time",
        "neighborhood",
    )
)  # fields that have one column; of the others all are taken
LISTS = frozenset(
    (
        "category",
        "services",
        "audience",
        "languages",
        "service_areas",
        "alternate_names",
        "required_documents",
    )
)
BY_LINES = frozenset(("how_to_apply", "eligibility_description", "accessibility", "fees_description"))
PLAIN_NO = ("no", "n", "false", "0")
SHOWN_FIRST = ("public", "display", "common")  # a name that is for people, before the legal one
MEANS = {
    "accessibility": {
        "": "Wheelchair accessible",
        "silla": "Accesible en silla de ruedas",
        "acces": "Accessible en fauteuil roulant",
        "fauteuil": "Accessible en fauteuil roulant",
        "rollstuhlgerecht": "Rollstuhlgerecht",
        "barrierefrei": "Barrierefrei",
        "accesible": "Accesible en silla de ruedas",
    },
    "fees_description": {"": "Free", "gratis": "Gratis", "gratuit": "Gratuit"},
}  # {field: {word in the column's name: what a yes means}}
FREE = frozenset(("free", "gratis", "gratuit"))


def fields_of(columns: Sequence[Column]) -> dict[str, Take]:
    """{field: how it is taken} of the columns that are fields, in the order of the fields."""
    named = {field: [column for column in columns if column.target == field] for field in FIELDS}
    named["name"], others = best_name(named["name"])
    named["alternate_names"] += others
    return {field: take_of(field, some) for field, some in named.items() if some}


def best_name(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """([the column with the name], further ones that are as sure)."""
    filled = [column for column in columns if not column.look.is_empty] or list(columns)
    if not filled:
        return [], []
    best = max(filled, key=lambda column: (score_of(column), is_shown(column), -columns.index(column)))
    others = [column for column in filled if column is not best and score_of(column) >= 0.97]
    return [best], others


def score_of(column: Column) -> float:
    """How sure it is what a column is; one that is mostly empty is less so."""
    sure = column.meaning.score if column.meaning else 0.0
    return sure - (0.3 if column.look.filled == 0 else 0.0)


def is_shown(column: Column) -> bool:
    """Whether a name is the one for people."""
    return any(word in SHOWN_FIRST for word in plain_words(column.name))


def take_of(field: str, columns: Sequence[Column]) -> Take:
    """How a field is taken from its columns."""
    if field in ONE:
        columns = [max(columns, key=lambda column: (score_of(column), column.look.filled))]
    columns = sorted(columns, key=lambda column: -score_of(column))
    names = tuple(column.name for column in columns)
    return Take(
        columns=names,
        every=len(names) > 1,
        split=split_of(field, columns),
        literal=next((column.look.literal for column in columns if column.look.literal), ""),
        words=words_for(field, columns),
    )


def split_of(field: str, columns: Iterable[Column]) -> str:
    """What stands between several values of a field."""
    signs = Counter(column.look.split for column in columns if column.look.split and not column.look.literal)
    sign = signs.most_common(1)[0][0] if signs else ""
    if field in LISTS and sign != "/":
        return sign
    return sign if field in BY_LINES and sign == "\n" else ""


def words_for(field: str, columns: Sequence[Column]) -> Mapping[str, str]:
    """What a yes and a no mean in the columns that say no more."""
    columns = [column for column in columns if column.look.share("flag") > 0.8]
    if field not in MEANS or not columns:
        return {}
    words = {word for column in columns for word in plain_words(column.name)}
    if field == "fees_description" and not words & FREE:
        return {}
    means = next((text for word, text in MEANS[field].items() if word in words), MEANS[field][""])
    values = dict.fromkeys(text for column in columns for text in column.look.values if is_flag(text))
    return {value: means if says_yes(value) else "" for value in values}


def rules_of(columns: Iterable[Column]) -> tuple[Rule, ...]:
    """The rules by which rows stay out: columns that say that they are not shown, or not open."""
    rules = []
    for column in columns:
        if column.meaning and column.target == "out":
            rules.append(Rule(column=column.name, reason=column.meaning.kind))
        elif column.meaning and column.target == "in":
            no = [text for text in column.look.values if is_flag(text) and not says_yes(text)]
            values = {text.casefold(): text for text in (*PLAIN_NO, *no)}
            rules.append(Rule(column=column.name, values=tuple(values.values()), reason=column.meaning.kind))
    return tuple(rules)


def id_of(columns: Sequence[Column], role: str) -> Column | None:
    """The column with the id of a record: it has one in nearly every row, and no two have the same."""
    own = [
        column
        for column in columns
        if column.target == "id"
        and column.entity in ("", role)
        and column.look.distinct > 0.95
        and column.look.filled
    ]
    return max(
        own,
        key=lambda column: (score_of(column) >= SURE, column.entity == role, score_of(column)),
        default=None,
    )
