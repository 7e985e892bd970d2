"""Answers questions with MaxMind's own Python client: one JSON document a line in, one a line out.

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


def answer_address(address: str) -> dict:
    """Say what the client makes of an address, by the public way and inside."""
    answer: dict = {}
    request = {"email": {"address": address}}
    try:
        email = official.prepare_transaction(request, True, True)["email"]
        answer["hash"] = email["address"]
        answer["domain"] = email.get("domain")
    except InvalidRequestError as error:
        answer["refused"] = str(error)
    except UnicodeError as error:
        answer["error"] = str(error)
    try:
        answer["normalized"] = official._clean_email(address)[0]
    except UnicodeError as error:
        answer["error"] = str(error)
    return answer


def answer_transaction(transaction: dict, hash_email: bool) -> dict:
    """Say what the client sends for a transaction in wire names."""
    answer: dict = {}
    try:
        official.prepare_transaction(transaction, True, False)
    except InvalidRequestError as error:
        answer["refused"] = str(error)
    try:
        answer["body"] = json.dumps(official.prepare_transaction(transaction, False, hash_email))
    except UnicodeError as error:
        answer["error"] = str(error)
    return answer


def answer_response(wire: dict, kind: str, locale: str) -> dict:
    """Say what the client makes of an answer of the service, and which names it chooses."""
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
    """Answer until the input ends."""
    lists = {
        "typosOfCom": list(official._TYPO_TLDS),
        "typoDomains": official._TYPO_DOMAINS,
        "equivalentDomains": official._EQUIVALENT_DOMAINS,
        "fastmailDomains": sorted(official._FASTMAIL_DOMAINS),
        "yahooDomains": sorted(official._YAHOO_DOMAINS),
    }
    print(json.dumps({"version": version("minfraud"), "lists": lists}))
    for line in sys.stdin:
        question = json.loads(line)
        if "address" in question:
            answer = answer_address(question["address"])
        elif "tests" in question:
            answer = collect_samples(question["tests"])
        elif "kind" in question:
            answer = answer_response(question["wire"], question["kind"], question["locale"])
        else:
            answer = answer_transaction(question["wire"], question["hashEmail"])
        print(json.dumps(answer, default=str))


if __name__ == "__main__":
    main()
