"""The words of a source become values of the content: mended, taken apart, in their places; every change is told."""
