/** What the benchmarks compare, by name. Each is made and run in a process of its own. */
import { Agent } from 'undici';
import { addresses } from '../oracles/addresses.ts';
import { insightsOperation } from '../../generated/operations.ts';
import { factors, transaction as transactionTable } from '../../generated/tables.ts';
import { MinFraud } from '../../src/client.ts';
import { hashEmail } from '../../src/email/index.ts';
import { parseLegacyResponse } from '../../src/legacy/index.ts';
import type { FetchFunction } from '../../src/options/options.ts';
import { encode } from '../../src/request/encode.ts';
import { prepareTransaction } from '../../src/request/prepare.ts';
import { decode } from '../../src/response/decode.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import {
  hasOfficial,
  officialBody,
  officialHash,
  officialInsights,
  officialStubbed,
} from './official.ts';
import { rawFetch, underTimeout } from './raw-fetch.ts';
import {
  responseHeaders,
  factorsResponse,
  insightsResponse,
  legacyResponse,
  transaction,
  wireTransaction,
} from './samples.ts';

/** One call. What it returns is kept, so that no compiler leaves the work out. */
export type Call = () => unknown;

/** @param baseUrl - A server on loopback that gives the response of Insights. */
export type Variant = (baseUrl: string) => Call | Promise<Call>;

const stub = (): Promise<Response> =>
  Promise.resolve(new Response(insightsResponse, { headers: responseHeaders }));

export const callVariants: Readonly<Record<string, Variant>> = {
  floor: () => {
    const wire = wireTransaction();
    return async () => {
      JSON.stringify(wire);
      return (await stub()).json() as Promise<unknown>;
    };
  },
  'floor with a timeout': () => {
    const wire = wireTransaction();
    return () =>
      underTimeout(async (signal) => {
        JSON.stringify(wire);
        await ((await stub()).json() as Promise<unknown>);
        return signal;
      });
  },
  'insights()': () => insights('https://minfraud.maxmind.com', stub),
  ...(hasOfficial && {
    'official client': () => officialStubbed(transaction, insightsResponse),
  }),
};

export const loopbackVariants: Readonly<Record<string, Variant>> = {
  'fetch with a timeout': rawFetch,
  'insights()': (baseUrl) => insights(baseUrl, undefined),
  'insights() with undiciFetch()': (baseUrl) =>
    insights(baseUrl, undiciFetch({ dispatcher: new Agent() })),
  ...(hasOfficial && {
    'official client': (baseUrl: string) => officialInsights(transaction, baseUrl),
  }),
};

export const encodeVariants: Readonly<Record<string, Variant>> = {
  'JSON.stringify': () => {
    const wire = wireTransaction();
    return () => JSON.stringify(wire);
  },
  encode: () => () => encode(transaction, transactionTable, 'drop'),
  'prepare and write': () => () =>
    prepareTransaction(transaction, insightsOperation, { invalid: 'drop', hashEmail: false }).json,
  ...(hasOfficial && { 'official client': () => officialBody(transaction) }),
};

export const decodeVariants: Readonly<Record<string, Variant>> = {
  'JSON.parse': () => () => JSON.parse(factorsResponse) as unknown,
  decode: () => {
    const wire = JSON.parse(factorsResponse) as object;
    return () => decode(wire, factors, { locales: ['en'] });
  },
};

export const emailVariants: Readonly<Record<string, Variant>> = {
  hashEmail: () => overAddresses(hashEmail),
  ...(hasOfficial && { 'official client': () => overAddresses(officialHash()) }),
};

export const legacyVariants: Readonly<Record<string, Variant>> = {
  'decode and split': () => {
    const decoder = new TextDecoder('latin1');
    return () => {
      const fields: Record<string, string> = {};
      for (const field of decoder.decode(legacyResponse).split(';')) {
        const equals = field.indexOf('=');
        fields[field.slice(0, equals)] = field.slice(equals + 1);
      }
      return fields;
    };
  },
  parseLegacyResponse: () => () => parseLegacyResponse(legacyResponse),
};

function insights(baseUrl: string, fetch: FetchFunction | undefined): Call {
  const client = new MinFraud({ accountId: 42, licenseKey: 'bench', baseUrl, fetch });
  return () => client.insights(transaction);
}

/** Addresses in turn that every variant takes: none is timed while it throws. */
function overAddresses(hash: (address: string) => string | undefined): Call {
  const official = hasOfficial ? officialHash() : hash;
  const taken = addresses(16_000, 1).filter((address) => {
    try {
      return official(address) !== undefined;
    } catch {
      return false;
    }
  });
  let at = 0;
  return () => hash(taken[at++ % taken.length] ?? '');
}
