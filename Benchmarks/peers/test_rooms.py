"""Tests of the rooms' peers: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from rooms.evaluation import broken, terms
from rooms.instance import Instance

HERE = Path(__file__).resolve().parent
PEOPLE = ["id", "name", "group", "gender", "room_type", "check_in", "check_out", "roommate", "apart"]
ROOMS = ["hotel", "floor", "room", "type", "beds", "price"]


def write_event(folder, people, rooms):
    """An event of people and rooms, given as rows of the tables."""
    tables = {"event": [["key", "value"], ["name", "Test"], ["start", "2026-03-05"], ["end", "2026-03-06"]],
              "people": [PEOPLE, *people], "rooms": [ROOMS, *rooms]}
    for name, lines in tables.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def person(number, group="A", gender="F", kind="twin", first=5, end=7, roommate="", apart=""):
    """A row of the table of people."""
    return [str(number), f"N{number}", group, gender, kind, f"2026-03-{first:02}", f"2026-03-{end:02}", roommate, apart]


def least_cost(instance):
    """The optimum over all ways to give a room, or none, to each guest."""
    places = [None, *range(len(instance.rooms))]
    lodgings = ({guest: room for guest, room in enumerate(chosen) if room is not None}
                for chosen in itertools.product(places, repeat=len(instance.guests)))
    return min(sum(terms(instance, lodging).values()) for lodging in lodgings if not broken(instance, lodging))


def answer(folder, peer):
    """What peer.py prints."""
    command = [sys.executable, HERE / "peer.py", "rooms", folder, peer, "--seconds", "20"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


class RoomsPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, people, rooms):
        write_event(self.folder.name, people, rooms)
        return Instance(self.folder.name)

    def test_each_term_counts_as_the_objective_says(self):
        instance = self.instance(
            [person(1), person(2, group="B", first=6, end=8), person(3, kind="single"), person(4)],
            [["H", 1, 101, "twin", 2, 100], ["H", 2, 201, "twin", 2, 300]])
        # 1 and 2 share 101 on one of three nights; 3 is one level too low for two nights; 4 has no bed.
        self.assertEqual(terms(instance, {0: 0, 1: 0, 2: 1}), dict(
            price=300 + 600, below=4000, floor=900, hotel=6000, strangers=400, without=1_000_000))

    def test_broken_rules_are_told(self):
        instance = self.instance(
            [person(1), person(2, gender="M"), person(3, apart="4"), person(4), person(5, first=8, end=9)],
            [["H", 1, 101, "twin", 2, 100], ["H", 1, 102, "single", 1, 100]])
        self.assertEqual(broken(instance, {0: 0, 4: 0, 2: 1}), [])
        self.assertTrue(all("both sexes" in rule for rule in broken(instance, {0: 0, 1: 0})))
        self.assertEqual(len(broken(instance, {2: 0, 3: 0})), 1)
        self.assertEqual(len(broken(instance, {0: 1, 3: 1})), 2)  # two nights

    def test_peers_agree_with_all_lodgings_of_small_events(self):
        rng = random.Random(1)
        for _ in range(4):
            people = [person(number, rng.choice("AB"), rng.choice("FM"), rng.choice(["twin", "twin", "single"]),
                             first := rng.choice([4, 5]), first + rng.choice([1, 2])) for number in range(1, 6)]
            rooms = [["H", 1, 101, "twin", 2, rng.choice([100, 150])], ["H", 2, 201, "twin", 2, 120],
                     ["I", 1, 301, "single", 1, rng.choice([90, 200])]]
            best = least_cost(self.instance(people, rooms))
            for peer in ["highs", "cpsat", "levels"]:
                with self.subTest(people=people, rooms=rooms, peer=peer):
                    found = answer(self.folder.name, peer)
                    self.assertGreaterEqual(found["true_objective"], best)
                    if found["bound"] is not None:
                        self.assertLessEqual(found["bound"], best)

    def test_a_couple_has_a_room_to_itself(self):
        instance = self.instance(
            [person(1, roommate="2"), person(2, gender="M", roommate="1"), person(3)],
            [["H", 1, 101, "twin", 2, 100], ["H", 1, 102, "twin", 2, 100]])
        self.assertEqual(instance.families, [[0, 1]])
        self.assertEqual(answer(self.folder.name, "highs")["true_objective"], least_cost(instance))


if __name__ == "__main__":
    unittest.main()
