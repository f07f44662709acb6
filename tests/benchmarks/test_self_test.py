"""How long it takes to try a player with a recording."""

import pytest

from replique.media.probe import probe
from replique.playback.create import Backend, create_player
from replique.playback.self_test import Outcome, self_test
from replique.workflow.samples import sample


@pytest.mark.parametrize("backend", list(Backend), ids=["libVLC", "Qt"])
def test_a_player_is_tried_with_a_recording(benchmark, qapp, backend):
    player, recording = create_player(backend, ["--aout=dummy"]), sample("fr").recording
    duration_ms = probe(recording).duration_ms
    probers = []

    def prepare():
        probers.append(player.prober())
        return (probers[-1], recording, duration_ms), {}

    verdict = benchmark.pedantic(self_test, setup=prepare, rounds=3)
    for prober in probers:
        prober.close()
    player.close()
    assert verdict.outcome is Outcome.AGREES
