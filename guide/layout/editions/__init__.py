"""Whole editions: a book, a leaflet, a sheet, a call sheet."""
