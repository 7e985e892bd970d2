import { describe, expect, it } from '@jest/globals';
import { jsonOf, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';
import { propertiesOf } from '../src/specification.ts';

const longestNotes = Number(new Map(propertiesOf('TransactionReport')).get('notes')?.['maxLength']);

const minfraud_id = '58fa38d8-4b87-458b-a22b-f00eda1aa20d';

describe('a report', () => {
  it.each([
    { tag: 'chargeback', minfraud_id },
    { tag: 'clear', maxmind_id: '12345678' },
    { tag: 'not_fraud', transaction_id: '1' },
    { tag: 'spam_or_abuse', ip_address: '2001:db8::1' },
    {
      tag: 'suspected_fraud',
      ip_address: '74.209.24.1',
      maxmind_id: 'ABCDEFGH',
      minfraud_id,
      transaction_id: '1',
      chargeback_code: 'BL',
      notes: `${'é'.repeat(longestNotes - 1)}\n`,
    },
  ])('%j is taken: 204, no body, no length', async (report) => {
    const emulator = await emulate();
    const response = await post(emulator.url + paths.report, report);
    expect(response.status).toBe(204);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.text()).toBe('');
    expect(emulator.requests[0]?.billed).toBe(false);
  });

  it.each([
    ['{"tag":', 'JSON_INVALID'],
    ['[]', 'JSON_INVALID'],
    [{ minfraud_id }, 'TAG_REQUIRED'],
    [{}, 'TAG_REQUIRED'],
    [{ tag: 'fraud', minfraud_id }, 'TAG_INVALID'],
    [{ tag: 1, minfraud_id }, 'TAG_INVALID'],
    [{ tag: 'clear' }, 'TRANSACTION_ID_REQUIRED'],
    [{ tag: 'clear', notes: 'x' }, 'TRANSACTION_ID_REQUIRED'],
    [{ tag: 'clear', maxmind_id: 'abcdefgh' }, 'MAXMIND_ID_INVALID'],
    [{ tag: 'clear', maxmind_id: '1234567' }, 'MAXMIND_ID_INVALID'],
    [{ tag: 'clear', minfraud_id: 'x' }, 'MINFRAUD_ID_INVALID'],
    [{ tag: 'clear', minfraud_id: '00000000-0000-0000-0000-000000000000' }, 'MINFRAUD_ID_INVALID'],
    [{ tag: 'clear', ip_address: 'x' }, 'IP_ADDRESS_INVALID'],
    [{ tag: 'clear', ip_address: '10.0.0.1' }, 'IP_ADDRESS_RESERVED'],
    [{ tag: 'clear', ip_address: '::1' }, 'IP_ADDRESS_RESERVED'],
    [{ tag: 'clear', minfraud_id, notes: 'é'.repeat(longestNotes + 1) }, 'NOTES_INVALID'],
    [{ tag: 'clear', minfraud_id, note: 'x' }, 'PARAMETER_UNKNOWN'],
  ])('%j is refused with %s', async (report, code) => {
    const { url } = await emulate();
    const response = await post(url + paths.report, report);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.maxmind.com-error+json; charset=UTF-8; version=2.0',
    );
    expect(await jsonOf(response)).toEqual({ code, error: expect.any(String) });
  });
});
