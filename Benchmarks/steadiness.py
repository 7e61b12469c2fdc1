#!/usr/bin/env python3
"""Plans random halls of 100 to 300 groups, and tells how far the slowest is from the others of its size and method.

    python3 Benchmarks/steadiness.py PLENUM [--count 500] [--first 0] [--kept FILE]

A simplex that turns in circles, or a search without an end, is a hall that takes many times as long as halls like it. Seconds
are those of the processor. FILE keeps what was measured, a line a hall: a run that was stopped goes on where it was.
"""

import argparse
import csv
import json
import random
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path

from ensembles import run
from variety.hall import hall
from variety.people import by_group, listed, settings


def event(number):
    """The tables of a hall of that number, its groups in number and its method."""
    draw = random.Random(f"steadiness {number}")
    groups = draw.choice([100, 150, 200, 250, 300])
    method = draw.choice(["horizontal", "vertical", "outward"])
    mean = draw.choice([4, 8, 15])
    people = [dict(id=f"{group}.{place}", name=f"n{group}.{place}", group=f"Group {group + 1}")
              for group in range(groups) for place in range(max(1, round(mean * draw.lognormvariate(0, 0.6))))]
    lines = hall(draw, round(len(people) / draw.choice([0.8, 0.93, 0.97, 1])))
    return groups, method, dict(event=settings(hall_method=method), people=people, groups=listed(people), hall=lines)


def measured(plenum, number):
    """What the plan of a hall took."""
    groups, method, tables = event(number)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "event").mkdir()
        for name, rows in tables.items():
            head = list(dict.fromkeys(key for row in rows for key in row))
            with open(Path(folder) / "event" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, head, restval="")
                writer.writeheader()
                writer.writerows(rows)
        status, seconds = run(plenum, "plan", Path(folder) / "event", "-o", Path(folder) / "out", "--only", "hall")
    return dict(number=number, groups=groups, method=method, status=status, seconds=seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    rows = []
    if options.kept and options.kept.exists():
        rows = [json.loads(line) for line in options.kept.read_text(encoding="utf-8").splitlines()]
    known = {row["number"] for row in rows}
    for number in range(options.first, options.first + options.count):
        if number in known:
            continue
        rows.append(measured(Path(options.plenum).resolve(), number))
        print("{number:4}  {groups} groups, {method}: {seconds:.2f} s, status {status}".format(**rows[-1]), flush=True)
        if options.kept:
            with open(options.kept, "a", encoding="utf-8") as file:
                file.write(json.dumps(rows[-1]) + "\n")
    alike = defaultdict(list)
    for row in rows:
        alike[row["groups"], row["method"]].append(row)
    worst = max(((row["seconds"] / statistics.median(other["seconds"] for other in halls), row)
                 for halls in alike.values() for row in halls), key=lambda pair: pair[0])
    print(f"{len(rows)} halls, {sum(row['status'] is None for row in rows)} without an end; the slowest of its size and method "
          f"took {worst[0]:.2f} times the median: number {worst[1]['number']}, {worst[1]['seconds']:.1f} s")


if __name__ == "__main__":
    main()
