"""A linear program over whole numbers, in the form that both solvers take it."""

from array import array


class Program:
    """Minimize costs · variables, all whole numbers from 0, under rows least ≤ Σ coefficient · variable ≤ most.

    Rows lie one after another in `indices` and `coefficients`; row r begins at `starts[r]`.
    """

    def __init__(self):
        self.costs, self.uppers = array("d"), array("d")
        self.starts, self.indices, self.coefficients = array("i", [0]), array("i"), array("d")
        self.least, self.most = array("d"), array("d")

    def variable(self, cost, upper):
        """Adds a variable 0 … upper; returns its index."""
        self.costs.append(cost)
        self.uppers.append(upper)
        return len(self.costs) - 1

    def row(self, terms, least=float("-inf"), most=float("inf")):
        """Adds a row of (variable, coefficient)."""
        for variable, coefficient in terms:
            self.indices.append(variable)
            self.coefficients.append(coefficient)
        self.starts.append(len(self.indices))
        self.least.append(least)
        self.most.append(most)
