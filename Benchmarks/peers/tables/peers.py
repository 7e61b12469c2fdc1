"""The textbook model of tables, given to one of two solvers."""

from pathlib import Path

from reading import read
from textbooks import TITLES, solved

from .evaluation import broken, terms
from .instance import Instance
from .textbook import Textbook


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=instance.groups, people=len(instance.diners), tables=len(instance.tables))


def answer(peer, event, seconds, threads):
    """What a peer finds."""
    return solved(peer, event, seconds, threads, Instance, Textbook, judged)


def judged(instance, model, solution):
    """The rules that a solution breaks, and its terms."""
    table_of = model.table_of(solution)
    return broken(instance, table_of), terms(instance, table_of)


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
