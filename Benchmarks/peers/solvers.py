"""The two peers behind one call: `SOLVERS[name](program, seconds, threads)` returns an `Answer`.

Each import stands in its function: the libraries of the two clash in one process.
"""

import math
import os
import time
from dataclasses import dataclass
from importlib.metadata import version

WORKERS = 8  # the least that the makers of CP-SAT advise


@dataclass
class Answer:
    """What a solver says. `solution` is nothing when it has no plan, `bound` when it has proven none."""
    solver: str
    version: str
    status: str
    objective: int | None
    bound: int | None
    seconds: float
    solution: list[float] | None
    columns: int
    rows: int

    def told(self):
        """Everything but the solution, as a dictionary."""
        return {key: value for key, value in vars(self).items() if key != "solution"} | dict(
            seconds=round(self.seconds, 2))


def highs(program, seconds, threads):
    """Solves with HiGHS."""
    import highspy
    import numpy

    solver = highspy.Highs()
    options = dict(output_flag=False, time_limit=float(seconds), threads=threads, parallel="on", mip_rel_gap=0.0)
    for option, value in options.items():
        solver.setOptionValue(option, value)
    columns, rows = len(program.costs), len(program.least)
    solver.passModel(
        columns, rows, len(program.indices), highspy.MatrixFormat.kRowwise.value, highspy.ObjSense.kMinimize.value, 0.0,
        *map(numpy.asarray, [program.costs, numpy.zeros(columns), program.uppers, program.least, program.most,
                             program.starts, program.indices, program.coefficients]),
        numpy.full(columns, highspy.HighsVarType.kInteger.value, dtype=numpy.int32))
    start = time.perf_counter()
    solver.run()
    took = time.perf_counter() - start
    info = solver.getInfo()
    has_plan = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible.value
    return Answer("highs", version("highspy"), solver.modelStatusToString(solver.getModelStatus()),
                  round(info.objective_function_value) if has_plan else None, rounded_up(info.mip_dual_bound), took,
                  list(solver.getSolution().col_value) if has_plan else None, columns, rows)


def cpsat(program, seconds, threads):
    """Solves with CP-SAT: never fewer workers than its portfolio wants, but on so many processors only.

    With two workers it drops those that work on the whole linear relaxation, and its bound hardly moves.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    variables = [model.new_int_var(0, int(upper), "") for upper in program.uppers]
    for row, (least, most) in enumerate(zip(program.least, program.most)):
        span = slice(program.starts[row], program.starts[row + 1])
        total = cp_model.LinearExpr.weighted_sum([variables[index] for index in program.indices[span]],
                                                 [int(factor) for factor in program.coefficients[span]])
        model.add_linear_constraint(total, cp_model.INT_MIN if math.isinf(least) else int(least),
                                    cp_model.INT_MAX if math.isinf(most) else int(most))
    model.minimize(cp_model.LinearExpr.weighted_sum(variables, [int(cost) for cost in program.costs]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = max(threads, WORKERS)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
    start = time.perf_counter()
    status = solver.solve(model)
    took = time.perf_counter() - start
    has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Answer("cpsat", version("ortools"), solver.status_name(status),
                  round(solver.objective_value) if has_plan else None, rounded_up(solver.best_objective_bound), took,
                  [solver.value(variable) for variable in variables] if has_plan else None,
                  len(program.costs), len(program.least))


def rounded_up(bound):
    """The least whole number that the bound allows: objectives are whole."""
    return math.ceil(bound - 1e-6 * max(1, abs(bound) * 1e-3)) if math.isfinite(bound) else None


SOLVERS = {"highs": highs, "cpsat": cpsat}
