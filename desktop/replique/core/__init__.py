"""The document: speakers, turns, words, cues, edits, history, time codes, errors."""
