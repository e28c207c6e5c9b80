"""Two guides become what is different between them."""
