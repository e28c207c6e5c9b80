"""The files of a new guide beside its sections."""

from guide.exchange.write.guide_file import guide_texts
from guide.starter import Beginning


def test_a_new_guide_names_its_sections():
    """And has editions, its country and its schemas, but not the sections of a beginner's guide."""
    texts = guide_texts(
        Beginning(title="Help: in Larkin"), ["sections/1-food.yaml"], "CA", {"guide.schema.json": "{}"}
    )
    assert texts["guide.yaml"].endswith("sections:\n  - sections/1-food.yaml\n")
    assert 'title: "Help: in Larkin"' in texts["guide.yaml"] and "country: CA " in texts["guide.yaml"]
    assert "editions/letter.yaml" in texts and "schema/guide.schema.json" in texts
    assert not any(name.startswith("sections/") for name in texts)
