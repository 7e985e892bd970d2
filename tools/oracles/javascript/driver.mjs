/**
 * Responds to requests with MaxMind's own JavaScript client: one JSON document a line in, one a line out.
 * `node driver.mjs <directory of the package>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [directory] = process.argv.slice(2);
const { main, version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
const loaded = await import(pathToFileURL(join(directory, main)).href);
const official = loaded.default ?? loaded; // CommonJS before 9.0.0

/** The class of each part of a transaction. */
const parts = {
  account: official.Account,
  billing: official.Billing,
  creditCard: official.CreditCard,
  device: official.Device,
  email: official.Email,
  event: official.Event,
  order: official.Order,
  payment: official.Payment,
  shipping: official.Shipping,
};

/** What the client makes of an address, by the public way and, where that refuses, inside. */
function addressResponse(address) {
  const response = {};
  try {
    const email = new official.Email({ address, hashAddress: true });
    response.hash = email.address;
    response.domain = email.domain;
  } catch (error) {
    response.refused = error.message;
  }
  try {
    response.normalized = official.Email.prototype.cleanEmailAddress.call(
      new official.Email({}),
      address,
    );
  } catch (error) {
    response.error = error.message;
  }
  return response;
}

/** The body that the client sends for a transaction in our model's names. */
function transactionResponse(transaction, hashEmail) {
  try {
    const built = {};
    for (const [name, given] of Object.entries(transaction)) {
      if (name === 'customInputs') {
        built[name] = Object.entries(given).map(
          ([key, value]) => new official.CustomInput(key, value),
        );
      } else if (name === 'shoppingCart') {
        built[name] = given.map((item) => new official.ShoppingCartItem(item));
      } else {
        const values = { ...given };
        if (values.time !== undefined) values.time = new Date(values.time);
        if (values.referrerUri !== undefined) values.referrerUri = new URL(values.referrerUri);
        if (name === 'email' && hashEmail) values.hashAddress = true;
        built[name] = new parts[name](values);
      }
    }
    return { body: new official.Transaction(built).toString() };
  } catch (error) {
    return { refused: error.message };
  }
}

const { typoTLDs, typoDomains, equivalentDomains, fastmailDomains, yahooDomains } = official.Email;
const lists = {
  typosOfCom: Object.keys(typoTLDs),
  typoDomains,
  equivalentDomains,
  fastmailDomains: Object.keys(fastmailDomains),
  yahooDomains: Object.keys(yahooDomains),
};
process.stdout.write(`${JSON.stringify({ version, lists })}\n`);
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { address, transaction, hashEmail } = JSON.parse(line);
  const response =
    address === undefined ? transactionResponse(transaction, hashEmail) : addressResponse(address);
  process.stdout.write(`${JSON.stringify(response)}\n`);
}
