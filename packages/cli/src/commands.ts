/** Every command: its flags and its help. What it does is loaded when it runs. */
import { buildCommand, buildRouteMap, type RouteMap } from '@stricli/core';
import { batchRoutes } from './batch/command.ts';
import { type CliContext } from './context.ts';
import { number, requiredText, text, texts, toggle } from './flag-kinds.ts';
import { documented } from './help.ts';
import { factors, insights, legacy, proxy, report, score } from './request-commands.ts';
import { outputFlags, portNumber, sessionFlags, wholeNumber } from './shared-flags.ts';
import { thresholdsCommand } from './thresholds/command.ts';

const dispositions = documented(
  buildCommand({
    loader: () => import('./commands/dispositions.ts'),
    parameters: {
      flags: {
        since: requiredText(
          'start of the changes: an RFC 3339 time, a cursor of an earlier run, or 30m, 12h, 7d',
          'time',
        ),
        follow: toggle('keep running, and print changes as they come'),
        interval: number(
          wholeNumber,
          'time between two requests with --follow; default 60',
          'seconds',
        ),
        ...outputFlags,
        ...sessionFlags,
      },
    },
    docs: { brief: 'List what reviewers changed in the account portal (not billed)' },
  }),
  {
    examples: [
      'minfraud dispositions --since 7d --emulator',
      'minfraud dispositions --since 2026-11-01T00:00:00Z --follow --ndjson',
    ],
  },
);

const validate = documented(
  buildCommand({
    loader: () => import('./commands/validate.ts'),
    parameters: {
      flags: {
        as: {
          kind: 'enum',
          values: ['transaction', 'report'],
          optional: true,
          brief: 'what the file holds; default transaction',
        },
        ...outputFlags,
      },
      positional: {
        kind: 'tuple',
        parameters: [
          {
            parse: String,
            placeholder: 'file',
            brief: 'JSON, a JSON list, or NDJSON (.ndjson, .jsonl); - is standard input',
          },
        ],
      },
    },
    docs: { brief: 'Check a file of requests without sending anything' },
  }),
  { examples: ['minfraud validate order.json', 'minfraud validate orders.ndjson --ndjson'] },
);

const address = {
  kind: 'tuple',
  parameters: [
    { parse: String, placeholder: 'address', brief: 'an email address, or - to read one per line' },
  ],
} as const;

const email = buildRouteMap({
  routes: {
    normalize: documented(
      buildCommand({
        loader: async () => (await import('./commands/email.ts')).normalize,
        parameters: { positional: address },
        docs: { brief: 'Print an address in the form that minFraud hashes' },
      }),
      { examples: ['minfraud email normalize "Jo.Doe+shop@googlemail.com"'] },
    ),
    hash: documented(
      buildCommand({
        loader: async () => (await import('./commands/email.ts')).hash,
        parameters: { positional: address },
        docs: { brief: 'Print the MD5 hash that can be sent instead of an address' },
      }),
      { examples: ['minfraud email hash customer@example.com'] },
    ),
  },
  docs: { brief: 'Normalize or hash email addresses as minFraud does' },
});

const alert = buildRouteMap({
  routes: {
    trigger: documented(
      buildCommand({
        loader: async () => (await import('./commands/alert.ts')).trigger,
        parameters: {
          flags: {
            to: requiredText('URL of your webhook', 'url'),
            set: texts(
              'a parameter of the alert, as the service spells it, such as new_risk_score=91',
              'name=value',
            ),
            'bad-signature': toggle(
              'sign the alert with a wrong signature, which your webhook must reject',
            ),
            ...outputFlags,
          },
        },
        docs: { brief: 'Send a signed alert to your webhook, as MaxMind would' },
      }),
      {
        examples: ['minfraud alert trigger --to http://localhost:8080/webhook'],
        notes: 'The secret of the webhook is read from MINFRAUD_ALERT_SECRET.',
      },
    ),
    verify: documented(
      buildCommand({
        loader: async () => (await import('./commands/alert.ts')).verify,
        parameters: {
          flags: {
            signature: requiredText('the header X-MaxMind-Alert-HMAC-SHA256', 'hex'),
            ...outputFlags,
          },
          positional: {
            kind: 'tuple',
            parameters: [
              {
                parse: String,
                placeholder: 'url',
                brief: 'the URL as it was received, or its query',
              },
            ],
          },
        },
        docs: { brief: 'Check that an alert was signed with your secret' },
      }),
      {
        examples: ["minfraud alert verify '/webhook?i=203.0.113.24&…' --signature 0f3c…"],
        notes: 'The secret of the webhook is read from MINFRAUD_ALERT_SECRET.',
      },
    ),
  },
  docs: { brief: 'Test a webhook for minFraud Alerts' },
});

const emulator = documented(
  buildCommand({
    loader: () => import('./commands/emulator.ts'),
    parameters: {
      flags: {
        port: number(portNumber, 'port to listen on; default 0, any free port', 'number'),
        host: text('address to listen on; default 127.0.0.1', 'address'),
        'allow-host': texts(
          'host name, such as that of a container, by which other machines may call it, including /_emulator/',
          'name',
        ),
        tls: toggle('serve https, which the official clients require, with its own certificate'),
        'ca-file': text(
          'with --tls: file for the CA certificate that clients need; default a temporary file',
          'file',
        ),
        spec: text(
          'edited spec to serve: a bundled document, or a folder with openapi.yaml',
          'path',
        ),
        overlay: texts('OpenAPI Overlay to apply to the spec', 'file'),
        config: text(
          'JSON: accounts, answers, faults, dispositions, clock and more, see docs/emulator.md',
          'file',
        ),
        accounts: text('JSON: a list of accounts, see docs/emulator.md', 'file'),
        seed: text('seed of the made-up risks and identifiers'),
        history: toggle('let earlier scores and reports change later responses'),
        control: toggle('serve /_emulator/, an HTTP interface for tests in any language'),
        json: toggle('print the address and each request as one line of JSON'),
      },
    },
    docs: { brief: 'Run a minFraud service on this machine, for tests in any language' },
  }),
  {
    examples: [
      'minfraud emulator --port 8080',
      'minfraud emulator --port 8443 --tls --ca-file emulator-ca.pem',
      'minfraud emulator --json --control --config emulator.json',
    ],
    notes:
      'Prints its address and test credentials, then a line for each request. Open the address in a browser to see requests and responses.',
  },
);

const generate = documented(
  buildCommand({
    loader: () => import('./commands/generate.ts'),
    parameters: {
      flags: {
        out: text('folder that gets the generated files', 'dir'),
        overlay: texts(
          'an OpenAPI Overlay to apply; several are applied in the order given',
          'file',
        ),
        spec: text('a folder or a bundled document instead of the shipped spec', 'path'),
        imports: text('file extension in imports: js (the default), ts or none', 'word'),
        check: toggle('write nothing; fail if the files are not what the spec compiles to'),
        since: text(
          'list what changed since an earlier client, spec or document; fail if it breaks programs',
          'old',
        ),
      },
    },
    docs: { brief: 'Generate your own client from an edited spec' },
  }),
  {
    examples: [
      'minfraud generate --overlay mine.yaml --out src/minfraud',
      'minfraud generate --overlay mine.yaml --since src/minfraud',
    ],
    notes:
      'Needs TypeScript and a generator in your project; if they are missing, it tells you what to install.',
  },
);

const login = documented(
  buildCommand({
    loader: () => import('./commands/login.ts'),
    parameters: {
      flags: {
        profile: { ...sessionFlags.profile, brief: 'name to store them under' },
        'base-url': text('base URL that these credentials are for; default the service', 'url'),
      },
    },
    docs: { brief: 'Store an account ID and license key in a file that only you can read' },
  }),
  {
    examples: ['minfraud login', 'minfraud login --profile test < credentials.txt'],
    notes: 'From a pipe: the account ID on the first line, the license key on the second.',
  },
);

const whoami = documented(
  buildCommand({
    loader: () => import('./commands/whoami.ts'),
    parameters: {
      flags: {
        check: toggle('check with the service that they are valid (not billed)'),
        ...outputFlags,
        ...sessionFlags,
      },
    },
    docs: { brief: 'Show which credentials a command would use' },
  }),
  { examples: ['minfraud whoami', 'minfraud whoami --check --profile test'] },
);

const completion = documented(
  buildCommand({
    loader: () => import('./commands/completion.ts'),
    parameters: {
      positional: {
        kind: 'tuple',
        parameters: [
          {
            parse: String,
            placeholder: 'shell',
            brief: 'bash, zsh or fish',
            proposeCompletions: () => ['bash', 'zsh', 'fish'],
          },
        ],
      },
    },
    docs: { brief: 'Print a script that completes commands, flags and values in your shell' },
  }),
  {
    examples: [
      'source <(minfraud completion bash)',
      'minfraud completion fish > ~/.config/fish/completions/minfraud.fish',
    ],
  },
);

export const root: RouteMap<CliContext> = buildRouteMap({
  routes: {
    ...{ score, insights, factors, report, dispositions },
    thresholds: thresholdsCommand,
    batch: batchRoutes,
    ...{ legacy, proxy, validate, email, alert, emulator, generate, login, whoami, completion },
  },
  docs: { brief: 'MaxMind minFraud on the command line' },
});
