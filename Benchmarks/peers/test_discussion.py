"""Tests of the peers of discussions: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from discussion.evaluation import broken, terms
from discussion.instance import Instance

HERE = Path(__file__).resolve().parent


def write_event(folder, groups, rooms):
    """An event of groups of so many people, those of which the size is negative with a wheelchair, and of rooms."""
    people = [[f"{name}{number}", name, "wheelchair" if size < 0 and number == 0 else ""]
              for name, size in groups.items() for number in range(abs(size))]
    rows = {"event": [["key", "value"], ["name", "Test"]], "people": [["id", "group", "needs"], *people],
            "discussion": [["room", "session", "seats", "place", "accessible"], *rooms]}
    for name, lines in rows.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def least_cost(instance):
    """The optimum over all ways to give a room, or none, to each group in each session."""
    meetings = [(group, session) for session in range(len(instance.sessions)) for group in range(len(instance.groups))]
    choices = [[None, *instance.of_session[session]] for _, session in meetings]
    plans = ({meeting: room for meeting, room in zip(meetings, chosen) if room is not None}
             for chosen in itertools.product(*choices))
    return min(sum(terms(instance, plan).values()) for plan in plans if not broken(instance, plan))


class DiscussionPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, groups, rooms):
        write_event(self.folder.name, groups, rooms)
        return Instance(self.folder.name)

    def test_each_term_counts_as_the_objective_says(self):
        instance = self.instance({"A": 3, "B": 2}, [
            ["1", "am", 5, "N", ""], ["2", "am", 2, "N", ""], ["1", "pm", 4, "N", ""], ["1", "night", 3, "S", ""]])
        # A keeps room 1 in the afternoon and has another one, of the same name, at night; B has none after the morning.
        self.assertEqual(terms(instance, {(0, 0): 0, (0, 1): 2, (0, 2): 3, (1, 0): 1}),
                         dict(without=2_000_000, empty=2 + 1, change=500))

    def test_what_rooms_break_is_told(self):
        instance = self.instance({"A": 3, "B": -2}, [["1", "am", 4, "", ""], ["2", "am", 2, "", "yes"]])
        self.assertEqual(broken(instance, {(0, 0): 0, (1, 0): 1}), [])
        self.assertEqual(broken(instance, {(0, 0): 1, (1, 0): 0}), ["room 2 does not hold A", "room 1 does not hold B"])
        self.assertEqual(broken(instance, {(0, 0): 0, (1, 0): 0}), [
            "2 groups in room 1 of session 1", "room 1 does not hold B"])

    def test_both_peers_find_what_trying_all_rooms_finds(self):
        rng = random.Random(1)
        for _ in range(6):
            rooms = [[str(room), session, rng.randint(1, 5), "", rng.choice(["", "yes"])] for session in ["am", "pm", "night"]
                     for room in range(1, 4) if rng.random() < 0.8]
            best = least_cost(self.instance({"A": rng.randint(1, 4), "B": -rng.randint(1, 4), "C": 2}, rooms))
            for peer in ["highs", "cpsat"]:
                with self.subTest(rooms=rooms, peer=peer):
                    command = [sys.executable, HERE / "peer.py", "discussion", self.folder.name, peer, "--seconds", "20"]
                    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
                    self.assertEqual((found["objective"], found["bound"], found["true_objective"]), (best, best, best))


if __name__ == "__main__":
    unittest.main()
