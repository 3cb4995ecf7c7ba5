"""`python -m bot` is `holdfast`."""

import sys

from bot.cli import main

sys.exit(main())
