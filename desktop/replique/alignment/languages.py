"""Which voice speaks a language."""

from __future__ import annotations

_PREFERRED = {"en": "en-us", "fr": "fr", "pt": "pt-br", "zh": "cmn", "no": "nb", "iw": "he", "in": "id"}
_THREE_LETTERS = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell":
    "el", "gre": "el", "eng": "en", "est": "et", "eus": "eu", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga",
    "hrv": "hr", "hun": "hu", "ita": "it", "lav": "lv", "lit": "lt", "nld": "nl", "dut": "nl", "nor": "nb", "pol":
    "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "cmn",
}  # fmt: skip


def voice_names(language: str) -> list[str]:
    """Return the names under which espeak-ng may know a language (``fr``, ``fr-FR``, ``fra``), the best first."""
    tag = language.strip().lower().replace("_", "-")
    base = tag.split("-")[0]
    base = _THREE_LETTERS.get(base, base)
    names = [_PREFERRED.get(base, base) if "-" not in tag or base == "fr" else tag, _PREFERRED.get(base, base), base]
    return list(dict.fromkeys(name for name in names if name))
