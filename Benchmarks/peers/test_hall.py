"""Tests of the hall's peers: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hall.annealing import Annealing
from hall.evaluation import terms
from hall.instance import Instance
from hall.peers import out_of_order
from hall.textbook import Textbook
from reading import Unsupported

HERE = Path(__file__).resolve().parent


def write_event(folder, sizes, rows, **settings):
    """An event of one section with rows of these lengths."""
    tables = {
        "event": [["key", "value"], ["name", "Test"], *settings.items()],
        "people": [["id", "name", "group"], *([f"{group}-{number}", "Name", f"G{group}"]
                                              for group, size in enumerate(sizes) for number in range(size))],
        "hall": [["section", "row", "first", "last"], *(["A", row, 1, last] for row, last in enumerate(rows, 1))],
    }
    for name, lines in tables.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def least_cost(instance):
    """The optimum over all ways to give the seats to groups."""
    people = [group for group, each in enumerate(instance.groups) for _ in range(each.size)]
    people += [None] * (len(instance.seats) - len(people))
    seatings = set(itertools.permutations(people))
    return min(sum(terms(instance, {seat: group for seat, group in enumerate(seating) if group is not None}).values())
               for seating in seatings)


def answer(folder, solver):
    """What peer.py prints."""
    command = [sys.executable, HERE / "peer.py", "hall", folder, solver, "--seconds", "20"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


class HallPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, *sizes_and_rows, **settings):
        write_event(self.folder.name, *sizes_and_rows, **settings)
        return Instance(self.folder.name)

    def test_a_known_optimum_is_found_by_both_peers(self):
        self.instance([4, 3, 3], [5, 5])
        for solver in ["highs", "cpsat"]:
            found = answer(self.folder.name, solver)
            self.assertEqual((found["objective"], found["bound"], found["true_objective"]), (30_804, 30_804, 30_804))

    def test_no_seating_of_a_small_hall_costs_less_than_the_bound(self):
        for method, sizes in itertools.product(["horizontal", "vertical", "outward"], [[3, 2, 2], [4, 2], [5, 1, 1]]):
            instance = self.instance(sizes, [4, 4], hall_method=method)
            with self.subTest(method=method, sizes=sizes):
                self.assertLessEqual(answer(self.folder.name, "highs")["bound"], least_cost(instance))

    def test_each_term_counts_as_the_objective_says(self):
        instance = self.instance([3, 2], [3, 3])
        # Row 1 is “0 . 0”, row 2 “1 0 .”: the seat in row 2 joins the two of row 1 into one part of three lone seats.
        self.assertEqual(terms(instance, {0: 0, 2: 0, 3: 1, 4: 0}),
                         dict(unseated=10_000_000, part=20_000, run=800, lone=900, hole=0, precedence=1))

    def test_an_empty_seat_before_somebody_in_a_file_is_a_hole(self):
        for method, holes in [("horizontal", 0), ("vertical", 40), ("outward", 40)]:
            instance = self.instance([1], [2, 2, 2], hall_method=method)
            self.assertEqual(terms(instance, {4: 0})["hole"], holes, method)

    def test_annealing_finds_the_best_seating_of_a_small_hall(self):
        for method, sizes in itertools.product(["horizontal", "vertical", "outward"], [[3, 2, 2], [4, 2], [5, 1, 1]]):
            instance = self.instance(sizes, [4, 4], hall_method=method)
            people = [group for group, size in enumerate(sizes) for _ in range(size)]
            annealing = Annealing(instance, dict(enumerate(people)), set(), seed=1)
            seating, cost, _ = annealing.run(1)
            with self.subTest(method=method, sizes=sizes):
                self.assertEqual(sum(terms(instance, seating).values()), cost)
                self.assertEqual(cost, least_cost(instance))

    def test_an_event_that_says_more_than_the_model_is_refused(self):
        with self.assertRaises(Unsupported):
            Textbook(self.instance([2], [3], hall_order="strict"))

    def test_a_strict_order_that_is_broken_is_told(self):
        instance = self.instance([1, 1], [1, 1, 1], hall_order="strict")
        self.assertEqual(out_of_order(instance, {1: 0, 0: 1}), [])
        self.assertEqual(out_of_order(instance, {2: 0, 0: 1}), ["group 2 sits before an earlier one"])


if __name__ == "__main__":
    unittest.main()
