#!/usr/bin/env python3
"""Plans many random events of each module and size, and tells median, 95th percentile and worst of seconds and gap.

    python3 Benchmarks/ensembles.py PLENUM [MODULE…] [--sizes PEOPLE…] [--count 50] [--large] [--results FOLDER] [--write]
                                    [--peers 5 [--python PYTHON] [--seconds 60] [--threads 2]]
    python3 Benchmarks/ensembles.py PLENUM --repeat 3 --count 75 --sizes 40
    python3 Benchmarks/ensembles.py PLENUM MODULE --keep NUMBER FOLDER --sizes PEOPLE

PLENUM is the built command. The events differ in shape as well as in numbers (variety/). Every plan is verified. What was
measured is kept in FOLDER, a file a module for each build of PLENUM: a run that was stopped goes on where it was, or is told
as far as it came (`--known`). `--peers` gives the first events that a peer's model knows to other solvers as well.
`--repeat` plans each event so many times, each with other seeds of the hashes, and compares bytes instead. `--keep` writes
the tables of one event.
"""

import argparse
import csv
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import modules
import variety
from measuring import machine, table, write

SIZES = {"rostrum": [40, 150], "hall": [50, 150, 1000], "rooms": [60, 200, 1000], "vehicles": [15, 60, 200],
         "tables": [40, 200, 1000], "discussion": [60, 400, 1500], "staff": [60, 300]}
LARGE = {"rostrum": [300], "hall": [3000, 10000], "rooms": [3000], "vehicles": [1000], "tables": [3000, 10000],
         "discussion": [5000], "staff": [1500]}
PATIENCE = 120  # seconds of the processor after which a run is ended and told as endless
WITHOUT = 1_000_000  # what it counts that a post lacks somebody
PLANS = {0: "everybody", 1: "shortage", 2: "conflict", 70: "fault"}


def measured(plenum, module, people, number):
    """What came of an event: how the command ended, its seconds of the processor, the figures of the report."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        write_event(event, module, people, number)
        status, seconds = run(plenum, "plan", event, "-o", out, "--only", module)
        result = dict(number=number, status=status, seconds=seconds, end=PLANS.get(status, "failed"))
        if status in (0, 1, 70) and (out / "report.json").exists():
            entry = json.loads((out / "report.json").read_text(encoding="utf-8"))["modules"][module]
            result |= {key: entry.get(key) for key in ["objective", "bound", "gap", "status"] if key != "status"}
            posts = entry["terms"]["without"] // WITHOUT if module == "staff" else 0  # these lack people, and people lack nothing
            result |= dict(proven=entry["status"] == "optimal", unplaced=len(read(out / "unplaced.csv")) + posts)
            if run(plenum, "verify", event, out)[0] != 0:
                result["end"] = "broken"
        return result


def run(*command):
    """Exit status and seconds of the processor of a command; the status is nothing where it does not end."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))

    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode if process.returncode >= 0 else None, usage.ru_utime + usage.ru_stime


def write_event(folder, module, people, number):
    """Writes the tables of an event."""
    folder.mkdir(parents=True)
    for name, rows in variety.event(module, people, number).items():
        if not rows:
            continue
        head = list(dict.fromkeys(key for row in rows for key in row))
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, head, restval="")
            writer.writeheader()
            writer.writerows(rows)


def read(file):
    """The rows of a table of a plan."""
    if not file.exists():
        return []
    with open(file, newline="", encoding="utf-8-sig") as rows:
        return list(csv.DictReader(rows))


def ensemble(module, people, options):
    """What came of all events of a size; those that were measured before are not measured again."""
    results = Kept(options, module)
    for number in range(options.count):
        if (people, number) not in results and not options.known:
            row = results.add((people, number), measured(options.plenum, module, people, number))
            told = f"{row['gap']:.2%}" if row.get("gap") is not None else ""
            print(f"{module}, {people} people, {number}: {row['end']} {told} {row['seconds']:.1f} s", file=sys.stderr, flush=True)
    return [results[people, number] for number in range(options.count) if (people, number) in results]


class Kept(dict):
    """What was measured before, by key, and a file that it is kept in, a line each."""

    def __init__(self, options, name):
        self.file = options.results / options.build / f"{name}.jsonl"
        self.file.parent.mkdir(parents=True, exist_ok=True)
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        super().__init__((tuple(key), value) for key, value in map(json.loads, lines))

    def add(self, key, value):
        """Keeps a value."""
        with open(self.file, "a", encoding="utf-8") as file:
            file.write(json.dumps([key, value]) + "\n")
        self[key] = value
        return value


def cells(people, rows):
    """A line of the table: how the events ended; seconds; gaps of those where everybody has a place, and of the others."""
    gaps = {has_all: [row["gap"] for row in rows if row.get("gap") is not None and (row["unplaced"] == 0) == has_all]
            for has_all in (True, False)}
    faults = [row for row in rows if row["end"] in ("fault", "failed", "broken")]
    return [f"{people:,}", str(len(rows)), str(sum(bool(row.get("proven")) for row in rows)), str(len(gaps[False])),
            str(sum(row["end"] == "conflict" for row in rows)), str(len(faults)),
            *spread([row["seconds"] for row in rows], "{:.2f}"), *spread(gaps[True], "{:.2%}"), *spread(gaps[False], "{:.2%}")]


HEAD = ["people", "events", "proven", "short", "conflict", "faults", "s: median", "95 %", "worst", "gap: median", "95 %", "worst",
        "short, gap: median", "95 %", "worst"]


def spread(values, form):
    """Median, 95th percentile and worst."""
    if not values:
        return ["–"] * 3
    values = sorted(values)
    told = [statistics.median(values), values[min(len(values) - 1, round(0.95 * len(values)))], values[-1]]
    return [form.format(value) for value in told]


def beside_peers(module, results, options):
    """Plenum's plans of a sample of each size beside those of the peers."""
    head = ["people: event", "Plenum", "bound", "s"]
    for title in modules.TITLES[module].values():
        head += [title, f"{title}: bound", f"{title}: search, s"]
    sample = [pair for people, rows in results.items() for pair in asked(module, people, rows, options)]
    lines = [[f"{people:,}: {row['number']}", f"{row['objective']:,}", told(row["bound"]), f"{row['seconds']:.2f}",
              *(cell for answer in answers.values() for cell in modules.cells_of(answer))] for people, row, answers in sample]
    return modules.asked_how(module, [answers for *_, answers in sample], options) + "\n\n" + table(head, lines)


def asked(module, people, rows, options):
    """The first events of a size in which everybody has a place and that a peer's model knows, with the peers' answers."""
    kept, found = Kept(options, f"{module}, peers, {options.seconds:g} s, {options.threads} threads"), []
    for row in rows:
        key = people, row["number"]
        if len(found) == options.peers or row.get("unplaced") != 0 or options.known and key not in kept:
            continue
        answers = kept[key] if key in kept else kept.add(key, answers_of(module, *key, options))
        if any(answers.values()):
            found.append((people, row, answers))
    return found


def answers_of(module, people, number, options):
    """What the peers answer of an event."""
    with tempfile.TemporaryDirectory() as folder:
        event = Path(folder) / "event"
        write_event(event, module, people, number)
        return {peer: modules.answer(module, peer, event, options) for peer in modules.TITLES[module]}


def told(bound):
    """A bound as a cell."""
    return "none" if bound is None else f"{bound:,}"


def repeated(module, people, options):
    """Numbers of the events whose plans differ from one run to the next."""
    differing = []
    for number in range(options.count):
        with tempfile.TemporaryDirectory() as folder:
            event = Path(folder) / "event"
            write_event(event, module, people, number)
            plans = {plan_bytes(options.plenum, event, Path(folder) / str(turn), module) for turn in range(options.repeat)}
        if len(plans) > 1:
            differing.append(number)
            print(f"{module}, {people} people, {number}: not the same", file=sys.stderr, flush=True)
    return differing


def plan_bytes(plenum, event, out, module):
    """A digest of all files of a plan, the seconds of the report left out."""
    status, _ = run(plenum, "plan", event, "-o", out, "--only", module)
    digest = hashlib.sha256(str(status).encode())
    for file in sorted(path for path in out.rglob("*") if path.is_file()):
        lines = file.read_bytes().splitlines()
        kept = [line for line in lines if not line.strip().startswith(b'"seconds"')] if file.name == "report.json" else lines
        digest.update(str(file.relative_to(out)).encode() + b"\n".join(kept))
    return digest.digest()


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum", type=Path, help="the built command")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"default: {' '.join(SIZES)}")
    parser.add_argument("--sizes", nargs="+", type=int, metavar="PEOPLE", help="in place of the usual ones of each module")
    parser.add_argument("--large", action="store_true", help="the large sizes too")
    parser.add_argument("--count", type=int, default=50, help="events of each module and size (default 50)")
    parser.add_argument("--results", type=Path, default=Path(".build/ensembles"), help="keeps what was measured")
    parser.add_argument("--known", action="store_true", help="measure no more, tell what FOLDER has")
    parser.add_argument("--write", action="store_true", help="rewrite the tables of Benchmarks/README.md")
    parser.add_argument("--peers", type=int, default=0, metavar="N", help="give N events of each size to other solvers")
    parser.add_argument("--python", default=sys.executable, help="runs the peers (default: this Python)")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each peer's search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="of each peer (default 2)")
    parser.add_argument("--repeat", type=int, default=0, metavar="N", help="plan each event N times and compare bytes")
    parser.add_argument("--keep", nargs=2, metavar=("NUMBER", "FOLDER"), help="write the tables of one event")
    options = parser.parse_args()
    if set(options.modules) - set(SIZES):
        parser.error(f"there are the modules {' '.join(SIZES)}")
    options.plenum = options.plenum.resolve()
    options.build = hashlib.sha256(options.plenum.read_bytes()).hexdigest()[:12]
    return options


def main():
    """Measures module after module and prints each table at once; a fault ends it with status 1."""
    options = arguments()
    is_sound = True
    if not options.keep:
        print(machine(), flush=True)
    for module in options.modules or SIZES:
        sizes = options.sizes or SIZES[module] + LARGE[module] * options.large
        if options.keep:
            write_event(Path(options.keep[1]), module, sizes[0], int(options.keep[0]))
            continue
        if options.repeat:
            for people in sizes:
                differing = repeated(module, people, options)
                print(f"{module}, {people} people: {len(differing)} of {options.count} events differ {differing or ''}", flush=True)
                is_sound &= not differing
            continue
        results = {people: ensemble(module, people, options) for people in sizes}
        is_sound &= not any(row["end"] in ("fault", "failed", "broken") for rows in results.values() for row in rows)
        tables = {f"ensembles, {module}": table(HEAD, [cells(people, rows) for people, rows in results.items() if rows])}
        if options.peers:
            tables[f"peers of ensembles, {module}"] = beside_peers(module, results, options)
        for title, figures in tables.items():
            print(f"\n{title}\n\n{figures}", flush=True)
            if options.write:
                write(title, figures)
    sys.exit(0 if is_sound else 1)


if __name__ == "__main__":
    main()
