/** Finds the code of a country that was given by name, for a hint in an error message. */
import { once } from '../formats/once.ts';

/** ISO 3166-1 alpha-2 of an English country name or of a code in lower case; `undefined` if unknown. */
export function countryCodeOf(name: string): string | undefined {
  if (name.length > 60 || typeof Intl === 'undefined' || !('DisplayNames' in Intl)) {
    return undefined;
  }
  return codes().get(name.trim().toLowerCase());
}

/** The runtime knows the names, so that no list of countries is shipped. */
const codes = /* @__PURE__ */ once(() => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // A withdrawn code is another country's today: `UK` is written `GB`, `DD` is `DE`.
    const current = Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(4);
    const name = names.of(code);
    if (name === undefined || current === undefined) continue;
    found.set(code.toLowerCase(), current);
    if (current === code) found.set(name.toLowerCase(), code);
  }
  return found;
});
