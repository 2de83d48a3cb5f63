"""Fitting a logistic model by Newton's method with a ridge, and writing it to its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from translit.arrays import Float32s, Float64s, Int64s
from translit.matching.logistic import Curves, Form, Logistic

RIDGE = 1.0
ROUNDS, ENOUGH, LONGEST_STEP = 200, 1e-7, 1.0
BOUND = 1e-3  # a coefficient as near to 0 that may not cross it isn't moved towards it
ROUNDS_OF_CURVES = 200
ENOUGH_CURVES = 0.02  # nats, of tens of thousands: what a round must gain
RAREST = 0.05  # least spread of a column: what hardly any pair shows gets no great weight


def fit(
    form: Form,
    columns: Float64s,
    labels: Float64s,
    given: Mapping[str, float],
    share: Float64s,
    signs: Mapping[str, int] | None = None,
    ridge: float = RIDGE,
) -> Logistic:
    """The model that fits labels [pairs] to columns [pairs, columns], each pair counted by its share.

    Columns are standardized for the ridge. Those in `given` keep the weights they have there; `signs` says which sign
    the weight of a column may have, 0 for either. `ridge` draws the weights of standardized columns to 0.
    """
    names = list(form.columns)
    free = [index for index, name in enumerate(names) if name not in given]
    center, spread = columns[:, free].mean(axis=0), np.maximum(columns[:, free].std(axis=0), RAREST)
    offset = columns @ np.array([given.get(name, 0.0) for name in names])
    x = np.column_stack([(columns[:, free] - center) / spread, np.ones(len(labels))])
    penalty = np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    sign = np.array([*((signs or {}).get(names[index], 0) for index in free), 0])
    beta = _maximized(x, labels, offset, share, penalty, sign)
    weights = np.array([given.get(name, 0.0) for name in names])
    weights[free] = beta[:-1] / spread
    return Logistic(form, weights, float(beta[-1] - (beta[:-1] / spread) @ center))


def _maximized(
    x: Float64s, labels: Float64s, offset: Float64s, share: Float64s, ridge: Float64s, sign: Int64s
) -> Float64s:
    """The coefficients of the greatest likelihood less the ridge, each of the sign it may have.

    Newton's method, projected onto what is allowed (Bertsekas 1982); where that doesn't climb, the gradient's way.
    """

    def worth(beta: Float64s) -> float:
        logit = x @ beta + offset
        return float(-(share * np.logaddexp(0.0, np.where(labels > 0, -logit, logit))).sum() - beta @ ridge @ beta / 2)

    beta = np.zeros(x.shape[1])
    best = worth(beta)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        gradient = x.T @ (share * (labels - chance)) - ridge @ beta
        hessian = (x * (share * chance * (1 - chance))[:, None]).T @ x + ridge
        movable = (sign == 0) | (np.abs(beta) > BOUND) | (gradient * sign > 0)
        newton, uphill = np.zeros(len(beta)), np.where(movable, gradient / np.diag(hessian), 0.0)
        newton[movable] = np.linalg.solve(hessian[np.ix_(movable, movable)], gradient[movable])
        before = best
        for step in (newton, uphill):
            length = min(1.0, LONGEST_STEP / max(np.abs(step).max(), 1e-12))  # far from the goal a full step overshoots
            while length > ENOUGH and best == before:
                moved = np.where(sign * (beta + length * step) < 0, 0.0, beta + length * step)
                if (reached := worth(moved)) > best:
                    beta, best = moved, reached
                length /= 2
            if best > before:
                break
        if best - before < ENOUGH:
            break
    return beta


def fit_curves(
    form: Curves, columns: Float32s, labels: Float64s, given: Mapping[str, float], share: Float64s, noise: Float64s,
    start: Logistic | None = None,
) -> Logistic:  # fmt: skip
    """The model of broken lines that fits labels [pairs] to columns [pairs, columns]; weights keep their sign.

    A pair said to be the same counts by how much likelier that is than `noise`, the chance of a wrong label, so that
    what nothing explains doesn't bend the lines. Columns in `given` keep the weights they have there. `start` is a
    model to set out from: one that was fitted to much the same pairs is near the goal.
    """
    free = np.array([name not in given for name in form.columns])
    signs = np.append(form.signs[free], 0)
    spread = np.append(np.maximum(columns[:, free].std(axis=0), RAREST), 1.0)
    x = (np.column_stack([columns[:, free], np.ones(len(labels))]) / spread).astype(np.float32)
    ridge = np.append(np.full(int(free.sum()), RIDGE), 1e-6)
    beta = np.zeros(x.shape[1]) if start is None else np.append(start.weights[free], start.constant) * spread
    same = labels == 1

    def value(chance: Float64s, at: Float64s) -> float:
        gains = np.log(np.where(same, chance + noise, 1.0 - chance) + 1e-12)
        return float(share @ gains - ridge @ at**2 / 2)

    chance = _chance(x, beta)
    best = value(chance, beta)
    for _ in range(ROUNDS_OF_CURVES):
        trust = share * np.where(same, chance / (chance + noise + 1e-12), 1.0)
        gradient = x.T @ (trust * (labels - chance)).astype(np.float32) - ridge * beta
        moving = (signs == 0) | (beta * signs > 0) | (gradient * signs > 0)  # the others stay at zero
        half = x[:, moving] * np.sqrt(trust * chance * (1 - chance)).astype(np.float32)[:, None]
        hessian = (half.T @ half).astype(np.float64) + np.diag(ridge[moving])
        step = np.zeros(len(beta))
        step[moving] = np.linalg.solve(hessian, gradient[moving])
        gained = 0.0
        for part in 0.5 ** np.arange(8):  # where the whole step overshoots, a part of it
            new = beta + part * step
            new[(signs != 0) & (new * signs < 0)] = 0.0
            there = _chance(x, new)
            gained = value(there, new) - best
            if gained > 0:
                break
        if gained <= 0:
            break
        beta, chance, best = new, there, best + gained
        if gained < ENOUGH_CURVES:
            break
    weights = np.array([given.get(name, 0.0) for name in form.columns])
    weights[free] = (beta / spread)[:-1]
    return Logistic(form, weights, float(beta[-1]))


def _chance(x: Float32s, beta: Float64s) -> Float64s:
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ beta.astype(np.float32), -30, 30))), dtype=np.float64)


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
