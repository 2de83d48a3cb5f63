"""Fitting a logistic model by Newton's method with a ridge, and writing it to its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from translit.arrays import Float64s
from translit.matching.logistic import Form, Logistic

RIDGE = 1.0
ROUNDS, ENOUGH, LONGEST_STEP = 200, 1e-8, 1.0
RAREST = 0.05  # least spread of a column: what hardly any pair shows gets no great weight


def fit(form: Form, columns: Float64s, labels: Float64s, given: Mapping[str, float], share: Float64s) -> Logistic:
    """The model that fits labels [pairs] to columns [pairs, columns], each pair counted by its share.

    Columns are standardized for the ridge. Those in `given` keep the weights they have there.
    """
    names = list(form.columns)
    free = [index for index, name in enumerate(names) if name not in given]
    center, spread = columns[:, free].mean(axis=0), np.maximum(columns[:, free].std(axis=0), RAREST)
    offset = columns @ np.array([given.get(name, 0.0) for name in names])
    x = np.column_stack([(columns[:, free] - center) / spread, np.ones(len(labels))])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        gradient = x.T @ (share * (labels - chance)) - ridge @ beta
        step = np.linalg.solve((x * (share * chance * (1 - chance))[:, None]).T @ x + ridge, gradient)
        step *= min(1.0, LONGEST_STEP / np.abs(step).max())  # far from the goal a full step overshoots
        beta += step
        if np.abs(step).max() < ENOUGH:
            break
    weights = np.array([given.get(name, 0.0) for name in names])
    weights[free] = beta[:-1] / spread
    return Logistic(form, weights, float(beta[-1] - (beta[:-1] / spread) @ center))


def write(model: Logistic, path: Path, command: str, given: Sequence[str]) -> None:
    """The model as a TOML file that says by which command it was made; weights given by hand stand apart."""
    lines = [
        "# Weights of the evidence in logits; fitted, not to be edited by hand.",
        "[table]",
        f'id = "match-{path.stem}"',
        'authority = "translit"',
        "year = 2026",
        f'source = "{command}"',
        f"constant = {model.constant:.6f}",
    ]
    for section, by_hand in (("weights", False), ("rules", True)):
        lines += ["", f"[{section}]"]
        rows = zip(model.form.columns, model.weights, strict=True)
        lines += [f'"{name}" = {weight:.6f}' for name, weight in rows if (name in given) == by_hand]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
