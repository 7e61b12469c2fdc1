"""Tests of the peers of the staff's work: `python -m unittest discover Benchmarks/peers`, with the packages of requirements.txt."""

import csv
import itertools
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from staff.evaluation import broken, terms
from staff.instance import Instance

HERE = Path(__file__).resolve().parent
DUTIES = ["duty", "post", "people", "each", "place", "from", "to", "who", "gender", "names"]
PEOPLE = ["id", "group", "role", "gender", "arrival", "arrival_place", "arrival_service", "pickup"]


def write_event(folder, people, duties):
    """An event of one day at a venue and an inn a quarter of an hour from it."""
    rows = {"event": [["key", "value"], ["name", "Test"], ["language", "en"], ["place", "Venue"], ["start", "2026-03-05"]],
            "people": [PEOPLE, *([row.get(key, "") for key in PEOPLE] for row in people)],
            "duties": [DUTIES, *([row.get(key, "") for key in DUTIES] for row in duties)],
            "routes": [["from", "to", "minutes"], ["Venue", "Inn", 15]]}
    for name, lines in rows.items():
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)


def post(name, begin, end, place="Venue", **more):
    """A row of a post of its own."""
    return {"duty": "other", "post": name, "place": place, "from": begin, "to": end} | more


def staff(count):
    """So many of the staff, women and men in turns."""
    return [dict(id=f"S{number}", role="staff", gender="FM"[number % 2]) for number in range(count)]


def least_cost(instance):
    """The optimum over all ways to send people to posts."""
    choices = [[chosen for count in range(post.people + 1) for chosen in itertools.combinations(able, count)]
               for post, able in zip(instance.posts, instance.able)]
    plans = (dict(enumerate(chosen)) for chosen in itertools.product(*choices))
    return min(sum(terms(instance, plan).values()) for plan in plans if not broken(instance, plan))


class StaffPeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def instance(self, people, duties):
        write_event(self.folder.name, people, duties)
        return Instance(self.folder.name)

    def test_each_term_counts_as_the_objective_says(self):
        instance = self.instance(staff(2), [post("Door", "08:00", "10:10", people=2), post("Desk", "10:00", "10:20")])
        # Five half hours, the last one begun, and one; a second person is missing at the door.
        self.assertEqual(terms(instance, {0: ["S0"], 1: ["S1"]}), dict(without=1_000_000, load=25 + 1, foreign=0, floors=0))

    def test_what_a_plan_breaks_is_told(self):
        instance = self.instance(staff(2), [
            post("Door", "08:00", "10:00"), post("Desk", "10:10", "11:00", "Inn"), post("Late", "11:20", "12:00", gender="M")])
        self.assertEqual(broken(instance, {0: ["S0"], 1: ["S1"], 2: ["S1"]}), [])
        # From the venue to the inn it is a quarter of an hour.
        self.assertEqual(len(broken(instance, {0: ["S0"], 1: ["S0"]})), 1)
        self.assertEqual(len(broken(instance, {2: ["S0"]})), 1)

    def test_those_who_come_soon_after_one_another_are_met_at_once(self):
        def traveller(number, time):
            return dict(id=f"P{number}", arrival=f"2026-03-05 {time}", arrival_place="Station", arrival_service="G1", pickup="yes")

        people = staff(1) + [traveller(number, time) for number, time in enumerate(["08:00", "08:50", "10:00"])]
        instance = self.instance(people, [dict(duty="arrival", each=1)])
        self.assertEqual([(one.key[1], one.people, one.end - one.start) for one in instance.posts], [
            ("Station 03-05 08:00", 2, 30 + 50 + 15), ("Station 03-05 10:00", 1, 30 + 15)])

    def test_both_peers_find_what_trying_all_ways_finds(self):
        rng = random.Random(1)
        for _ in range(6):
            duties = []
            for number in range(4):
                begin = rng.randrange(8, 12)
                duties.append(post(f"Post {number}", f"{begin:02}:00", f"{begin + rng.randint(1, 3):02}:00",
                                   rng.choice(["Venue", "Inn"]), people=rng.choice([1, 1, 2]), gender=rng.choice(["", "", "M"]),
                                   names=rng.choice(["", "", "S0", "S0;S1"])))
            best = least_cost(self.instance(staff(3), duties))
            for peer in ["highs", "cpsat"]:
                with self.subTest(duties=duties, peer=peer):
                    command = [sys.executable, HERE / "peer.py", "staff", self.folder.name, peer, "--seconds", "20"]
                    found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
                    self.assertEqual((found["objective"], found["bound"], found["true_objective"]), (best, best, best))


if __name__ == "__main__":
    unittest.main()
