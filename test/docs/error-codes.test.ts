import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes, legacyErrorCodes } from '../../generated/tables.ts';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { ownCodes } from '../../scripts/error-codes/own-codes.ts';
import { errorCodesPage } from '../../scripts/error-codes/page.ts';
import { notSentCodes } from '../../src/failure/processing.ts';
import { root, textOf } from './pages.ts';

const page = textOf('docs/error-codes.md');
const source = textOf('src/codes.ts');
const spec = JSON.parse(textOf('generated/openapi.json')) as OpenApiDocument;

/** What stands under the heading of a code. */
function entry(code: string): string {
  const [, text] = page.split(`\n### ${code}\n`);
  return text?.split('\n#', 1)[0] ?? '';
}

const commandLine = readdirSync(join(root, 'packages/cli/src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => textOf(`packages/cli/src/${file}`));

describe('docs/error-codes.md', () => {
  test('is what npm run generate writes', () => {
    expect(errorCodesPage(spec, source)).toBe(page);
  });

  test('follows src/codes.ts and the spec', () => {
    const edited = source.replace('The connection was lost', 'The line went dead');
    expect(errorCodesPage(spec, edited)).toContain('### CONNECTION_LOST\n\nThe line went dead');
  });

  test.each(Object.keys(ownCodes))('says what %s means, costs and asks for', (code) => {
    expect(entry(code)).toMatch(
      /^\n[A-Z`][^\n]+\.\n\n- Class: `\w+`\n- Billed: [^\n]+\n- To do: [^\n]+\n$/,
    );
  });

  test.each(Object.entries(errorCodes))('names %s of the service with HTTP %s', (code, status) => {
    expect(entry(code)).toMatch(/^\n[A-Z`]/);
    expect(entry(code)).toContain(`HTTP ${status}`);
    expect(entry(code)).toContain('Billed: not documented');
  });

  test.each(Object.entries(legacyErrorCodes))('names %s of Legacy with HTTP %s', (code, status) => {
    expect(entry(`${code} (Legacy)`)).toContain(`HTTP ${status}`);
  });

  test('says that nothing was sent of exactly the codes of which that is known', () => {
    const unsent = Object.keys(ownCodes).filter((code) => /Billed: no[:,]/.test(entry(code)));
    const beforeSending = [
      ...['VALIDATION_FAILED', 'CREDENTIALS_MISSING', 'OPTION_INVALID', 'OPTION_UNKNOWN'],
      'BROWSER',
    ];
    expect(unsent.sort()).toEqual([...notSentCodes, ...beforeSending].sort());
  });

  test('names every issue code', () => {
    const [, body = ''] = /interface IssueCodes \{([^]*?)\n\}/.exec(source) ?? [];
    const codes = [...body.matchAll(/^ {2}(\w+): true;/gm)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  test('names every code that the command line adds', () => {
    const pattern = /(?:code: |refusal\(|issue\(\s*|onDoubt\([^,]+, )'([A-Z]+(?:_[A-Z]+)*)'/g;
    const codes = commandLine.flatMap((text) => [...text.matchAll(pattern)]);
    const names = [...new Set(codes.map(([, code = '']) => code))];
    expect(names).toEqual(expect.arrayContaining(['AMBIGUOUS_NUMBER', 'NOT_JSON', 'UNKNOWN']));
    expect(names.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  test('names every exit code of the command line', () => {
    const exits = readFileSync(join(root, 'packages/cli/src/exit.ts'), 'utf8');
    const [, body = ''] = /exitCodes = \{([^]*?)\n\}/.exec(exits) ?? [];
    const codes = [...body.matchAll(/^ {2}\w+: (\d+),/gm)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !new RegExp(`\\| \`${code}\` +\\|`).test(page))).toEqual([]);
  });

  test('is where the hover of error.code leads', () => {
    const [, comment = ''] =
      /\/\*\*([^]*?)\*\/\s*readonly code: ErrorCode;\s*\/\*\* The HTTP status of/.exec(
        textOf('src/errors.ts').slice(textOf('src/errors.ts').indexOf('class MinFraudError')),
      ) ?? [];
    expect(comment).toContain('/docs/error-codes.md');
  });
});
