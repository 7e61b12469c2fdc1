"""The work of the staff as an event's files tell it: who can be at which post, and which posts one person cannot have both.

Reads what the benchmark's events use: batches of those who arrive and depart, and posts of their own. Posts that follow from plans
of other modules (vehicles, floors, discussions), other weights and unknown words are refused, so that no figure stands for another
problem.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from reading import TRUE, Unsupported, read

WEIGHTS = dict(without=1_000_000, load=1, foreign=30, floors=300_000)
TITLES = dict(en=dict(arrival="arrivals", departure="departures"), zh=dict(arrival="接站", departure="送站"))
READY, LEAD = {True: 15, False: 30}, {True: 60, False: 120}  # minutes after a train and a flight, and before them
BEFORE, GAP, LONGEST = 30, 60, 180  # minutes of a batch: before its first arrival, between two, from first to last
HALF_HOUR = 30


@dataclass(frozen=True)
class Post:
    """Work at a place from a minute to another one; `key` is what staff.csv calls it."""
    key: tuple
    place: str
    start: int
    end: int
    people: int
    rule: dict
    named: frozenset = frozenset()
    pool: frozenset | None = None

    @property
    def work(self):
        """Half hours, begun ones counted whole."""
        return max(1, -(-(self.end - self.start) // HALF_HOUR))


@dataclass
class Instance:
    """Posts in the order of the files, people by id, and ways in minutes."""
    posts: list = field(default_factory=list)

    def __init__(self, event):
        tables = {name: read(Path(event) / f"{name}.csv") for name in ["event", "people", "duties", "routes"]}
        settings = {row["key"]: row["value"] for row in tables["event"]}
        if any(key.startswith(("weights.", "ready_", "lead_")) for key in settings):
            raise Unsupported("event.csv: weights and times of travel")
        self.place = settings.get("place") or "会场"
        self.titles = TITLES[settings.get("language") or "zh"]
        self.days = days(settings)
        self.people = {row["id"]: row for row in tables["people"] if (row.get("absent") or "").lower() not in TRUE}
        self.minutes = {}
        for row in tables["routes"]:
            self.minutes[row["from"], row["to"]] = int(row["minutes"])
        for row in tables["routes"]:
            self.minutes.setdefault((row["to"], row["from"]), int(row["minutes"]))
        posts = {}
        for rule in sorted(tables["duties"], key=lambda row: not row.get("place")):  # a row with a place goes before one without
            for post in self.posts_of(rule):
                posts.setdefault(post.key, post)
        self.posts = list(posts.values())
        self.able = [[person for person in self.people if self.can_take(person, post)] for post in self.posts]

    def posts_of(self, rule):
        """The posts that a row asks for."""
        if rule["duty"] in self.titles:
            return self.batches(rule)
        if rule["duty"] == "other":
            return self.others(rule)
        raise Unsupported(f"duties.csv: {rule['duty']}")

    def post(self, rule, subject, place, start, end, served=None):
        """A post, with as many people as the row asks for so many who are served."""
        each = int(rule["each"]) if rule.get("each") else None
        times = max(1, -(-served // each)) if each and served else 1
        people = int(rule.get("people") or 1) * times
        names = frozenset(name for name in (rule.get("names") or "").split(";") if name in self.people)
        title = rule.get("post") or self.titles[rule["duty"]]
        named = names if len(names) <= people else frozenset()
        return Post((title, subject), place, start, end, max(people, len(named)), rule, named,
                    names if len(names) > people else None)

    def others(self, rule):
        """A post for the hours of a row, or one a day."""
        place = rule.get("place") or self.place
        spans = [(moment(rule["from"]), moment(rule["to"]))] if len(rule["from"]) > 5 else [
            (day + clock(rule["from"]), day + clock(rule["to"])) for day in self.days]
        for start, end in spans:
            subject = " ".join(filter(None, [rule.get("place") or "", month_and_day(start)]))
            yield self.post(rule, subject, place, start, end)

    def batches(self, rule):
        """Those who come to a place, or leave from there, soon after one another."""
        arrives = rule["duty"] == "arrival"
        end, carried = ("arrival", "pickup") if arrives else ("departure", "dropoff")
        by_place = {}
        for row in self.people.values():
            place = row.get(f"{end}_place")
            if row.get(end) and place and (row.get(carried) or "").lower() in TRUE and rule.get("place") in ("", None, place):
                by_place.setdefault(place, []).append((moment(row[end]), is_train(row.get(f"{end}_service") or "")))
        for place, travellers in by_place.items():
            batch = []
            for traveller in sorted(travellers) + [(float("inf"), False)]:
                if batch and (traveller[0] - batch[-1][0] > GAP or traveller[0] - batch[0][0] > LONGEST):
                    yield self.batch(rule, place, batch, arrives)
                    batch = []
                batch.append(traveller)

    def batch(self, rule, place, travellers, arrives):
        """The post of a batch."""
        spans = [(time - BEFORE, time + READY[train]) if arrives else (time - LEAD[train], time) for time, train in travellers]
        subject = f"{place} {month_and_day(travellers[0][0])} {written(travellers[0][0])[11:]}"
        if len(travellers) < int(rule.get("least") or 1):
            raise Unsupported("duties.csv: batches that are too small for a post")
        return self.post(rule, subject, place, min(start for start, _ in spans), max(end for _, end in spans), len(travellers))

    def can_take(self, person, post):
        """Whether somebody can be at a post: named for it, or admitted by its row and at the event."""
        row = self.people[person]
        if person in post.named:
            return True
        if post.pool is not None:
            if person not in post.pool:
                return False
        elif post.rule.get("gender") not in ("", None, row.get("gender")) or not meets(post.rule.get("who") or "role:staff", row):
            return False
        come, go = row.get("arrival"), row.get("departure")
        return (not (come and moment(come) + READY[is_train(row.get("arrival_service") or "")] > post.start)
                and not (go and moment(go) - LEAD[is_train(row.get("departure_service") or "")] < post.end))

    def clash(self, one, other):
        """Whether nobody can be at both posts: one is not over, the drive included, before the other begins."""
        def is_done(first, second):
            return first.end + (0 if first.place == second.place else self.minutes.get((first.place, second.place), 0)) <= second.start

        return not is_done(one, other) and not is_done(other, one)


def days(settings):
    """Midnights of the days of the event in minutes."""
    if "start" not in settings:
        return []
    first, last = moment(settings["start"] + " 00:00"), moment(settings.get("end", settings["start"]) + " 00:00")
    return range(first, last + 1, 24 * 60)


def moment(text):
    """Minutes since 1970."""
    return (datetime.strptime(text, "%Y-%m-%d %H:%M") - datetime(1970, 1, 1)) // timedelta(minutes=1)


def clock(text):
    """Minutes since midnight."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def written(minute):
    """A minute as the files write it."""
    return (datetime(1970, 1, 1) + timedelta(minutes=minute)).strftime("%Y-%m-%d %H:%M")


def month_and_day(minute):
    """The month and the day of a minute."""
    return written(minute)[5:10]


def is_train(service):
    """Whether a service is a train: at most four digits, or one letter of trains and at most four digits."""
    number = service[1:] if service[:1] in tuple("GDCKZTLSY") else service
    return number.isdigit() and len(number) <= 4


def meets(selector, row):
    """Whether a person is selected; conditions are joined by &."""
    def holds(condition):
        kind, _, names = condition.partition(":")
        if kind not in ("role", "group"):
            raise Unsupported(f"duties.csv: who is {condition}")
        return (row.get(kind) or ("delegate" if kind == "role" else "")) in names.split(";")

    return all(holds(condition) for condition in selector.split("&"))
