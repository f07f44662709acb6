"""Puts the compiled translations into the wheel."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """Compiles ``resources/translations/*.ts`` before a wheel is packed; a checkout has them compiled by make."""

    def dependencies(self) -> list[str]:
        return ["PySide6-Essentials==6.11.3"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del build_data
        if version == "editable":
            return
        script = Path(self.root) / "packaging" / "translations.py"
        runpy.run_path(str(script))["build"](force=True)
