#!/usr/bin/env python3
"""A module of Plenum beside its peers on the same events, as a Markdown table.

    python3 Benchmarks/peers/compare.py {hall,rooms,vehicles} [INSTANCE…] [--plenum PLENUM] [--seconds 60] [--threads 2]
                                        [--write]

PLENUM is the built command. It runs without limits, as an organizer runs it; the limit binds each peer's search. Without
it the table has the peers alone. Everything runs one after another. The terms that Plenum reports are counted again from
its plan; a difference, or a broken rule, ends the comparison with status 1.
"""

import argparse
import importlib
import json
import os
import platform
import re
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
BEGIN, END = "<!-- figures of compare.py {} -->", "<!-- end of figures -->"
PATIENCE = 240  # seconds that a peer may take to build its model and to stop, besides its search
MADE = {  # by Fixtures/make.py large; sizes of groups are log-normal with σ 0.6
    "hall": {
        "12-groups": dict(people=479, groups=12, seats=515, rows=10, seed=12),  # 93 % full, three sections of ten rows
        "120-groups": dict(people=10000, groups=120, seats=10152, seed=120),  # 98.5 % full
        "300-groups": dict(people=10000, groups=300, seats=10753, seed=300),  # 93 % full
        "1000-groups": dict(people=93000, groups=1000, seats=100000, seed=1000),  # 93 % full
    },
    "rooms": {
        "200-people": dict(people=200, groups=8, seats=0, hotels=1, stock=3, terminals=2, days=1),
        "3000-people": dict(people=3000, groups=35, seats=0, hotels=7, stock=12),
        "10000-people": dict(people=10000, groups=120, seats=0, hotels=22, stock=3),
    },
    "vehicles": {
        "200-people": dict(people=200, groups=8, seats=0, hotels=1, vehicles=12, terminals=2, days=1),
        "3000-people": dict(people=3000, groups=35, seats=0, hotels=7, vehicles=170),
        "10000-people": dict(people=10000, groups=120, seats=0, hotels=22, vehicles=570),
    },
}
FLAGS = {"hall": ["--plain"], "rooms": [], "vehicles": ["--lodged"]}
METHODS = {f"npc14-{method}": method for method in ["horizontal", "vertical", "outward"]}
INSTANCES = {module: [*made] for module, made in MADE.items()}
INSTANCES["hall"][1:1] = METHODS


@dataclass
class Plan:
    """What Plenum made of an event: its report on the module, and what the command took."""
    objective: int
    bound: int
    module_seconds: float
    seconds: float
    mebibytes: float


def write_event(module, instance, folder):
    """Makes the event of an instance."""
    if module == "hall" and instance in METHODS:
        shutil.copytree(FIXTURES / "npc14", folder)
        settings = folder / "event.csv"
        method = f"hall_method,{METHODS[instance]}"
        text = settings.read_text(encoding="utf-8").replace("hall_method,horizontal", method)
        settings.write_text(text, encoding="utf-8")
        return
    options = [word for key, value in MADE[module][instance].items() for word in (f"--{key}", str(value))]
    subprocess.run([sys.executable, FIXTURES / "make.py", "large", folder, *FLAGS[module], *options], check=True)


def planned(plenum, module, event, out):
    """Runs `plenum plan`, and counts its plan of the module again."""
    start = time.perf_counter()
    process = subprocess.Popen([plenum, "plan", event, "-o", out, "--only", module], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problems = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: a plan, in which somebody has no seat or no aisle
        sys.exit(f"compare.py: plenum plan ended with status {process.returncode}: {problems}")
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))["modules"].get(module)
    if report is None:
        sys.exit(f"compare.py: Plenum plans no {module}")
    counted = run_json([HERE / "check.py", module, event, out])
    if report["terms"] != counted or report["objective"] != sum(counted.values()):
        sys.exit(f"compare.py: Plenum reports {report['terms']}, its plan costs {counted}")
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return Plan(report["objective"], report["bound"], report["seconds"], seconds, usage.ru_maxrss * unit / 2**20)


def answer_of(peer, title, event, options):
    """What a peer prints, or nothing when it fails or loses patience."""
    limits = ["--seconds", str(options.seconds), "--threads", str(options.threads)]
    try:
        return run_json([HERE / "peer.py", options.module, event, peer, *limits], timeout=options.seconds + PATIENCE)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        print(f"compare.py: {title}: {failure}", file=sys.stderr)
        return None


def run_json(command, timeout=None):
    """Runs one of the scripts here in a process of its own; returns the JSON that it prints."""
    done = subprocess.run([sys.executable, *command], check=True, stdout=subprocess.PIPE, timeout=timeout)
    return json.loads(done.stdout)


def compared(instance, peers, options):
    """The cells of one instance by their titles, and the versions of the peers that answered."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        write_event(options.module, instance, event)
        size = run_json([HERE / "peer.py", options.module, event, "--size"])
        plan = planned(options.plenum.resolve(), options.module, event, out) if options.plenum else None
        answers = {peer: answer_of(peer, title, event, options) for peer, title in peers.items()}
    cells = {"instance": instance} | {key: f"{value:,}" for key, value in size.items()}
    if plan:
        cells |= {"Plenum": f"{plan.objective:,}", "bound": f"{plan.bound:,}"}
        if options.module == "hall":
            cells["points a group"] = f"{(plan.objective - plan.bound) / size['groups']:,.1f}"
        cells |= {f"{options.module}, s": f"{plan.module_seconds:.2f}", "command, s": f"{plan.seconds:.2f}",
                  "MiB": f"{plan.mebibytes:.0f}"}
    for peer, answer in answers.items():
        title = peers[peer]
        cells |= dict(zip([title, f"{title}: bound", f"{title}: search, s"], cells_of(answer)))
    return cells, {peers[peer]: answer["version"] for peer, answer in answers.items() if answer and answer["version"]}


def cells_of(answer):
    """Objective, bound and seconds of a peer. An objective is that of a plan; the model's, if less, in parentheses."""
    if answer is None:
        return ["not loaded", "–", "–"]
    bound = f"{answer['bound']:,}" if answer["bound"] is not None else "none"
    if "true_objective" not in answer:
        return ["no plan", bound, f"{answer['seconds']:.0f}"]
    objective = f"{answer['true_objective']:,}"
    if answer["objective"] is not None and answer["objective"] < answer["true_objective"]:
        objective += f" ({answer['objective']:,})"
    return [objective, bound, f"{answer['seconds']:.0f}"]


def line(cells):
    """A row of a Markdown table."""
    return "| " + " | ".join(cells) + " |"


def write(module, figures):
    """Puts the figures between the markers of README.md."""
    begin = BEGIN.format(module)
    before, rest = README.read_text(encoding="utf-8").split(begin, 1)
    README.write_text(f"{before}{begin}\n{figures}\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", choices=INSTANCES)
    parser.add_argument("instances", nargs="*", metavar="INSTANCE", help="default: all of the module")
    parser.add_argument("--plenum", type=Path, help="the built command; without it the peers alone")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each peer's search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="of each peer (default 2)")
    parser.add_argument("--write", action="store_true", help="rewrite the table of README.md")
    options = parser.parse_args()
    known = INSTANCES[options.module]
    unknown = set(options.instances) - set(known)
    if unknown:
        parser.error(f"no such instance: {' '.join(sorted(unknown))}; there are {' '.join(known)}")
    return options


def main():
    """Compares, prints, and writes when asked."""
    options = arguments()
    peers = importlib.import_module(f"{options.module}.peers").TITLES
    rows, head, versions = [], [], {}
    for instance in options.instances or INSTANCES[options.module]:
        cells, answered = compared(instance, peers, options)
        if not head:
            head = [line(cells), line(["---"] + ["---:"] * (len(cells) - 1))]
            print(*head, sep="\n")
        rows.append(line(cells.values()))
        versions |= answered
        print(rows[-1], flush=True)
    what = ", ".join(f"{peer} {version}" for peer, version in versions.items())
    limits = (f"{what or 'no peer'}; {options.seconds:g} s of search and {options.threads} threads each; "
              f"Python {platform.python_version()}, {processor()}, {os.cpu_count()} cores.")
    print(f"\n{limits}")
    if options.write:
        write(options.module, "\n".join([limits, "", *head, *rows]))


def processor():
    """The name of the processor, where the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
