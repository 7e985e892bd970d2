/**
 * Calls a service with MaxMind's own JavaScript client: what it parsed, as JSON.
 * `node service.mjs <directory of the package> <host> <account ID> <license key>`.
 */
import { readFileSync } from 'node:fs';
import { globalAgent } from 'node:https';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory, host, account, key] = process.argv.slice(2);
const { main, version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
const loaded = await import(pathToFileURL(join(directory, main)).href);
const official = loaded.default ?? loaded; // CommonJS before 9.0.0

/** Before 9.0.0 its `host` takes no port: the port goes to where its connections come from. */
function olderClient() {
  const { hostname, port } = new URL(`https://${host}`);
  globalAgent.defaultPort = Number(port);
  return new official.Client(account, key, 30_000, hostname);
}

const client =
  Number.parseInt(version, 10) < 9
    ? olderClient()
    : new official.Client(account, key, { host, timeout: 30_000 });
const order = new official.Transaction({
  device: new official.Device({ ipAddress: '203.0.113.200' }),
  email: new official.Email({ address: 'customer@example.com' }),
  event: new official.Event({ transactionId: 'order-1001' }),
});

const results = [];
for (const tier of ['score', 'insights', 'factors']) {
  const { id, riskScore } = await client[tier](order);
  results.push({ tier, id, riskScore });
}
await client.reportTransaction(
  new official.TransactionReport({
    tag: official.Constants.Tag.NOT_FRAUD,
    // The one identifier that every version takes.
    ipAddress: '203.0.113.200',
  }),
);
console.log(JSON.stringify(results));
