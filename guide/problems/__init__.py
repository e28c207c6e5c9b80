"""Every kind of problem once: name, level, what it is about and how it is said stand together, a file for each room."""
