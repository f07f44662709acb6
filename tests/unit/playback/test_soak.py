"""A short form of the soak test: ``packaging/soak_player.py`` does two hours."""

from importlib import import_module


def test_work_takes_no_more_memory_the_longer_it_lasts(measuring, told_recordings, empty_player, monkeypatch):
    soaking = import_module("soak_player")
    monkeypatch.setattr(soaking, "RECORDING_S", measuring.TOLD_S)
    monkeypatch.setattr(soaking, "WARM_UP_MINUTES", 1)
    before_mb, after_mb, missed = soaking.soak(empty_player, told_recordings("mp3-vbr"), 2)
    assert missed == 0
    assert after_mb < before_mb * 1.1
