"""Responds to requests with MaxMind's own Python client: one JSON document a line in, one a line out.

The functions that it calls are internal to the client, but they are what every call of it goes
through, and the version is pinned.
"""

import json
import sys
import warnings
from importlib.metadata import version

import minfraud.request as official
from minfraud.errors import InvalidRequestError
from minfraud.models import Factors, Insights, Score
from samples import collect_samples

warnings.simplefilter("ignore", DeprecationWarning)


def address_response(address: str) -> dict:
    """Say what the client makes of an address, by the public way and inside."""
    response: dict = {}
    request = {"email": {"address": address}}
    try:
        email = official.prepare_transaction(request, True, True)["email"]
        response["hash"] = email["address"]
        response["domain"] = email.get("domain")
    except InvalidRequestError as error:
        response["refused"] = str(error)
    except UnicodeError as error:
        response["error"] = str(error)
    try:
        response["normalized"] = official._clean_email(address)[0]
    except UnicodeError as error:
        response["error"] = str(error)
    return response


def transaction_response(transaction: dict, hash_email: bool) -> dict:
    """Say what the client sends for a transaction in wire names."""
    response: dict = {}
    try:
        official.prepare_transaction(transaction, True, False)
    except InvalidRequestError as error:
        response["refused"] = str(error)
    try:
        response["body"] = json.dumps(official.prepare_transaction(transaction, False, hash_email))
    except UnicodeError as error:
        response["error"] = str(error)
    return response


def parsed_response(wire: dict, kind: str, locale: str) -> dict:
    """Say what the client makes of a response of the service, and which names it chooses."""
    if kind == "score":
        return {"parsed": Score(**wire).to_dict(), "names": {}}
    parsed = {"insights": Insights, "factors": Factors}[kind]((locale,), **wire)
    address = parsed.ip_address
    places = {
        place: getattr(address, place).name
        for place in ("city", "continent", "country", "registered_country", "represented_country")
    }
    for index, subdivision in enumerate(address.subdivisions):
        places[f"subdivisions/{index}"] = subdivision.name
    names = {place: name for place, name in places.items() if name is not None}
    return {"parsed": parsed.to_dict(), "names": names}


def main() -> None:
    """Respond until the input ends."""
    lists = {
        "typosOfCom": list(official._TYPO_TLDS),
        "typoDomains": official._TYPO_DOMAINS,
        "equivalentDomains": official._EQUIVALENT_DOMAINS,
        "fastmailDomains": sorted(official._FASTMAIL_DOMAINS),
        "yahooDomains": sorted(official._YAHOO_DOMAINS),
    }
    print(json.dumps({"version": version("minfraud"), "lists": lists}))
    for line in sys.stdin:
        request = json.loads(line)
        if "address" in request:
            response = address_response(request["address"])
        elif "tests" in request:
            response = collect_samples(request["tests"])
        elif "kind" in request:
            response = parsed_response(request["wire"], request["kind"], request["locale"])
        else:
            response = transaction_response(request["wire"], request["hashEmail"])
        print(json.dumps(response, default=str))


if __name__ == "__main__":
    main()
