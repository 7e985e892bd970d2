"""Answers questions about statistics with scipy, scikit-learn and numpy: one JSON document a line."""

import json
import sys

import numpy
import scipy
import sklearn
from scipy.stats import binomtest, bootstrap
from sklearn.metrics import roc_auc_score

Z_LEVEL = 0.95


def worth(order: list, cut: float, costs: dict) -> float:
    """Say what declining one order from a cut on is worth; an order is score, outcome, amount."""
    score, is_fraud, amount = order
    if score < cut:
        return 0.0
    if is_fraud:
        return amount * (1 - costs["margin"]) + costs["chargebackFee"]
    return -(amount * costs["margin"] + costs["lostCustomer"])


def answer(question: dict) -> object:
    """Answer one question."""
    if "wilson" in question:
        hits, cases = question["wilson"]
        interval = binomtest(hits, cases).proportion_ci(Z_LEVEL, method="wilson")
        return [interval.low, hits / cases, interval.high]
    if "roc" in question:
        outcomes, scores = question["roc"]
        return roc_auc_score(outcomes, scores)
    if "percentiles" in question:
        return list(numpy.percentile(question["percentiles"], [2.5, 97.5]))
    values = numpy.array([worth(one, question["cut"], question["costs"]) for one in question["orders"]])
    found = bootstrap(
        (values,),
        numpy.sum,
        n_resamples=4000,
        method="percentile",
        vectorized=True,
        rng=numpy.random.default_rng(question["seed"]),
    )
    interval = found.confidence_interval
    return [interval.low, float(values.sum()), interval.high]


def main() -> None:
    """Answer until the input ends."""
    print(json.dumps({"version": f"{scipy.__version__}, scikit-learn {sklearn.__version__}"}))
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))))


if __name__ == "__main__":
    main()
