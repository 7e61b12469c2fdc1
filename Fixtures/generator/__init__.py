"""The makers of the fixtures: one module an event or a family of events."""
