/** Results of Factors as a shop might see them: made up, and the same every time. */
import { writeFileSync } from 'node:fs';

const countries: readonly (readonly [code: string, weight: number])[] = [
  ...([
    ['US', 420],
    ['DE', 130],
    ['GB', 120],
    ['FR', 90],
    ['CA', 60],
    ['BR', 40],
    ['NL', 35],
  ] as const),
  ...([
    ['ES', 30],
    ['IT', 28],
    ['PL', 22],
    ['AU', 20],
    ['IN', 18],
    ['JP', 16],
    ['MX', 14],
  ] as const),
  ...([
    ['NG', 12],
    ['SG', 9],
    ['ZA', 8],
    ['TR', 8],
    ['VN', 6],
    ['AR', 6],
    ['SE', 6],
    ['HK', 5],
  ] as const),
  ...([
    ['KE', 4],
    ['MA', 3],
    ['MT', 3],
    ['PH', 3],
    ['KR', 3],
    ['NZ', 2],
    ['GI', 4],
    ['MU', 4],
  ] as const),
];
const reasons: readonly (readonly [code: string, multiplier: number, share: number])[] = [
  ...([
    ['EMAIL_TENURE', 0.6, 0.42],
    ['CUSTOMER_ID_ACTIVITY', 0.5, 0.31],
  ] as const),
  ...([
    ['INTRACOUNTRY_DISTANCE', 0.5, 0.22],
    ['TIME_OF_DAY', 1.8, 0.15],
  ] as const),
  ...([
    ['COUNTRY', 1.9, 0.11],
    ['ORDER_AMOUNT', 2, 0.08],
    ['ANONYMOUS_IP', 9, 0.06],
  ] as const),
  ...([
    ['EMAIL_DOMAIN', 5, 0.04],
    ['ISSUER_ID_NUMBER_COUNTRY_MISMATCH', 3, 0.03],
  ] as const),
];

export function writeSampleResults(file: string, rows: number): void {
  let state = 20261126;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const total = countries.reduce((sum, [, weight]) => sum + weight, 0);
  const lines: string[] = [];
  for (let row = 1; row <= rows; row++) {
    let at = random() * total;
    const country = countries.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'US';
    const said = reasons.filter(([, , share]) => random() < share);
    const factor = said.reduce((product, [, multiplier]) => product * multiplier, 1);
    const riskScore = Math.min(99, Math.round((0.2 + random() * 4) * factor * 100) / 100);
    const action = riskScore >= 70 ? 'reject' : riskScore >= 20 ? 'manual_review' : 'accept';
    const warnings = random() < 0.04 ? [{ code: 'BILLING_POSTAL_NOT_FOUND', warning: '' }] : [];
    if (random() < 0.01) warnings.push({ code: 'IP_ADDRESS_RESERVED', warning: '' });
    lines.push(
      JSON.stringify({
        ...{ row, line: row + 1, transactionId: `order-${41000 + row}` },
        result: {
          ...{ riskScore, warnings, disposition: { action } },
          ipAddress: { country: { isoCode: country } },
          riskScoreReasons: said.map(([code, multiplier]) => ({
            multiplier,
            reasons: [{ code, reason: '' }],
          })),
        },
      }),
    );
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}
