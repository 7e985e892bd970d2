import { describe, expect, it } from '@jest/globals';
import { edited } from './edited-spec.ts';
import { emulate } from './running-emulator.ts';

/** The shipped document with an operation that responds with a text record. */
function withTextService(separators: string | undefined): object {
  const contentSchema = {
    type: 'object',
    'x-text-record': true,
    ...(separators !== undefined && { 'x-separators': separators }),
    properties: {
      name: { type: 'string', examples: ['A&T|x,y'] },
      count: { type: 'integer', examples: [3] },
      err: { type: 'string' },
    },
  };
  const schema = { type: 'string', contentMediaType: 'text/plain', contentSchema };
  const found = { description: 'A carrier', content: { 'text/plain': { schema } } };
  return edited((document) => {
    document.paths['/app/carrier'] = {
      get: { operationId: 'findCarrier', security: [], responses: { 200: found } },
    };
  });
}

describe('a text service that was added to the spec', () => {
  it.each([
    [undefined, 'name=A&T|x y;count=3;err='],
    [';,', 'name=A&T|x y;count=3;err='],
    [',', 'name=A&T|x y,count=3,err='],
    ['&', 'name=A T|x y&count=3&err='],
    ['|&', 'name=A&T x y|count=3|err='],
  ])('separates its fields by the first of x-separators: %j', async (separators, expected) => {
    const { url } = await emulate({ spec: withTextService(separators) });
    expect(await (await fetch(`${url}/app/carrier`)).text()).toBe(expected);
  });
});
