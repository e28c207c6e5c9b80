"""Pages become a tagged PDF: the one package that knows reportlab, and that draws and decides nothing.

syntax      numbers, names and strings as the bytes of PDF
backend     the file: numbered objects, object streams, cross-references; every hook into reportlab
encoding    words as codes of a face, kerned
fontfile    a face embedded: its subset, widths and ToUnicode
shared      faces that many documents share
colour      palettes for screen, grey and press, and the sRGB profile
content     the operators of one page
marks       the tag of what stands on a page, or that it is an artifact
rows        rows that are drawn once for many documents
images      pictures as image XObjects
jpeg        the data of a JPEG file without what is beside the picture
structure   the structure tree and the parent tree
navigation  link annotations and the outline
metadata    XMP, document information, page labels
resources   faces, pictures and ink that pages share
part        pages that are drawn together, in this process or another, and numbered when all are drawn
attached    files that the file carries
writer      `render_pdf`, which moves the pen and puts the parts together
sheets      `render_sheets`: imposed pages for the printer
"""
