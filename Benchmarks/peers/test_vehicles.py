"""Tests of the vehicles' peers: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from vehicles.evaluation import Run, broken, terms
from vehicles.greedy import batches, dispatched, window
from vehicles.instance import Instance, means, minute

HERE = Path(__file__).resolve().parent
PEOPLE = ["id", "name", "group", "arrival", "arrival_place", "arrival_service", "pickup", "vehicle"]


def write_event(folder, people, vehicles, **settings):
    """An event at an airport half an hour from the venue."""
    tables = {
        "event": [["key", "value"], ["name", "Test"], ["place", "Venue"], *settings.items()],
        "people": [PEOPLE, *people],
        "vehicles": [["id", "kind", "seats", "fixed", "per_minute", "base"], *vehicles],
        "routes": [["from", "to", "minutes"], ["Airport", "Venue", 30]],
    }
    for name, lines in tables.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def arrival(number, clock, group="A", vehicle=""):
    """A row of the table of people: somebody who lands."""
    return [str(number), f"N{number}", group, f"2026-03-05 {clock}", "Airport", "CA1234", "yes", vehicle]


def flights(*flights):
    """People on flights given as (clock, how many)."""
    clocks = [clock for clock, count in flights for _ in range(count)]
    return [arrival(number, clock) for number, clock in enumerate(clocks, 1)]


class VehiclesPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, people, vehicles, **settings):
        write_event(self.folder.name, people, vehicles, **settings)
        return Instance(self.folder.name)

    def test_batches_are_those_of_the_published_example(self):
        people = flights(("09:10", 3), ("09:25", 2), ("09:50", 8), ("10:40", 4))
        coaches = [[f"C{number}", "coach", 45, 1000, 4, "Airport"] for number in range(3)]
        for wait, expected in [(45, [("10:20", 13), ("11:10", 4)]), (30, [("09:55", 5), ("10:20", 8), ("11:10", 4)])]:
            instance = self.instance(people, coaches, max_wait=wait)
            found = [(window(instance, batch)[0] % 1440, len(batch)) for batch in batches(instance, range(17))]
            self.assertEqual([(f"{clock // 60:02}:{clock % 60:02}", count) for clock, count in found], expected)
            runs, left = dispatched(instance)
            self.assertEqual((broken(instance, runs), left, len(runs)), ([], [], len(expected)))

    def test_each_term_counts_as_the_objective_says(self):
        instance = self.instance([arrival(1, "09:00"), arrival(2, "09:20", group="B"), arrival(3, "15:00")],
                                 [["C1", "coach", 45, 1000, 4, ""]])
        run = Run(0, minute("2026-03-05 09:50"), [0, 1])
        self.assertEqual(broken(instance, [run]), [])
        # An empty way of 30 minutes from the venue, 30 loaded; one rider waits 20 minutes; one is left.
        self.assertEqual(terms(instance, [run]), dict(
            fixed=1000, minutes=240, waiting=20, split=600, not_carried=1_000_000))

    def test_broken_rules_are_told(self):
        instance = self.instance([arrival(1, "09:00"), arrival(2, "09:20"), arrival(3, "09:30", vehicle="own")],
                                 [["S1", "sedan", 1, 100, 2, ""], ["S2", "sedan", 4, 100, 2, ""]])
        at = minute("2026-03-05 09:50")
        self.assertTrue(any("seats" in rule for rule in broken(instance, [Run(0, at, [0, 1])])))
        self.assertTrue(any("too early" in rule for rule in broken(instance, [Run(1, at - 30, [0])])))
        self.assertTrue(any("not at Airport in time" in rule for rule in broken(
            instance, [Run(1, at, [0]), Run(1, at + 10, [2])])))
        self.assertTrue(any("alone" in rule for rule in broken(instance, [Run(1, at + 10, [1, 2])])))
        self.assertTrue(any("rides twice" in rule for rule in broken(instance, [Run(0, at, [0]), Run(1, at, [0])])))

    def test_routing_costs_no_more_than_the_dispatcher(self):
        self.instance(flights(("09:10", 3), ("09:25", 2), ("11:50", 8), ("12:40", 4)),
                      [["C1", "coach", 45, 1000, 4, ""], ["M1", "minibus", 8, 500, 3, ""], ["S1", "sedan", 4, 100, 2, ""]])
        costs = {}
        for peer in ["greedy", "routing"]:
            command = [sys.executable, HERE / "peer.py", "vehicles", self.folder.name, peer, "--seconds", "2"]
            found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            costs[peer] = found["true_objective"]
            self.assertEqual(found["terms"]["not_carried"], 0)
        self.assertLessEqual(costs["routing"], costs["greedy"])

    def test_trains_and_planes_are_told_apart_by_their_service(self):
        self.assertEqual([means(service) for service in ["G1234", "1234", "CA1234", "12345", "", "K9"]],
                         ["train", "train", "flight", "flight", "flight", "train"])


if __name__ == "__main__":
    unittest.main()
