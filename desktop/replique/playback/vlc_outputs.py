"""The devices on which libVLC can play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from replique.playback.outputs import Output

if TYPE_CHECKING:
    import vlc


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
