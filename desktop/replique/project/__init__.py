"""The project file, and finding media that moved."""
