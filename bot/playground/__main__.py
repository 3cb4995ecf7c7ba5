"""``python -m bot.playground``: Telegram alone, for bots that are started elsewhere."""

import argparse
import asyncio
from pathlib import Path

from bot.playground.server import start
from bot.playground.world import World


async def serve(port: int, state: Path | None, *, flood: bool) -> None:
    """Serve until interrupted."""
    running = await start(World(state_file=state, flood=flood), port=port)
    print(f"Bot API and page: {running.url}", flush=True)  # noqa: T201 - what the command is for
    try:
        await asyncio.Event().wait()
    finally:
        await running.close()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="A Telegram Bot API on this machine.")
    parser.add_argument("--port", type=int, default=8088)
    parser.add_argument("--state", type=Path, help="journal that survives a restart")
    parser.add_argument(
        "--flood", action="store_true", help="refuse what comes too fast, as Telegram does"
    )
    args = parser.parse_args()
    try:
        asyncio.run(serve(args.port, args.state, flood=args.flood))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
