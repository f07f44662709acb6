"""Réplique: a desktop transcript player and subtitle editor."""

__version__ = "0.1.0"
