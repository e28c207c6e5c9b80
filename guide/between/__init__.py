"""Between two editions: what is different between two guides as they are printed, listing by listing and field by field."""

from guide.content.compare.listings import compare
from guide.model.changes import Change, Changes, FieldChange, WholeChange

__all__ = ["Change", "Changes", "FieldChange", "WholeChange", "compare"]
