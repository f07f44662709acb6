"""The JSON Schema of the project file, as it stands in ``docs/schema``.

``python -m replique.project.schema > docs/schema/replique-1.json`` writes it anew.
"""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from replique.project.file import ProjectFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Return the schema (JSON Schema 2020-12) of version 1."""
    schema = {"$schema": DIALECT, "title": "Réplique project, version 1", **msgspec.json.schema(ProjectFile)}
    return msgspec.json.format(msgspec.json.encode(_unindented(schema)), indent=2).decode("utf-8") + "\n"


def _unindented(value: Any) -> Any:
    """Return the schema with its docstrings on one line each: Python versions indent them differently."""
    if isinstance(value, dict):
        return {
            key: " ".join(item.split()) if key == "description" else _unindented(item) for key, item in value.items()
        }
    return [_unindented(item) for item in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.stdout.write(schema_text())
