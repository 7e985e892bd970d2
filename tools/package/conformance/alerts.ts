/** minFraud Alerts, on the Web Crypto of the runtime. */
import {
  parseAlert,
  rawQuery,
  signAlert,
  SIGNATURE_HEADER,
  verifyAlert,
  verifyAlertRequest,
} from 'minfraud-sdk/alerts';
import { equal, failureOf, holds } from './expect.ts';
import type { Checks } from './checks.ts';

const secret = 'supersecret-0123456789';
const query =
  'i=203.0.113.9&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df' +
  '&reason=It%27s%20risky&reason_code=CARDER_EMAIL&new_risk_score=97.5';
/** Of `query` under `secret`, by OpenSSL. */
const signature = '63aed641c5dbdeedce800d3ac7675bdb2fef5c416a9527ca5c363c8f798eef25';
const url = `https://shop.example/minfraud-alerts?${query}`;

export const alerts: Checks = {
  'an alert is read': () => {
    equal(rawQuery(url), query);
    equal(parseAlert(url), {
      ipAddress: '203.0.113.9',
      minfraudId: '2afb0d26-e3b4-4624-8e66-fd10e64b95df',
      reason: "It's risky",
      reasonCode: 'CARDER_EMAIL',
      newRiskScore: 97.5,
    });
  },
  'a signature is made': async () => {
    equal(await signAlert({ query, secret }), signature);
  },
  'a signature is checked': async () => {
    equal(await verifyAlert({ query, signature, secret }), true);
    equal(await verifyAlert({ query, signature, secret: ['another', secret] }), true);
    equal(await verifyAlert({ query: `${query}0`, signature, secret }), false);
    equal(await verifyAlert({ query, signature: signature.toUpperCase(), secret }), false);
    equal(await verifyAlert({ query, signature, secret: 'another' }), false);
    holds(
      (await failureOf(verifyAlert({ query, signature, secret: '' }))) instanceof TypeError,
      'an empty secret is refused',
    );
  },
  'a Request is checked': async () => {
    const headers = { [SIGNATURE_HEADER]: signature };
    equal(await verifyAlertRequest(new Request(url, { headers }), secret), true);
    equal(await verifyAlertRequest(new Request(url), secret), false);
    // The apostrophe that a URL escapes was signed as it is.
    const plain = query.replace('%27', "'");
    const signed = { [SIGNATURE_HEADER]: await signAlert({ query: plain, secret }) };
    const request = new Request(`https://shop.example/?${plain}`, { headers: signed });
    equal(await verifyAlertRequest(request, secret), true);
  },
};
