#!/usr/bin/env python3
"""Gives the textbook model of an event's hall to one solver, and prints one line of JSON.

    python3 Benchmarks/peers/hall.py EVENT [--solver highs|cpsat] [--seconds 60] [--threads 2]

`objective` and `bound` are the model's (textbook.py says what it relaxes), `true_objective` is what the seats made from
its solution cost. `seconds` counts the search alone, `build_seconds` what came before it.
"""

import argparse
import json
import time

from evaluation import terms
from instance import Instance
from seating import seated
from solvers import SOLVERS
from textbook import Textbook


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("event", help="folder of event.csv, people.csv, groups.csv, hall.csv")
    parser.add_argument("--solver", choices=SOLVERS, default="highs")
    parser.add_argument("--seconds", type=float, default=60, help="limit of the search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="default 2")
    parser.add_argument("--size", action="store_true", help="print the size of the problem, solve nothing")
    return parser.parse_args()


def main():
    """Reads, solves, evaluates, prints."""
    options = arguments()
    start = time.perf_counter()
    instance = Instance(options.event)
    if options.size:
        print(json.dumps(dict(groups=len(instance.groups), people=sum(group.size for group in instance.groups),
                              seats=sum(not seat.held for seat in instance.seats))))
        return
    model = Textbook(instance)
    answer = SOLVERS[options.solver](model.program, options.seconds, options.threads)
    total = time.perf_counter() - start
    result = {key: value for key, value in vars(answer).items() if key != "solution"}
    result["seconds"] = round(answer.seconds, 2)
    result["build_seconds"] = round(total - answer.seconds, 2)
    result["columns"], result["rows"] = len(model.program.costs), len(model.program.least)
    if answer.solution is not None:
        seats = seated(instance, model.lines, model.shares(answer.solution))
        result["terms"] = terms(instance, seats)
        result["true_objective"] = sum(result["terms"].values())
    print(json.dumps(result))


if __name__ == "__main__":
    main()
