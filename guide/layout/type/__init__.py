"""Faces, style, and words set into lines."""
