'use server';
import { headers } from 'next/headers';
import { MinFraud, MinFraudError } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';

/** The action of the form at the checkout. */
export async function placeOrder(_before: string, form: FormData): Promise<string> {
  const client = new MinFraud({ baseUrl: process.env['MINFRAUD_URL'], deadline: 2_000 });
  try {
    const { riskScore } = await client.score({
      device: deviceFrom({ headers: await headers() }, { trust: 1 }),
      event: { type: 'purchase', transactionId: textOf(form, 'id') },
      email: { address: textOf(form, 'email') },
    });
    return riskScore > 20 ? 'We will check your order.' : 'Thank you!';
  } catch (error) {
    if (!MinFraudError.is(error)) throw error;
    // No score is no reason to refuse the order: a person looks at it.
    return 'We will check your order.';
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
