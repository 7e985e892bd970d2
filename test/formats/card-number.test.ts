import { describe, expect, test } from '@jest/globals';
import { holdsCardNumber } from '../../src/formats/card-number.ts';

const visa = '4111111111111111';
const groups = '4111 1111 1111 1111';

test.each([
  `${visa} 12/25`,
  `${groups} 12/25`,
  `${groups} 123`,
  `1 ${visa}`,
  `1 ${groups}`,
  `Order 77 ${visa}`,
  `Order 77 ${groups}`,
  `Order 77/${groups}-12/25`,
  `12/25 ${groups} 12/25`,
  `${visa}=2512`,
  `;${visa}=25121011000012345678?`,
  `%B${visa}^NAME/A^2512101?`,
  `card${visa}`,
  `${visa}x`,
  `token-${visa}`,
  `x_${visa}_y`,
  `(${visa})`,
  `+${visa}`,
  `1,${visa}`,
  `${visa}\n123`,
  '4111  1111  1111  1111',
  '4111, 1111, 1111, 1111',
  '4111 - 1111 1111 1111 4111 1111 1111 1111',
  '4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1',
  '4111\t1111_1111/1111',
  '4111\u20131111\u20131111\u20131111',
  '4111\u00a01111\u30001111\u22121111',
  '\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11',
  '\uff14111\uff0d1111\uff0d1111\uff0d1111',
  '378282 246310 005',
  '3782 822463 10005',
  '4111 - 1111 - 1111 - 1111',
  '4111\u00a0\u2013\u00a01111 : 1111 / 1111',
  '4111:1111:1111:1111',
  '4111\n1111\r\n1111\u20281111',
  '4111 \r\n1111\n\n1111 1111',
  '4111\u200b1111\u00ad1111\u20601111',
  '4\ufe0f\u20e3111 1111 1111 1111',
  '41\u00ad11-\u200b11\ufeff11-1111-1111',
  '67034444444444441',
  '213100000000001',
  '180000000000002',
  '135410014004955',
  '4222222222222',
])('%j holds a card number', (text) => {
  expect(holdsCardNumber(text)).toBe(true);
});

// Arabic, Persian, Devanagari, Bengali, Thai, Burmese, Tibetan, and mathematical ones outside the first plane.
test.each(['arab', 'arabext', 'deva', 'beng', 'thai', 'mymr', 'tibt', 'mathbold', 'mathmono'])(
  'a card number in the digits of %s is one, and a number with a wrong check digit is not',
  (script) => {
    const numbers = new Intl.NumberFormat(`en-u-nu-${script}`, { useGrouping: false });
    const format = (value: number | bigint): string => numbers.format(value);
    expect(format(1)).not.toBe('1');
    expect(holdsCardNumber(format(4111111111111111n))).toBe(true);
    expect(holdsCardNumber(`${format(3782)} 822463 ${format(10005)}`)).toBe(true);
    expect(holdsCardNumber(format(4111111111111112n))).toBe(false);
  },
);

test.each([
  `${visa}1`,
  `1${visa}`,
  `000${visa}`,
  '4111111111111112',
  '4111   1111   1111   1111',
  '4111 1111 x 1111 1111',
  '4111  - 1111 1111 1111',
  '4111---1111---1111---1111',
  '4111 1111 1111',
  '4111-1111-1111-111',
  '0000000000000000',
  '7992739871300007',
  '9999999999999995',
  '1000000000000008',
  '2026-11-22T12:34:56.789Z',
  '2026-11-22 12:34:56',
  '22/11/2026 12.34',
  '1795350896789',
  '4222 222222 222',
  '6304000000000',
  '30/11/2026 10:15:38',
  '2026-11-30 10:15:30.123456',
  '4006381333931',
  '1Z4111111111111111',
  '41111111-1111-1111-a111-111111111111',
  '0x4111111111111111aaaaaaaaaaaaaaaa4111111111111111aaaaaaaaaaaaaaaa',
  '+4915111726324',
  '+49 1511 1726324',
  '49 1511 1726324',
  'DK3741111111111111',
  '',
])('%j holds none', (text) => {
  expect(holdsCardNumber(text)).toBe(false);
});

describe('next to the numbers that are left out', () => {
  test.each([
    `+4915111726324, ${visa}`,
    `BE68539007547034 ${visa}`,
    `41111111-1111-1111-a111-111111111111 ${visa}`,
    `1Z4111111111111111 ${visa}`,
    '4915111726324',
  ])('%j holds a card number', (text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });
});

test('hostile texts take linear time', () => {
  const start = performance.now();
  for (const unit of ['4', '4 ', '4  ', 'a', 'DE89', 'DE89 1 ', 'ab12-', ' ', '+', '\uff14', 'aé'])
    expect(holdsCardNumber(unit.repeat(100_000 / unit.length))).toBe(false);
  // A second here; quadratic steps on one of them would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});
