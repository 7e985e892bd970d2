"""Collects the samples in the tests of MaxMind's own Python client, by running those tests."""

import importlib
import io
import json
import sys
import unittest
from collections.abc import Callable
from types import ModuleType
from typing import Any

# Where an object that the tests parse on its own is in a response; a response itself has no place.
PLACES = {
    "Score": None,
    "Insights": None,
    "Factors": None,
    "BillingAddress": "billing_address",
    "CreditCard": "credit_card",
    "Device": "device",
    "Disposition": "disposition",
    "Email": "email",
    "IPAddress": "ip_address",
    "Phone": "billing_phone",
    "ShippingAddress": "shipping_address",
}

# What every response has.
REQUIRED = {"id": "", "funds_remaining": 10.01, "queries_remaining": 123, "risk_score": 0.01}


def collect_samples(directory: str) -> dict:
    """Run the tests in an unpacked source distribution, and say what went through them."""
    sys.path.insert(0, directory)
    validation = importlib.import_module("tests.test_validation")
    request = importlib.import_module("tests.test_request")
    models = importlib.import_module("tests.test_models")

    transactions: dict[str, bool] = {}
    reports: dict[str, bool] = {}
    addresses: list[str] = []
    responses: list[dict] = []
    validation.validate_transaction = _judged(validation.validate_transaction, transactions)
    validation.validate_report = _judged(validation.validate_report, reports)
    clean_email, hash_email = request._clean_email, request.maybe_hash_email

    def recorded_clean(address: str) -> Any:
        addresses.append(address)
        return clean_email(address)

    def recorded_hash(transaction: dict) -> None:
        if address := transaction.get("email", {}).get("address"):
            addresses.append(address)
        hash_email(transaction)

    request._clean_email, request.maybe_hash_email = recorded_clean, recorded_hash
    for name, place in PLACES.items():
        setattr(models, name, _parsed(getattr(models, name), place, responses))

    tests = sum(_run(module) for module in (validation, request, models))
    return {
        "tests": tests,
        "transactions": _judgements(transactions),
        "reports": _judgements(reports),
        "addresses": list(dict.fromkeys(addresses)),
        "responses": responses,
    }


def _run(module: ModuleType) -> int:
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    output = io.StringIO()
    result = unittest.TextTestRunner(stream=output).run(suite)
    if not result.wasSuccessful() or result.testsRun == 0:
        raise RuntimeError(f"{module.__name__}: {output.getvalue()}")
    return result.testsRun


def _judged(validate: Callable, judgements: dict[str, bool]) -> Callable:
    def recorded(sample: dict) -> Any:
        written = json.dumps(sample, default=float)
        judgements[written] = False  # until it passes: a refusal is an exception
        outcome = validate(sample)
        judgements[written] = True
        return outcome

    return recorded


def _judgements(judgements: dict[str, bool]) -> list[dict]:
    return [{"wire": json.loads(key), "valid": valid} for key, valid in judgements.items()]


def _parsed(model: Callable, place: str | None, responses: list[dict]) -> Callable:
    def recorded(*locales: Any, **raw: Any) -> Any:
        kind = "factors" if place else model.__name__.lower()
        wire = {**REQUIRED, place: raw} if place else raw
        responses.append({"kind": kind, "wire": json.loads(json.dumps(wire))})
        return model(*locales, **raw)

    return recorded
