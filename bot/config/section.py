"""What every section of `config.toml` is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

from bot.config.values import Line, Whole

Count = Annotated[Whole, Field(ge=1, le=100_000)]
Told = Annotated[Line, Field(max_length=200)]


class Section(BaseModel):
    """Refuses keys that it does not know, and keeps what was typed out of its errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class WithSecrets(Section):
    """Each `*_file` key names a file whose first line becomes the secret of that name."""

    @model_validator(mode="after")
    def _read_files(self) -> Self:
        for name in type(self).model_fields:
            path = getattr(self, f"{name}_file", None)
            if path is None:
                continue
            if getattr(self, name).get_secret_value():
                msg = f"{name} and {name}_file are both set: keep one"
                raise ValueError(msg)
            # The section is frozen for everybody else; this is still its construction.
            object.__setattr__(self, name, SecretStr(_first_line(path, f"{name}_file")))
        return self


def _first_line(path: Path, key: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        msg = f"{key}: this file cannot be read"
        raise ValueError(msg) from None
    if not lines[0].strip():
        msg = f"{key}: the first line of this file is empty"
        raise ValueError(msg)
    return lines[0].strip()


NO_SECRET: Final = SecretStr("")
