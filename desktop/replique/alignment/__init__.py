"""Finding when the words of a transcript are spoken in its recording."""
