<?php

declare(strict_types=1);

/** Calls every minFraud service with the client that openapi-generator wrote. */

use MinFraudApi\Api\DispositionsApi;
use MinFraudApi\Api\FeedbackApi;
use MinFraudApi\Api\LegacyApi;
use MinFraudApi\Api\ScoringApi;
use MinFraudApi\ApiException;
use MinFraudApi\Configuration;
use MinFraudApi\Model\ReportTag;
use MinFraudApi\Model\Transaction;
use MinFraudApi\Model\TransactionReport;
use MinFraudApi\ObjectSerializer;

// Composer's, where it was run; Debian's package puts Guzzle into the include path.
require is_file('minfraud/vendor/autoload.php') ? 'minfraud/vendor/autoload.php' : 'GuzzleHttp/autoload.php';
spl_autoload_register(static function (string $class): void {
    $path = 'minfraud/lib/' . str_replace('\\', '/', substr($class, strlen('MinFraudApi\\'))) . '.php';
    if (str_starts_with($class, 'MinFraudApi\\') && is_file($path)) {
        require $path;
    }
});

function service(): Configuration
{
    return (new Configuration())->setHost((string) getenv('MINFRAUD_URL'));
}

function account(string $accountId, string $licenseKey): Configuration
{
    return service()
        ->setUsername((string) getenv($accountId))
        ->setPassword((string) getenv($licenseKey));
}

/** @return list<object> */
function allUpdates(DispositionsApi $dispositions): array
{
    $updates = [];
    $cursor = '2026-03-01T00:00:00Z';
    while (true) {
        $page = $dispositions->listDispositionUpdates($cursor);
        if ($page->getUpdates() === []) {
            return $updates;
        }
        array_push($updates, ...$page->getUpdates());
        $cursor = $page->getLastUpdateTimestamp();
    }
}

/** A string of PHP is bytes, and those of Legacy are ISO-8859-1. */
function scoreLegacy(): string
{
    $order = json_decode((string) file_get_contents('order.json'), true, 512, JSON_THROW_ON_ERROR);
    $named = ['license_key' => getenv('MINFRAUD_LICENSE_KEY')];
    foreach ($order as $name => $value) {
        // The generated arguments are in snake_case, whatever the field is called.
        $named[strtolower((string) preg_replace('/(?<=[a-z])(?=[A-Z])/', '_', $name))] = $value;
    }
    $text = (new LegacyApi(config: service()))->scoreLegacy(...$named);
    return (string) mb_convert_encoding($text, 'UTF-8', 'ISO-8859-1');
}

function legacyNumber(string $text, string $field): float
{
    foreach (explode(';', $text) as $pair) {
        [$name, $value] = explode('=', $pair, 2);
        if ($name === $field) {
            return (float) $value;
        }
    }
    throw new RuntimeException("no $field in the response");
}

/** @return array{status: int, code: string} */
function refusal(callable $call): array
{
    try {
        $call();
    } catch (ApiException $exception) {
        return ['status' => $exception->getCode(), 'code' => $exception->getResponseObject()->getCode()];
    }
    throw new RuntimeException('the service did not refuse the call');
}

$account = account('MINFRAUD_ACCOUNT_ID', 'MINFRAUD_LICENSE_KEY');
$scoring = new ScoringApi(config: $account);
$feedback = new FeedbackApi(config: $account);

$given = json_decode((string) file_get_contents('transaction.json'), false, 512, JSON_THROW_ON_ERROR);
$transaction = ObjectSerializer::deserialize($given, Transaction::class);
$score = $scoring->score($transaction);
$insights = $scoring->insights($transaction);
$factors = $scoring->factors($transaction);
[, $reported] = $feedback->reportTransactionWithHttpInfo(
    new TransactionReport(['tag' => ReportTag::SUSPECTED_FRAUD, 'transaction_id' => 'txn-3134133']),
);
$updates = allUpdates(new DispositionsApi(config: $account));
$legacy = scoreLegacy();

$badRequest = refusal(static fn() => $feedback->reportTransaction(
    new TransactionReport(['tag' => ReportTag::NOT_FRAUD, 'ip_address' => '192.168.0.1']),
));
$empty = new ScoringApi(config: account('MINFRAUD_EMPTY_ACCOUNT_ID', 'MINFRAUD_EMPTY_LICENSE_KEY'));
$paymentRequired = refusal(static fn() => $empty->score($transaction));

$reason = $factors->getRiskScoreReasons()[0];
echo json_encode([
    'score' => $score,
    'insights' => $insights,
    'factors' => $factors,
    'reported' => $reported === 204,
    'dispositions' => $updates,
    'legacy' => $legacy,
    'badRequest' => $badRequest,
    'paymentRequired' => $paymentRequired,
    'read' => [
        'riskScore' => $score->getRiskScore(),
        'autonomousSystemNumber' => $insights->getIpAddress()->getTraits()->getAutonomousSystemNumber(),
        'multiplier' => $reason->getMultiplier(),
        'firstReason' => $reason->getReasons()[0]->getCode(),
        'lastAction' => $updates[array_key_last($updates)]->getAction(),
        'legacyRiskScore' => legacyNumber($legacy, 'riskScore'),
    ],
], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
