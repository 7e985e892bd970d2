"""Responds to requests about statistics with scipy, scikit-learn and numpy: one JSON document a line."""

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


def computed(request: dict) -> object:
    """Compute what one request asks for."""
    if "wilson" in request:
        hits, cases = request["wilson"]
        interval = binomtest(hits, cases).proportion_ci(Z_LEVEL, method="wilson")
        return [interval.low, hits / cases, interval.high]
    if "roc" in request:
        outcomes, scores = request["roc"]
        return roc_auc_score(outcomes, scores)
    if "percentiles" in request:
        return list(numpy.percentile(request["percentiles"], [2.5, 97.5]))
    values = numpy.array([worth(one, request["cut"], request["costs"]) for one in request["orders"]])
    found = bootstrap(
        (values,),
        numpy.sum,
        n_resamples=4000,
        method="percentile",
        vectorized=True,
        rng=numpy.random.default_rng(request["seed"]),
    )
    interval = found.confidence_interval
    return [interval.low, float(values.sum()), interval.high]


def main() -> None:
    """Respond until the input ends."""
    print(json.dumps({"version": f"{scipy.__version__}, scikit-learn {sklearn.__version__}"}))
    for line in sys.stdin:
        print(json.dumps(computed(json.loads(line))))


if __name__ == "__main__":
    main()
