"""The project file, and finding media that moved."""

from replique.project.file import SUFFIX, encode, load, save
from replique.project.media import MediaLookup, find_media, media_at
from replique.project.model import Media, Project, View

__all__ = ["SUFFIX", "Media", "MediaLookup", "Project", "View", "encode", "find_media", "load", "media_at", "save"]
