"""Pages arranged for a press: booklets, several on a sheet, bleed."""
