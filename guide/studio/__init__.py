"""The studio: the guide in a browser, for people who do not want to see its files."""
