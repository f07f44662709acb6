"""The strip shows the subtitle as a viewer sees it."""

import pytest
from PySide6.QtGui import QColor

from replique.core.model import Cue, CueText
from replique.ui.subtitle_strip import SubtitleStrip

CUE = Cue(0, 1000, (CueText("Léa Salamé", ("C’est <i>toujours</i> bon\u00a0?", "A &lt; B &amp; C")),))


@pytest.fixture
def strip(qtbot, themes):
    made = SubtitleStrip(themes)
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def middle_colors(strip):
    image = strip.grab().toImage()
    row = image.height() // 2
    return {image.pixelColor(x, row).name() for x in range(image.width())}


def test_a_subtitle_is_white_on_a_dark_box(strip):
    strip.set_cue(CUE)
    assert strip.speakers == "Léa Salamé"
    assert len(strip.lines) == 2
    assert min(QColor(name).lightnessF() for name in middle_colors(strip)) < 0.3


def test_between_subtitles_nothing_is_shown_and_nothing_jumps(strip, themes):
    height = strip.sizeHint().height()
    strip.set_cue(CUE)
    strip.set_cue(None)
    assert strip.lines == []
    assert middle_colors(strip) == {themes.current.panel.name()}
    assert strip.sizeHint().height() == height


def test_a_screen_reader_hears_it_without_marks(strip):
    strip.set_cue(CUE)
    assert strip.accessibleDescription() == "C’est toujours bon\u00a0?\nA < B & C"


def test_a_line_that_is_too_wide_is_written_smaller(strip):
    strip.set_cue(Cue(0, 1, (CueText("", ("Un très long sous-titre " * 3,)),)))
    strip.resize(420, strip.height())
    font = strip._fitting_font()
    assert font.pixelSize() < 18
    assert strip._box(font, strip.font()).width() <= strip.width()


def test_two_speakers_in_one_subtitle_are_both_named(strip):
    texts = (CueText("Aude", ("- Oui.",)), CueText("Léa", ("- Non.",)), CueText("Aude", ("- Si.",)))
    strip.set_cue(Cue(0, 1, texts))
    assert strip.speakers == "Aude · Léa"
    font = strip._fitting_font()
    assert strip._box(font, strip.font()).height() <= strip.height()
