'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failClosed, readPolicy } from '@/lib/checkout';
import { findOrder, settleOrder, statusFor, takeOrder } from '@/lib/orders';
import policyFile from '@/lib/policy.json';

// Here, not in the action: a damaged file stops the build and no order.
const policy = readPolicy(policyFile, failClosed);

/** The action of the form at the checkout. */
export async function placeOrder(form: FormData): Promise<void> {
  const order = findOrder({ id: form.get('id') });
  if (order === undefined) redirect('/checkout?unknown');
  if (takeOrder(order)) {
    const { id, email, amount, currency } = order;
    const outcome = await decide(
      { client: new MinFraud(), policy },
      {
        device: deviceFrom({ headers: await headers() }, { trust: 1 }),
        event: { type: 'purchase', transactionId: id },
        email: { address: email },
        order: { amount, currency },
      },
    );
    settleOrder(order, outcome);
  }
  redirect(statusFor(order) === 'declined' ? '/checkout?declined' : '/thanks');
}
