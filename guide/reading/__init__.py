"""YAML to fields: events, nodes, values with their marks; knows no guide."""
