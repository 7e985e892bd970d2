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
          'changes after this moment: an RFC 3339 time, a cursor of an earlier run, or 30m, 12h, 7d',
          'time',
        ),
        follow: toggle('stay, and print changes as they come'),
        interval: number(
          wholeNumber,
          'between two questions under --follow; 60 unless given',
          'seconds',
        ),
        ...outputFlags,
        ...sessionFlags,
      },
    },
    docs: { brief: 'What reviewers changed in the account portal (not billed)' },
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
          brief: 'what the file holds; transaction unless given',
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
    { parse: String, placeholder: 'address', brief: 'an e-mail address, or - to read one a line' },
  ],
} as const;

const email = buildRouteMap({
  routes: {
    normalize: documented(
      buildCommand({
        loader: async () => (await import('./commands/email.ts')).normalize,
        parameters: { positional: address },
        docs: { brief: 'The form of an address that minFraud hashes' },
      }),
      { examples: ['minfraud email normalize "Jo.Doe+shop@googlemail.com"'] },
    ),
    hash: documented(
      buildCommand({
        loader: async () => (await import('./commands/email.ts')).hash,
        parameters: { positional: address },
        docs: { brief: 'The MD5 that can be sent in place of an address' },
      }),
      { examples: ['minfraud email hash customer@example.com'] },
    ),
  },
  docs: { brief: 'Normalise or hash e-mail addresses as minFraud does' },
});

const alert = buildRouteMap({
  routes: {
    trigger: documented(
      buildCommand({
        loader: async () => (await import('./commands/alert.ts')).trigger,
        parameters: {
          flags: {
            to: requiredText('your webhook', 'url'),
            set: texts(
              'a parameter of the alert, as the service spells it, such as new_risk_score=91',
              'name=value',
            ),
            'bad-signature': toggle('sign it wrongly, to see that your webhook refuses it'),
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
        docs: { brief: 'Whether an alert was signed with your secret' },
      }),
      {
        examples: ["minfraud alert verify '/webhook?i=203.0.113.24&…' --signature 0f3c…"],
        notes: 'The secret of the webhook is read from MINFRAUD_ALERT_SECRET.',
      },
    ),
  },
  docs: { brief: 'Try out a webhook for minFraud Alerts' },
});

const emulator = documented(
  buildCommand({
    loader: () => import('./commands/emulator.ts'),
    parameters: {
      flags: {
        port: number(portNumber, 'to listen on; 0, or none given: any free one', 'number'),
        host: text('address to listen on; 127.0.0.1 unless given', 'address'),
        'allow-host': texts(
          'a name, such as that of a container, by which other machines may use it, /_emulator/ included',
          'name',
        ),
        tls: toggle('speak https, as the official clients need, with a certificate of its own'),
        'ca-file': text(
          'with --tls: where to write the CA certificate for clients; a temporary file unless given',
          'file',
        ),
        spec: text(
          'an edited spec to speak: a bundled document, or a folder with openapi.yaml',
          'path',
        ),
        overlay: texts('an OpenAPI Overlay to apply to the spec', 'file'),
        config: text(
          'JSON: accounts, answers, faults, dispositions, clock and more, see docs/emulator.md',
          'file',
        ),
        accounts: text('JSON: a list of accounts, see docs/emulator.md', 'file'),
        seed: text('another one gives other risks and identifiers'),
        history: toggle('what was scored and reported changes later answers'),
        control: toggle('open /_emulator/, an HTTP interface for tests in any language'),
        json: toggle('print the address and each request as lines of JSON'),
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
      'It prints its address and test credentials, then a line for each request. Open the address in a browser to see requests with their answers.',
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
        spec: text('instead of the shipped spec: a folder or a bundled document', 'path'),
        imports: text('how the files name each other: js (the default), ts or none', 'word'),
        check: toggle('write nothing; fail where the files are not what the spec compiles to'),
        since: text(
          'say what changed since a client, a spec or a document, and fail when it breaks programs',
          'old',
        ),
      },
    },
    docs: { brief: 'Write a client of your own from an edited spec' },
  }),
  {
    examples: [
      'minfraud generate --overlay mine.yaml --out src/minfraud',
      'minfraud generate --overlay mine.yaml --since src/minfraud',
    ],
    notes:
      'Needs TypeScript and a generator in your project; without them it says what to install.',
  },
);

const login = documented(
  buildCommand({
    loader: () => import('./commands/login.ts'),
    parameters: {
      flags: {
        profile: { ...sessionFlags.profile, brief: 'the name to store them under' },
        'base-url': text('where these credentials belong; the service unless given', 'url'),
      },
    },
    docs: { brief: 'Store account ID and license key in a file that only you can read' },
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
        check: toggle('ask the service whether it takes them (not billed)'),
        ...outputFlags,
        ...sessionFlags,
      },
    },
    docs: { brief: 'Which credentials a command would use' },
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
    docs: { brief: 'A script that completes commands, flags and values in your shell' },
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
