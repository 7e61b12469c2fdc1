"""The textbook model of tables, given to one of two solvers."""

import time
from pathlib import Path

from reading import read
from solvers import SOLVERS

from .evaluation import broken, terms
from .instance import Instance
from .textbook import Textbook

TITLES = {"highs": "HiGHS", "cpsat": "CP-SAT"}


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=instance.groups, people=len(instance.diners), tables=len(instance.tables))


def answer(peer, event, seconds, threads):
    """What a peer finds; `seconds` counts the search alone, `build_seconds` what came before it."""
    start = time.perf_counter()
    instance = Instance(event)
    model = Textbook(instance)
    found = SOLVERS[peer](model.program, seconds, threads)
    result = found.told() | dict(build_seconds=round(time.perf_counter() - start - found.seconds, 2))
    if found.solution is not None:
        table_of = model.table_of(found.solution)
        rules = broken(instance, table_of)
        if rules:
            raise AssertionError("; ".join(rules[:5]))
        result["terms"] = terms(instance, table_of)
        result["true_objective"] = sum(result["terms"].values())
    return result


def counted(event, out):
    """The terms of a plan's tables.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    index = {(table.meal, table.name): place for place, table in enumerate(instance.tables)}
    table_of, rules = {}, []
    for row in read(Path(out) / "tables.csv"):
        seat = row["meal"], instance.index[row["person"]]
        if seat in table_of:
            rules.append(f"{row['person']} has two tables")
        table_of[seat] = index[row["meal"], row["table"]]
    return terms(instance, table_of), rules + broken(instance, table_of)
