"""What the peers share that are a textbook model, given to one of two solvers."""

import time

from solvers import SOLVERS

TITLES = {"highs": "HiGHS", "cpsat": "CP-SAT"}


def solved(peer, event, seconds, threads, instance_of, model_of, judge):
    """What a peer finds; `seconds` counts the search alone, `build_seconds` what came before it.

    `instance_of` reads the event and `model_of` makes the model of that; `judge` tells of a solution, given with both,
    which rules its plan breaks and what its terms are.
    """
    start = time.perf_counter()
    instance = instance_of(event)
    model = model_of(instance)
    found = SOLVERS[peer](model.program, seconds, threads)
    result = found.told() | dict(build_seconds=round(time.perf_counter() - start - found.seconds, 2))
    if found.solution is not None:
        rules, result["terms"] = judge(instance, model, found.solution)
        if rules:
            raise AssertionError("; ".join(rules[:5]))
        result["true_objective"] = sum(result["terms"].values())
    return result
