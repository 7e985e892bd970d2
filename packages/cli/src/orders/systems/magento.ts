/**
 * Magento (Adobe Commerce): the order grid, Sales → Orders → Export, whose headings are in
 * Magento/Sales/view/adminhtml/ui_component/sales_order_grid.xml and whose times are in the shop's own zone; and
 * orders with the names of the REST API (order entity), whose times are UTC.
 */
import { type System } from './system.ts';

const address = (place: string): (readonly [string, string])[] => [
  [`${place}_firstname`, `${place}.firstName`],
  [`${place}_lastname`, `${place}.lastName`],
  [`${place}_name`, `${place}.name`],
  [`${place}_company`, `${place}.company`],
  [`${place}_street`, `${place}.address`],
  [`${place}_city`, `${place}.city`],
  [`${place}_postcode`, `${place}.postal`],
  [`${place}_region_code`, `${place}.region`],
  [`${place}_country_id`, `${place}.country`],
  [`${place}_telephone`, `${place}.phoneNumber`],
];

export const magento: System = {
  title: 'Magento',
  signatures: [
    ['ID', 'Purchase Point', 'Purchase Date', 'Bill-to Name'],
    ['increment_id', 'grand_total'],
    ['increment_id', 'base_grand_total'],
  ],
  columns: [
    ['ID', 'event.transactionId'],
    ['increment_id', 'event.transactionId'],
    ['Purchase Date', 'event.time'],
    ['created_at', 'event.time:utc'],
    ['remote_ip', 'device.ipAddress'],
    ['Customer Email', 'email.address'],
    ['customer_email', 'email.address'],
    ['customer_id', 'account.userId'],
    ['Grand Total (Purchased)', 'order.amount'],
    ['grand_total', 'order.amount'],
    ['order_currency_code', 'order.currency'],
    ['coupon_code', 'order.discountCode'],
    ['Payment Method', 'payment.gateway'],
    ['payment_method', 'payment.gateway'],
    ['payment_cc_last4', 'creditCard.lastDigits'],
    ['payment_cc_last_4', 'creditCard.lastDigits'],
    ['Bill-to Name', 'billing.name'],
    ['Ship-to Name', 'shipping.name'],
    ...address('billing'),
    ...address('shipping'),
  ],
  unused: [
    ...[
      'Billing Address',
      'Shipping Address',
      'Grand Total (Base)',
      'base_grand_total',
      'base_currency_code',
    ],
    ...[
      'Customer Name',
      'store_id',
      'entity_id',
      'updated_at',
      'global_currency_code',
      'store_currency_code',
    ],
    ...[
      'Subtotal',
      'Shipping Information',
      'customer_firstname',
      'customer_lastname',
      'x_forwarded_for',
      'total_paid',
    ],
    ...['total_due', 'total_refunded', 'Total Refunded', 'quote_id'],
  ],
};
