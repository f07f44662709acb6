"""Places in a text, as Python counts them (characters) and as Qt does (UTF-16 units)."""

from __future__ import annotations


def utf16_length(text: str) -> int:
    """Return how long Qt finds `text`."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def char_index(text: str, units: int) -> int:
    """Return the character that stands `units` UTF-16 units into `text`."""
    if text.isascii():
        return min(units, len(text))
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "surrogatepass"))
