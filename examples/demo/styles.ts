/** Colours for terminals that want them, and bars for all. */

type Style = (text: string) => string;

export interface Styles {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly green: Style;
}

/** Plain text unless a terminal reads it and NO_COLOR (https://no-color.org) is unset or empty. */
export function stylesFor(isTerminal: boolean, noColor: string | undefined): Styles {
  const style = (on: number, off: number): Style =>
    isTerminal && !noColor ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    green: style(32, 39),
  };
}

/** Green for little risk, yellow for some, red for much. */
export function riskStyle(risk: number, styles: Styles): Style {
  if (risk >= 70) return styles.red;
  return risk >= 20 ? styles.yellow : styles.green;
}

/** A bar of `width` cells, filled by a share from 0 to 1; the least share shows as one eighth. */
export function bar(share: number, width: number): string {
  const eighths = Math.min(width * 8, Math.max(1, Math.round(share * width * 8)));
  const partial = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return ('█'.repeat(Math.floor(eighths / 8)) + partial).padEnd(width, '░');
}
