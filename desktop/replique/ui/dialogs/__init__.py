"""Dialogs: each is told all it needs, asks one thing, and answers by its properties."""
