"""Readers of transcripts: text files now, whatever holds turns of speech."""

from replique.transcripts.layouts import layouts
from replique.transcripts.reader import TranscriptFile, read_transcript

__all__ = ["TranscriptFile", "layouts", "read_transcript"]
