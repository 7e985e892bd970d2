/** The control interface in OpenAPI: what `/_emulator/openapi.json` shows, and what routes its calls. */

type Json = Readonly<Record<string, unknown>>;

const done: Json = { description: 'Done.' };
const refused: Json = {
  description: 'The body is invalid. `error` says why, and often suggests a correction.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

function body(schema: Json): Json {
  return { required: true, content: { 'application/json': { schema } } };
}

function response(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}

const list = (items: Json): Json => ({ type: 'array', items });
const text: Json = { type: 'string' };
const count: Json = { type: 'integer', minimum: 0 };
const record: Json = { type: 'object' };

export const controlDocument: Json = {
  openapi: '3.1.0',
  info: {
    title: 'minFraud emulator: control interface',
    version: '1',
    description:
      'Controls a running emulator from tests in any language. It accepts callers on this machine, and callers that use a name in allowedHosts.',
  },
  // Who may call is decided by where the call comes from.
  security: [],
  paths: {
    '/_emulator/openapi.json': {
      get: {
        operationId: 'describe',
        summary: 'Get this document',
        responses: { 200: response('The document.', record) },
      },
    },
    '/_emulator/reset': {
      post: {
        operationId: 'reset',
        summary: 'Reset everything to how it was at the start',
        description: 'Resets requests, funds, faults, answers, dispositions, history and clock.',
        responses: { 204: done },
      },
    },
    '/_emulator/requests': {
      get: {
        operationId: 'listRequests',
        summary: 'List the latest requests and their responses, oldest first, without credentials',
        responses: {
          200: response('The requests.', list({ $ref: '#/components/schemas/Request' })),
        },
      },
      delete: {
        operationId: 'forgetRequests',
        summary: 'Clear the list of requests, and nothing else',
        responses: { 204: done },
      },
    },
    '/_emulator/accounts': {
      get: {
        operationId: 'listAccounts',
        summary: 'List the accounts and their remaining funds',
        responses: {
          200: response('The accounts.', list({ $ref: '#/components/schemas/Account' })),
        },
      },
    },
    '/_emulator/faults': {
      put: {
        operationId: 'setFaults',
        summary: 'Set the faults of all later requests',
        requestBody: body(list({ $ref: '#/components/schemas/Fault' })),
        responses: { 204: done, 400: refused },
      },
      delete: {
        operationId: 'clearFaults',
        summary: 'Remove all faults',
        responses: { 204: done },
      },
    },
    '/_emulator/answers': {
      put: {
        operationId: 'setAnswers',
        summary: 'Set the responses to chosen transactions',
        requestBody: body(list({ $ref: '#/components/schemas/Answer' })),
        responses: { 204: done, 400: refused },
      },
      delete: {
        operationId: 'clearAnswers',
        summary: 'Remove all responses that were set',
        responses: { 204: done },
      },
    },
    '/_emulator/dispositions': {
      post: {
        operationId: 'addDispositions',
        summary: 'Add manual changes of dispositions to the list that the service returns',
        requestBody: body(list({ $ref: '#/components/schemas/DispositionUpdate' })),
        responses: { 204: done, 400: refused },
      },
    },
    '/_emulator/alerts': {
      post: {
        operationId: 'sendAlert',
        summary: 'Send a minFraud Alert to a webhook, signed when there is a secret',
        requestBody: body({ $ref: '#/components/schemas/Alert' }),
        responses: {
          200: response('The response of the webhook.', {
            $ref: '#/components/schemas/AlertDelivery',
          }),
          400: refused,
          502: {
            description: 'The webhook could not be reached, or did not respond.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
          },
        },
      },
    },
    '/_emulator/clock': {
      put: {
        operationId: 'setClock',
        summary: 'Stop the clock at a given time',
        requestBody: body({
          type: 'object',
          properties: { now: { type: 'string', format: 'date-time' } },
          required: ['now'],
          additionalProperties: false,
        }),
        responses: { 204: done, 400: refused },
      },
      delete: {
        operationId: 'clearClock',
        summary: 'Reset the clock to how it was at the start',
        responses: { 204: done },
      },
    },
  },
  components: {
    schemas: {
      Error: {
        type: 'object',
        properties: { code: text, error: text },
        required: ['code', 'error'],
      },
      Request: {
        type: 'object',
        properties: {
          method: text,
          path: text,
          query: { type: 'object', additionalProperties: text },
          headers: { type: 'object', additionalProperties: text },
          body: { description: 'The parsed body; absent if it could not be parsed.' },
          wire: { ...text, description: 'The body as a string, with license keys redacted.' },
          status: { ...count, description: 'Absent until a response was sent.' },
          answer: { ...text, description: 'The body of the response as a string.' },
          billed: { type: 'boolean' },
        },
        required: ['method', 'path', 'query', 'headers', 'wire', 'billed'],
      },
      Account: {
        type: 'object',
        properties: { accountId: count, fundsRemaining: { type: 'number' } },
        required: ['accountId', 'fundsRemaining'],
      },
      Fault: {
        type: 'object',
        description: 'See "Faults" in the guide of the emulator.',
        properties: {
          path: { ...text, description: 'Path or operation ID. Default: all.' },
          method: text,
          after: count,
          times: count,
          delay: { ...count, description: 'Milliseconds before the response.' },
          drip: { ...count, description: 'Milliseconds before each byte of the body.' },
          status: { type: 'integer', minimum: 200, maximum: 599 },
          code: text,
          retryAfter: { type: ['string', 'number'] },
          headers: { type: 'object', additionalProperties: text },
          body: { description: 'A string is sent as it is, and anything else as JSON.' },
          contentType: text,
          disconnect: { enum: ['before-response', 'mid-body'] },
          malformed: { enum: ['truncated', 'html', 'empty', 'null', 'not-utf8'] },
        },
      },
      Answer: {
        type: 'object',
        description: 'Names in camelCase, as in the SDK.',
        properties: {
          when: {
            type: 'object',
            description:
              'Matches transactions that have all of these values. Default: all transactions.',
          },
          service: { enum: ['score', 'insights', 'factors'] },
          reply: { type: 'object', description: 'Values that the response must have.' },
          times: { type: 'integer', minimum: 1 },
        },
        required: ['reply'],
      },
      DispositionUpdate: {
        type: 'object',
        description: 'Names as the service spells them, and only those in the spec.',
        properties: {
          minfraud_id: text,
          action: text,
          action_last_updated: { type: 'string', format: 'date-time' },
          note: { type: ['string', 'null'] },
          note_last_updated: { type: ['string', 'null'], format: 'date-time' },
        },
        required: ['minfraud_id', 'action', 'action_last_updated'],
      },
      Alert: {
        type: 'object',
        properties: {
          url: { type: 'string', format: 'uri' },
          secret: text,
          parameters: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
          tamper: { type: 'boolean', description: 'Damage the signature.' },
        },
        required: ['url'],
        additionalProperties: false,
      },
      AlertDelivery: {
        type: 'object',
        properties: {
          status: count,
          body: text,
          query: { ...text, description: 'Exactly as it was sent and signed.' },
          signature: { ...text, description: 'Hexadecimal; absent without a secret.' },
        },
        required: ['status', 'body', 'query'],
      },
    },
  },
};
