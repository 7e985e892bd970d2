/**
 * Shopify: Orders → Export. One row a line item; all but the first of an order hold its name, the item and the
 * email address only. https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
 */
import { type System } from './system.ts';

const address = (prefix: string, place: string): (readonly [string, string])[] => [
  [`${prefix} Name`, `${place}.name`],
  [`${prefix} Address1`, `${place}.address`],
  [`${prefix} Street`, `${place}.address`],
  [`${prefix} Address2`, `${place}.address2`],
  [`${prefix} Company`, `${place}.company`],
  [`${prefix} City`, `${place}.city`],
  [`${prefix} Zip`, `${place}.postal`],
  [`${prefix} Province`, `${place}.region`],
  [`${prefix} Country`, `${place}.country`],
  [`${prefix} Phone`, `${place}.phoneNumber`],
];

export const shopify: System = {
  title: 'Shopify',
  signatures: [['Name', 'Financial Status', 'Lineitem quantity', 'Lineitem name']],
  columns: [
    ['Name', 'event.transactionId'],
    ['Created at', 'event.time'],
    ['Email', 'email.address'],
    ['Total', 'order.amount'],
    ['Currency', 'order.currency'],
    ['Discount Code', 'order.discountCode'],
    ['Payment Method', 'payment.gateway'],
    ...address('Billing', 'billing'),
    ...address('Shipping', 'shipping'),
    ['Lineitem sku', 'shoppingCart[].itemId'],
    ['Lineitem quantity', 'shoppingCart[].quantity'],
    ['Lineitem price', 'shoppingCart[].price'],
  ],
  unused: [
    'Id',
    'Phone',
    'Source',
    'Location',
    'Vendor',
    'Device ID',
    'Billing Province Name',
    'Shipping Province Name',
  ],
  groupBy: ['Name'],
};
