/** Content negotiation as documented: 415 for media types, 406 for character sets, never a body. */

import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './specification.ts';

interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function readRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return {
    type,
    parameters: new Map(
      parameters.map((parameter) => {
        const [name = '', value = ''] = parameter.split('=');
        return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
      }),
    ),
  };
}

/** The status to refuse with, or undefined when the headers will do. */
export function refuse(operation: Operation, headers: IncomingHttpHeaders): 406 | 415 | undefined {
  if (operation.accepts.length > 0 && !canRead(operation.accepts, headers['content-type'])) {
    return 415;
  }
  if (operation.produces.length > 0 && !isAcceptable(operation.produces, headers.accept))
    return 415;
  const charsets = headers['accept-charset'];
  return typeof charsets === 'string' && !takesUtf8(charsets) ? 406 : undefined;
}

function canRead(types: readonly string[], header: string | undefined): boolean {
  if (header === undefined) return false;
  const { type, parameters } = readRange(header);
  return types.includes(type) && (parameters.get('charset') ?? 'utf-8') === 'utf-8';
}

function isAcceptable(types: readonly string[], header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  return header.split(',').some((text) => {
    const { type, parameters } = readRange(text);
    if (Number(parameters.get('q') ?? 1) === 0) return false;
    if (type === '*/*') return true;
    const [family] = type.split('/');
    return type.endsWith('/*')
      ? types.some((offered) => offered.startsWith(`${family ?? ''}/`))
      : types.includes(type) && (parameters.get('charset') ?? 'utf-8') === 'utf-8';
  });
}

function takesUtf8(header: string): boolean {
  return header.split(',').some((text) => {
    const { type, parameters } = readRange(text);
    return (type === '*' || type === 'utf-8') && Number(parameters.get('q') ?? 1) > 0;
  });
}
