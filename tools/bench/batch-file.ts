/** The file of orders that `npm run bench -- batch` scores, and what the bare loop makes of its rows. */
import { closeSync, openSync, writeSync } from 'node:fs';

export const header: readonly string[] = [
  ...['Order ID', 'Customer IP', 'Email', 'Order Total', 'Currency', 'Billing First Name'],
  ...['Billing Last Name', 'Billing City', 'Billing Country', 'Billing Zip', 'Note'],
];

/** @returns the bytes written. */
export function writeOrders(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let lines = [header.join(',')];
  for (let row = 1; row <= rows; row++) {
    const ip = `203.0.113.${row % 250}`;
    const cells = [
      ...[`order-${row}`, ip, `customer${row}@example.com`, `${row % 900}.50`, 'USD', 'Jane'],
      ...['Doe', '"New Haven, Connecticut"', 'US', '06510', 'leave at the door'],
    ];
    lines.push(cells.join(','));
    if (lines.length < 10_000 && row < rows) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(file);
}

/** What one row is as a request, written by hand. */
export function requestOf(cells: readonly string[]): object {
  const [id, ip, email, amount, currency, firstName, lastName, city, country, postal] = cells;
  return {
    event: { transaction_id: id },
    device: { ip_address: ip },
    email: { address: email },
    order: { amount: Number(amount), currency },
    billing: { first_name: firstName, last_name: lastName, city, country, postal },
  };
}
