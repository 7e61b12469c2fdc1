"""Events that read well and cannot be planned: one module each has wishes that no plan can grant."""

from .small import delegates, hall_event, leaders, rostrum_event
from .tables import in_folder, page


def files():
    """All events of the family."""
    return {path: content for make in [one_rostrum_seat, beside_and_apart, three_rows, one_hall_seat]
            for path, content in make().items()}


def one_rostrum_seat():
    """Two people, one seat."""
    rows = leaders(cleo={"seat": "rostrum:1-3"}, finn={"seat": "rostrum:1-3"})
    return in_folder("conflict/one-rostrum-seat", rostrum_event(rows) | {"README.md": page(
        "One seat of the rostrum for two",
        "All invented. Cleo and Finn are both pinned to `rostrum:1-3`: people.csv, rows 4 and 7.")})


def beside_and_apart():
    """The two wishes of one pair."""
    rows = leaders(ben={"beside": "Gina"}, gina={"apart": "Ben"})
    return in_folder("conflict/beside-and-apart", rostrum_event(rows) | {"README.md": page(
        "Beside and apart",
        "All invented. Ben is to sit beside Gina, Gina apart from Ben: people.csv, rows 3 and 8.")})


def three_rows():
    """A set of three that no two of them explain, among wishes that hold."""
    rows = leaders(
        ada={"seat": "rostrum:1-1"}, ben={"beside": "Ada"}, cleo={"seat": "rostrum:1-2"},
        dan={"seat": "rostrum:2-6"}, eva={"beside": "Finn"}, gina={"apart": "Hal"}, iris={"seat": "rostrum:1-4"})
    return in_folder("conflict/three-rows", rostrum_event(rows) | {"README.md": page(
        "A conflict of exactly three rows",
        "All invented. Ada is pinned to the left end of row 1 (`rostrum:1-1`), Cleo to the only seat next to it, and "
        "Ben is to sit beside Ada: people.csv, rows 2, 3 and 4. Any two of these hold together.",
        "The wishes of Dan, Eva, Gina and Iris are innocent: no answer may name rows 5, 6, 8 or 10.")})


def one_hall_seat():
    """Two people, one seat; the rest of the event has room."""
    rows = delegates(dan={"seat": "A-1-2"}, leo={"seat": "A-1-2"})
    return in_folder("conflict/one-hall-seat", hall_event(rows) | {"README.md": page(
        "One seat of the hall for two",
        "All invented. Dan and Leo are both pinned to `A-1-2`: people.csv, rows 5 and 13.")})
