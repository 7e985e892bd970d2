/** The orders of the shops in this folder: a Map. Yours are in your database. */

export interface Order {
  readonly id: string;
  readonly email: string;
  readonly amount: number;
  readonly currency: string;
  /** Only what is `accept` is shipped. A person looks at `review` first. */
  status: 'new' | 'accept' | 'review' | 'decline';
  /** Reports to MaxMind ask for it. */
  minfraudId?: string | undefined;
}

const orders: ReadonlyMap<string, Order> = new Map(
  [49.95, 49.95, 5000, 49.95, 49.95].map((amount, index) => {
    const id = `order-${1001 + index}`;
    return [id, { id, email: 'jane.doe@example.com', amount, currency: 'EUR', status: 'new' }];
  }),
);

/**
 * The order that a browser names by `{ id }`: what it costs the shop knows. Yours looks among the orders of the
 * customer who is signed in.
 */
export function findOrder(body: unknown): Order | undefined {
  const { id } = (body ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? orders.get(id) : undefined;
}

/** True once for an order, which a customer may send twice. It is held until its decision is made. */
export function takeOrder(order: Order): boolean {
  if (order.status !== 'new') return false;
  order.status = 'review';
  return true;
}

/** Keeps what was decided about an order, and logs it. */
export function settleOrder(
  order: Order,
  outcome: {
    readonly decision: Exclude<Order['status'], 'new'>;
    readonly minfraudId?: string | undefined;
  },
): void {
  order.status = outcome.decision;
  order.minfraudId = outcome.minfraudId;
  console.log(JSON.stringify({ order: order.id, ...outcome }));
}

/** For the customer: whom a person looks at has not been declined. */
export function statusFor({ status }: Order): 'declined' | 'received' {
  return status === 'decline' ? 'declined' : 'received';
}
