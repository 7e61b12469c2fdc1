"""The dispatcher's batches given to OR-Tools' routing: which vehicle takes which, in what order and when."""

import time
from importlib.metadata import version

from .evaluation import NOT_CARRIED, NOT_CARRIED_RANKED, Run, duties_of
from .greedy import suits, window
from .instance import LOADING

DAY = 1440


class Routing:
    """The routing model: a node for each batch, then one for each base, then the end of all duties.

    The time at a node is the departure of its batch. Waiting is a soft bound on it; the fixed cost, the minutes and the
    penalty of a batch that is left are those of the objective.
    """

    def __init__(self, instance, batches):
        from ortools.constraint_solver import pywrapcp

        self.instance, self.batches = instance, batches
        self.zero = min(window(instance, batch)[0] for batch in batches) - DAY
        bases = sorted({vehicle.base for vehicle in instance.vehicles})
        starts = [len(batches) + bases.index(vehicle.base) for vehicle in instance.vehicles]
        end = len(batches) + len(bases)
        self.origins = [instance.trips[batch[0]].origin for batch in batches]
        self.destinations = [instance.trips[batch[0]].destination for batch in batches] + bases
        self.loaded = [instance.minutes(*way) for way in zip(self.origins, self.destinations)]
        self.manager = pywrapcp.RoutingIndexManager(end + 1, len(instance.vehicles), starts, [end] * len(starts))
        self.model = pywrapcp.RoutingModel(self.manager)
        self.add_costs()
        self.add_times()
        for node, batch in enumerate(batches):
            allowed = [vehicle for vehicle in range(len(instance.vehicles)) if suits(instance, vehicle, batch)]
            index = self.manager.NodeToIndex(node)
            self.model.VehicleVar(index).SetValues([-1, *allowed])  # −1: not carried
            self.model.AddDisjunction([index], sum(
                NOT_CARRIED_RANKED if instance.trips[trip].ranked else NOT_CARRIED for trip in batch))

    def empty_and_loaded(self, one, other):
        """Minutes under way from the end of one batch to the end of another."""
        if other >= len(self.batches):
            return 0
        return self.instance.minutes(self.destinations[one], self.origins[other]) + self.loaded[other]

    def add_costs(self):
        """Money of ways and vehicles."""
        nodes = range(len(self.destinations))
        rates = sorted({vehicle.per_minute for vehicle in self.instance.vehicles})
        size = len(self.destinations) + 1
        minutes = [[self.empty_and_loaded(one, other) if one in nodes else 0 for other in range(size)]
                   for one in range(size)]
        callback = {rate: self.model.RegisterTransitMatrix([[rate * each for each in row] for row in minutes])
                    for rate in rates}
        for place, vehicle in enumerate(self.instance.vehicles):
            self.model.SetArcCostEvaluatorOfVehicle(callback[vehicle.per_minute], place)
            self.model.SetFixedCostOfVehicle(vehicle.fixed, place)

    def add_times(self):
        """When a vehicle can be where, and what waiting costs."""
        size, count = len(self.destinations) + 1, len(self.batches)
        between = [[0] * size for _ in range(size)]
        for one in range(size - 1):
            for other in range(size):
                before = self.loaded[one] + LOADING if one < count else 0
                to = (self.instance.minutes(self.destinations[one], self.origins[other]) + LOADING if other < count else 0)
                between[one][other] = before + to
        last = max(window(self.instance, batch)[1] for batch in self.batches) - self.zero + DAY
        self.model.AddDimension(self.model.RegisterTransitMatrix(between), last, last, False, "time")
        self.time = self.model.GetDimensionOrDie("time")
        for node, batch in enumerate(self.batches):
            earliest, latest = (moment - self.zero for moment in window(self.instance, batch))
            index, kind = self.manager.NodeToIndex(node), self.instance.trips[batch[0]].kind
            self.time.CumulVar(index).SetRange(earliest, latest)
            if kind == "pickup":
                self.time.SetCumulVarSoftUpperBound(index, earliest, len(batch))
            elif kind == "dropoff":
                self.time.SetCumulVarSoftLowerBound(index, latest, len(batch))
        for place, vehicle in enumerate(self.instance.vehicles):
            self.time.CumulVar(self.model.Start(place)).SetMin(int(max(0, vehicle.first - self.zero)))
            self.time.CumulVar(self.model.End(place)).SetMax(int(min(last, max(0, vehicle.end - self.zero))))

    def improved(self, runs, seconds):
        """The runs that the search finds within its limit, from the dispatcher's on."""
        from ortools.constraint_solver import pywrapcp, routing_enums_pb2

        parameters = pywrapcp.DefaultRoutingSearchParameters()
        parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
        parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
        parameters.time_limit.FromMilliseconds(int(1000 * seconds))
        self.model.CloseModelWithParameters(parameters)
        node_of = {tuple(batch): node for node, batch in enumerate(self.batches)}
        duties = duties_of(runs)
        first = self.model.ReadAssignmentFromRoutes(
            [[node_of[tuple(run.trips)] for run in duties.get(vehicle, [])]
             for vehicle in range(len(self.instance.vehicles))], True)
        found = (self.model.SolveFromAssignmentWithParameters(first, parameters) if first
                 else self.model.SolveWithParameters(parameters))
        return self.runs(found) if found else None

    def runs(self, assignment):
        """The runs of an assignment."""
        runs = []
        for vehicle in range(len(self.instance.vehicles)):
            index = assignment.Value(self.model.NextVar(self.model.Start(vehicle)))
            while not self.model.IsEnd(index):
                departure = assignment.Value(self.time.CumulVar(index)) + self.zero
                runs.append(Run(vehicle, departure, self.batches[self.manager.IndexToNode(index)]))
                index = assignment.Value(self.model.NextVar(index))
        return runs


def routed(instance, runs, seconds):
    """The dispatcher's batches by routing; (runs, seconds of the search, version)."""
    model = Routing(instance, [run.trips for run in runs])
    start = time.perf_counter()
    better = model.improved(runs, seconds)
    return better, time.perf_counter() - start, version("ortools")
