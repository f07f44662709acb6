"""From turns to cues."""

from replique.subtitling.cutting import Cutter, in_order, untimed_turns
from replique.subtitling.profile import DEFAULT_PROFILE, LabelPolicy, Profile

__all__ = ["DEFAULT_PROFILE", "Cutter", "LabelPolicy", "Profile", "in_order", "untimed_turns"]
