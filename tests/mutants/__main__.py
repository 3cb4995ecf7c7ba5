"""`python -m tests.mutants [PLACE…]`: sample, break, test, count; exit 1 below `--least` %."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from tests.mutants.operators import Mutant, mutants_of

ROOT: Final = Path(__file__).resolve().parents[2]
TESTS: Final = {"core": ["tests/core"], "storage": ["tests/storage", "tests/house/test_bounds.py"]}
"""Who has to notice what is broken there. For anything else, `--tests` says it."""
LEFT_ALONE: Final = ("storage/migrations/",)
PATIENCE: Final = 180.0
"""Seconds after which tests that go on for ever have noticed; more where they are slow anyhow."""
SLOWER: Final = 4.0
"""So many times what they take with nothing broken is not for ever yet."""
COPIED: Final = (
    "bot",
    "core",
    "storage",
    "tests",
    "locales",
    "pyproject.toml",
    "config.example.toml",
)


def main() -> int:
    """Parse, sample, judge, print."""
    asked = _arguments()
    places = asked.places or ["core"]
    all_of_them = [mutant for place in places for mutant in _all(place)]
    sample = all_of_them
    if not asked.all and len(sample) > asked.sample:
        sample = random.Random(asked.seed).sample(all_of_them, asked.sample)
    tests = asked.tests or sorted(
        {t for p in places for t in TESTS.get(p.split("/")[0], ["tests"])}
    )
    print(
        f"{len(sample)} of {len(all_of_them)} ways to break {' '.join(places)}, seed {asked.seed}"
    )
    survivors = _judge(sorted(sample, key=lambda m: (m.path, m.line)), tests, asked.jobs)
    noticed = len(sample) - len(survivors)
    score = 100 * noticed / max(len(sample), 1)
    for path, count in sorted(Counter(m.path for m in survivors).items()):
        print(f"  {path}: {count} not noticed")
    print(f"{noticed} of {len(sample)} noticed by {' '.join(tests)}: {score:.1f} %")
    return 0 if score >= asked.least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("places", nargs="*", help="packages or files; core if none is named")
    parser.add_argument("--sample", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="no sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--tests", nargs="+", help="what has to notice")
    parser.add_argument("--least", type=float, default=0.0, help="percent that must be noticed")
    return parser.parse_args()


def _all(place: str) -> list[Mutant]:
    root = ROOT / place
    files = [root] if root.is_file() else sorted(root.rglob("*.py"))
    found: list[Mutant] = []
    for file in files:
        path = file.relative_to(ROOT).as_posix()
        if not path.startswith(LEFT_ALONE):
            found += mutants_of(path, file.read_text())
    return found


def _judge(mutants: list[Mutant], tests: list[str], jobs: int) -> list[Mutant]:
    """Those that nobody noticed, printed as they are found."""
    trees: SimpleQueue[Path] = SimpleQueue()
    patience = PATIENCE
    printing, done, survivors = threading.Lock(), Counter[str](), []

    def one(mutant: Mutant) -> None:
        tree = trees.get()
        try:
            lived = _lives(mutant, tree, tests, patience)
        finally:
            trees.put(tree)
        with printing:
            done["all"] += 1
            if lived:
                survivors.append(mutant)
                print(f"NOT NOTICED {mutant.path}:{mutant.line}: {mutant.what}", flush=True)
            if sys.stderr.isatty():
                print(f"\r{done['all']}/{len(mutants)} ", end="", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="holdfast-mutants-") as folder:
        for number in range(jobs):
            tree = Path(folder, str(number))
            _copy(tree)
            begun = time.monotonic()
            if not _green(tree, tests, compiled=True):
                sys.exit("the tests fail before anything is broken")
            patience = max(patience, SLOWER * (time.monotonic() - begun))
            trees.put(tree)
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(one, mutants))
    return survivors


def _copy(tree: Path) -> None:
    tree.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, tree / name)


def _lives(mutant: Mutant, tree: Path, tests: list[str], patience: float) -> bool:
    file = tree / mutant.path
    whole, before = file.read_text(), file.stat()
    file.write_text(mutant.applied(whole))
    # Of another age than the byte code, so that it is compiled; as it was, it need not be again.
    os.utime(file, (0, 0))
    try:
        return _green(tree, [*_likely(mutant, tree, tests), *tests], patience)
    finally:
        file.write_text(whole)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _likely(mutant: Mutant, tree: Path, tests: list[str]) -> list[str]:
    """Test files named as the broken file or its folder: they mostly notice, so they go first."""
    names = [Path(mutant.path).stem, Path(mutant.path).parent.name]
    found = [f"{place}/test_{name}.py" for place in tests for name in names]
    return [file for file in found if (tree / file).is_file()]


def _green(
    tree: Path, tests: list[str], patience: float | None = None, *, compiled: bool = False
) -> bool:
    keep = [] if compiled else ["-B"]
    words = [sys.executable, *keep, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"HYPOTHESIS_PROFILE": "mutants", "PYTHONPATH": str(tree)}
    try:
        done = subprocess.run(
            words, cwd=tree, env=environment, timeout=patience, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
