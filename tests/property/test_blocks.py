"""The blocks of the waveform: the same however they came about, and all that reach into a stretch of time."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from replique.core import edits
from replique.core.diff import diff
from replique.core.errors import EditError
from replique.core.model import Document, Edge
from replique.core.timeline import Timeline
from replique.ui.waveform.blocks import Block, Blocks

quick = settings(derandomize=True, deadline=None, max_examples=200)
seeds = st.integers(0, 2**32)
numbers = st.integers(0, 2**16)
times_ms = st.integers(0, 20_000)
Grow = Callable[[int], Document]
ALL = (float("-inf"), 10.0**9)


def every_block(document: Document) -> list[Block]:
    """The blocks, worked out one by one."""
    timeline, found, heard_until_ms = Timeline(document), [], 0
    speakers = {speaker.id: speaker for speaker in document.speakers}
    for turn, span in zip(document.turns, timeline.spans, strict=True):
        if span.start_ms is None or span.end_ms is None:
            continue
        speaker = speakers.get(turn.speaker_id) if turn.speaker_id else None
        free_ms = max(span.start_ms, min(heard_until_ms, span.end_ms))
        color, name = (speaker.color, speaker.name) if speaker else (None, "")
        times = (span.start_ms, span.end_ms, span.start_state, span.end_state)
        found.append(Block(turn.id, *times, color, name, free_ms))
        heard_until_ms = max(heard_until_ms, span.end_ms)
    return found


@quick
@given(seeds, times_ms, st.integers(0, 4000))
def test_all_blocks_that_reach_into_a_stretch_are_found(
    document_from: Grow, seed: int, start_ms: int, length_ms: int
) -> None:
    document = document_from(seed)
    end_ms = start_ms + length_ms
    wanted = [block for block in every_block(document) if block.start_ms <= end_ms and block.end_ms >= start_ms]
    assert Blocks(Timeline(document)).between(start_ms, end_ms) == wanted


@quick
@given(seeds, numbers, st.integers(-3000, 3000), st.sampled_from(Edge), times_ms)
def test_blocks_that_follow_a_change_are_the_new_ones_and_know_where_they_differ(
    document_from: Grow, seed: int, number: int, delta_ms: int, edge: Edge, ms: int
) -> None:
    document = document_from(seed)
    turn_id = document.turns[number % len(document.turns)].id
    for edit in (
        lambda d: edits.move_turn(d, turn_id, delta_ms),
        lambda d: edits.set_edge(d, turn_id, edge, ms),
        lambda d: edits.split_turn(d, turn_id, 1),
        lambda d: edits.clear_edge(d, turn_id, edge),
    ):
        before, blocks = document, Blocks(Timeline(document))
        try:
            document = edit(document)
        except EditError:
            continue
        timeline = Timeline(document, Timeline(before))
        followed = Blocks(timeline, blocks, diff(before, document))
        old, new = every_block(before), every_block(document)
        assert followed.between(*ALL) == new
        reach = followed.changed_ms
        differing = set(old) ^ set(new)
        assert reach is not None or not differing
        for block in differing:
            assert reach is not None
            assert reach[0] <= block.start_ms
            assert block.end_ms <= reach[1]
        for block in old:
            assert blocks.of_turn(block.turn_id) == block
            assert followed.follow(block) == next((b for b in new if b.turn_id == block.turn_id), None)
