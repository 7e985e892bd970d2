/** Place names in the eight locales that the service sends. */

/** Locale code → name. */
export interface Names {
  readonly de: string;
  readonly en: string;
  readonly es: string;
  readonly fr: string;
  readonly ja: string;
  readonly 'pt-BR': string;
  readonly ru: string;
  readonly 'zh-CN': string;
}

/** Names that differ from the English one; locales left out use it unchanged. */
export function names(en: string, others: Partial<Names> = {}): Names {
  return { de: en, en, es: en, fr: en, ja: en, 'pt-BR': en, ru: en, 'zh-CN': en, ...others };
}
