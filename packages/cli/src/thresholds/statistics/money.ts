/** What it is worth to stop an order, against letting all orders pass. */

/** What the user says of the shop. Money is in the currency of the orders, shares are from 0 to 1. */
export interface Costs {
  readonly chargebackFee: number;
  /** The part of an amount that is left when the goods are paid for. */
  readonly margin: number;
  readonly reviewCost: number;
  /** How often a reviewer is right, about frauds and about good orders. */
  readonly reviewAccuracy: number;
  /** What is lost, beyond the order, with a good customer who was declined. */
  readonly lostCustomer: number;
}

/** Of `orders` orders of one outcome that are declined. */
export function declined(costs: Costs, isFraud: boolean, orders: number, amount: number): number {
  return isFraud
    ? amount * (1 - costs.margin) + orders * costs.chargebackFee
    : -(amount * costs.margin + orders * costs.lostCustomer);
}

/** Of orders that a person looks at: a fraud is stopped, or a good order by mistake. */
export function reviewed(costs: Costs, isFraud: boolean, orders: number, amount: number): number {
  const stopped = isFraud ? costs.reviewAccuracy : 1 - costs.reviewAccuracy;
  return stopped * declined(costs, isFraud, orders, amount) - orders * costs.reviewCost;
}
