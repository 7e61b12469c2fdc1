"""Where the congress sleeps and how it drives: invented hotels, rooms, prices, journeys, vehicles and ways."""

import datetime
import itertools
import random

from . import journeys, lodging, transport
from .tables import table

START, END = datetime.date(2023, 3, 5), datetime.date(2023, 3, 13)
DAYS = 2  # of arrivals before the opening, and of departures from the closing on
VENUE = "人民大会堂"
HOTELS = ["迎春宾馆", "望河饭店", "长桥饭店", "松林宾馆", "北苑饭店", "东湖宾馆", "银杏饭店"]
TERMINALS = ["北机场", "南机场", "火车西站", "火车南站"]
AT_HOME = ["北京"]
BY_TRAIN = ["天津", "河北", "山西", "内蒙古", "山东", "河南"]
TOGETHER = {"香港": "银杏饭店", "澳门": "银杏饭店", "台湾": "银杏饭店", "解放军和武警": "望河饭店"}  # bound to a hotel
AT_OWN_HOME = 0.3  # of those who live in the city
SUITES, SINGLES = 30, 0.08  # ranks that get a suite; share of those without a rank who get a single
OVER = 12  # rooms over need, in percent
VEHICLES = 170
OWN_VEHICLE = 3  # the first ranks
PEOPLE_COLUMNS = [*lodging.PEOPLE_COLUMNS, *journeys.COLUMNS, "vehicle"]


def give_stays(people):
    """Gives everybody a room type, nights and a journey, and some of them a wish."""
    rng = random.Random("the congress travels")
    groups = {group: list(members) for group, members in itertools.groupby(people, key=lambda person: person["group"])}
    trains = [place for place in TERMINALS if not journeys.is_airport(place)]
    near, far = [], []
    for group, members in groups.items():
        if group not in AT_HOME:
            (near if group in BY_TRAIN else far).append(members)
    journeys.give_journeys(rng, near, trains, START, END, DAYS)
    journeys.give_journeys(rng, far, TERMINALS, START, END, DAYS)
    for person in itertools.chain.from_iterable(groups[group] for group in AT_HOME):
        person.update(check_in=START - datetime.timedelta(days=1), check_out=END)
    for person in people:
        give_entitlement(rng, person)
    free = [members for group, members in groups.items() if group not in TOGETHER]
    lodging.give_wishes(rng, free, {lodging.share_room: 0.004, lodging.ask_for(rng, HOTELS): 0.002})


def give_entitlement(rng, person):
    """A suite for the highest, a single for all others on the rostrum and for some, a car of their own for three."""
    rank = person.get("rank")
    if rank is not None:
        person["room_type"] = "suite" if rank <= SUITES else "single"
        person["vehicle"] = "own" if rank <= OWN_VEHICLE else ""
    elif person["group"] in AT_HOME and rng.random() < AT_OWN_HOME:
        person.update(room_type="none", check_in="", check_out="")
    else:
        person["room_type"] = "single" if rng.random() < SINGLES else "twin"


def tables(people):
    """The tables of rooms, vehicles, routes and transfers."""
    rng = random.Random("the congress sleeps")
    at = transport.map_of(rng, VENUE, HOTELS, TERMINALS)
    who = {hotel: f"hotel:{hotel}" for hotel in HOTELS}
    return {
        "rooms.csv": table(lodging.HEADER, lodging.rooms(rng, HOTELS, lodging.need(people), OVER, START)),
        "vehicles.csv": table(transport.VEHICLES_HEADER, transport.vehicles(rng, VEHICLES, START, END)),
        "routes.csv": table(transport.ROUTES_HEADER, transport.routes(at)),
        "transfers.csv": table(transport.TRANSFERS_HEADER,
                               transport.transfers(at, VENUE, HOTELS, who, START, END)),
    }
