"""Measurements of speed, size and memory, always as ratios within one run: behind bench.py."""
