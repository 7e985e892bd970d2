'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failClosed, readPolicy } from '@/lib/checkout';
import policyFile from '@/lib/policy.json';

/** The action of the form at the checkout. */
export async function placeOrder(form: FormData): Promise<void> {
  const id = textOf(form, 'id');
  const outcome = await decide(
    { client: new MinFraud(), policy: readPolicy(policyFile, failClosed) },
    {
      device: deviceFrom({ headers: await headers() }, { trust: 1 }),
      event: { type: 'purchase', transactionId: id },
      email: { address: textOf(form, 'email') },
    },
  );
  console.log(JSON.stringify({ order: id, ...outcome }));
  // An order that a person reviews gets the same page: the customer has not been declined.
  redirect(outcome.decision === 'decline' ? '/checkout?declined' : '/thanks');
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
