"""Checks: one file each, found by a walk over this folder (docs/architecture.md)."""
