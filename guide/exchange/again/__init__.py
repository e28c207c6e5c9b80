"""A second import of newer data: what came last time, what is there now and what comes are merged, and nothing local is lost."""
