/** A result of Score, Insights or Factors for people. */
import type { Factors, Insights, Score } from 'minfraud-sdk';
import { counted, whole } from './count.ts';
import { type Style, wrap } from './style.ts';

/** The service may leave out what its documentation promises; a summary must not fail over it. */
type Result = Partial<Factors>;

/** @param flagFor - The flag for a place in the request, such as `--ip` for `/device/ip_address`. */
export function scoreText(
  result: Score | Insights | Factors,
  style: Style,
  flagFor: (pointer: string) => string | undefined,
): string {
  const all: Result = result as Factors;
  return [
    riskLine('Risk score', all.riskScore, style),
    ...dispositionLine(all, style),
    ...ipLines(all, style),
    ...factLines(all, style),
    ...reasonChart(all, style),
    ...warningLines(all, style, flagFor),
    ...accountLine(all, style),
  ].join('\n');
}

const label = (text: string, style: Style): string => style.dim(text.padEnd(12));

/** A value under a label; a long one goes on below itself. */
const labelled = (name: string, value: string, style: Style): string =>
  `${label(name, style)}  ${wrap(value, style.width - 14, 14)}`;

function riskLine(name: string, risk: number | undefined, style: Style): string {
  if (risk === undefined) return `${label(name, style)}  not given`;
  // Without a colour: which score is high depends on the shop.
  const number = style.bold(String(risk).padStart(5));
  return `${label(name, style)}  ${number}  ${bar(risk / 100, Math.min(30, style.width - 22))}`;
}

export function actionPaint(action: string, style: Style): (text: string) => string {
  if (action === 'accept') return style.green;
  return action === 'reject' ? style.red : style.yellow;
}

/** Eighths of a character, so that small differences show. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const rest = eighths % 8;
  const full = '█'.repeat(Math.floor(eighths / 8));
  const part = rest === 0 ? '' : ' ▏▎▍▌▋▊▉'.charAt(rest);
  return `${full}${part}${'·'.repeat(width - full.length - part.length)}`;
}

function dispositionLine({ disposition }: Result, style: Style): string[] {
  if (disposition?.action === undefined) return [];
  const { action, reason, ruleLabel } = disposition;
  const paint = actionPaint(action, style);
  const why = [reason, ruleLabel].filter((part) => part !== undefined).join(', ');
  const reasons = why === '' ? '' : ` (${why})`;
  return [labelled('Disposition', `${paint(action)}${reasons}`, style)];
}

function ipLines({ ipAddress }: Result, style: Style): string[] {
  if (ipAddress === undefined) return [];
  const lines = [riskLine('IP risk', ipAddress.risk, style)];
  if (!('country' in ipAddress) && !('traits' in ipAddress)) return lines;
  const {
    city,
    subdivisions = [],
    country,
    traits,
    anonymizer,
  } = ipAddress as Partial<NonNullable<Insights['ipAddress']>>;
  const place = [city?.name, subdivisions[0]?.name, country?.name];
  const where = place.filter((name) => name !== undefined).join(', ');
  const who = [traits?.ipAddress, traits?.isp ?? traits?.organization, traits?.userType];
  const hidden = Object.entries(anonymizer ?? {})
    .filter(([name, value]) => value === true && name !== 'isAnonymous')
    .map(([name]) => words(name.replace(/^is/, '')));
  if (where !== '') lines.push(labelled('Place', where, style));
  const network = who.filter((part) => part !== undefined).join(' · ');
  if (network !== '') lines.push(labelled('Network', network, style));
  if (hidden.length > 0) {
    lines.push(labelled('Anonymous', style.red(hidden.join(', ')), style));
  }
  return lines;
}

function factLines({ email, creditCard, billingAddress, device }: Result, style: Style): string[] {
  const facts: [string, unknown][] = [
    ['Email', flags(email, ['isFree', 'isDisposable', 'isHighRisk'])],
    ['First seen', email?.firstSeen],
    ['Card', card(creditCard)],
    ['Billing', distance(billingAddress?.distanceToIpLocation)],
    ['Device', device?.confidence === undefined ? undefined : `confidence ${device.confidence}`],
  ];
  return facts
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) => labelled(name, String(value), style));
}

function flags(object: object = {}, names: readonly string[]): string {
  const set = names.filter((name) => Reflect.get(object, name) === true);
  return set.map((name) => words(name.replace(/^is/, ''))).join(', ');
}

function card(creditCard: Result['creditCard']): string {
  const { brand, type, country, issuer } = creditCard ?? {};
  return [brand, type, issuer?.name, country].filter((part) => part !== undefined).join(' · ');
}

const distance = (kilometres: number | undefined): string | undefined =>
  kilometres === undefined ? undefined : `${whole(kilometres)} km from the IP address`;

/** What made the score: multipliers above 1 to the right, those below to the left. */
function reasonChart({ riskScoreReasons = [] }: Result, style: Style): string[] {
  if (riskScoreReasons.length === 0) return [];
  // Narrow terminals need the room for the names.
  const half = style.width < 80 ? 5 : 14;
  // The side of what lowered the score is only there for what did.
  const leftHalf = riskScoreReasons.some(({ multiplier }) => multiplier < 1) ? half : 0;
  // Equal steps for doubling and halving: a factor of 0.5 is as long as one of 2.
  const size = (multiplier: number): number => Math.abs(Math.log2(Math.max(multiplier, 1e-6)));
  const largest = Math.max(1, ...riskScoreReasons.map(({ multiplier }) => size(multiplier)));
  const rows = [...riskScoreReasons].sort((a, b) => b.multiplier - a.multiplier);
  return [
    '',
    style.bold('Reasons for the score') +
      style.dim(leftHalf === 0 ? '   higher ▶' : '   lower ◀ ▶ higher'),
    ...rows.flatMap(({ multiplier, reasons }) => {
      const length = Math.round((size(multiplier) / largest) * half);
      const left = multiplier < 1 ? '█'.repeat(length) : '';
      const right = multiplier > 1 ? '█'.repeat(length) : '';
      const drawing = `${style.green(left.padStart(leftHalf))}│${style.red(right.padEnd(half))}`;
      const said = reasons.map(({ code }) => code).join(', ');
      const [first, ...rest] = reasons.map(({ reason }) => reason);
      const factor = `×${multiplier}`.padStart(7);
      const beside = leftHalf + half + 11;
      // On a narrow terminal the text goes below the bar.
      const indent = style.width - beside < 30 ? 4 : beside;
      const name = style.bold(wrap(said, style.width - indent, indent));
      return [
        ...(indent === beside
          ? [`${drawing} ${factor}  ${name}`]
          : [`${drawing} ${factor}`, `${' '.repeat(indent)}${name}`]),
        ...[first, ...rest]
          .filter((text) => text !== undefined && text !== '')
          .map(
            (text) =>
              ' '.repeat(indent) + style.dim(wrap(text ?? '', style.width - indent, indent)),
          ),
      ];
    }),
  ];
}

function warningLines(
  { warnings = [] }: Result,
  style: Style,
  flagFor: (pointer: string) => string | undefined,
): string[] {
  if (warnings.length === 0) return [];
  return [
    '',
    style.bold('Warnings'),
    ...warnings.map(({ code, warning, inputPointer }) => {
      const place = inputPointer === undefined ? '' : (flagFor(inputPointer) ?? inputPointer);
      const said = `${place === '' ? '' : `${style.cyan(place)}  `}${style.yellow(code)}`;
      return `  ${said}\n    ${wrap(warning, style.width - 4, 4)}`;
    }),
  ];
}

/** With the fractions of a cent that the service counts in. */
const funds = (dollars: number): string =>
  `$${dollars.toLocaleString('en-US', { maximumFractionDigits: 6 })}`;

function accountLine({ id, fundsRemaining, queriesRemaining }: Result, style: Style): string[] {
  const parts = [
    id === undefined ? undefined : `id ${id}`,
    fundsRemaining === undefined ? undefined : funds(fundsRemaining),
    queriesRemaining === undefined
      ? undefined
      : `${counted(queriesRemaining, 'query', 'queries')} left`,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  // A part stays on one line: "199,999,999 queries left".
  const unbroken = parts.map((part) => part.replaceAll(' ', '\u00a0')).join(' · ');
  const lines = wrap(unbroken, style.width).replace(/ ·\n|\n· /g, '\n');
  return ['', style.dim(lines.replaceAll('\u00a0', ' '))];
}

/** `isAnonymousVpn` → `is anonymous VPN`. */
export function words(name: string): string {
  const parts = name.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  return parts.map((part) => spellings.get(part) ?? part).join(' ');
}

/** Words that people do not write in lower case. */
const spellings: ReadonlyMap<string, string> = new Map([
  ...['bin', 'id', 'ip', 'isp', 'vpn'].map((name) => [name, name.toUpperCase()] as const),
  ['asnum', 'AS number'],
  ['maxmind', 'MaxMind'],
  ['minfraud', 'minFraud'],
]);
