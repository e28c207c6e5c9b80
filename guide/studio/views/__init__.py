"""The views of the studio, one a module: routes that give HTML or JSON."""
