import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY } from '../src/index.ts';
import { basic, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

describe('recorded requests', () => {
  it('come in order, with everything that was sent but the credentials', async () => {
    const emulator = await emulate();
    const wire = '{ "event": {"shop_id": "é"} }';
    await post(`${emulator.url}${paths.score}?debug=1&debug=2`, wire, { 'x-trace': '7' });
    await post(emulator.url + paths.report, 'no json', { authorization: basic(42, 'wrong key') });
    await fetch(`${emulator.url}/elsewhere?l=not-a-key`);
    expect(emulator.requests).toMatchObject([
      {
        method: 'POST',
        path: paths.score,
        query: { debug: '2' },
        headers: {
          authorization: '[redacted]',
          'content-type': 'application/json',
          'x-trace': '7',
        },
        body: { event: { shop_id: 'é' } },
        wire,
        status: 200,
        billed: true,
      },
      { path: paths.report, body: undefined, wire: 'no json', status: 401, billed: false },
      { method: 'GET', path: '/elsewhere', query: { l: '[redacted]' }, wire: '', status: 404 },
    ]);
    const all = JSON.stringify(emulator.requests);
    expect(all).not.toContain(TEST_LICENSE_KEY);
    expect(all).not.toContain(basic().slice(6));
    expect(all).not.toContain(basic(42, 'wrong key').slice(6));
  });

  it('are whole ones only: a caller who hangs up half way leaves no trace', async () => {
    const emulator = await emulate();
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const head = `POST ${paths.score} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"eve`;
    await new Promise<void>((resolve) =>
      socket.write(head, () => {
        resolve();
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    await post(emulator.url + paths.score, { event: { shop_id: 's' } });
    expect(emulator.requests).toHaveLength(1);
  });
});
