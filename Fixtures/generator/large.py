"""Events of any size for benchmarks. They are not kept: the same arguments give the same bytes."""

import datetime
import itertools
import random

from . import journeys, lodging, rostrum as rostrum_of, transport
from .names import invented_name
from .shares import apportion
from .tables import EVENT_HEADER, table

SIGMA = 0.6  # of the logarithm of a group's size
MEMBERS_ROLES = ["observer", "guest", "press", "staff"]
SEATS_PER_ROW_AND_ROW = 2.2  # a hall is about so many times wider, in seats, than deep, in rows
CENTRE_WEIGHT = 1.6  # the middle section is wider than the others
FRONT, BACK = 0.7, 1.3  # width of the first and last row, of the mean
START, END = datetime.date(2026, 3, 5), datetime.date(2026, 3, 8)
VENUE = "会议中心"
PEOPLE_HEADER = ["id", "name", "group", "rank", "role", "gender"]
LODGED_HEADER = [*PEOPLE_HEADER, *lodging.PEOPLE_COLUMNS, "apart", "needs", *journeys.COLUMNS, "vehicle"]


def files(people, groups, seats, sections, rows, rostrum, wishes, hotels, stock, vehicles, terminals, days, plain, lodged,
          seed):
    """The tables of an event: `people` in `groups`, `rostrum` of them on the rostrum, and a hall of `seats`.

    Of those on the rostrum `wishes` percent have a wish: a seat, somebody beside them, or somebody apart from them.
    `rows` 0 gives the hall the depth of a usual one. All groups of a `plain` event are delegations. `hotels` have
    `stock` percent more rooms than are needed; `vehicles` meet people at so many `terminals` over so many `days` and
    take them to the sessions. Groups of a `lodged` event have their hotels already, and no table tells the rooms.
    """
    check(people, groups, seats, sections, rows, rostrum, wishes, hotels, vehicles, terminals, days)
    rng = random.Random(seed)
    roles = ["delegate"] * groups if plain else roles_of_groups(groups)
    sizes = sizes_of_groups(rng, people, groups)
    everybody = members(rng, sizes, roles, rostrum)
    tables = {
        "event.csv": table(EVENT_HEADER, [["name", f"{people} people in {groups} groups"], ["start", START],
                                          ["end", END], *([["place", VENUE]] if hotels else [])]),
        "groups.csv": table(["group", "order"], [[name_of(index), index + 1] for index in range(groups)]),
    }
    if seats:
        tables["hall.csv"] = table(["section", "row", "first", "last"], hall(seats, sections, rows or usual_rows(seats)))
    if rostrum:
        tables["rostrum.csv"] = table(["row", "seats"], rostrum_of.rows(rostrum))
        rostrum_of.give_wishes(random.Random(f"rostrum {seed}"), everybody, wishes)
    if hotels:
        tables |= lodging_and_transport(random.Random(f"lodging {seed}"), everybody, hotels, stock, vehicles,
                                        terminals, days, lodged)
    header = LODGED_HEADER if hotels else PEOPLE_HEADER
    tables["people.csv"] = table(header + [wish for wish in rostrum_of.WISHES if wishes and wish not in header], everybody)
    return tables


def lodging_and_transport(rng, everybody, hotels, stock, vehicles, terminals, days, lodged):
    """The tables of hotels and vehicles; everybody gets nights, a journey and wishes."""
    groups = [list(members) for _, members in itertools.groupby(everybody, key=lambda person: person["group"])]
    names, stations = lodging.hotel_names(hotels), journeys.terminals(terminals)
    journeys.give_journeys(rng, groups, stations, START, END, days)
    lodging.give_entitlements(rng, groups)
    lodging.give_wishes(rng, groups, lodging.every_wish(rng, [] if lodged else names))
    tables = {}
    riders = {hotel: f"hotel:{hotel}" for hotel in names}
    if lodged:
        of_hotel = shared_out(groups, names)
        riders = {hotel: "group:" + ";".join(of_hotel[hotel]) for hotel in names}
        hotel_of = {group: hotel for hotel, members in of_hotel.items() for group in members}
        tables["groups.csv"] = table(["group", "order", "hotel"], [
            [members[0]["group"], place, hotel_of[members[0]["group"]]] for place, members in enumerate(groups, 1)])
    else:
        rooms = lodging.rooms(rng, names, lodging.need(everybody), stock, START)
        tables["rooms.csv"] = table(lodging.HEADER, rooms)
    if vehicles:
        at = transport.map_of(rng, VENUE, names, stations)
        transport.give_own_vehicles(rng, everybody)
        tables["vehicles.csv"] = table(transport.VEHICLES_HEADER, transport.vehicles(rng, vehicles, START, END))
        tables["routes.csv"] = table(transport.ROUTES_HEADER, transport.routes(at))
        tables["transfers.csv"] = table(transport.TRANSFERS_HEADER,
                                        transport.transfers(at, VENUE, names, riders, START, END))
    return tables


def shared_out(groups, hotels):
    """The groups of each hotel: the largest first, each to the hotel that has the fewest people."""
    people = dict.fromkeys(hotels, 0)
    of_hotel = {hotel: [] for hotel in hotels}
    for members in sorted(groups, key=len, reverse=True):
        hotel = min(hotels, key=people.get)
        people[hotel] += len(members)
        of_hotel[hotel].append(members[0]["group"])
    return of_hotel


def check(people, groups, seats, sections, rows, rostrum, wishes, hotels, vehicles, terminals, days):
    """Refuses sizes that make no event."""
    if not 1 <= groups <= people:
        raise ValueError("groups: at least one, and no more than people")
    if not 1 <= sections <= seats and seats:
        raise ValueError("sections: at least one, and no more than seats")
    if not 0 <= rows <= seats:
        raise ValueError("rows: no more than seats, or 0 for the usual depth")
    if not 0 <= rostrum <= people:
        raise ValueError("rostrum: of the people, so no more than they are")
    if not 0 <= wishes <= 100 or wishes and not rostrum:
        raise ValueError("wishes: a percentage of those on the rostrum")
    if not 0 <= hotels <= groups:
        raise ValueError("hotels: no more than groups")
    if vehicles and not hotels:
        raise ValueError("vehicles: they drive from and to hotels, so there must be one")
    if hotels and (terminals < 1 or not 1 <= days <= 3):
        raise ValueError("terminals: at least one; days: from one to three")


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
            rows.append({"id": f"P{len(rows) + 1:06}", "name": name, "group": name_of(index), "role": role,
                         "gender": gender})
    for rank, row in enumerate(rng.sample(rows, rostrum), 1):
        row.update(rank=rank, role="rostrum")
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
