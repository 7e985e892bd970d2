import { placeOrder } from './actions';

export default function Page() {
  return (
    <form action={placeOrder}>
      <input name="id" />
      <input name="email" type="email" />
      <button>Buy</button>
    </form>
  );
}
