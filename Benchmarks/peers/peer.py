#!/usr/bin/env python3
"""Gives a module of an event to one peer, and prints one line of JSON.

    python3 Benchmarks/peers/peer.py MODULE EVENT PEER [--seconds 60] [--threads 2] [--size]

`objective` and `bound` are the peer's own (its model may relax the problem), `true_objective` is what the plan made from
its solution costs. One process is one peer: the libraries of the two solvers clash.
"""

import argparse
import importlib
import json

MODULES = ["rostrum", "hall", "rooms", "vehicles", "tables", "discussion", "staff"]


def main():
    """Reads, solves, evaluates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", choices=MODULES)
    parser.add_argument("event", help="folder of the event's tables")
    parser.add_argument("peer", nargs="?", help="one of the module's peers")
    parser.add_argument("--seconds", type=float, default=60, help="limit of the search (default 60)")
    parser.add_argument("--threads", type=int, default=2, help="default 2")
    parser.add_argument("--size", action="store_true", help="print the size of the problem, solve nothing")
    options = parser.parse_args()
    peers = importlib.import_module(f"{options.module}.peers")
    if options.size:
        print(json.dumps(peers.size(options.event)))
        return
    if options.peer not in peers.TITLES:
        parser.error(f"{options.module} has the peers {', '.join(peers.TITLES)}")
    print(json.dumps(peers.answer(options.peer, options.event, options.seconds, options.threads)))


if __name__ == "__main__":
    main()
