"""Readers of transcripts: text files now, whatever holds turns of speech."""

from replique.transcripts.layouts import LAYOUTS
from replique.transcripts.reader import TranscriptFile, read_transcript

__all__ = ["LAYOUTS", "TranscriptFile", "read_transcript"]
