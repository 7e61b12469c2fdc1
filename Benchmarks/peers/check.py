#!/usr/bin/env python3
"""Counts what a module of a plan costs, apart from Plenum, and prints the weighted terms as one line of JSON.

    python3 Benchmarks/peers/check.py MODULE EVENT OUT

Ends with status 1 when the plan breaks a rule, and says which.
"""

import importlib
import json
import sys


def main():
    """Reads the event and the plan, counts, prints."""
    module, event, out = sys.argv[1:]
    terms, broken = importlib.import_module(f"{module}.peers").counted(event, out)
    if broken:
        sys.exit("\n".join(f"check.py: {rule}" for rule in broken))
    print(json.dumps(terms))


if __name__ == "__main__":
    main()
