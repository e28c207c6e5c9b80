"""The files of a new guide beside its sections: guide.yaml, editions and schemas, as `make-guide new` begins one."""

from collections.abc import Iterable, Mapping

from guide.content.yaml_text import scalar
from guide.starter import Beginning, starter_texts

HEAD = "sections:\n"


def guide_texts(
    beginning: Beginning, sections: Iterable[str], country: str, schemas: Mapping[str, str]
) -> dict[str, str]:
    """{name: text} of a new guide with the section files that are named, {name: text} of the schemas among them."""
    texts = {name: text for name, text in starter_texts(beginning) if not name.startswith("sections/")}
    start, _, _ = texts["guide.yaml"].partition(HEAD)
    listed = "".join(f"  - {scalar(name)}\n" for name in sections)
    texts["guide.yaml"] = (start + HEAD + listed).replace("country: US ", f"country: {country or 'US'} ")
    return texts | {f"schema/{name}": text for name, text in schemas.items()}
