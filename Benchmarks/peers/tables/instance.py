"""The tables of an event as its files tell them: who dines, at which tables each may sit, and with whom.

Reads what the benchmark's events use. Whatever would change the problem and is not read here (groups without an order,
other weights, hotels, wishes of people for whom a table is kept) is refused, so that no figure stands for another problem.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from reading import TRUE, Unsupported, read

WEIGHTS = dict(unseated=1_000_000, split=200, diet=1_000, precedence=1)
APART = ("halal", "vegetarian")  # diets that sit by themselves where there are tables for them


@dataclass
class Diner:
    """Somebody who dines; `group` is the place of the group among those that dine."""
    id: str
    group: int
    group_name: str
    rank: float
    diets: frozenset
    beside: list = field(default_factory=list)  # indices of diners
    apart: list = field(default_factory=list)

    @property
    def is_free(self):
        """Whether no wish names this person."""
        return not self.beside and not self.apart


@dataclass
class Table:
    """A table of a meal; `place` is that in the order of the meal's tables, equal orders sharing one."""
    name: str
    meal: str
    seats: int
    order: float
    diets: frozenset
    audience: list | None  # conditions, all of which hold for those who may sit there
    place: int = 0

    def serves(self, diets):
        """Whether what somebody eats is served here."""
        if not diets:
            return True
        return bool(diets & self.diets) if self.diets else "halal" not in diets


class Instance:
    """Diners in protocol order, tables, and the main table of each meal by its index, where a meal has one."""

    def __init__(self, event):
        tables = {name: read(Path(event) / f"{name}.csv") for name in ["event", "people", "groups", "tables"]}
        if any(row["key"].startswith("weights.") for row in tables["event"]):
            raise Unsupported("event.csv: weights")
        self.tables = [table_of(row) for row in tables["tables"]]
        self.meals = list(dict.fromkeys(table.meal for table in self.tables))
        self.of_meal = {meal: [index for index, table in enumerate(self.tables) if table.meal == meal] for meal in self.meals}
        self.main, self.apart_diets = {}, {}
        for meal, members in self.of_meal.items():
            self.give_places(meal, members)
        self.diners = diners_of(tables["people"], tables["groups"])
        self.index = {diner.id: place for place, diner in enumerate(self.diners)}
        self.groups = 1 + max((diner.group for diner in self.diners), default=-1)
        for diner in self.diners:
            if not diner.is_free and any(table.audience and self.admits(diner, table) for table in self.tables):
                raise Unsupported("people.csv: a wish of somebody for whom a table is kept")

    def give_places(self, meal, members):
        """Places in the order of the meal, its main table, and the diets that have tables of their own."""
        orders = sorted({self.tables[table].order for table in members})
        for table in members:
            self.tables[table].place = orders.index(self.tables[table].order)
        least = next(table for table in members if self.tables[table].place == 0)
        if self.tables[least].order < float("inf"):
            self.main[meal] = least
        self.apart_diets[meal] = {diet for table in members for diet in self.tables[table].diets if diet in APART}

    def priority(self, diner):
        """What a step in the order of tables costs a diner."""
        return self.groups - 1 - diner.group

    def admits(self, diner, table):
        """Whether diet and audience let a diner sit at a table."""
        own = next((diet for diet in APART if diet in diner.diets), None)
        if own in self.apart_diets[table.meal]:
            may_eat = own in table.diets
        else:
            may_eat = not any(diet in APART for diet in table.diets)
        return may_eat and (table.audience is None or all(condition(diner) for condition in table.audience))

    def at_main_table(self, meal):
        """Who fills the main table of a meal by rank: each with those whom `beside` binds to them."""
        if meal not in self.main:
            return set()
        table = self.tables[self.main[meal]]
        there, passed = set(), set()
        for place, diner in enumerate(self.diners):  # in protocol order
            if diner.rank == float("inf") or place in there or place in passed:
                continue
            company = self.company(place)
            fits = len(there) + len(company) <= table.seats
            if fits and all(self.admits(self.diners[one], table) for one in company) and not any(
                    other in there for one in company for other in self.diners[one].apart):
                there |= company
            else:
                passed |= company
        return there

    def company(self, diner):
        """Everybody whom `beside` links to a diner, directly or through others."""
        company, left = {diner}, [diner]
        while left:
            for other in self.diners[left.pop()].beside:
                if other not in company:
                    company.add(other)
                    left.append(other)
        return company


def table_of(row):
    """A table of its row."""
    return Table(row["table"], row.get("meal") or "", int(row["seats"]), float(row.get("order") or "inf"),
                 frozenset(words(row.get("diet"))), audience_of(row.get("for")))


def audience_of(cell):
    """The conditions of `for`."""
    if not cell:
        return None
    return [condition_of(part.strip()) for part in cell.split("&")]


def condition_of(part):
    """One condition: of groups, told by a diner's `group_name`, or of ranks."""
    kind, _, value = part.partition(":")
    if kind == "rank" and (numbers := re.fullmatch(r"(\d+)-(\d+)", value)):
        least, most = map(float, numbers.groups())
        return lambda diner: least <= diner.rank <= most
    if kind == "group":
        names = set(value.split(";"))
        return lambda diner: diner.group_name in names
    raise Unsupported(f"tables.csv: for {part}")


def diners_of(people, listed):
    """Who dines, in protocol order: by rank, then as listed."""
    order = {row["group"]: float(row["order"]) for row in listed if row.get("order")}
    dining = [row for row in people if not (row.get("absent") or "").lower() in TRUE and row.get("diet") != "none"]
    names = {row.get("group") for row in dining}
    if names - order.keys():
        raise Unsupported("groups.csv: people of a group that has no order")
    place = {name: place for place, name in enumerate(sorted(names, key=order.get))}
    diners = []
    for row in dining:
        rank, diets = float(row.get("rank") or "inf"), frozenset(words(row.get("diet")))
        diners.append((Diner(row["id"], place[row["group"]], row["group"], rank, diets), row))
    diners.sort(key=lambda pair: pair[0].rank)
    index = {diner.id: place for place, (diner, _) in enumerate(diners)}
    for wish in ["beside", "apart"]:
        pairs = defaultdict(set)
        for diner, row in diners:
            for other in words(row.get(wish)):
                if other in index:
                    pairs[index[diner.id]].add(index[other])
                    pairs[index[other]].add(index[diner.id])
        for one, others in pairs.items():
            setattr(diners[one][0], wish, sorted(others))
    return [diner for diner, _ in diners]


def words(cell):
    """The words of a list in a cell."""
    return [word.strip() for word in (cell or "").split(";") if word.strip()]
