"""Settings from `config.toml` and the environment, refused by key name where they are wrong."""

from bot.config.load import ConfigError, NotNowError, Settings, load, only_all_roles
from bot.config.rails import Account
from bot.config.values import duration

__all__ = [
    "Account",
    "ConfigError",
    "NotNowError",
    "Settings",
    "duration",
    "load",
    "only_all_roles",
]
