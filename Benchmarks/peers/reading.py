"""Tables of an event and of a plan."""

import csv

TRUE = {"yes", "true", "1", "是", "√"}


class Unsupported(ValueError):
    """The event has something that a peer does not know."""


def read(path):
    """Rows of a table as dictionaries; none when there is no such file."""
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
