"""Who serves the congress: invented staff, who sleep and eat at home, and what they do."""

import datetime
import random

from . import npc14_logistics as logistics
from .names import invented_name
from .tables import table

A_LIAISON_FOR = 40  # deputies of a delegation
AT_LARGE = 60  # of no delegation
WOMEN = 0.5
PEOPLE_COLUMNS = ["diet", "seat", "discussion", "phone"]
HEADER = ["duty", "post", "people", "each", "place", "from", "to", "who"]
HOURS_OF_SESSIONS = datetime.timedelta(hours=2, minutes=30)
OPENING, CLOSING = logistics.START, logistics.END


def people(deputies):
    """Two of the staff and more for each delegation, and those at large: in no room, at no table, in no seat."""
    rng = random.Random("the congress is served")
    sizes = {}
    for person in deputies:
        sizes[person["group"]] = sizes.get(person["group"], 0) + 1
    groups = [group for group, size in sizes.items() for _ in range(1 + -(-size // A_LIAISON_FOR))] + [""] * AT_LARGE
    return [servant(rng, number, group) for number, group in enumerate(groups, 1)]


def servant(rng, number, group):
    """One of the staff."""
    gender = "F" if rng.random() < WOMEN else "M"
    return {"id": f"S{number:03}", "name": invented_name(rng, gender), "group": group, "role": "staff",
            "title": "代表团联络员" if group else "会务组", "gender": gender, "room_type": "none", "diet": "none", "seat": "none",
            "discussion": "none", "phone": f"139{10000000 + number}"}


def duties(sessions):
    """The table `duties`: floors, batches at the terminals, a recorder in each discussion, registration and ushers."""
    lines = [
        dict(duty="floor", people=1, **{"from": "19:00", "to": "22:00"}),
        dict(duty="arrival", people=1, each=40), dict(duty="departure", people=1, each=60)]
    for session in sessions:
        begins = moment(session)
        lines.append({"duty": "discussion", "post": "记录员", "people": 1, "place": session, "from": written(begins),
                      "to": written(begins + HOURS_OF_SESSIONS)})
    for hotel in logistics.HOTELS:
        for day in (OPENING - datetime.timedelta(days=2), OPENING - datetime.timedelta(days=1)):
            lines.append({"duty": "other", "post": "报到", "people": 2, "place": hotel, "from": f"{day} 08:00", "to": f"{day} 20:00"})
    for day, post in ((OPENING, "开幕会引导"), (CLOSING, "闭幕会引导")):
        lines.append({"duty": "other", "post": post, "people": 24, "place": logistics.VENUE, "from": f"{day} 07:30", "to": f"{day} 12:00"})
    return table(HEADER, lines)


def moment(session):
    """When a session begins whose name says it: 3月6日 09:00."""
    day, time = session.split(" ")
    month, day = (int(part) for part in day.rstrip("日").split("月"))
    hour, minute = (int(part) for part in time.split(":"))
    return datetime.datetime(OPENING.year, month, day, hour, minute)


def written(time):
    """A moment as the tables write it."""
    return time.strftime("%Y-%m-%d %H:%M")
