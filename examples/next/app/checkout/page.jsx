import { placeOrder } from './actions';

export default function Page() {
  return (
    <form action={placeOrder}>
      <input name="id" />
      <button>Buy</button>
    </form>
  );
}
