//! Calls every minFraud service with the client that openapi-generator wrote.
use minfraud::apis::configuration::Configuration;
use minfraud::apis::{dispositions_api, feedback_api, legacy_api, scoring_api, Error};
use minfraud::models::{DispositionUpdate, ReportTag, ServiceError, Transaction, TransactionReport};
use serde_json::{json, Value};
use std::{env, fmt::Debug, fs};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = account("MINFRAUD_ACCOUNT_ID", "MINFRAUD_LICENSE_KEY");

    let transaction: Transaction = serde_json::from_str(&read("transaction.json")).unwrap();
    let score = scoring_api::score(&client, transaction.clone()).await.unwrap();
    let insights = scoring_api::insights(&client, transaction.clone()).await.unwrap();
    let factors = scoring_api::factors(&client, transaction.clone()).await.unwrap();

    let mut report = TransactionReport::new(ReportTag::SuspectedFraud);
    report.transaction_id = Some("txn-3134133".to_owned());
    let reported = feedback_api::report_transaction(&client, report).await.is_ok();
    let updates = all_updates(&client).await;
    let legacy = score_legacy().await;

    let mut reserved = TransactionReport::new(ReportTag::NotFraud);
    reserved.ip_address = Some("192.168.0.1".to_owned());
    let bad_request = refusal(feedback_api::report_transaction(&client, reserved).await);
    let empty = account("MINFRAUD_EMPTY_ACCOUNT_ID", "MINFRAUD_EMPTY_LICENSE_KEY");
    let payment_required = refusal(scoring_api::score(&empty, transaction).await);

    let traits = insights.ip_address.as_ref().unwrap().traits.as_ref().unwrap();
    let reason = &factors.risk_score_reasons.as_ref().unwrap()[0];
    let values = json!({
        "score": score,
        "insights": insights,
        "factors": factors,
        "reported": reported,
        "dispositions": updates,
        "legacy": legacy,
        "badRequest": bad_request,
        "paymentRequired": payment_required,
        "read": {
            "riskScore": score.risk_score,
            "autonomousSystemNumber": traits.autonomous_system_number,
            "multiplier": reason.multiplier,
            "firstReason": reason.reasons.as_ref().unwrap()[0].code,
            "lastAction": updates.last().unwrap().action,
            "legacyRiskScore": legacy_number(&legacy, "riskScore"),
        },
    });
    println!("{values}");
}

fn service() -> Configuration {
    Configuration { base_path: env::var("MINFRAUD_URL").unwrap(), ..Configuration::new() }
}

fn account(account_id: &str, license_key: &str) -> Configuration {
    let credentials = (env::var(account_id).unwrap(), Some(env::var(license_key).unwrap()));
    Configuration { basic_auth: Some(credentials), ..service() }
}

async fn all_updates(client: &Configuration) -> Vec<DispositionUpdate> {
    let mut updates = Vec::new();
    let mut cursor = "2026-03-01T00:00:00Z".to_owned();
    loop {
        let page = dispositions_api::list_disposition_updates(client, &cursor).await.unwrap();
        if page.updates.is_empty() {
            return updates;
        }
        updates.extend(page.updates);
        cursor = page.last_update_timestamp.flatten().unwrap();
    }
}

async fn score_legacy() -> String {
    let order: Value = serde_json::from_str(&read("order.json")).unwrap();
    let text = |name: &str| order[name].as_str();
    legacy_api::score_legacy(
        &service(),
        text("i").unwrap(),
        &env::var("MINFRAUD_LICENSE_KEY").unwrap(),
        text("city"),
        text("region"),
        text("postal"),
        text("country"),
        text("shipAddr"),
        text("shipCity"),
        text("shipRegion"),
        text("shipPostal"),
        text("shipCountry"),
        text("domain"),
        text("custPhone"),
        text("emailMD5"),
        text("usernameMD5"),
        text("bin"),
        text("binName"),
        text("binPhone"),
        text("user_agent"),
        text("accept_language"),
        text("txnID"),
        order["order_amount"].as_f64(),
        text("order_currency"),
        text("shopID"),
        text("txn_type"),
        text("avs_result"),
        text("cvv_result"),
        text("requested_type"),
    )
    .await
    .unwrap()
}

fn refusal<T: Debug, E: Debug>(result: Result<T, Error<E>>) -> Value {
    let Err(Error::ResponseError(response)) = result else {
        panic!("the service did not refuse the call: {result:?}");
    };
    let error: ServiceError = serde_json::from_str(&response.content).unwrap();
    json!({ "status": response.status.as_u16(), "code": error.code })
}

fn legacy_number(text: &str, name: &str) -> f64 {
    let field = text.split(';').find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    field.unwrap().parse().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap()
}
