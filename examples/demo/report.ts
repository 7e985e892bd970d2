/** Tells a fraud analyst what came back: first the verdict, then why, then what is behind it. */
import type { Factors, RiskScoreReason } from 'minfraud-sdk';
import type { Aftermath, Assessment } from './services.ts';
import {
  addressStory,
  cardStory,
  deviceStory,
  emailStory,
  ipStory,
  phoneStory,
} from './stories.ts';
import { bar, riskStyle, type Styles } from './styles.ts';

const LABEL = 12;
const WIDTH = 96;

export function tellAssessment(
  { transaction, score, insights, factors }: Assessment,
  styles: Styles,
): string {
  const { order, device } = transaction;
  const amount = `${order?.currency ?? ''} ${order?.amount?.toFixed(2) ?? ''}`;
  return [
    '',
    styles.bold(`A purchase for ${amount} from ${device?.ipAddress ?? 'nowhere'}`),
    '',
    verdict(score, styles),
    ...Object.entries({ score, insights, factors }).map(([tier, result]) =>
      styles.dim(row(tier, `${result.id}, ${result.queriesRemaining} more queries paid for`)),
    ),
    '',
    heading('Why', styles),
    ...factors.riskScoreReasons.map((reason) => reasonLine(reason, styles)),
    ...(factors.riskScoreReasons.length === 0 ? ['  Nothing moved the score noticeably.'] : []),
    '',
    heading('What is known', styles),
    row('IP address', ipStory(insights.ipAddress)),
    row('Device', deviceStory(insights.device)),
    row('Card', cardStory(insights.creditCard)),
    row('Email', emailStory(insights.email)),
    row('Billing', addressStory(insights.billingAddress), phoneStory(insights.billingPhone)),
    row('Shipping', addressStory(insights.shippingAddress), phoneStory(insights.shippingPhone)),
    '',
    heading('Warnings', styles),
    ...warningLines(insights, styles),
  ].join('\n');
}

export function tellAftermath(after: Aftermath, styles: Styles): string {
  const { alert, legacy } = after;
  const { oldRiskScore, newRiskScore } = alert;
  return [
    '',
    heading('Afterwards', styles),
    row('Report', `Told MaxMind that the order was good: ${after.report}.`),
    ...after.dispositions.map((update) =>
      row('Disposition', `A reviewer chose ${update.action}: “${update.note ?? 'no note'}”`),
    ),
    row(
      'Alert',
      `${alert.verified ? 'Signature verified' : styles.red('WRONG SIGNATURE')}: ${alert.reason ?? 'no reason given'}.`,
      `The risk score of order ${alert.txnId ?? '?'} went from ${oldRiskScore ?? '?'} to ${newRiskScore ?? '?'}.`,
    ),
    '',
    heading('The older services', styles),
    row(
      'Legacy',
      `Risk score ${legacy.riskScore ?? '?'}; ${legacy.ipCity ?? 'unknown city'}, ${legacy.ipCountryName ?? 'unknown country'}, ${legacy.distance ?? '?'} km from the billing address; ` +
        `anonymous proxy: ${legacy.anonymousProxy === true ? 'yes' : 'no'}; ${legacy.serviceLevel ?? ''} response ${legacy.maxmindId ?? ''}.`,
    ),
    row('Proxy', `proxyScore ${after.proxyDetection.proxyScore ?? '?'} of 4.`),
  ].join('\n');
}

function heading(text: string, styles: Styles): string {
  return styles.bold(`${text} ${styles.dim('─'.repeat(WIDTH - text.length - 1))}`);
}

/** A label and sentences, wrapped so that they stay in their column. */
function row(label: string, ...sentences: string[]): string {
  const words = sentences
    .filter((sentence) => sentence !== '')
    .join(' ')
    .split(' ');
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length + 1 > WIDTH - LABEL - 2) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines
    .map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL)}${line}`)
    .join('\n');
}

function verdict(
  { riskScore, disposition }: Pick<Factors, 'riskScore' | 'disposition'>,
  styles: Styles,
): string {
  const colour = riskStyle(riskScore, styles);
  const rule =
    disposition?.ruleLabel === undefined ? '' : `, by your rule ${disposition.ruleLabel}`;
  const decision = disposition === undefined ? '' : `${styles.bold(disposition.action)}${rule}`;
  const meter = colour(`${bar(riskScore / 99, 40)} ${riskScore.toFixed(2)} of 99`);
  return `  ${'Risk score'.padEnd(LABEL)}${meter}  ${decision}`;
}

/** Multipliers span 0.01 to 100: the bar is logarithmic, up to 100. */
function reasonLine({ multiplier, reasons }: RiskScoreReason, styles: Styles): string {
  const colour = multiplier > 1 ? styles.red : styles.green;
  const strength = Math.abs(Math.log10(multiplier)) / 2;
  const factor = `× ${String(multiplier)}`.padEnd(8);
  const texts = reasons.map(({ reason, code }) => `${reason} ${styles.dim(code)}`);
  return `  ${colour(factor)}${colour(bar(strength, 10))}  ${texts.join('; ')}`;
}

function warningLines({ warnings }: Pick<Factors, 'warnings'>, styles: Styles): string[] {
  if (warnings.length === 0) return ['  None: every input was used.'];
  return warnings.map(
    ({ code, warning, inputPointer }) =>
      `  ${styles.yellow(code)} ${inputPointer ?? ''}\n${row('', warning)}`,
  );
}
