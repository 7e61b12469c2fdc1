"""Tests of the peers of tables: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from program import Program
from reading import Unsupported
from solvers import cpsat
from tables.evaluation import broken, terms
from tables.instance import Instance
from tables.textbook import Textbook

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent))
import gatherings  # noqa: E402

PEOPLE = ["id", "group", "rank", "diet", "beside", "apart"]
TABLES = ["table", "seats", "order", "diet", "meal", "for"]


def write_event(folder, people, tables):
    """An event of people and tables, given as dictionaries; groups A to D in that order."""
    rows = {"event": [["key", "value"], ["name", "Test"]],
            "people": [[*PEOPLE, "name"], *([row.get(column, "") for column in PEOPLE] + [row["id"]] for row in people)],
            "groups": [["group", "order"], *([name, place] for place, name in enumerate("ABCD", 1))],
            "tables": [TABLES, *([row.get(column, "") for column in TABLES] for row in tables)]}
    for name, lines in rows.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def least_cost(instance):
    """The optimum over all ways to give a table, or none, to each diner at each meal."""
    seats = [(meal, place) for meal in instance.meals for place in range(len(instance.diners))]
    choices = [[None, *instance.of_meal[meal]] for meal, _ in seats]
    seatings = ({seat: table for seat, table in zip(seats, chosen) if table is not None}
                for chosen in itertools.product(*choices))
    return min(sum(terms(instance, seating).values()) for seating in seatings if not broken(instance, seating))


def answer(folder, peer):
    """What peer.py prints."""
    command = [sys.executable, HERE / "peer.py", "tables", folder, peer, "--seconds", "20"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


class TablesPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, people, tables):
        write_event(self.folder.name, people, tables)
        return Instance(self.folder.name)

    def test_each_term_counts_as_the_objective_says(self):
        people = [dict(id=str(number), group="AABB"[number - 1]) for number in range(1, 5)]
        people[1]["diet"] = "halal"
        instance = self.instance(people, [dict(table=1, seats=2, order=1), dict(table=2, seats=2, order=2)])
        # No table serves halal. One of A is at the second table, one of B has no seat: three pairs of a group and a table.
        self.assertEqual(terms(instance, {("", 0): 1, ("", 1): 0, ("", 2): 0}),
                         dict(unseated=1_000_000, split=600, diet=1_000, precedence=1))

    def test_what_a_seating_breaks_is_told(self):
        people = [dict(id="1", group="A", rank=1), dict(id="2", group="A", beside="3"), dict(id="3", group="A"),
                  dict(id="4", group="B", apart="2"), dict(id="5", group="B", diet="halal"), dict(id="6", group="C")]
        instance = self.instance(people, [dict(table=1, seats=3, order=1), dict(table=2, seats=2, diet="halal"),
                                          dict(table=3, seats=3), {"table": 4, "seats": 2, "for": "group:C"}])
        good = {("", 0): 0, ("", 1): 2, ("", 2): 2, ("", 3): 0, ("", 4): 1, ("", 5): 3}
        self.assertEqual(broken(instance, good), [])
        self.assertEqual(broken(instance, good | {("", 0): 2}), ["1 is not at the main table"])
        self.assertEqual(broken(instance, good | {("", 2): 0}), ["2 is not beside 3"])
        self.assertEqual(broken(instance, good | {("", 3): 2}), ["2 is not apart from 4"])
        self.assertEqual(broken(instance, good | {("", 4): 2}), ["5 may not sit at table 3"])
        self.assertEqual(broken(instance, good | {("", 5): 0}), ["6 is not at table 4, which has a seat left"])
        self.assertEqual(broken(instance, good | {("", 4): 3}), ["5 may not sit at table 4"])

    def test_both_peers_find_what_trying_all_seatings_finds(self):
        rng = random.Random(1)
        for _ in range(6):
            people = [dict(id=str(number), group=rng.choice("AABC"), rank=number if rng.random() < 0.3 else "",
                           diet=rng.choice(["", "", "", "vegetarian"])) for number in range(1, 7)]
            people[0][rng.choice(["beside", "apart"])] = rng.choice("23")
            tables = [dict(table=1, seats=2, order=1), dict(table=2, seats=rng.choice([2, 3]), order=2),
                      dict(table=3, seats=rng.choice([1, 2]), order=rng.choice([2, 3]), diet=rng.choice(["", "vegetarian"]))]
            if rng.random() < 0.5:
                tables.append({"table": 4, "seats": 1, "for": "group:B"})
            try:
                best = least_cost(self.instance(people, tables))
            except Unsupported:
                continue
            for peer in ["highs", "cpsat"]:
                with self.subTest(people=people, tables=tables, peer=peer):
                    found = answer(self.folder.name, peer)
                    self.assertEqual((found["objective"], found["bound"], found["true_objective"]), (best, best, best))

    def test_the_wedding_keeps_as_many_connections_as_any_seating_can(self):
        for tables, seats, best in [(2, 10, 318), (5, 4, 276)]:
            event = Path(self.folder.name) / f"{tables}"
            gatherings.wedding(event, tables, seats)
            found = answer(event, "highs")
            self.assertEqual(found["objective"], found["bound"])
            self.assertEqual(most_connections(tables, seats), best)
            self.assertEqual(connections_of(event), best)


def connections_of(event):
    """The connections of a seating of least cost."""
    instance = Instance(event)
    model = Textbook(instance)
    table_of = model.table_of(cpsat(model.program, 20, 2).solution)
    return gatherings.connections({instance.diners[place].id: table for (_, place), table in table_of.items()})


def most_connections(tables, seats):
    """The paper's own program: the most connections that a seating of all 17 guests keeps."""
    program = Program()
    guests = gatherings.BRIDE + gatherings.GROOM
    sits = {(guest, table): program.variable(0, 1) for guest in guests for table in range(tables)}
    for guest in guests:
        program.row([(sits[guest, table], 1) for table in range(tables)], 1, 1)
    for table in range(tables):
        program.row([(sits[guest, table], 1) for guest in guests], most=seats)
        for one, other in itertools.combinations(guests, 2):
            both = program.variable(-gatherings.connection(one, other), 1)
            program.row([(both, 2), (sits[one, table], -1), (sits[other, table], -1)], most=0)
    found = cpsat(program, 60, 2)
    assert found.objective == found.bound
    return -found.objective


if __name__ == "__main__":
    unittest.main()
