"""Finding libVLC, which may not be there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from replique.core.errors import PlayerError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.playback.sound_output import has_sound_output

if TYPE_CHECKING:
    import vlc

OPTIONS = (
    "--demux=avformat,any",
    "--codec=avcodec,any",
    "--no-video",
    "--no-sub-autodetect-file",
    "--no-metadata-network-access",
    "--no-lua",
    "--no-stats",
    "--quiet",
    "--ignore-config",
)
"""What is played comes decoded; where libVLC reads a file itself, FFmpeg's hands are still its best ones."""

NOT_FOUND = QT_TRANSLATE_NOOP("errors", "libVLC was not found.")
NO_PLUGINS = QT_TRANSLATE_NOOP("errors", "libVLC was found, but not its plug-ins.")
WRONG_VERSION = QT_TRANSLATE_NOOP("errors", "libVLC {version} was found, but version 3 is needed.")
INSTALL_LINUX = QT_TRANSLATE_NOOP(
    "errors", "Install it: “sudo apt install libvlc5 vlc-plugin-base”, or VLC from your software centre."
)
INSTALL_DOWNLOAD = QT_TRANSLATE_NOOP("errors", "Install VLC (64 bit) from videolan.org.")


class Library(NamedTuple):
    """libVLC, loaded and started."""

    instance: vlc.InstanceHandle
    event_type: type[vlc.EventType]
    callbacks: type[vlc.CallbackDecorators]
    version: str


def open_library(options: Sequence[str] = ()) -> Library:
    """Load libVLC and start it with `options` besides ours; raise PlayerError saying what to install.

    It takes a tenth of a second and can be done in any thread.
    """
    # Without libVLC, python-vlc raises what its search ran into; with a wrong PYTHON_VLC_LIB_PATH it exits.
    try:
        import vlc
    except (ImportError, OSError, NotImplementedError, AttributeError, KeyError, SystemExit) as error:
        raise PlayerError(NOT_FOUND, remedy=_how_to_install()) from error
    version = vlc.libvlc_get_version().decode().split()[0]
    if not version.startswith("3."):
        raise PlayerError(WRONG_VERSION, remedy=_how_to_install(), version=version)
    instance = vlc.Instance([*OPTIONS, *_output(), *options])
    if instance is None:
        raise PlayerError(NO_PLUGINS, remedy=_how_to_install())
    return Library(instance, vlc.EventType, vlc.CallbackDecorators, version)


def _output() -> Sequence[str]:
    """Return the option for a machine without sound: libVLC would look for a card anew with each block of sound."""
    return () if has_sound_output() else ("--aout=dummy",)


def _how_to_install() -> str:
    return INSTALL_LINUX if sys.platform.startswith("linux") else INSTALL_DOWNLOAD
