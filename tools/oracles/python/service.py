"""Calls a service with MaxMind's own Python client, synchronous and not: what it parsed, as JSON."""

import asyncio
import json
import sys

from minfraud import AsyncClient, Client

ORDER = {
    "device": {"ip_address": "203.0.113.200"},
    "email": {"address": "customer@example.com"},
    "event": {"transaction_id": "order-1001"},
}
REPORT = {"tag": "not_fraud", "transaction_id": "order-1001"}
TIERS = ("score", "insights", "factors")


def told(tier: str, result) -> dict:
    return {"tier": tier, "id": result.id, "riskScore": result.risk_score}


def ask(account: int, key: str, host: str) -> list:
    with Client(account, key, host=host) as client:
        results = [told(tier, getattr(client, tier)(ORDER)) for tier in TIERS]
        client.report(REPORT)
    return results


async def ask_async(account: int, key: str, host: str) -> list:
    async with AsyncClient(account, key, host=host) as client:
        results = [told(tier, await getattr(client, tier)(ORDER)) for tier in TIERS]
        await client.report(REPORT)
    return results


if __name__ == "__main__":
    host, account, key = sys.argv[1:]
    results = ask(int(account), key, host) + asyncio.run(ask_async(int(account), key, host))
    print(json.dumps(results))
