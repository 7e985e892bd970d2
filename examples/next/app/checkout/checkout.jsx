'use client';
import { useActionState } from 'react';
import { placeOrder } from './actions';

export function Checkout() {
  const [answer, action] = useActionState(placeOrder, '');
  return (
    <form action={action}>
      <input name="id" />
      <input name="email" type="email" />
      <button>Buy</button>
      <p>{answer}</p>
    </form>
  );
}
