"""Calls every minFraud service with httpx and the pydantic models of datamodel-code-generator."""

import json
import os
from typing import Any

import httpx
from minfraud import (
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
from pydantic import BaseModel


def account(account_id: str, license_key: str) -> httpx.Client:
    return httpx.Client(
        base_url=os.environ["MINFRAUD_URL"], auth=(account_id, license_key)
    )


def read(path: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        content: dict[str, Any] = json.load(file)
        return content


def sent(model: BaseModel) -> dict[str, Any]:
    """What the service is to get: names as on the wire, and only what was given."""
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


def scored(client: httpx.Client, tier: str, transaction: Transaction) -> bytes:
    response = client.post(f"/minfraud/v2.0/{tier}", json=sent(transaction))
    return response.raise_for_status().content


def report(client: httpx.Client, what: TransactionReport) -> httpx.Response:
    return client.post("/minfraud/v2.0/transactions/report", json=sent(what))


def all_updates(client: httpx.Client) -> list[DispositionUpdate]:
    cursor = "2026-03-01T00:00:00Z"
    updates: list[DispositionUpdate] = []
    while True:
        response = client.get(
            "/minfraud/disposition/v1.0/updates",
            params={"updates_after": cursor},
        )
        page = DispositionUpdates.model_validate_json(
            response.raise_for_status().content
        )
        if not page.updates:
            return updates
        updates += page.updates
        assert page.last_update_timestamp is not None
        cursor = page.last_update_timestamp


def refusal(response: httpx.Response) -> dict[str, Any]:
    error = ServiceError.model_validate_json(response.content)
    return {"status": response.status_code, "code": error.code}


client = account(
    os.environ["MINFRAUD_ACCOUNT_ID"], os.environ["MINFRAUD_LICENSE_KEY"]
)
transaction = Transaction.model_validate(read("transaction.json"))

score = Score.model_validate_json(scored(client, "score", transaction))
insights = Insights.model_validate_json(scored(client, "insights", transaction))
factors = Factors.model_validate_json(scored(client, "factors", transaction))
reported = report(
    client,
    TransactionReport(tag=ReportTag.suspected_fraud, transaction_id="txn-3134133"),
)
updates = all_updates(client)

order = LegacyOrder.model_validate(
    read("order.json") | {"license_key": os.environ["MINFRAUD_LICENSE_KEY"]}
)
legacy = httpx.post(
    os.environ["MINFRAUD_URL"] + "/minfraud/v1.0/legacy", data=sent(order)
)
legacy_fields = dict(field.split("=", 1) for field in legacy.text.split(";") if field)

bad_request = report(
    client, TransactionReport(tag=ReportTag.not_fraud, ip_address="192.168.0.1")
)
empty = account(
    os.environ["MINFRAUD_EMPTY_ACCOUNT_ID"], os.environ["MINFRAUD_EMPTY_LICENSE_KEY"]
)
payment_required = empty.post("/minfraud/v2.0/score", json=sent(transaction))

assert insights.ip_address is not None and insights.ip_address.traits is not None
assert factors.risk_score_reasons is not None
first_reason = factors.risk_score_reasons[0]
assert first_reason.reasons is not None
print(
    json.dumps(
        {
            "score": sent(score),
            "insights": sent(insights),
            "factors": sent(factors),
            "reported": reported.status_code == 204,
            "dispositions": [sent(update) for update in updates],
            "legacy": legacy.text,
            "badRequest": refusal(bad_request),
            "paymentRequired": refusal(payment_required),
            "read": {
                "riskScore": score.risk_score,
                "autonomousSystemNumber": insights.ip_address.traits.autonomous_system_number,
                "multiplier": first_reason.multiplier,
                "firstReason": first_reason.reasons[0].code,
                "lastAction": updates[-1].action,
                "legacyRiskScore": float(legacy_fields["riskScore"]),
            },
        }
    )
)
