"""Reading content: YAML files become the model, and whatever is wrong with them becomes problems."""
