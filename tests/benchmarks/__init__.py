"""Measurements against what the program could be at best; `python -m tests.benchmarks`."""
