"""Readers and writers of subtitle files, one module per format."""
