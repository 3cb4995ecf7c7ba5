"""What goes wrong, in Telegram's words.

PlaygroundError
├── ApiError      what the Bot API answers: a code, a description, sometimes parameters
└── ControlError  what the control API answers the page, with an HTTP status
"""

from typing import Any

BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT = 400, 401, 403, 404, 409
TOO_LARGE, TOO_MANY = 413, 429


class PlaygroundError(Exception):
    """The root: everything the playground says no with."""


class ApiError(PlaygroundError):
    """A Bot API answer with ``ok: false``."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        """``parameters`` is what ``ResponseParameters`` holds."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON that Telegram answers with."""
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return answer | ({"parameters": self.parameters} if self.parameters else {})


class ControlError(PlaygroundError):
    """The control API can not do what the page asked."""

    def __init__(self, status: int, text: str) -> None:
        """``text`` is for the person at the page."""
        super().__init__(text)
        self.status = status
        self.text = text


def bad(text: str) -> ApiError:
    """A 400 with Telegram's prefix."""
    return ApiError(BAD_REQUEST, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    """A 403 with Telegram's prefix."""
    return ApiError(FORBIDDEN, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    """A 409 with Telegram's prefix."""
    return ApiError(CONFLICT, f"Conflict: {text}")


def too_many(seconds: int) -> ApiError:
    """A 429: the sender is to wait that many seconds."""
    return ApiError(TOO_MANY, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
