#!/usr/bin/env python3
"""Measures each module of `plenum plan` on events of many sizes. Python's standard library only, but for the peers.

    python3 Benchmarks/modules.py PLENUM [MODULE…] [--up-to PEOPLE] [--instances NAME…] [--write]
                                  [--peers [--python PYTHON] [--seconds 60] [--threads 2]]

PLENUM is the built command; it runs without limits, as an organizer runs it. Every plan is verified, and its terms are
counted again by code that shares nothing with Plenum; a difference ends the measurement with status 1. `--peers` gives
the same events to other solvers: PYTHON has the packages of peers/requirements.txt. Everything runs one after another.
"""

import argparse
import importlib
import json
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import instances
from measuring import Run, machine, table, verify, write

PEERS = Path(__file__).resolve().parent / "peers"
PATIENCE = 240  # seconds that a peer may take to build its model and to stop, besides its search
sys.path.insert(1, str(PEERS))  # each module's peers are a package there
TITLES = {module: importlib.import_module(f"{module}.peers").TITLES for module in instances.MODULES}


@dataclass
class Measured:
    """An instance, its size, what Plenum made of it, and what each peer answered; None for a peer that failed, or
    for all where none was asked."""
    name: str
    size: dict
    run: Run
    report: dict
    answers: dict

    @property
    def quality(self):
        """Objective, bound and gap, the gap in percent."""
        proven = self.report["status"] == "optimal"
        return [f"{self.report['objective']:,}", f"{self.report['bound']:,}",
                "proven" if proven else f"{self.report['gap'] * 100:.3f} %"]


def measured(module, name, options):
    """Makes the event of an instance, plans it, counts the plan again, and asks the peers."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        instances.write_event(module, name, event)
        run = Run(options.plenum, event, out, "--only", module)
        report = run.modules[module]
        verify(options.plenum, event, out)
        count_again(module, event, out, report)
        asked = options.peers and instances.is_for_peers(name)
        answers = {peer: answer(module, peer, event, options) for peer in TITLES[module]} if asked else None
        return Measured(name, instances.size(module, event), run, report, answers)


def count_again(module, event, out, report):
    """Ends the measurement when the terms of the report are not those of the plan."""
    counted = json.loads(script(sys.executable, "check.py", module, event, out))
    if report["terms"] != counted or report["objective"] != sum(counted.values()):
        sys.exit(f"modules.py: Plenum reports {report['terms']}, its plan costs {counted}")


def answer(module, peer, event, options):
    """What a peer prints, or nothing when it fails or loses patience."""
    limits = ["--seconds", str(options.seconds), "--threads", str(options.threads)]
    try:
        return json.loads(script(options.python, "peer.py", module, event, peer, *limits, timeout=options.seconds + PATIENCE))
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        print(f"modules.py: {TITLES[module][peer]}: {failure}", file=sys.stderr)
        return None


def script(python, name, *words, timeout=None):
    """What one of the peers' scripts prints, in a process of its own."""
    return subprocess.run([python, PEERS / name, *words], check=True, stdout=subprocess.PIPE, timeout=timeout).stdout


def own_table(module, rows):
    """What Plenum's plans cost, and what they took."""
    head = ["instance", *rows[0].size, "objective", "bound", "gap", "module, s", "user and system, s", "wall, s", "peak, MB"]
    if module == "hall":
        head.insert(head.index("module, s"), "points a group")

    def cells(row):
        points = [f"{(row.report['objective'] - row.report['bound']) / row.size['groups']:,.1f}"] * (module == "hall")
        return [row.name, *(f"{value:,}" for value in row.size.values()), *row.quality, *points,
                f"{row.report['seconds']:.2f}", f"{row.run.processor_seconds:.2f}", f"{row.run.seconds:.2f}",
                f"{row.run.memory / 1e6:.0f}"]

    return table(head, [cells(row) for row in rows]) + growth(module, rows)


def growth(module, rows):
    """How time and memory grow along the ladder: the slope of the straight line through the logarithms, and the last step."""
    rungs = [row for row in rows if row.name in instances.LADDERS[module]]
    if len(rungs) < 2:
        return ""
    people = [math.log(row.size["people"]) for row in rungs]

    def told(values):
        logarithms = [math.log(value) for value in values]
        last = slope(people[-2:], logarithms[-2:])
        return f"people^{slope(people, logarithms):.2f}" + (f" (last step {last:.2f})" if len(rungs) > 2 else "")

    return (f"\n\nGrowth from {rungs[0].name} to {rungs[-1].name}: seconds of the processor as "
            f"{told([row.run.processor_seconds for row in rungs])}, memory as {told([row.run.memory for row in rungs])}.")


def slope(x, y):
    """The slope of the line of least squares."""
    centre_x, centre_y = sum(x) / len(x), sum(y) / len(y)
    return (sum((a - centre_x) * (b - centre_y) for a, b in zip(x, y)) / sum((a - centre_x) ** 2 for a in x))


def peers_table(module, rows, options):
    """The same plans beside those of the peers."""
    head = ["instance", "Plenum", "bound", "gap", "user and system, s"]
    for title in TITLES[module].values():
        head += [title, f"{title}: bound", f"{title}: search, s"]
    lines = [[row.name, *row.quality, f"{row.run.processor_seconds:.2f}",
              *(cell for peer in TITLES[module] for cell in cells_of(row.answers[peer]))] for row in rows]
    return asked_how(module, [row.answers for row in rows], options) + "\n\n" + table(head, lines)


def asked_how(module, answers, options):
    """The peers with their versions and limits."""
    versions = {TITLES[module][peer]: answer["version"] for each in answers for peer, answer in each.items()
                if answer and answer["version"]}
    named = ", ".join(f"{peer} {version}" for peer, version in versions.items())
    return f"{named}; {options.seconds:g} s of search and {options.threads} threads each."


def cells_of(answer):
    """Objective, bound and seconds of a peer. An objective is that of a plan; the model's, if less, in parentheses."""
    if answer is None:
        return ["not loaded", "–", "–"]
    bound = f"{answer['bound']:,}" if answer["bound"] is not None else "none"
    if "true_objective" not in answer:
        return ["no plan", bound, f"{answer['seconds']:.1f}"]
    objective = f"{answer['true_objective']:,}"
    if answer["objective"] is not None and answer["objective"] < answer["true_objective"]:
        objective += f" ({answer['objective']:,})"
    return [objective, bound, f"{answer['seconds']:.1f}"]


def wanted(module, options):
    """The names of the instances to measure."""
    if options.instances:
        return [name for name in instances.names(module) if name in options.instances]
    ladder = instances.LADDERS[module]
    return [name for name in instances.names(module) if name not in ladder or ladder[name]["people"] <= options.up_to]


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum", type=Path, help="the built command")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"default: {' '.join(instances.MODULES)}")
    parser.add_argument("--up-to", type=int, default=100_000, metavar="PEOPLE", help="leave larger rungs of the ladder out")
    parser.add_argument("--instances", nargs="+", metavar="NAME", help="these alone: '200 people' '300 groups'")
    parser.add_argument("--write", action="store_true", help="rewrite the tables of Benchmarks/README.md")
    parser.add_argument("--peers", action="store_true", help="give the same events to other solvers")
    parser.add_argument("--python", default=sys.executable, help="runs the peers (default: this Python)")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each peer's search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="of each peer (default 2)")
    options = parser.parse_args()
    options.plenum = options.plenum.resolve()
    unknown = set(options.modules) - set(instances.MODULES)
    if unknown:
        parser.error(f"no such module: {' '.join(sorted(unknown))}; there are {' '.join(instances.MODULES)}")
    return options


def main():
    """Measures module after module, prints each table at once, and writes when asked."""
    options = arguments()
    print(machine())
    for module in options.modules or instances.MODULES:
        rows = []
        for name in wanted(module, options):
            print(f"{module}, {name} …", file=sys.stderr, flush=True)
            rows.append(measured(module, name, options))
        if not rows:
            continue
        tables = {module: own_table(module, rows)}
        asked = [row for row in rows if row.answers]
        if asked:
            tables[f"peers, {module}"] = peers_table(module, asked, options)
        for title, figures in tables.items():
            print(f"\n{title}\n\n{figures}", flush=True)
            if options.write:
                write(title, figures)
    if options.write:
        write("the machine", f"Release build. {machine()}.")


if __name__ == "__main__":
    main()
