#!/usr/bin/env python3
"""Plans small chambers that are all but full, and lets simulated annealing try to better each plan.

    python3 Benchmarks/chambers.py PLENUM [--count 20] [--first 0] [--seconds 60]

50 to 200 seats, 95 to 100 % of them taken by 8 to 20 groups, rows of unequal length, now and then wings, held seats and pins.
Tells for each chamber the seconds of the processor, the gap, and by how much annealing (peers/hall/annealing.py, so many
seconds from the plan on) makes it better; at last median and worst.
"""

import argparse
import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from ensembles import run
from variety.hall import hall, hold, is_held

PEERS = Path(__file__).parent / "peers"


def chamber(number):
    """The tables of the chamber of that number."""
    draw = random.Random(f"chamber {number}")
    lines = hall(draw, draw.randint(50, 200))
    seats = [(line["section"], line["row"], number) for line in lines for number in range(line["first"], line["last"] + 1)]
    hold(draw, lines, seats, len(seats) // 20)
    seats = [seat for seat in seats if not is_held(lines, seat)]
    due = int(len(seats) * draw.uniform(0.95, 1))
    count = draw.randint(8, 20)
    cuts = [0, *sorted(draw.sample(range(1, due), count - 1)), due]
    people = [dict(id=str(place + 1), name=f"n{place + 1}", group=f"G{group + 1:02}", seat="")
              for group, (first, last) in enumerate(zip(cuts, cuts[1:])) for place in range(first, last)]
    pins = draw.choice([0, 0, 1, 2, 4, 6])
    for person, seat in zip(draw.sample(people, pins), draw.sample(seats, pins)):
        person["seat"] = "%s-%s-%s" % seat
    method = draw.choice(["horizontal", "horizontal", "vertical", "outward"])
    return dict(event=[dict(key="name", value=f"chamber {number}"), dict(key="hall_method", value=method)], people=people,
                groups=[dict(group=f"G{group + 1:02}", order=group + 1) for group in range(count)],
                hall=[dict(line, reserved=line.get("reserved", "")) for line in lines])


def measured(plenum, number, seconds):
    """Seconds and gap of the plan of a chamber, and the share of its cost that annealing saves."""
    with tempfile.TemporaryDirectory() as folder:
        event, out = Path(folder) / "event", Path(folder) / "out"
        event.mkdir()
        for name, rows in chamber(number).items():
            with open(event / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)
        status, spent = run(plenum, "plan", event, "-o", out, "--only", "hall")
        figures = json.loads((out / "report.json").read_text(encoding="utf-8"))["modules"]["hall"]
        annealed = subprocess.run(
            [sys.executable, "-m", "hall.annealing", event, out, "--seconds", str(seconds)], cwd=PEERS,
            capture_output=True, text=True, check=True)
        return dict(number=number, status=status, seconds=spent, objective=figures["objective"], gap=figures["gap"],
                    better=json.loads(annealed.stdout)["better"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    rows = []
    for number in range(options.first, options.first + options.count):
        rows.append(measured(Path(options.plenum).resolve(), number, options.seconds))
        print("{number:4}  {status}  {seconds:6.2f} s  {objective:>12,}  gap {gap:7.2%}  annealing {better:+.2%}".format(
            **rows[-1]), flush=True)
    for name, form in [("seconds", ".2f"), ("gap", ".2%"), ("better", ".2%")]:
        values = [row[name] for row in rows]
        print(f"{name}: median {statistics.median(values):{form}}, worst {max(values):{form}}")


if __name__ == "__main__":
    main()
