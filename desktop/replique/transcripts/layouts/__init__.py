"""The layouts, in the order in which they are preferred where two explain a text equally well."""

from replique.transcripts.layouts.base import Draft, Entry, Layout
from replique.transcripts.layouts.name_colon import NameColon
from replique.transcripts.layouts.plain import Lines, Paragraphs
from replique.transcripts.layouts.vie_publique import ViePublique

LAYOUTS: tuple[Layout, ...] = (ViePublique(), NameColon(), Lines(), Paragraphs())

__all__ = ["LAYOUTS", "Draft", "Entry", "Layout"]
