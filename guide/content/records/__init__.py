"""The keys that content may use, as tables: what is read, what its schema says, and what is made of it."""
