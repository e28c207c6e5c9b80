"""Which column is which field: mapping files, those that ship for known exports, and the first guess for others."""
