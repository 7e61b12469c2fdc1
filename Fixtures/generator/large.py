"""Events of any size for benchmarks. They are not kept: the same arguments give the same bytes."""

import random

from .names import invented_name
from .shares import apportion
from .tables import EVENT_HEADER, table

SIGMA = 0.6  # of the logarithm of a group's size
MEMBERS_ROLES = ["observer", "guest", "press", "staff"]
SEATS_PER_ROW_AND_ROW = 2.2  # a hall is about so many times wider, in seats, than deep, in rows
CENTRE_WEIGHT = 1.6  # the middle section is wider than the others
FRONT, BACK = 0.7, 1.3  # width of the first and last row, of the mean
ROSTRUM_ROW = 31


def files(people, groups, seats, sections, rows, rostrum, plain, seed):
    """The tables of an event: `people` in `groups`, `rostrum` of them on the rostrum, and a hall of `seats`.

    `rows` 0 gives the hall the depth of a usual one. All groups of a `plain` event are delegations.
    """
    check(people, groups, seats, sections, rows, rostrum)
    rng = random.Random(seed)
    roles = ["delegate"] * groups if plain else roles_of_groups(groups)
    sizes = sizes_of_groups(rng, people, groups)
    tables = {
        "event.csv": table(EVENT_HEADER, [
            ["name", f"{people} people in {groups} groups"], ["start", "2026-03-05"], ["end", "2026-03-13"]]),
        "people.csv": table(["id", "name", "group", "rank", "role", "gender"], members(rng, sizes, roles, rostrum)),
        "groups.csv": table(["group", "order"], [[name_of(index), index + 1] for index in range(groups)]),
        "hall.csv": table(["section", "row", "first", "last"], hall(seats, sections, rows or usual_rows(seats))),
    }
    if rostrum:
        tables["rostrum.csv"] = table(["row", "seats"], rows_of_rostrum(rostrum))
    return tables


def check(people, groups, seats, sections, rows, rostrum):
    """Refuses sizes that make no event."""
    if not 1 <= groups <= people:
        raise ValueError("groups: at least one, and no more than people")
    if not 1 <= sections <= seats:
        raise ValueError("sections: at least one, and no more than seats")
    if not 0 <= rows <= seats:
        raise ValueError("rows: no more than seats, or 0 for the usual depth")
    if not 0 <= rostrum <= people:
        raise ValueError("rostrum: of the people, so no more than they are")


def name_of(index):
    """The name of a group."""
    return f"第{index + 1}代表团"


def roles_of_groups(groups):
    """The role of each group: delegates first, then about one group in twelve of other roles."""
    others = max(len(MEMBERS_ROLES), groups // 12) if groups > 2 * len(MEMBERS_ROLES) else 0
    tail = sorted((MEMBERS_ROLES * others)[:others], key=MEMBERS_ROLES.index)
    return ["delegate"] * (groups - others) + tail


def sizes_of_groups(rng, people, groups):
    """Log-normal sizes, each at least 1."""
    return apportion(people, [rng.lognormvariate(0, SIGMA) for _ in range(groups)], least=1)


def members(rng, sizes, roles, rostrum):
    """Everybody, group after group; those on the rostrum are anybody among them."""
    rows = []
    for index, (size, role) in enumerate(zip(sizes, roles)):
        for _ in range(size):
            gender = "F" if rng.random() < 0.3 else "M"
            name = invented_name(rng, gender)
            rows.append([f"P{len(rows) + 1:06}", name, name_of(index), "", role, gender])
    for rank, row in enumerate(rng.sample(rows, rostrum), 1):
        row[3], row[4] = rank, "rostrum"
    return rows


def usual_rows(seats):
    """How many rows a hall of so many seats has."""
    return max(1, round((seats / SEATS_PER_ROW_AND_ROW) ** 0.5))


def hall(seats, sections, count):
    """Sections side by side, in `count` rows that widen to the back; a row may miss a section of a tiny hall."""
    weights = [CENTRE_WEIGHT if 2 * section + 1 == sections else 1 for section in range(sections)]
    widths = [FRONT + (BACK - FRONT) * row / count for row in range(count)]
    numbers = apportion(seats, [width * weight for width in widths for weight in weights])
    places = [(f"{section + 1}区", row + 1) for row in range(count) for section in range(sections)]
    return [[section, row, 1, number] for (section, row), number in zip(places, numbers) if number]


def rows_of_rostrum(people):
    """Rows of one width, the last one shorter."""
    return [[row + 1, min(ROSTRUM_ROW, people - first)] for row, first in enumerate(range(0, people, ROSTRUM_ROW))]
