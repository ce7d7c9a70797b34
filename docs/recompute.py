"""Recomputes clipping effects of a run from its results.jsonl, with numpy alone: a second implementation, for referees.

    python3 recompute.py runs/quick global-norm value random-step

For each clipping: mean difference of score to none, interval of 95 %, p of the sign-flip test, p after Holm's
adjustment over the family and its share of the level, and verdict, as docs/protocol.md defines them. For designs that
look at pooled effects alone, as the tier quick does.
"""
import json
import sys

import numpy as np

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def combine(seed, number):
    return mix(seed ^ mix((number + GAMMA) & MASK))


def named(seed, text):
    data = text.encode()
    seed = combine(seed, len(data))
    for byte in data:
        seed = combine(seed, byte)
    return seed


def with_axis(seed, axis, coordinate):
    seed = named(seed, axis)
    return named(seed, coordinate) if isinstance(coordinate, str) else combine(seed, coordinate & MASK)


def root(number):
    return mix((number + GAMMA) & MASK)


class Stream:
    """L64X128Mix (Steele and Vigna 2021), seeded by four numbers of SplitMix64."""

    def __init__(self, seed):
        state = []
        z = seed
        for _ in range(4):
            z = (z + GAMMA) & MASK
            state.append(mix(z))
        self.a, self.s, self.x0, self.x1 = state[0] | 1, state[1], state[2], state[3]

    def next(self):
        s0, s1 = self.x0, self.x1
        z = (self.s + s0) & MASK
        z = ((z ^ (z >> 32)) * 0xDABA0B6EB09322E3) & MASK
        z = ((z ^ (z >> 32)) * 0xDABA0B6EB09322E3) & MASK
        z ^= z >> 32
        self.s = (0xD1342543DE82EF95 * self.s + self.a) & MASK
        s1 ^= s0
        self.x0 = (((s0 << 24) | (s0 >> 40)) & MASK) ^ s1 ^ ((s1 << 16) & MASK)
        self.x1 = ((s1 << 37) | (s1 >> 27)) & MASK
        return z


class Flips:
    """The sign-flip test of differences d and its inversion."""

    def __init__(self, d, seed):
        self.d, self.n = np.array(d), len(d)
        self.mean = self.d.sum() / self.n
        self.nonzero = int((self.d != 0).sum())
        self.counted = self.nonzero <= 20
        if not self.counted:
            self.draw(Stream(seed))

    def draw(self, stream):
        total, slack = self.d.sum(), 1e-12 * np.abs(self.d).max()
        lower, upper, extreme = [], [], 0
        while len(lower) < 100_000 and (len(lower) < 19_999 or extreme < 20):
            bits = []
            for first in range(0, self.n, 64):
                held = min(64, self.n - first)
                pattern = stream.next() >> (64 - held)
                bits += [(pattern >> i) & 1 for i in range(held)]
            flip = np.array(bits, bool)
            count = int(flip.sum())
            if count in (0, self.n):
                low, high = -np.inf, np.inf
            else:
                part = self.d[flip].sum()
                ends = sorted((part / count, (total - part) / (self.n - count)))
                low, high = ends[0] - slack, ends[1] + slack
            lower.append(low)
            upper.append(high)
            extreme += low <= 0 <= high
        self.lower, self.upper = np.sort(lower), np.sort(upper)

    def p(self, theta=0.0):
        if not self.counted:
            k = (self.lower <= theta).sum() if theta <= self.mean else (self.upper >= theta).sum()
            return (1 + k) / (1 + len(self.lower))
        d = self.d[self.d != 0] - theta
        zeros = self.n - len(d)
        size = np.abs(d).sum() + zeros * abs(theta)
        observed = abs(d.sum() - zeros * theta) - 1e-12 * size
        if observed <= 0:
            return 1.0
        sums = np.zeros(1)
        for x in d:
            sums = np.concatenate((sums - abs(x), sums + abs(x)))
        sums.sort()
        if theta == 0 or zeros == 0:
            return 2 * (sums >= observed).mean()
        from math import comb
        share = sum(
            comb(zeros, k) / 2.0**zeros
            * (len(sums) - np.searchsorted(sums, observed + theta * (zeros - 2 * k))) / len(sums)
            for k in range(zeros + 1))
        return min(1.0, 2 * share)

    def interval(self, level):
        alpha = 1 - level
        if not self.counted:
            n = len(self.lower)
            k = int(alpha * (1 + n))
            while k > 0 and (1 + k - 1) / (1 + n) > alpha:
                k -= 1
            while (1 + k) / (1 + n) <= alpha:
                k += 1
            return (-1.0, 1.0) if k == 0 else (max(-1, self.lower[k - 1]), min(1, self.upper[n - k]))
        return tuple(max(-1, min(1, self.end(alpha, side))) for side in (-1, 1))

    def end(self, alpha, side):
        inside, outside = self.mean, self.mean + side * 4 * np.abs(self.d).max()
        if self.p(outside) > alpha:
            return side * np.inf
        if -side * inside > 0:
            if self.p(0) > alpha:
                inside = 0.0
            else:
                outside = 0.0
        for _ in range(60):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if self.p(middle) > alpha else (inside, middle)
        return inside


def holm(p):
    order = np.argsort(p, kind="stable")
    adjusted, before = np.empty(len(p)), 0.0
    for rank, i in enumerate(order):
        before = max(before, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = before
    return adjusted


def main(folder, wanted):
    run = json.load(open(f"{folder}/run.json"))
    members = set(open(f"{folder}/run.trials").read().splitlines())
    clippings = [c["name"] for c in run["clippings"]]
    kin = list(dict.fromkeys(o["kin"] for o in run["optimizers"]))
    solvable = [t for t in run["tasks"] if t["solvable"]]
    key = lambda value: json.dumps(value, sort_keys=True)
    models = [key(m) for m in run["models"]]
    tasks = [key(t["task"]) for t in solvable]
    score, latest = {}, {}
    for line in open(f"{folder}/results.jsonl"):
        result = json.loads(line)
        if f"{result['id']} {result['code']}" in members:
            latest[result["id"]] = result
    for id, result in latest.items():
        trial, outcome = result["trial"], result["result"]["outcome"]
        if trial["replicate"]["phase"] != "evaluation" or outcome["kind"] == "skipped":
            continue
        solved = outcome["kind"] == "solved"
        s = 1 - outcome["sequenceForwards"] / trial["budget"]["sequenceForwards"] if solved else 0.0
        cell = (trial["optimizer"]["name"], trial["clipping"]["name"], key(trial["task"]), key(trial["model"]))
        score[cell + (trial["replicate"]["kin"], trial["replicate"]["block"])] = s
    control = clippings.index(run["control"])
    analysis = with_axis(root(run["seed"]), "inference", 0)
    families = 1 + (len(run["optimizers"]) > 1) + (len(run["models"]) > 1)
    families += (len(run["schedules"]) > 1) + (len(run["policies"]) > 1)
    effects = {}
    for index, clipping in enumerate(clippings):
        if index == control:
            continue
        clusters, pairs = {}, 0
        for (optimizer, c, task, model, group, block), s in score.items():
            other = score.get((optimizer, run["control"], task, model, group, block))
            if c == clipping and other is not None:
                place = (kin.index(group), models.index(model) * len(tasks) + tasks.index(task), block)
                clusters.setdefault(place, []).append((optimizer, s - other))
                pairs += 1
        order = {o["name"]: i for i, o in enumerate(run["optimizers"])}
        d = [sum(x for _, x in sorted(v, key=lambda one: order[one[0]])) / len(v) for _, v in sorted(clusters.items())]
        seed = analysis
        for axis, coordinate in (("test", "sign-flip"), ("factor", "clipping"), ("of", index), ("against", control),
                                 ("kin", -1), ("problem", -1)):
            seed = with_axis(seed, axis, coordinate)
        effects[clipping] = (Flips(d, seed), pairs)
    tested = [c for c in effects if effects[c][0].nonzero >= 10]
    p = np.array([effects[c][0].p() for c in tested])
    share = 1 / families
    adjusted = dict(zip(tested, np.minimum(1, holm(p) / share)))
    for clipping in wanted or clippings:
        if clipping not in effects:
            continue
        flips, pairs = effects[clipping]
        line = f"{clipping}: {pairs} pairs, {flips.n} clusters, {flips.nonzero} differ, mean {float(flips.mean):.12g}"
        if clipping in adjusted:
            low, high = flips.interval(0.95)
            shown = adjusted[clipping] <= 0.05
            verdict = ("better" if flips.mean > 0 else "worse") if shown else "not shown"
            line += f", 95 % [{low:.12g}, {high:.12g}], p {flips.p():.12g}, adjusted {adjusted[clipping]:.12g}, {verdict}"
        print(line)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
