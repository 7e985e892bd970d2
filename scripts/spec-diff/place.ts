/** How the report of a comparison names a place of a document. */
import type { Directions } from '../direction.ts';
import { namesOf } from '../spec-error.ts';
import type { Direction } from './change.ts';

/** `Event.sales_channel`, `/minfraud/v2.0/score post`: where a reader of the change log looks for it. */
export function placeIn(pointer: string, property?: string): string {
  const names = namesOf(pointer);
  if (names.at(-1) === property) names.pop();
  if (names[0] === 'components') {
    return names
      .slice(2)
      .filter((name) => name !== 'properties')
      .join('.');
  }
  return (names[0] === 'paths' ? names.slice(1) : names).join(' ');
}

/** Whether a place is part of what is sent, of what comes back, or of both. */
export function directionOf(pointer: string, directions: Directions): Direction | undefined {
  const [section, name = '', kind, part] = namesOf(pointer);
  if (section === 'webhooks') return 'responses';
  if (section === 'paths') {
    if (part === 'responses') return 'responses';
    return part === 'requestBody' || part === 'parameters' ? 'requests' : undefined;
  }
  if (section !== 'components' || name !== 'schemas' || kind === undefined) return undefined;
  const [isSent, isReceived] = [directions.request.has(kind), directions.response.has(kind)];
  if (isSent) return isReceived ? 'requests and responses' : 'requests';
  return isReceived ? 'responses' : undefined;
}
