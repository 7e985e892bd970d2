"""Calls every minFraud service with the client that openapi-python-client wrote."""

import json
import os
from typing import Any, TypeVar

from minfraud import AuthenticatedClient, Client
from minfraud.api.dispositions import list_disposition_updates
from minfraud.api.feedback import report_transaction
from minfraud.api.legacy import score_legacy
from minfraud.api.scoring import factors, insights, score
from minfraud.models import (
    DispositionUpdate,
    DispositionUpdates,
    Factors,
    Insights,
    LegacyOrder,
    ReportTag,
    Score,
    ServiceError,
    Transaction,
    TransactionReport,
)
from minfraud.types import Response, Unset

T = TypeVar("T")


def account(account_id: str, license_key: str) -> AuthenticatedClient:
    """The credentials of HTTP Basic authentication stand where other services have a token."""
    import base64

    token = base64.b64encode(f"{account_id}:{license_key}".encode()).decode()
    return AuthenticatedClient(
        base_url=os.environ["MINFRAUD_URL"], token=token, prefix="Basic"
    )


def known(value: T | Unset | None) -> T:
    """A value that is required."""
    assert not isinstance(value, Unset) and value is not None
    return value


def read(path: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        content: dict[str, Any] = json.load(file)
        return content


def all_updates(client: AuthenticatedClient) -> list[DispositionUpdate]:
    cursor = "2026-03-01T00:00:00Z"
    updates: list[DispositionUpdate] = []
    while True:
        page = list_disposition_updates.sync(client=client, updates_after=cursor)
        assert isinstance(page, DispositionUpdates)
        if not page.updates:
            return updates
        updates += page.updates
        cursor = known(page.last_update_timestamp)


def refusal(response: Response[Any]) -> dict[str, Any]:
    error = response.parsed
    assert isinstance(error, ServiceError)
    return {"status": int(response.status_code), "code": error.code}


client = account(
    os.environ["MINFRAUD_ACCOUNT_ID"], os.environ["MINFRAUD_LICENSE_KEY"]
)
transaction = Transaction.from_dict(read("transaction.json"))

scored = score.sync(client=client, body=transaction)
assert isinstance(scored, Score)
insight = insights.sync(client=client, body=transaction)
assert isinstance(insight, Insights)
factor = factors.sync(client=client, body=transaction)
assert isinstance(factor, Factors)

report = report_transaction.sync_detailed(
    client=client,
    body=TransactionReport(
        tag=ReportTag.SUSPECTED_FRAUD, transaction_id="txn-3134133"
    ),
)
updates = all_updates(client)

order = LegacyOrder.from_dict(
    read("order.json") | {"license_key": os.environ["MINFRAUD_LICENSE_KEY"]}
)
legacy = score_legacy.sync(
    client=Client(base_url=os.environ["MINFRAUD_URL"]), body=order
)
assert isinstance(legacy, str)
legacy_fields = dict(field.split("=", 1) for field in legacy.split(";") if field)

bad_request = report_transaction.sync_detailed(
    client=client,
    body=TransactionReport(tag=ReportTag.NOT_FRAUD, ip_address="192.168.0.1"),
)
empty = account(
    os.environ["MINFRAUD_EMPTY_ACCOUNT_ID"], os.environ["MINFRAUD_EMPTY_LICENSE_KEY"]
)
payment_required = score.sync_detailed(client=empty, body=transaction)

traits = known(known(insight.ip_address).traits)
first_reason = known(factor.risk_score_reasons)[0]
print(
    json.dumps(
        {
            "score": scored.to_dict(),
            "insights": insight.to_dict(),
            "factors": factor.to_dict(),
            "reported": report.status_code == 204,
            "dispositions": [update.to_dict() for update in updates],
            "legacy": legacy,
            "badRequest": refusal(bad_request),
            "paymentRequired": refusal(payment_required),
            "read": {
                "riskScore": scored.risk_score,
                "autonomousSystemNumber": traits.autonomous_system_number,
                "multiplier": first_reason.multiplier,
                "firstReason": known(first_reason.reasons)[0].code,
                "lastAction": updates[-1].action,
                "legacyRiskScore": float(legacy_fields["riskScore"]),
            },
        }
    )
)
