"""Editions sent by e-mail: one message for each recipient, never twice, never lost."""
