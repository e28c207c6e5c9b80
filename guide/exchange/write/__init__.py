"""Listings as the text of content files, as a person would have written them, and the report of an import."""
