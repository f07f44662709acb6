"""Players: one protocol, libVLC and QtMultimedia behind it, and the clock."""
