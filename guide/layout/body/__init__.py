"""The sections: galleys of listings, offices and prose, broken into pages."""
