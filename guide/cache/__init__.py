"""What a build keeps on the disk for the next one, where it is asked to."""
