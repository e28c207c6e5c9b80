"""The guide becomes blocks in reading order, each with its words and its tag."""
