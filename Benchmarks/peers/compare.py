#!/usr/bin/env python3
"""Plenum's hall beside HiGHS and CP-SAT on the textbook model of the same halls, as a Markdown table.

    python3 Benchmarks/peers/compare.py [INSTANCE…] --plenum PLENUM [--seconds 60] [--threads 2] [--write]

PLENUM is the built command. It runs without limits, as an organizer runs it; the limit binds each peer's search.
Everything runs one after another. The terms that Plenum reports are counted again from its seats; a difference ends
the comparison with status 1.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "Fixtures"
README = HERE / "README.md"
BEGIN, END = "<!-- figures of compare.py -->", "<!-- end of figures -->"
PEERS = {"highs": "HiGHS", "cpsat": "CP-SAT"}
PATIENCE = 240  # seconds that a peer may take to build its model and to stop, besides its search
MADE = {  # by Fixtures/make.py large; sizes of groups are log-normal with σ 0.6
    "12-groups": dict(people=479, groups=12, seats=515, rows=10, seed=12),  # 93 % full, three sections of ten rows
    "120-groups": dict(people=10000, groups=120, seats=10152, seed=120),  # 98.5 % full
    "300-groups": dict(people=10000, groups=300, seats=10753, seed=300),  # 93 % full
    "1000-groups": dict(people=93000, groups=1000, seats=100000, seed=1000),  # 93 % full
}
METHODS = {f"npc14-{method}": method for method in ["horizontal", "vertical", "outward"]}
INSTANCES = ["12-groups", *METHODS, "120-groups", "300-groups", "1000-groups"]
TITLES = ["instance", "groups", "people", "seats", "Plenum", "bound", "points a group", "hall, s", "command, s", "MiB",
           *(title for peer in PEERS.values() for title in (peer, "bound", "search, s"))]


@dataclass
class Plan:
    """What Plenum made of an event: its report on the hall, and what the command took."""
    objective: int
    bound: int
    hall_seconds: float
    seconds: float
    mebibytes: float


def write_event(instance, folder):
    """Makes the event of an instance."""
    if instance in METHODS:
        shutil.copytree(FIXTURES / "npc14", folder)
        settings = folder / "event.csv"
        method = f"hall_method,{METHODS[instance]}"
        text = settings.read_text(encoding="utf-8").replace("hall_method,horizontal", method)
        settings.write_text(text, encoding="utf-8")
        return
    options = [word for key, value in MADE[instance].items() for word in (f"--{key}", str(value))]
    subprocess.run([sys.executable, FIXTURES / "make.py", "large", folder, "--plain", *options], check=True)


def planned(plenum, event, out):
    """Runs `plenum plan`, and counts its hall again."""
    start = time.perf_counter()
    process = subprocess.Popen([plenum, "plan", event, "-o", out], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problems = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: a plan, in which somebody has no seat or no aisle
        sys.exit(f"compare.py: plenum plan ended with status {process.returncode}: {problems}")
    hall = json.loads((out / "report.json").read_text(encoding="utf-8"))["modules"]["hall"]
    counted = run_json([HERE / "check.py", event, out])
    if hall["terms"] != counted or hall["objective"] != sum(counted.values()):
        sys.exit(f"compare.py: Plenum reports {hall['terms']}, its seats cost {counted}")
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return Plan(hall["objective"], hall["bound"], hall["seconds"], seconds, usage.ru_maxrss * unit / 2**20)


def answer_of(peer, event, options):
    """What a peer prints, or nothing when it fails or loses patience."""
    limits = ["--seconds", str(options.seconds), "--threads", str(options.threads)]
    try:
        return run_json([HERE / "hall.py", event, "--solver", peer, *limits], timeout=options.seconds + PATIENCE)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        print(f"compare.py: {PEERS[peer]}: {failure}", file=sys.stderr)
        return None


def run_json(command, timeout=None):
    """Runs one of the scripts here in a process of its own; returns the JSON that it prints."""
    done = subprocess.run([sys.executable, *command], check=True, stdout=subprocess.PIPE, timeout=timeout)
    return json.loads(done.stdout)


def compared(instance, options):
    """The cells of one instance, and the versions of the peers that answered."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        write_event(instance, event)
        plan = planned(options.plenum.resolve(), event, out)
        size = run_json([HERE / "hall.py", event, "--size"])
        answers = {peer: answer_of(peer, event, options) for peer in PEERS}
    cells = [instance, *(f"{size[key]:,}" for key in ["groups", "people", "seats"]),
             f"{plan.objective:,}", f"{plan.bound:,}", f"{(plan.objective - plan.bound) / size['groups']:,.1f}",
             f"{plan.hall_seconds:.2f}", f"{plan.seconds:.2f}", f"{plan.mebibytes:.0f}"]
    cells += [cell for answer in answers.values() for cell in cells_of(answer)]
    return cells, {PEERS[peer]: answer["version"] for peer, answer in answers.items() if answer}


def cells_of(answer):
    """Objective, bound and seconds of a peer. An objective is that of seats; the model's, if less, in parentheses."""
    if answer is None:
        return ["not loaded", "–", "–"]
    bound = f"{answer['bound']:,}" if answer["bound"] is not None else "none"
    if answer["objective"] is None:
        return ["no plan", bound, f"{answer['seconds']:.0f}"]
    objective = f"{answer['true_objective']:,}"
    if answer["objective"] < answer["true_objective"]:
        objective += f" ({answer['objective']:,})"
    return [objective, bound, f"{answer['seconds']:.0f}"]


def line(cells):
    """A row of a Markdown table."""
    return "| " + " | ".join(cells) + " |"


def write(figures):
    """Puts the figures between the markers of README.md."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN, 1)
    README.write_text(f"{before}{BEGIN}\n{figures}\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", nargs="*", metavar="INSTANCE", help=f"default: {' '.join(INSTANCES)}")
    parser.add_argument("--plenum", type=Path, required=True, help="the built command")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each peer's search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="of each peer (default 2)")
    parser.add_argument("--write", action="store_true", help="rewrite the table of README.md")
    options = parser.parse_args()
    unknown = set(options.instances) - set(INSTANCES)
    if unknown:
        parser.error(f"no such instance: {' '.join(sorted(unknown))}")
    return options


def main():
    """Compares, prints, and writes when asked."""
    options = arguments()
    rows, versions = [], {}
    head = [line(TITLES), line(["---"] + ["---:"] * (len(TITLES) - 1))]
    print(*head, sep="\n", flush=True)
    for instance in options.instances or INSTANCES:
        cells, answered = compared(instance, options)
        rows.append(line(cells))
        versions |= answered
        print(rows[-1], flush=True)
    what = ", ".join(f"{peer} {version}" for peer, version in versions.items())
    limits = f"{what or 'no peer'}; {options.seconds:g} s of search and {options.threads} threads each."
    print(f"\n{limits}")
    if options.write:
        write("\n".join([limits, "", *head, *rows]))


if __name__ == "__main__":
    main()
