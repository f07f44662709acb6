"""Whether what is played can be heard on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from replique.core.messages import QT_TRANSLATE_NOOP

NO_OUTPUT = QT_TRANSLATE_NOOP("errors", "No sound card was found: the recording plays, but nothing is heard.")

CARDS = Path("/proc/asound/cards")
SOCKETS = ("pulse/native", "pipewire-0")
"""Of the sound servers, in the user's run-time folder."""


def has_sound_output() -> bool:
    """Whether there is a sound card or a sound server; systems other than Linux always tell the player one."""
    if not sys.platform.startswith("linux"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    served = os.environ.get("PULSE_SERVER") or any((Path(folder) / socket).exists() for socket in SOCKETS)
    return bool(served) or _has_card()


def _has_card() -> bool:
    try:
        return "[" in CARDS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
