#!/usr/bin/env python3
"""Counts what a plan's hall.csv costs, apart from Plenum, and prints the weighted terms as one line of JSON.

    python3 Benchmarks/peers/check.py EVENT OUT
"""

import json
import sys
from pathlib import Path

from evaluation import terms
from instance import Instance, read


def main():
    """Reads the event and the plan, counts, prints."""
    event, out = sys.argv[1:]
    instance = Instance(event)
    seat_at = {(seat.section, seat.row, seat.number): index for index, seat in enumerate(instance.seats)}
    group_at = {}
    for row in read(Path(out) / "hall.csv"):
        seat = seat_at[row["section"], int(row["row"]), int(row["seat"])]
        if seat in group_at:
            sys.exit(f"check.py: two people on {row['section']}-{row['row']}-{row['seat']}")
        group_at[seat] = instance.group_of_person[row["person"]]
    print(json.dumps(terms(instance, group_at)))


if __name__ == "__main__":
    main()
