"""The parts of a book beside its sections: cover, contents, index, form, heads and feet."""
