#!/usr/bin/env python3
"""Measures the command `plenum plan` as an organizer runs it. Python's standard library only.

    python3 Benchmarks/command.py PLENUM            print a table of time and memory
    python3 Benchmarks/command.py PLENUM --write    put it into Benchmarks/README.md as well

PLENUM is the built command; build it with `swift build -c release`. Every plan is verified: a figure of a plan that
breaks a rule is worth nothing, and ends the measurement with status 1.
"""

import argparse
import csv
import ctypes
import ctypes.util
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "Benchmarks" / "README.md"
BEGIN, END = "<!-- figures of command.py -->", "<!-- end of figures -->"
PHASES = ["reading", "solving", "verifying", "writing"]
LARGE = dict(people=10000, groups=120, seats=10150, rostrum=300)


class Run:
    """One run of `plenum plan`: its wall-clock seconds, those of its phases, and its peak memory in bytes."""

    def __init__(self, plenum, event, out):
        start = time.perf_counter()
        process = subprocess.Popen([plenum, "plan", event, "-o", out], stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        summary = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"command.py: plenum plan {event} ended with status {process.returncode}")
        self.memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        # The last line of the summary, in either language: “… reading 0.05, solving 0.08, verifying …”.
        self.phases = [float(number) for number in re.findall(r"\d+\.\d+", summary.splitlines()[-1])]
        if len(self.phases) != len(PHASES):
            sys.exit(f"command.py: no times of {', '.join(PHASES)} in: {summary}")


class Measurement:
    """Medians of several runs on one event, beside Python's reading of the same people."""

    def __init__(self, plenum, event, runs):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            measured = [Run(plenum, event, out) for _ in range(runs)]
            if subprocess.run([plenum, "verify", event, out], capture_output=True).returncode != 0:
                sys.exit(f"command.py: the plan of {event} does not hold")
            self.modules = json.loads((out / "report.json").read_text(encoding="utf-8"))["modules"]
        self.seconds = statistics.median(run.seconds for run in measured)
        self.memory = max(run.memory for run in measured)
        self.phases = [statistics.median(times) for times in zip(*(run.phases for run in measured))]

    def compare(self, people, runs):
        """Adds the seconds that `csv` takes to split the table of people into cells."""
        self.csv_seconds = statistics.median(seconds_of_csv(people) for _ in range(runs))


def seconds_of_csv(table):
    """How long Python's `csv` takes to read a table into a list of rows."""
    start = time.perf_counter()
    with open(table, newline="", encoding="utf-8-sig") as file:
        list(csv.reader(file))
    return time.perf_counter() - start


def measured(plenum, runs):
    """Measurements by the name of the event."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder)
        sizes = [word for key, value in LARGE.items() for word in (f"--{key}", str(value))]
        subprocess.run([sys.executable, ROOT / "Fixtures" / "make.py", "large", large, *sizes], check=True)
        events = {"npc14: 2,977 people": ROOT / "Fixtures" / "npc14", "large: 10,000 people": large}
        measurements = {name: Measurement(plenum, event, runs) for name, event in events.items()}
        # Only now: a process counts the memory of the one that started it, so this one stays small until all have run.
        for name, event in events.items():
            measurements[name].compare(event / "people.csv", runs)
        return measurements


def table(measurements):
    """The figures as a Markdown table, an event a column."""
    def row(title, text):
        return f"| {title} | " + " | ".join(text(each) for each in measurements.values()) + " |"

    def gap(module):
        return lambda each: "proven optimal" if each.modules[module]["status"] == "optimal" else (
            f"{each.modules[module]['gap'] * 100:.2f} %")

    lines = ["| | " + " | ".join(measurements) + " |", "|---" + "|---:" * len(measurements) + "|"]
    lines.append(row("the whole command, s", lambda each: f"{each.seconds:.2f}"))
    for index, phase in enumerate(PHASES):
        lines.append(row(f"{phase}, s", lambda each: f"{each.phases[index]:.2f}"))
    lines.append(row("peak memory, MB", lambda each: f"{each.memory / 1e6:.0f}"))
    lines.append(row("Python's `csv` on people.csv, s", lambda each: f"{each.csv_seconds:.3f}"))
    lines.append(row("reading ÷ Python's `csv`", lambda each: f"{each.phases[0] / each.csv_seconds:.1f}"))
    lines.append(row("gap, rostrum", gap("rostrum")))
    lines.append(row("gap, hall", gap("hall")))
    return "\n".join(lines)


def machine(runs):
    """One sentence that says what was measured on what."""
    return (f"Release build; medians of {runs} runs, memory the largest of them. {processor()}, {os.cpu_count()} cores, "
            f"{system()}, {swift()}, GLPK {glpk()}, Python {platform.python_version()}.")


def processor():
    """The name of the processor, as the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    return f"{names[0] if names else platform.processor()} ({platform.machine()})"


def system():
    """The name of the operating system."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)


def swift():
    """The version of the compiler."""
    told = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version \S+", told)
    return version.group() if version else "Swift of an unknown version"


def glpk():
    """The version of the library that solves the integer programs."""
    name = ctypes.util.find_library("glpk")
    if name is None:
        return "of an unknown version"
    version = ctypes.CDLL(name).glp_version
    version.restype = ctypes.c_char_p
    return version().decode()


def write(figures):
    """Puts the figures between the markers of README.md."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    README.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum", type=Path, help="the built command")
    parser.add_argument("--runs", type=int, default=11, help="runs of each event (default 11)")
    parser.add_argument("--write", action="store_true", help="rewrite the table of Benchmarks/README.md")
    return parser.parse_args()


def main():
    """Measures, prints, and writes when asked."""
    options = arguments()
    runs = max(1, options.runs)
    figures = f"{machine(runs)}\n\n{table(measured(options.plenum.resolve(), runs))}"
    print(figures)
    if options.write:
        write(figures)


if __name__ == "__main__":
    main()
