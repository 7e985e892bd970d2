/** The countries that the emulator knows: names, centre, calling code and the languages spoken. */

import { names, type Names } from './names.ts';

export interface Continent {
  readonly code: string;
  readonly geonameId: number;
  readonly names: Names;
}

export interface Country {
  readonly isoCode: string;
  readonly continent: Continent;
  readonly geonameId: number;
  readonly inEuropeanUnion: boolean;
  readonly names: Names;
  /** A point near the middle, for addresses whose city is not known. */
  readonly latitude: number;
  readonly longitude: number;
  readonly callingCode: string;
  /** ISO 639 codes of the languages that browsers there usually ask for. */
  readonly languages: readonly string[];
}

function continent(code: string, geonameId: number, named: Names): Continent {
  return { code, geonameId, names: named };
}

const AF = continent(
  'AF',
  6255146,
  names('Africa', {
    de: 'Afrika',
    es: 'África',
    fr: 'Afrique',
    ja: 'アフリカ',
    'pt-BR': 'África',
    ru: 'Африка',
    'zh-CN': '非洲',
  }),
);
const AS = continent(
  'AS',
  6255147,
  names('Asia', {
    de: 'Asien',
    fr: 'Asie',
    ja: 'アジア',
    'pt-BR': 'Ásia',
    ru: 'Азия',
    'zh-CN': '亚洲',
  }),
);
const EU = continent(
  'EU',
  6255148,
  names('Europe', {
    de: 'Europa',
    es: 'Europa',
    ja: 'ヨーロッパ',
    'pt-BR': 'Europa',
    ru: 'Европа',
    'zh-CN': '欧洲',
  }),
);
const NA = continent(
  'NA',
  6255149,
  names('North America', {
    de: 'Nordamerika',
    es: 'América del Norte',
    fr: 'Amérique du Nord',
    ja: '北アメリカ',
    'pt-BR': 'América do Norte',
    ru: 'Северная Америка',
    'zh-CN': '北美洲',
  }),
);
const OC = continent(
  'OC',
  6255151,
  names('Oceania', {
    de: 'Ozeanien',
    es: 'Oceanía',
    fr: 'Océanie',
    ja: 'オセアニア',
    ru: 'Океания',
    'zh-CN': '大洋洲',
  }),
);
const SA = continent(
  'SA',
  6255150,
  names('South America', {
    de: 'Südamerika',
    es: 'América del Sur',
    fr: 'Amérique du Sud',
    ja: '南アメリカ',
    'pt-BR': 'América do Sul',
    ru: 'Южная Америка',
    'zh-CN': '南美洲',
  }),
);

type Row = readonly [
  isoCode: string,
  continent: Continent,
  geonameId: number,
  union: 'EU' | '',
  latitude: number,
  longitude: number,
  callingCode: string,
  languages: string,
  english: string,
  others?: Partial<Names>,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['AE', AS, 290557, '', 24, 54, '971', 'ar en', 'United Arab Emirates'],
  ['AR', SA, 3865483, '', -34, -64, '54', 'es', 'Argentina', { ja: 'アルゼンチン', fr: 'Argentine', de: 'Argentinien', ru: 'Аргентина', 'zh-CN': '阿根廷' }],
  ['AT', EU, 2782113, 'EU', 47.3, 13.3, '43', 'de', 'Austria', { de: 'Österreich', fr: 'Autriche', ja: 'オーストリア', 'pt-BR': 'Áustria', ru: 'Австрия', 'zh-CN': '奥地利' }],
  ['AU', OC, 2077456, '', -25, 133, '61', 'en', 'Australia', { de: 'Australien', fr: 'Australie', ja: 'オーストラリア', 'pt-BR': 'Austrália', ru: 'Австралия', 'zh-CN': '澳大利亚' }],
  ['BE', EU, 2802361, 'EU', 50.8, 4, '32', 'nl fr de', 'Belgium'],
  ['BR', SA, 3469034, '', -10, -55, '55', 'pt', 'Brazil', { de: 'Brasilien', es: 'Brasil', fr: 'Brésil', ja: 'ブラジル', 'pt-BR': 'Brasil', ru: 'Бразилия', 'zh-CN': '巴西' }],
  ['CA', NA, 6251999, '', 60, -95, '1', 'en fr', 'Canada', { de: 'Kanada', es: 'Canadá', ja: 'カナダ', 'pt-BR': 'Canadá', ru: 'Канада', 'zh-CN': '加拿大' }],
  ['CH', EU, 2658434, '', 47, 8, '41', 'de fr it', 'Switzerland', { de: 'Schweiz', es: 'Suiza', fr: 'Suisse', ja: 'スイス', 'pt-BR': 'Suíça', ru: 'Швейцария', 'zh-CN': '瑞士' }],
  ['CN', AS, 1814991, '', 35, 105, '86', 'zh', 'China', { fr: 'Chine', ja: '中国', ru: 'Китай', 'zh-CN': '中国' }],
  ['CZ', EU, 3077311, 'EU', 49.8, 15.5, '420', 'cs', 'Czechia'],
  ['DE', EU, 2921044, 'EU', 51, 9, '49', 'de', 'Germany', { de: 'Deutschland', es: 'Alemania', fr: 'Allemagne', ja: 'ドイツ連邦共和国', 'pt-BR': 'Alemanha', ru: 'Германия', 'zh-CN': '德国' }],
  ['DK', EU, 2623032, 'EU', 56, 10, '45', 'da', 'Denmark'],
  ['EG', AF, 357994, '', 27, 30, '20', 'ar', 'Egypt'],
  ['ES', EU, 2510769, 'EU', 40, -4, '34', 'es ca', 'Spain', { de: 'Spanien', es: 'España', fr: 'Espagne', ja: 'スペイン', 'pt-BR': 'Espanha', ru: 'Испания', 'zh-CN': '西班牙' }],
  ['FI', EU, 660013, 'EU', 64, 26, '358', 'fi sv', 'Finland'],
  ['FR', EU, 3017382, 'EU', 46, 2, '33', 'fr', 'France', { de: 'Frankreich', es: 'Francia', ja: 'フランス共和国', 'pt-BR': 'França', ru: 'Франция', 'zh-CN': '法国' }],
  ['GB', EU, 2635167, '', 54, -2, '44', 'en', 'United Kingdom', { de: 'Vereinigtes Königreich', es: 'Reino Unido', fr: 'Royaume-Uni', ja: 'イギリス', 'pt-BR': 'Reino Unido', ru: 'Великобритания', 'zh-CN': '英国' }],
  ['IE', EU, 2963597, 'EU', 53, -8, '353', 'en ga', 'Ireland'],
  ['IL', AS, 294640, '', 31.5, 34.8, '972', 'he en', 'Israel'],
  ['IN', AS, 1269750, '', 20, 77, '91', 'hi en', 'India', { de: 'Indien', fr: 'Inde', ja: 'インド', 'pt-BR': 'Índia', ru: 'Индия', 'zh-CN': '印度' }],
  ['IT', EU, 3175395, 'EU', 42.8, 12.8, '39', 'it', 'Italy', { de: 'Italien', es: 'Italia', fr: 'Italie', ja: 'イタリア共和国', 'pt-BR': 'Itália', ru: 'Италия', 'zh-CN': '意大利' }],
  ['JP', AS, 1861060, '', 36, 138, '81', 'ja', 'Japan', { es: 'Japón', fr: 'Japon', ja: '日本', 'pt-BR': 'Japão', ru: 'Япония', 'zh-CN': '日本' }],
  ['KR', AS, 1835841, '', 37, 127.5, '82', 'ko', 'South Korea'],
  ['MX', NA, 3996063, '', 23, -102, '52', 'es', 'Mexico', { de: 'Mexiko', es: 'México', fr: 'Mexique', ja: 'メキシコ', 'pt-BR': 'México', ru: 'Мексика', 'zh-CN': '墨西哥' }],
  ['NG', AF, 2328926, '', 10, 8, '234', 'en', 'Nigeria', { fr: 'Nigéria', ja: 'ナイジェリア', 'pt-BR': 'Nigéria', ru: 'Нигерия', 'zh-CN': '尼日利亚' }],
  ['NL', EU, 2750405, 'EU', 52.5, 5.8, '31', 'nl', 'The Netherlands', { de: 'Niederlande', es: 'Países Bajos', fr: 'Pays-Bas', ja: 'オランダ王国', 'pt-BR': 'Holanda', ru: 'Нидерланды', 'zh-CN': '荷兰' }],
  ['NO', EU, 3144096, '', 62, 10, '47', 'nb no', 'Norway'],
  ['NZ', OC, 2186224, '', -41, 174, '64', 'en', 'New Zealand'],
  ['PL', EU, 798544, 'EU', 52, 20, '48', 'pl', 'Poland'],
  ['PT', EU, 2264397, 'EU', 39.5, -8, '351', 'pt', 'Portugal'],
  ['RU', EU, 2017370, '', 60, 100, '7', 'ru', 'Russia', { de: 'Russland', es: 'Rusia', fr: 'Russie', ja: 'ロシア', 'pt-BR': 'Rússia', ru: 'Россия', 'zh-CN': '俄罗斯' }],
  ['SE', EU, 2661886, 'EU', 62, 15, '46', 'sv', 'Sweden', { de: 'Schweden', es: 'Suecia', fr: 'Suède', ja: 'スウェーデン王国', 'pt-BR': 'Suécia', ru: 'Швеция', 'zh-CN': '瑞典' }],
  ['SG', AS, 1880251, '', 1.4, 103.8, '65', 'en zh', 'Singapore', { de: 'Singapur', es: 'Singapur', fr: 'Singapour', ja: 'シンガポール', 'pt-BR': 'Singapura', ru: 'Сингапур', 'zh-CN': '新加坡' }],
  ['TR', AS, 298795, '', 39, 35, '90', 'tr', 'Türkiye'],
  ['UA', EU, 690791, '', 49, 32, '380', 'uk ru', 'Ukraine'],
  ['US', NA, 6252001, '', 38, -97, '1', 'en es', 'United States', { de: 'USA', es: 'Estados Unidos', fr: 'États-Unis', ja: 'アメリカ', 'pt-BR': 'Estados Unidos', ru: 'США', 'zh-CN': '美国' }],
  ['ZA', AF, 953987, '', -29, 24, '27', 'en af', 'South Africa'],
];

/** By ISO 3166-1 alpha-2 code. */
export const countries: ReadonlyMap<string, Country> = new Map(
  rows.map(
    ([
      isoCode,
      where,
      geonameId,
      union,
      latitude,
      longitude,
      callingCode,
      languages,
      english,
      others,
    ]) => [
      isoCode,
      {
        isoCode,
        continent: where,
        geonameId,
        inEuropeanUnion: union === 'EU',
        names: names(english, others),
        latitude,
        longitude,
        callingCode,
        languages: languages.split(' '),
      },
    ],
  ),
);

/** The country with this code, in any case; undefined when the emulator does not know it. */
export function findCountry(isoCode: string): Country | undefined {
  return countries.get(isoCode.toUpperCase());
}
