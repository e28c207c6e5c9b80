"""Files, folders, archives and addresses on the web become tables; nothing of them is understood yet."""
