/** Local time at a place, in the form that the service prints. */

/** RFC 3339 with the zone's own offset at that moment, e.g. `2026-04-27T19:17:24-04:00`. */
export function localTime(moment: Date, timeZone: string): string {
  const minutes = offsetMinutes(moment, timeZone);
  const shifted = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The hour of the day there, 0–23. */
export function localHour(moment: Date, timeZone: string): number {
  return Number(localTime(moment, timeZone).slice(11, 13));
}

/** Making one costs more than everything else that a response needs. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, made);
  return made;
}

function offsetMinutes(moment: Date, timeZone: string): number {
  const text = formatOf(timeZone)
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value;
  // 'GMT' alone stands for no offset.
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(text ?? '');
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
