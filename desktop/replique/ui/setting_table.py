"""Every setting, declared once: the dialog, the palette and the manual's table are made of this; free of Qt."""

from __future__ import annotations

from typing import Any

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.playback.outputs import AS_SYSTEM
from replique.ui.choices import Appearance, Backend, Language
from replique.ui.setting_kinds import Choice, Number, Section, Setting


class SettingTable:
    """The declarations. Within a section, settings are shown in the order in which they stand here."""

    language = Choice(
        Language.SYSTEM,
        QT_TRANSLATE_NOOP("settings", "&Language"),
        QT_TRANSLATE_NOOP("settings", "Taken up when Réplique starts again."),
        section=Section.WINDOW,
        choices={
            Language.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the system"),
            Language.FRENCH: "Français",
            Language.ENGLISH: "English",
        },
    )
    appearance = Choice(
        Appearance.SYSTEM,
        QT_TRANSLATE_NOOP("settings", "&Appearance"),
        QT_TRANSLATE_NOOP("settings", "The colours of the window."),
        section=Section.WINDOW,
        choices={
            Appearance.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the system"),
            Appearance.LIGHT: QT_TRANSLATE_NOOP("settings", "Light"),
            Appearance.DARK: QT_TRANSLATE_NOOP("settings", "Dark"),
        },
    )
    backend = Choice(
        Backend.VLC,
        QT_TRANSLATE_NOOP("settings", "&Player"),
        QT_TRANSLATE_NOOP("settings", "Changes at once, even while it plays. Without VLC the built-in one plays."),
        section=Section.SOUND,
        choices={
            Backend.VLC: "VLC",
            Backend.QT: QT_TRANSLATE_NOOP("settings", "Built in (Qt)"),
        },
    )
    output = Setting(
        AS_SYSTEM,
        QT_TRANSLATE_NOOP("settings", "&Output device"),
        QT_TRANSLATE_NOOP(
            "settings", "Where the sound is heard. A device that goes away pauses; when it is back, it is used again."
        ),
        section=Section.SOUND,
        default_text=QT_TRANSLATE_NOOP("settings", "As the system"),
    )
    back_step_ms = Number(
        1500,
        QT_TRANSLATE_NOOP("settings", "Step &back on play"),
        QT_TRANSLATE_NOOP("settings", "How far playing steps back after a pause."),
        section=Section.SOUND,
        low=0,
        high=10_000,
        step=100,
        unit="s",
        per_unit=1000,
        decimals=1,
    )
    pause_while_typing = Setting(
        default=False,
        text=QT_TRANSLATE_NOOP("settings", "Pa&use while typing"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "Playing pauses with the first letter and goes on a second after the last, stepping back."
        ),
        section=Section.SOUND,
    )
    reaction_ms = Number(
        200,
        QT_TRANSLATE_NOOP("settings", "&Reaction time"),
        QT_TRANSLATE_NOOP("settings", "How long your finger takes: a tap while it plays is set that much earlier."),
        section=Section.TIMING,
        low=0,
        high=1000,
        step=10,
        unit="ms",
    )
    snap_taps = Setting(
        default=False,
        text=QT_TRANSLATE_NOOP("settings", "Snap &taps to speech"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "A tap within 0.15 s of where speech clearly begins is set to that moment."
        ),
        section=Section.TIMING,
    )
    nudge_ms = Number(
        20,
        QT_TRANSLATE_NOOP("settings", "&Nudge"),
        QT_TRANSLATE_NOOP("settings", "How far one key press moves a start or an end."),
        section=Section.TIMING,
        low=1,
        high=500,
        step=5,
        unit="ms",
    )
    replay_ms = Number(
        800,
        QT_TRANSLATE_NOOP("settings", "R&eplay after a nudge"),
        QT_TRANSLATE_NOOP("settings", "How much of the boundary is played."),
        section=Section.TIMING,
        low=100,
        high=5000,
        step=100,
        unit="s",
        per_unit=1000,
        decimals=1,
    )
    follow = Setting(
        default=True,
        text=QT_TRANSLATE_NOOP("settings", "&Follow the sound"),
        explanation=QT_TRANSLATE_NOOP("settings", "The transcript scrolls along while it plays."),
        section=Section.TRANSCRIPT,
    )
    text_percent = Number(
        100,
        QT_TRANSLATE_NOOP("settings", "Si&ze of the text"),
        QT_TRANSLATE_NOOP("settings", "How large the words of the transcript are beside the rest of the window."),
        section=Section.TRANSCRIPT,
        low=70,
        high=250,
        step=10,
        unit="%",
    )
    volume = Number(100, low=0, high=100, step=5)
    tour_seen = Setting(default=False)
    speakers_shown = Setting(default=True)
    subtitle_shown = Setting(default=True)
    recent_commands: Setting[tuple[str, ...]] = Setting(())
    window_geometry = Setting("")
    window_layout = Setting("")

    @classmethod
    def table(cls) -> tuple[Setting[Any], ...]:
        """Return all settings in the order of their declaration."""
        return tuple(setting for setting in vars(SettingTable).values() if isinstance(setting, Setting))

    @classmethod
    def shown(cls) -> dict[Section, list[Setting[Any]]]:
        """Return the settings that the dialog shows, by section."""
        return {
            section: [setting for setting in cls.table() if setting.text and setting.section is section]
            for section in Section
        }
