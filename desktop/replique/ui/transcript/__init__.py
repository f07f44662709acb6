"""The transcript: a page to read, in which each word leads to its sound."""
