#!/usr/bin/env python3
"""Measures the phases of `plenum plan` as an organizer runs it. Python's standard library only.

    python3 Benchmarks/command.py PLENUM            print a table of time and memory
    python3 Benchmarks/command.py PLENUM --write    put it into Benchmarks/README.md as well

PLENUM is the built command; build it with `swift build -c release`. Every plan is verified: a figure of a plan that
breaks a rule is worth nothing, and ends the measurement with status 1.
"""

import argparse
import csv
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from instances import FIXTURES
from measuring import Run, machine, table, verify, write

PHASES = ["reading", "solving", "verifying", "writing"]
LARGE = dict(people=10000, groups=120, seats=10150, rostrum=300)


class Measurement:
    """Medians of several runs on one event, beside Python's reading of the same people."""

    def __init__(self, plenum, event, runs):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            measured = [Run(plenum, event, out, "--only", "rostrum,hall") for _ in range(runs)]
            verify(plenum, event, out)
        self.modules = measured[0].modules
        self.seconds = statistics.median(run.seconds for run in measured)
        self.memory = max(run.memory for run in measured)
        self.phases = [statistics.median(times) for times in zip(*map(phases, measured))]

    def compare(self, people, runs):
        """Adds the seconds that `csv` takes to split the table of people into cells."""
        self.csv_seconds = statistics.median(seconds_of_csv(people) for _ in range(runs))


def phases(run):
    """The seconds of each phase, from the summary's last line: “… reading 0.05, solving 0.08, verifying …”."""
    seconds = [float(number) for number in re.findall(r"\d+\.\d+", run.output.splitlines()[-1])]
    if len(seconds) != len(PHASES):
        sys.exit(f"command.py: no times of {', '.join(PHASES)} in: {run.output}")
    return seconds


def seconds_of_csv(people):
    """How long Python's `csv` takes to read a table into a list of rows."""
    start = time.perf_counter()
    with open(people, newline="", encoding="utf-8-sig") as file:
        list(csv.reader(file))
    return time.perf_counter() - start


def measured(plenum, runs):
    """Measurements by the name of the event."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder)
        sizes = [word for key, value in LARGE.items() for word in (f"--{key}", str(value))]
        subprocess.run([sys.executable, FIXTURES / "make.py", "large", large, *sizes], check=True)
        events = {"npc14: 2,977 people": FIXTURES / "npc14", "large: 10,000 people": large}
        measurements = {name: Measurement(plenum, event, runs) for name, event in events.items()}
        # Only now: a process counts the memory of the one that started it, so this one stays small until all have run.
        for name, event in events.items():
            measurements[name].compare(event / "people.csv", runs)
        return measurements


def figures(measurements):
    """The figures as a Markdown table, an event a column."""
    def row(title, text):
        return [title, *map(text, measurements.values())]

    def gap(module):
        return lambda each: "proven optimal" if each.modules[module]["status"] == "optimal" else (
            f"{each.modules[module]['gap'] * 100:.2f} %")

    return table(["", *measurements], [
        row("the whole command, s", lambda each: f"{each.seconds:.2f}"),
        *(row(f"{phase}, s", lambda each, place=place: f"{each.phases[place]:.2f}")
          for place, phase in enumerate(PHASES)),
        row("peak memory, MB", lambda each: f"{each.memory / 1e6:.0f}"),
        row("Python's `csv` on people.csv, s", lambda each: f"{each.csv_seconds:.3f}"),
        row("reading ÷ Python's `csv`", lambda each: f"{each.phases[0] / each.csv_seconds:.1f}"),
        row("gap, rostrum", gap("rostrum")),
        row("gap, hall", gap("hall")),
    ])


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum", type=Path, help="the built command")
    parser.add_argument("--runs", type=int, default=5, help="runs of each event (default 5)")
    parser.add_argument("--write", action="store_true", help="rewrite the table of Benchmarks/README.md")
    return parser.parse_args()


def main():
    """Measures, prints, and writes when asked."""
    options = arguments()
    runs = max(1, options.runs)
    found = f"Medians of {runs} runs, memory the largest of them.\n\n" + figures(measured(options.plenum.resolve(), runs))
    print(machine() + "\n\n" + found)
    if options.write:
        write("command.py", found)


if __name__ == "__main__":
    main()
