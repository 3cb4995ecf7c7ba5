"""The Bot API's own description of itself, and whether a request or an answer keeps to it.

Telegram ignores parameters that it does not know. Here they are refused: a request that the schema
forbids is a mistake of the bot, and the playground is where it should come to light.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_INTEGER = re.compile(r"-?\d{1,19}")
_ARRAY = "Array of "
_SIMPLE = ("String", "Integer", "Float", "Boolean", "True", "InputFile")


class Upload:
    """A file of a multipart request: its bytes, the name and type that the sender gave it."""

    def __init__(self, data: bytes, name: str, mime: str) -> None:
        """Keep all three as they came."""
        self.data = data
        self.name = name
        self.mime = mime


class Field:
    """One parameter or member, unpacked from ``!Integer|String=constant``."""

    def __init__(self, packed: str) -> None:
        """Unpack."""
        self.required = packed.startswith("!")
        types, _, constant = packed.removeprefix("!").partition("=")
        self.types = types.split("|")
        self.constant = constant or None


class Schema:
    """Methods and types of one Bot API version."""

    def __init__(self, data: Json) -> None:
        """Read what ``make_schema`` wrote."""
        self.version: str = data["version"]
        self.returns = {name: item["returns"].split("|") for name, item in data["methods"].items()}
        self.methods = {name: _fields(item) for name, item in data["methods"].items()}
        self.types = {name: _fields(item) for name, item in data["types"].items()}
        self.subtypes: dict[str, list[str]] = {
            name: item["subtypes"] for name, item in data["types"].items()
        }
        self._names = {name.lower(): name for name in self.methods}

    def method_named(self, name: str) -> str | None:
        """Telegram takes method names in any case; None for one that it does not have."""
        return self._names.get(name.lower())

    def request(self, method: str, raw: Json) -> tuple[Json, list[str]]:
        """Parameters with their real types, and everything that is wrong with them."""
        fields = self.methods[method]
        wrong = [f'the method has no parameter "{name}"' for name in raw if name not in fields]
        wrong += [
            f'parameter "{n}" is required' for n, f in fields.items() if f.required and n not in raw
        ]
        params: Json = {}
        for name in fields.keys() & raw.keys():
            params[name] = unpacked(fields[name].types, raw[name])
            wrong += self.problems(fields[name].types, params[name], name)
        return params, wrong

    def answer(self, method: str, result: object) -> list[str]:
        """What is wrong with a result that a method is about to answer."""
        return self.problems(self.returns[method], result, method)

    def problems(self, types: list[str], value: object, where: str) -> list[str]:
        """Nothing when the value fits one of the types.

        Else what is wrong by the type that fits best.
        """
        found = [self._one(name, value, where) for name in types]
        return [] if [] in found else min(found, key=len)

    def _one(self, name: str, value: object, where: str) -> list[str]:
        if name.startswith(_ARRAY):
            if not isinstance(value, list):
                return [f"{where}: an array is expected"]
            inner = name.removeprefix(_ARRAY)
            return [
                text
                for i, item in enumerate(value)
                for text in self._one(inner, item, f"{where}[{i}]")
            ]
        if name in _SIMPLE:
            return (
                []
                if _fits(name, value)
                else [f"{where}: {name} is expected, not {type(value).__name__}"]
            )
        if name == "RichText" and isinstance(value, str | list):
            return []
        if not isinstance(value, dict):
            return [f"{where}: {name} is expected, not {type(value).__name__}"]
        return (
            self._subtype(name, value, where)
            if self.subtypes[name]
            else self._object(name, value, where)
        )

    def _subtype(self, name: str, value: Json, where: str) -> list[str]:
        members = [kind for kind in self.subtypes[name] if self._tells(kind, value)]
        if not members:
            return [f"{where}: no kind of {name}"]
        found = [self._object(kind, value, where) for kind in members]
        return [] if [] in found else min(found, key=len)

    def _tells(self, kind: str, value: Json) -> bool:
        told = {n: f.constant for n, f in self.types[kind].items() if f.constant}
        return all(value.get(name) == constant for name, constant in told.items())

    def _object(self, name: str, value: Json, where: str) -> list[str]:
        fields = self.types[name]
        wrong = [f'{where}: {name} has no "{key}"' for key in value if key not in fields]
        for key, field in fields.items():
            if key not in value:
                wrong += [f'{where}: {name} needs "{key}"'] if field.required else []
            else:
                wrong += self.problems(field.types, value[key], f"{where}.{key}")
        return wrong


def unpacked(types: list[str], value: object) -> object:
    """A form's text as the type that is wanted.

    What can not be turned is left for ``problems`` to name.
    """
    if not isinstance(value, str):
        return value
    if "Integer" in types and _INTEGER.fullmatch(value):
        return int(value)
    if "String" in types or "InputFile" in types:
        return value
    if types == ["Boolean"]:
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return value


def _fits(name: str, value: object) -> bool:
    match name:
        case "String":
            return isinstance(value, str)
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "True":
            return value is True
        case "InputFile":
            return isinstance(value, Upload)
        case _:
            return isinstance(value, bool)


def _fields(item: Json) -> dict[str, Field]:
    return {name: Field(packed) for name, packed in item["fields"].items()}


@cache
def load() -> Schema:
    """The schema that lies beside this file."""
    return Schema(json.loads(Path(__file__).with_name("botapi.json").read_text(encoding="utf-8")))
