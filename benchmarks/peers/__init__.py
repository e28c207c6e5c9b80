"""The same guide made with other programs, each a module that is called with DATA.json OUT.pdf."""
