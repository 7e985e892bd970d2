import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import document from '../../generated/openapi.json' with { type: 'json' };
import { HttpError, InvalidRequestError, MinFraud, MinFraudError } from '../../src/index.ts';
import { validator } from '../../packages/emulator/src/specification.ts';

/**
 * Responses of our own writing: every field of the spec is there, filled from the spec itself, and
 * beside each a field that no spec knows. What should become of them is worked out here, apart from
 * the tables that the SDK decodes with.
 */

type Json = Record<string, unknown>;
interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  enum?: unknown[];
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  format?: string;
  'x-extensible-enum'?: string[];
  'x-model-name'?: string;
}

const schemas = document.components.schemas as unknown as Record<string, Schema>;
const UNKNOWN = { some_new_key: [{ inner_key: 1, another: null }], flag: true };

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...schemas[name], ...schema, $ref: '' };
}

/** A value for a schema: every property, one entry a list, two a map; unknowns where asked for. */
function fill(given: Schema, unknowns: boolean): unknown {
  const schema = resolve(given);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([name, property]) => [
      name,
      fill(property, unknowns),
    ]);
    return { ...Object.fromEntries(fields), ...(unknowns && { brand_new_field: UNKNOWN }) } as Json;
  }
  if (schema.items !== undefined)
    return [fill(schema.items, unknowns), fill(schema.items, unknowns)];
  if (typeof schema.additionalProperties === 'object') {
    const value = fill(schema.additionalProperties, unknowns);
    return { en: value, 'pt-BR': value };
  }
  const [known] = schema['x-extensible-enum'] ?? [];
  if (known !== undefined) return unknowns ? 'a_value_of_tomorrow' : known;
  return scalar(schema);
}

function scalar(schema: Schema): unknown {
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.enum !== undefined) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'boolean') return true;
  if (type === 'string') return schema.format === 'date' ? '2026-07-01' : 'text';
  return schema.minimum ?? schema.maximum ?? 7;
}

/** `is_in_european_union` → `isInEuropeanUnion`. Response names have no digits to think about. */
function modelName(wire: string, schema: Schema): string {
  return (
    schema['x-model-name'] ?? wire.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  );
}

/** The model that a wire value should become; `name` comes from `names.en`. */
function expected(given: Schema, value: unknown): unknown {
  const schema = resolve(given);
  if (schema.properties !== undefined && typeof value === 'object' && value !== null) {
    const model: Json = {};
    for (const [wire, one] of Object.entries(value)) {
      const property = schema.properties[wire];
      if (property === undefined) model[wire] = one;
      else model[modelName(wire, property)] = expected(property, one);
    }
    const names = model['names'] as Json | undefined;
    if (names !== undefined) model['name'] = names['en'];
    return model;
  }
  if (schema.items !== undefined && Array.isArray(value)) {
    return value.map((one) => expected(schema.items ?? {}, one));
  }
  return value;
}

let server: Server;
let client: MinFraud;
let served: { status: number; type?: string; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(
        served.status,
        served.type === undefined ? {} : { 'Content-Type': served.type },
      );
      response.end(served.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = new MinFraud({
    accountId: 42,
    licenseKey: 'k',
    baseUrl: `http://127.0.0.1:${port}`,
    maxRetries: 0,
  });
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  served = { status: 500, body: '' };
});

const transaction = { device: { ipAddress: '203.0.113.1' } };
const tiers = [
  ['score', 'Score'],
  ['insights', 'Insights'],
  ['factors', 'Factors'],
] as const;

function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, child) => sum + leaves(child), 0);
}

describe('a response with every documented field', () => {
  it.each(tiers)('%s arrives whole, under its model names', async (tier, component) => {
    const schema = schemas[component] ?? {};
    const wire = fill(schema, false);
    const validate = validator(component);
    expect([validate(wire), validate.errors]).toEqual([true, null]);
    served = { status: 200, type: 'application/json', body: JSON.stringify(wire) };
    const result = await client[tier](transaction);
    expect(result).toEqual(expected(schema, wire));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it.each(tiers)(
    '%s keeps unknown fields and unknown values of enumerations',
    async (tier, component) => {
      const schema = schemas[component] ?? {};
      const wire = fill(schema, true);
      // The spec lets the service grow: unknown things are valid.
      const validate = validator(component);
      expect([validate(wire), validate.errors]).toEqual([true, null]);
      expect(JSON.stringify(wire)).toContain('a_value_of_tomorrow');
      served = { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(wire) };
      const result = await client[tier](transaction);
      expect(result).toEqual(expected(schema, wire));
      expect(result).toHaveProperty('brand_new_field', UNKNOWN);
      expect(leaves(result)).toBeGreaterThanOrEqual(leaves(wire));
    },
  );

  it('holds the 83 fields of the service and the 70 of GeoIP that the documentation counts, or more', () => {
    expect(leaves(fill(schemas['Factors'] ?? {}, false))).toBeGreaterThanOrEqual(83 + 70);
  });

  it('pages of dispositions too', async () => {
    const schema = schemas['DispositionUpdates'] ?? {};
    const wire = fill(schema, true) as { updates: Json[] };
    served = { status: 200, type: 'application/json', body: JSON.stringify(wire) };
    for await (const page of client
      .dispositions({ updatesAfter: '2026-01-01T00:00:00Z' })
      .pages()) {
      expect(page.updates).toEqual((expected(schema, wire) as { updates: Json[] }).updates);
      break;
    }
  });
});

describe('a response with next to nothing', () => {
  const least = { id: 'x', risk_score: 1, funds_remaining: 0, queries_remaining: 0 };

  it('has its lists, empty', async () => {
    served = {
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ ...least, ip_address: {} }),
    };
    expect(await client.factors(transaction)).toEqual({
      id: 'x',
      riskScore: 1,
      fundsRemaining: 0,
      queriesRemaining: 0,
      warnings: [],
      riskScoreReasons: [],
      ipAddress: { riskReasons: [], subdivisions: [] },
    });
  });
});

describe('a response that is not a result', () => {
  it.each<[string, number, string | undefined, string, unknown, RegExp]>([
    ['no JSON, although it says so', 200, 'application/json', 'oops', HttpError, /JSON/],
    ['a page', 200, 'text/html', '<html>Please log in</html>', HttpError, /JSON|text\/html/],
    ['an error without a body', 502, undefined, '', HttpError, /502/],
    ['an error with a body that is no JSON', 500, 'application/json', '<', HttpError, /500/],
    [
      'a code that is not documented',
      400,
      'application/json',
      '{"code":"NEW_CODE","error":"New."}',
      InvalidRequestError,
      /New\./,
    ],
    ['a list', 200, 'application/json', '[]', HttpError, /object/],
  ])('%s', async (_, status, type, body, errorClass, message) => {
    served = { status, body, ...(type !== undefined && { type }) };
    const error: unknown = await client.score(transaction).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(errorClass);
    expect(MinFraudError.is(error) && error.status).toBe(status);
    expect(String(error)).toMatch(message);
  });
});
