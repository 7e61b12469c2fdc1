#!/usr/bin/env python3
"""Changes the tables of an event that is planned, and tells what a replan takes beside planning anew.

    python3 Benchmarks/replan.py PLENUM [MODULE …] [--up-to PEOPLE] [--changes 1 10 30] [--seed 1] [--write]

PLENUM is the built command. Of so many changes a third are people who stay away, a third people who are new, and the rest lost
lines: a row of the hall, a room, a vehicle, a table, of each in turn where the event has several; rostrums lose and win people
alone. `all` is an event of every module, replanned by one command. Both plans are verified. *Moved* counts who is in both lists of
people and has something else; it is counted here, from the plan's files.
"""

import argparse
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from instances import LADDERS, MODULES, WHOLE, write_event, write_whole
from measuring import machine, table, verify, write

sys.path.insert(1, str(Path(__file__).resolve().parent / "peers"))
from discussion.instance import meetings  # noqa: E402

MEASURED = [module for module in MODULES if module != "staff"]  # whose posts are gone with their rows, and nobody has moved
LOST = {module: f"{module}.csv" for module in MEASURED if module != "rostrum"}
PLACE = {"rostrum": ["row", "seat"], "hall": ["section", "row", "seat"], "rooms": ["hotel", "room"],
         "vehicles": ["number", "transfer", "depart"], "tables": ["meal", "table"], "discussion": ["session", "room"]}


def read(file):
    with open(file, newline="", encoding="utf-8-sig") as source:
        return list(csv.DictReader(source))


def change(event, modules, changes, draw):
    """Writes the tables anew with so many changes."""
    people = read(event / "people.csv")
    losers = [module for module in modules if module in LOST]
    kinds = ["absent", "new", *(["lost"] if losers else [])]
    wanted = [kinds[number % len(kinds)] for number in range(changes)]
    concerned = [row for row in people if modules != ["rostrum"] or row["role"] == "rostrum"]
    absent = {row["id"] for row in draw.sample(concerned, wanted.count("absent"))}
    for row in people:
        if row["id"] in absent:
            row["absent"] = "yes"
    plain = [row for row in concerned if row["id"] not in absent]
    for number in range(wanted.count("new")):
        wishes = {"seat", "beside", "apart", "room", "roommate", "rank"}
        row = draw.choice(plain)
        people.append({key: "" if key in wishes else value for key, value in row.items()}
                      | dict(id=f"N{number}", name=f"New {number}"))
    columns = list(dict.fromkeys(column for row in people for column in row))
    save(event / "people.csv", columns, people)
    for place, module in enumerate(losers):
        lines = read(event / LOST[module])
        lost = set(draw.sample(range(len(lines)), len(range(place, wanted.count("lost"), len(losers)))))
        save(event / LOST[module], lines[0].keys(), [line for at, line in enumerate(lines) if at not in lost])


def save(file, columns, rows):
    with open(file, "w", newline="", encoding="utf-8") as target:
        writer = csv.DictWriter(target, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def places(event, out, module):
    """What each person has in a plan."""
    rows = read(out / {"vehicles": "riders.csv"}.get(module, f"{module}.csv"))
    if module == "discussion":
        people = {group.name: group.people for group in meetings(read(event / "people.csv"), read(event / "groups.csv"))}
        rows = [row | dict(person=person) for row in rows for person in people[row["group"]]]
    runs = {row["run"]: row for row in read(out / "runs.csv")} if module == "vehicles" else {}
    has = {}
    for row in rows:
        whole = runs.get(row.get("run"), {}) | row
        has.setdefault(row["person"], set()).add(tuple(whole[column] for column in PLACE[module]))
    return has


def moved(before, after):
    """Places that people have no more: somebody who meets in three sessions can move three times."""
    return sum(len(has - after[module][person]) for module in before for person, has in before[module].items()
               if person in after[module])


def run(plenum, verb, event, out, modules):
    """Seconds of the processor of a run, and its report."""
    process = subprocess.Popen([plenum, verb, event, "-o", out, "--only", ",".join(modules), "--quiet"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"plenum {verb} {event} ended with status {process.returncode}")
    verify(plenum, event, out)
    return usage.ru_utime + usage.ru_stime, json.loads((out / "report.json").read_text(encoding="utf-8"))


def measured(plenum, module, name, all_changes, seed):
    modules = MEASURED if module == "all" else [module]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        if module == "all":
            write_whole(name, folder / "event")
        else:
            write_event(module, name, folder / "event")
        run(plenum, "plan", folder / "event", folder / "out", modules)
        before = {module: places(folder / "event", folder / "out", module) for module in modules}
        for changes in all_changes:
            event, out, anew = (folder / f"{word}{changes}" for word in ["event", "out", "anew"])
            shutil.copytree(folder / "event", event)
            shutil.copytree(folder / "out", out)
            change(event, modules, changes, random.Random(f"{module} {name} {changes} {seed}"))
            seconds, report = run(plenum, "replan", event, out, modules)
            moves, least = (sum(told[key] for told in report["moves"].values()) for key in ["moves", "least"])
            anew_seconds, _ = run(plenum, "plan", event, anew, modules)
            after = {module: places(event, anew, module) for module in modules}
            yield [f"{module}, {name}", f"{changes}", f"{moves:,}", f"{least:,}", f"{moved(before, after):,}",
                   f"{seconds:.2f}", f"{anew_seconds:.2f}", f"{anew_seconds / seconds:.1f}"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("plenum", type=Path)
    arguments.add_argument("modules", nargs="*", default=[*MEASURED, "all"])
    arguments.add_argument("--changes", nargs="+", type=int, default=[1, 10, 30])
    arguments.add_argument("--up-to", type=int, default=100_000)
    arguments.add_argument("--seed", default=1)
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    plenum = asked.plenum.resolve()
    head = ["event", "changes", "moved", "least", "moved anew", "replan, s", "anew, s", "anew / replan"]
    rows = []
    for module in asked.modules:
        for name in WHOLE if module == "all" else LADDERS[module]:
            if int(name.split()[0].replace(",", "")) <= asked.up_to:
                for row in measured(plenum, module, name, asked.changes, asked.seed):
                    print(*row, sep=" | ", flush=True)
                    rows.append(row)
    figures = f"{machine()}.\n\n{table(head, rows)}"
    print(figures)
    if asked.write:
        write("replan", figures)


if __name__ == "__main__":
    main()
