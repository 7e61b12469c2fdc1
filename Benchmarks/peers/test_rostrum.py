"""Tests of the rostrum's peers: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from rostrum.evaluation import broken, terms
from rostrum.instance import Instance, by_protocol
from reading import Unsupported

HERE = Path(__file__).resolve().parent


def write_event(folder, seats, people, **settings):
    """An event with rows of so many seats, and the wishes of each person, the highest first."""
    wishes = ["seat", "beside", "apart"]
    tables = {
        "event": [["key", "value"], ["name", "Test"], *settings.items()],
        "people": [["id", "name", "role", "rank", *wishes],
                   *([name, name, "rostrum", rank, *(granted.get(wish, "") for wish in wishes)]
                     for rank, (name, granted) in enumerate(people.items(), 1))],
        "rostrum": [["row", "seats"], *([row, count] for row, count in enumerate(seats, 1))],
    }
    for name, lines in tables.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def least_cost(instance):
    """The optimum over all ways to seat the people."""
    seatings = (dict(enumerate(seats)) for seats in itertools.permutations(range(len(instance.seats)), len(instance.people)))
    return min(sum(terms(seat_of).values()) for seat_of in seatings if not broken(instance, seat_of))


class RostrumPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, seats, people, **settings):
        write_event(self.folder.name, seats, people, **settings)
        return Instance(self.folder.name)

    def test_places_go_from_the_centre_to_left_and_right_in_turn(self):
        self.assertEqual(by_protocol(5), [3, 4, 2, 5, 1])  # seen from the hall: 5 3 1 2 4
        self.assertEqual(by_protocol(4), [2, 3, 1, 4])  # 3 1 2 4

    def test_both_peers_find_what_trying_all_seatings_finds(self):
        wishes = {"A": {}, "B": {"apart": "A"}, "C": {}, "D": {"beside": "F"}, "E": {"seat": "rostrum:2-3"}, "F": {}}
        instance = self.instance([3, 4], wishes)
        best = least_cost(instance)
        self.assertGreater(best, 0)
        for peer in ["highs", "cpsat"]:
            command = [sys.executable, HERE / "peer.py", "rostrum", self.folder.name, peer, "--seconds", "20"]
            found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            self.assertEqual((found["objective"], found["bound"], found["true_objective"]), (best, best, best))

    def test_what_a_seating_breaks_is_told(self):
        wishes = {"A": {"beside": "C"}, "B": {}, "C": {"seat": "rostrum:1-1"}, "D": {"apart": "B"}}
        instance = self.instance([4], wishes)  # places 3 1 2 4
        self.assertEqual(broken(instance, {0: 0, 1: 3, 2: 2, 3: 1}), ["D is not apart from B"])
        self.assertEqual(broken(instance, {0: 2, 1: 1, 2: 3, 3: 0}),
                         ["C is not on the seat of the list", "A is not beside C", "D is not apart from B"])
        self.assertEqual(broken(instance, {0: 0, 1: 0, 2: 2, 3: 1}), ["two people on one seat"])
        self.assertEqual(broken(instance, {0: 0, 1: 3, 2: 2}), ["D has no seat"])

    def test_an_event_that_says_more_than_the_model_is_refused(self):
        with self.assertRaises(Unsupported):
            self.instance([4], {"A": {}}, even_rule="pair")


if __name__ == "__main__":
    unittest.main()
