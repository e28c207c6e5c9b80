"""The guide on a screen: one page that works without a network, from the blocks that are printed."""
