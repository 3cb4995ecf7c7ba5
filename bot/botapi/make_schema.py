"""Makes ``botapi.json`` from the Bot API as data, as aiogram's source distribution carries it.

Run by hand when Telegram publishes a new version::

    python -m bot.botapi.make_schema path/to/the/full/botapi.json

Descriptions are dropped; what they alone say ("must be photo", "always 'left'") is kept as a
constant, since only it tells the members of a union apart.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("botapi.json")
CONSTANT = re.compile(r"(?:must be|always) \W?([a-z_0-9]+)\W*$")
TELLING = {"type", "status", "source"}


def field(item: dict[str, Any]) -> str:
    """``!`` marks a required field; types are joined by ``|``; ``=`` starts a constant."""
    found = CONSTANT.search(item["description"])
    constant = (
        f"={found[1]}" if found and item["name"] in TELLING and item["types"] == ["String"] else ""
    )
    return ("!" if item["required"] else "") + "|".join(item["types"]) + constant


def compact(full: dict[str, Any]) -> dict[str, Any]:
    """Names, types, what is required and what is returned."""
    methods = {
        name: {
            "returns": "|".join(item["returns"]),
            "fields": {f["name"]: field(f) for f in item["fields"]},
        }
        for name, item in full["methods"].items()
    }
    types = {
        name: {
            "fields": {f["name"]: field(f) for f in item["fields"]},
            "subtypes": item.get("subtypes") or [],
        }
        for name, item in full["types"].items()
    }
    return {"version": full["version"], "methods": methods, "types": types}


def written(schema: dict[str, Any]) -> str:
    """One line a method or type, so that a new version can be reviewed as a difference."""
    parts = [f'{{"version": {json.dumps(schema["version"])}']
    for group in ("methods", "types"):
        lines = [
            f"{json.dumps(name)}: {json.dumps(item)}"
            for name, item in sorted(schema[group].items())
        ]
        parts.append(f'"{group}": {{\n' + ",\n".join(lines) + "\n}")
    return ",\n".join(parts) + "}\n"


def main(source: str) -> None:
    """Read the full data, write the compact one beside this file."""
    full = json.loads(Path(source).read_text(encoding="utf-8"))
    TARGET.write_text(written(compact(full)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
