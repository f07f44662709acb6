"""The devices on which libVLC can play."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from replique.playback.outputs import Output

if TYPE_CHECKING:
    import vlc

SERVERS_DEFAULT = "@DEFAULT_SINK@"
"""What PulseAudio and PipeWire call the device of the system. Left to themselves they would give a player again the
device on which it was before."""
ALSAS_DEFAULT = "default"


def name_of_default(outputs: Iterable[Output]) -> str:
    """Return how the device of the system can be asked for by name, where it can: of a sound server."""
    ids = {output.id for output in outputs}
    served = sys.platform.startswith("linux") and bool(ids) and ALSAS_DEFAULT not in ids
    return SERVERS_DEFAULT if served else ""


def outputs_of(media_player: vlc.MediaPlayer) -> list[Output]:
    """Return the devices on which a player can play, but for the entry that stands for that of the system."""
    import vlc

    first = media_player.audio_output_device_enum()
    outputs = list(_read(first)) if first else []
    if first:
        vlc.libvlc_audio_output_device_list_release(first)
    return [output for output in outputs if output.id]


def _read(device: vlc.DevicePointer) -> Iterator[Output]:
    """Read a linked list; ALSA gives names of several lines."""
    while device:
        name = device.contents.description.decode(errors="replace")
        yield Output(device.contents.device.decode(errors="replace"), ", ".join(name.splitlines()))
        device = device.contents.next
