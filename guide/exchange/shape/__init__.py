"""Cleaned records become listings: folded, nested, named, with ids, in sections."""
