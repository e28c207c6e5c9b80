"""Structured content files become a paginated, tagged PDF guide: who helps, where, on which number.

Words that this code uses as printers do:

galley        lines set to a measure, one below the other, before there are pages
frame         the part of a page that holds the text
measure       the width that lines are set to
leading       the height of a line, from baseline to baseline
gutter        the space between two columns, and nothing else
inner margin  the margin on the binding side: left on a recto, right on a verso
recto, verso  a right-hand page, with an odd folio; a left-hand page, with an even one
folio         the page number as it is printed, never the page's index
running head  the line at the top of each page: section, range of listings, folio
leader        the dots between a name and its page number
widow         a paragraph's last line alone at the top of a page
orphan        a paragraph's first line alone at the foot of one
key           the solid square with a section's number
thumb tab     the block at the trim that shows a section from outside
stamp         the empty place for a clinic's name
"""

__version__ = "0.1.0"
