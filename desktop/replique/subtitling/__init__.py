"""From turns to cues."""
