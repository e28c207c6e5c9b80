"""An edition in braille: its words by liblouis, its pages as braille is read."""
