#!/usr/bin/env python3
"""Guards the solvers against regress by counts that are the same on every machine, however fast it is.

    python3 Benchmarks/counts.py PLENUM             compare with counts.json; status 1 when something needs more now
    python3 Benchmarks/counts.py PLENUM --write     keep the counts of today

Small events are planned. What is compared is the `work` that report.json tells of each module, how far the plan and the
bound are apart, and how often the command asked for memory, where jemalloc is there to count it.
"""

import argparse
import ctypes.util
import json
import os
import sys
import tempfile
from pathlib import Path

import instances
from measuring import Run

KEPT = Path(__file__).resolve().parent / "counts.json"
SMALL = {"rostrum": ["1,000 people"], "hall": ["1,000 people", "12 groups"], "rooms": ["200 people"],
         "vehicles": ["200 people"], "tables": ["1,000 people"], "discussion": ["900 people"]}
JEMALLOC = ctypes.util.find_library("jemalloc") if sys.platform == "linux" else None
# jemalloc takes the place of the system's allocator.
COUNTING = os.environ | {"LD_PRELOAD": JEMALLOC, "MALLOC_CONF": "stats_print:true,stats_print_opts:Jdablxeh"} if JEMALLOC else None
ALLOCATIONS = "allocations"
TOLERANCE = 0.1  # the arithmetic of linear programs differs a little from library to library


def counts(plenum, module, name):
    """The counts of one plan; less of each is better."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        instances.write_event(module, name, event)
        run = Run(plenum, event, out, "--only", module, environment=COUNTING)
    report = run.modules[module]
    asked = {ALLOCATIONS: allocations(run)} if COUNTING else {}
    return dict(sorted(report.get("work", {}).items())) | {"objective − bound": report["objective"] - report["bound"]} | asked


def allocations(run):
    """How often the whole command asked for memory, as jemalloc tells at the end."""
    told = run.messages[run.messages.index('{"jemalloc"'):]
    sizes = json.loads(told)["jemalloc"]["stats.arenas"]["merged"]
    return sizes["small"]["nrequests"] + sizes["large"]["nrequests"]


def complaints(name, now, kept):
    """What needs more than it did, or cannot be compared any more."""
    if now.keys() != kept.keys():
        return [f"{name}: counts {', '.join(now)}; kept are {', '.join(kept)}: renew them with --write"]
    return [f"{name}: {now[count]:,} {count}, where {kept[count]:,} were enough" for count in now
            if now[count] > kept[count] * (1 + TOLERANCE) + 1]


def main():
    """Plans, compares or keeps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum", type=Path, help="the built command")
    parser.add_argument("--write", action="store_true", help="rewrite counts.json")
    options = parser.parse_args()
    now = {f"{module}, {name}": counts(options.plenum.resolve(), module, name)
           for module, names in SMALL.items() for name in names}
    if options.write:
        KEPT.write_text(json.dumps(now, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    if not COUNTING:
        print("counts.py: allocations are not counted, there is no jemalloc", file=sys.stderr)
        kept = {name: {count: kept[name][count] for count in kept[name] if count != ALLOCATIONS} for name in kept}
    found = [line for name, counted in now.items() for line in complaints(name, counted, kept.get(name, {}))]
    print("\n".join(found) or f"{len(now)} events need no more work than they did", file=sys.stderr if found else sys.stdout)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
