/**
 * A shortcut past regular expressions: most patterns of the spec are one class of characters and how many
 * there may be, and a loop over a short text is done before a regular expression has started.
 *
 * It only ever says yes, and only where the pattern would. All else is for the pattern to decide.
 */
import { type StringRule } from '../../generated/tables.ts';

/** Texts of ASCII characters that are all right, in a number that is right, pass. */
export interface QuickYes {
  /** 1 at the code of each character that is right, for the 128 codes of ASCII. */
  readonly right: Uint8Array;
  readonly least: number;
  readonly most: number;
}

/** A pattern of one class and one quantifier: `^[A-Z]{2}$`, `^[^\x00\n]*$`. */
const simple = /^\^(\[(?:[^\]\\]|\\.)+\])(?:([*+])|\{(\d+)(?:(,)(\d*))?\})\$$/;

/** The shortcut for a rule, if its pattern is simple; a rule without a pattern has none. */
export function quickYes({
  pattern,
  minLength = 0,
  maxLength = Infinity,
}: StringRule): QuickYes | undefined {
  const [, characters = '', sign, from, comma, to] = simple.exec(pattern?.source ?? '') ?? [];
  if (characters === '') return undefined;
  const one = new RegExp(`^${characters}$`, 'u');
  const fewest = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
  const open = sign !== undefined || (comma !== undefined && to === '');
  return {
    right: Uint8Array.from({ length: 128 }, (_, code) =>
      Number(one.test(String.fromCharCode(code))),
    ),
    // In ASCII a character is one unit.
    least: Math.max(minLength, fewest),
    most: Math.min(maxLength, open ? Infinity : Number(to ?? from)),
  };
}

/**
 * Whether a text that a pattern matches may hold half a surrogate pair. When in doubt, yes: classes of
 * what is not allowed, the dot, and escapes for large parts of Unicode.
 */
export function mayHoldSurrogates({ source }: RegExp): boolean {
  return /\[\^|(?:^|[^\\])\.|\\[SWDPp]|\\u[d-fD-F{]/.test(source);
}
