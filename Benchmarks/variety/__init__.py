"""Random events of one module that differ in shape, and not in their numbers alone.

`event(module, people, number)` gives the tables of the event of that number: the same ones each time. Names of tables,
columns and values are those of docs/formats.md.
"""

import random

from . import discussion, hall, rooms, rostrum, staff, tables, vehicles

MODULES = {"rostrum": rostrum, "hall": hall, "rooms": rooms, "vehicles": vehicles, "tables": tables,
           "discussion": discussion, "staff": staff}


def event(module, people, number):
    """The tables of an event by their names, each a list of rows by header."""
    return MODULES[module].event(random.Random(f"{module} {people} {number}"), people)
