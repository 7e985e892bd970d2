/** What is personal and leaves the machine hashed only. */
import { MinFraud } from 'minfraud-sdk';
import { equal } from './expect.ts';
import type { Checks } from './checks.ts';
import { lastRequest, optionsOf } from './service.ts';

export const hashing: Checks = {
  'addresses and user names are sent hashed': async (service) => {
    const client = new MinFraud({ ...optionsOf(service), hashEmail: true });
    await client.score({
      email: { address: 'Jane.Doe+shop@Example.com' },
      account: { userId: '77', username: 'customer-77' },
    });
    equal((await lastRequest(service))?.body, {
      email: { address: '0cba00ca3da1b283a57287bcceb17e35', domain: 'example.com' },
      account: { user_id: '77', username_md5: '2ec96562322f92ba9f2c1e8fbe061c0a' },
    });
  },
};
