"""Who comes when and from where, and goes home again: parties of a group on one service of a terminal."""

import datetime

SERVICES_A_DAY = 48  # that anybody takes, of each terminal
PARTY, PARTY_SIGMA = 1.5, 0.9  # logarithm of the size of those who travel together
AT_HOME_TERMINAL = 0.7  # of the parties of a group
EARLY, LATE = 0.03, 0.04  # parties that come a day before all others, or go a day after
BY_OWN_CAR = 0.03  # parties that nobody meets
FIRST_ARRIVAL, LAST_ARRIVAL = 8 * 60, 22 * 60  # minutes of the day
FIRST_DEPARTURE, LAST_DEPARTURE = 9 * 60, 21 * 60
AFTER_CLOSING = 16 * 60  # first departure on the last day
MAIN_DAY = 0.7  # of the parties come on the last day of arrivals and leave on the first of departures
TERMINALS = ["机场一号航站楼", "火车东站", "机场二号航站楼", "火车南站"]
COLUMNS = ["arrival", "arrival_place", "arrival_service", "pickup", "departure", "departure_place", "departure_service",
           "dropoff"]


def terminals(count):
    """Names of terminals: airports and stations in turn, then more stations."""
    return (TERMINALS + [f"火车第{number}站" for number in range(len(TERMINALS) + 1, count + 1)])[:count]


def is_airport(place):
    """Whether planes land there."""
    return "机场" in place


def give_journeys(rng, groups, places, start, end, days, own_car=BY_OWN_CAR):
    """Gives everybody of `groups` (lists of people) a journey there and back over so many days, and their nights.

    `own_car` is the share of the parties that nobody meets.
    """
    timetable = {place: sorted(rng.sample(range(FIRST_ARRIVAL // 5, LAST_ARRIVAL // 5 + 1), SERVICES_A_DAY))
                 for place in places}
    arrivals = [start - datetime.timedelta(days=back) for back in range(1, days + 1)]
    departures = [end + datetime.timedelta(days=after) for after in range(days)]
    for members in groups:
        home = rng.choice(places)
        for party in parties(rng, members):
            place = home if rng.random() < AT_HOME_TERMINAL else rng.choice(places)
            came = day_of(rng, arrivals, EARLY, -1)
            left = day_of(rng, departures, LATE, 1)
            for person in party:
                person.update(check_in=came, check_out=left)
            if rng.random() < own_car:
                continue
            there = service(rng, timetable[place], FIRST_ARRIVAL, LAST_ARRIVAL)
            back = service(rng, timetable[place], AFTER_CLOSING if left == end else FIRST_DEPARTURE, LAST_DEPARTURE)
            for person in party:
                person.update(
                    arrival=f"{came} {clock(there)}", arrival_place=place, pickup="yes",
                    arrival_service=number_of(place, there), departure=f"{left} {clock(back)}",
                    departure_place=place, departure_service=number_of(place, back + 1), dropoff="yes")


def parties(rng, members):
    """Members who travel together: neighbours on the list, most of them few."""
    first = 0
    while first < len(members):
        size = max(1, round(rng.lognormvariate(PARTY, PARTY_SIGMA)))
        yield members[first:first + size]
        first += size


def day_of(rng, days, rare, step):
    """One of the days, the first the likeliest; rarely one day farther from the event than all of them."""
    if rng.random() < rare:
        return days[-1] + datetime.timedelta(days=step)
    return days[0] if rng.random() < MAIN_DAY else rng.choice(days)


def service(rng, timetable, first, last):
    """Minute of the day of a service between two."""
    return rng.choice([slot * 5 for slot in timetable if first <= slot * 5 <= last])


def number_of(place, minute):
    """Number of the service of a terminal at a minute: flights of two letters, trains of one."""
    return f"{'CA' if is_airport(place) else 'G'}{1000 + minute}"


def clock(minute):
    """A minute of the day as the tables write it."""
    return f"{minute // 60:02}:{minute % 60:02}"
