/** The cities that the emulator knows, enough to tell an IP address's story and to measure distances. */

import { names, type Names } from './names.ts';

export interface Subdivision {
  readonly isoCode: string;
  readonly geonameId: number;
  readonly names: Names;
}

export interface Place {
  readonly id: string;
  readonly country: string;
  readonly subdivision?: Subdivision;
  readonly geonameId: number;
  readonly names: Names;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** One postal code of the city, and what all of them look like. */
  readonly postal: string;
  readonly postalCodes: RegExp;
  /** Only in the United States: people per square kilometre, US dollars a year, advertising region. */
  readonly populationDensity?: number;
  readonly averageIncome?: number;
  readonly metroCode?: number;
  /** Area codes, for the United States only. */
  readonly areaCodes?: readonly string[];
}

function region(
  isoCode: string,
  geonameId: number,
  en: string,
  others?: Partial<Names>,
): Subdivision {
  return { isoCode, geonameId, names: names(en, others) };
}

// prettier-ignore
const regions = {
  california: region('CA', 5332921, 'California', { de: 'Kalifornien', fr: 'Californie', ja: 'カリフォルニア州', 'pt-BR': 'Califórnia', ru: 'Калифорния', 'zh-CN': '加州' }),
  newYork: region('NY', 5128638, 'New York', { es: 'Nueva York', ja: 'ニューヨーク州', 'pt-BR': 'Nova Iorque', ru: 'Нью-Йорк', 'zh-CN': '纽约州' }),
};

// prettier-ignore
export const places: readonly Place[] = [
  { id: 'minneapolis', country: 'US', geonameId: 5037649, names: names('Minneapolis', { ja: 'ミネアポリス', ru: 'Миннеаполис', 'zh-CN': '明尼阿波利斯' }), subdivision: region('MN', 5037779, 'Minnesota', { ja: 'ミネソタ州', ru: 'Миннесота', 'zh-CN': '明尼苏达州' }), latitude: 44.9759, longitude: -93.2166, timeZone: 'America/Chicago', postal: '55414', postalCodes: /^554\d\d/, populationDensity: 2595, averageIncome: 38211, metroCode: 613, areaCodes: ['612'] },
  { id: 'chatham', country: 'US', geonameId: 5112375, names: names('Chatham', { ru: 'Чатем', 'zh-CN': '查塔姆' }), subdivision: regions.newYork, latitude: 42.3478, longitude: -73.5549, timeZone: 'America/New_York', postal: '12037', postalCodes: /^12037/, populationDensity: 28, averageIncome: 41012, metroCode: 532, areaCodes: ['518'] },
  { id: 'denver', country: 'US', geonameId: 5419384, names: names('Denver', { ja: 'デンバー', ru: 'Денвер', 'zh-CN': '丹佛' }), subdivision: region('CO', 5417618, 'Colorado', { ja: 'コロラド州', ru: 'Колорадо', 'zh-CN': '科罗拉多州' }), latitude: 39.7392, longitude: -104.9847, timeZone: 'America/Denver', postal: '80202', postalCodes: /^802\d\d/, populationDensity: 1681, averageIncome: 55129, metroCode: 751, areaCodes: ['303', '720'] },
  { id: 'new-york', country: 'US', geonameId: 5128581, names: names('New York', { es: 'Nueva York', ja: 'ニューヨーク', 'pt-BR': 'Nova Iorque', ru: 'Нью-Йорк', 'zh-CN': '纽约' }), subdivision: regions.newYork, latitude: 40.7143, longitude: -74.006, timeZone: 'America/New_York', postal: '10001', postalCodes: /^1(0[0-4]|1[0-6])\d\d/, populationDensity: 10917, averageIncome: 64894, metroCode: 501, areaCodes: ['212', '646', '718', '917'] },
  { id: 'syracuse', country: 'US', geonameId: 5140405, names: names('Syracuse', { ja: 'シラキュース', ru: 'Сиракьюс', 'zh-CN': '锡拉丘兹' }), subdivision: regions.newYork, latitude: 43.0481, longitude: -76.1474, timeZone: 'America/New_York', postal: '13202', postalCodes: /^132\d\d/, populationDensity: 2201, averageIncome: 27105, metroCode: 555, areaCodes: ['315'] },
  { id: 'new-haven', country: 'US', geonameId: 4839366, names: names('New Haven', { ja: 'ニューヘイブン', ru: 'Нью-Хейвен', 'zh-CN': '纽黑文' }), subdivision: region('CT', 4831725, 'Connecticut', { ja: 'コネチカット州', ru: 'Коннектикут', 'zh-CN': '康涅狄格州' }), latitude: 41.3083, longitude: -72.9282, timeZone: 'America/New_York', postal: '06511', postalCodes: /^065\d\d/, populationDensity: 2693, averageIncome: 34102, metroCode: 533, areaCodes: ['203', '475'] },
  { id: 'chicago', country: 'US', geonameId: 4887398, names: names('Chicago', { ja: 'シカゴ', ru: 'Чикаго', 'zh-CN': '芝加哥' }), subdivision: region('IL', 4896861, 'Illinois', { ja: 'イリノイ州', ru: 'Иллинойс', 'zh-CN': '伊利诺伊州' }), latitude: 41.85, longitude: -87.6501, timeZone: 'America/Chicago', postal: '60601', postalCodes: /^606\d\d/, populationDensity: 4593, averageIncome: 45230, metroCode: 602, areaCodes: ['312', '773', '872'] },
  { id: 'los-angeles', country: 'US', geonameId: 5368361, names: names('Los Angeles', { es: 'Los Ángeles', ja: 'ロサンゼルス', ru: 'Лос-Анджелес', 'zh-CN': '洛杉矶' }), subdivision: regions.california, latitude: 34.0522, longitude: -118.2437, timeZone: 'America/Los_Angeles', postal: '90012', postalCodes: /^900\d\d/, populationDensity: 3275, averageIncome: 41214, metroCode: 803, areaCodes: ['213', '310', '323'] },
  { id: 'san-francisco', country: 'US', geonameId: 5391959, names: names('San Francisco', { ja: 'サンフランシスコ', 'pt-BR': 'São Francisco', ru: 'Сан-Франциско', 'zh-CN': '旧金山' }), subdivision: regions.california, latitude: 37.7749, longitude: -122.4194, timeZone: 'America/Los_Angeles', postal: '94103', postalCodes: /^941\d\d/, populationDensity: 7170, averageIncome: 86041, metroCode: 807, areaCodes: ['415', '628'] },
  { id: 'milton', country: 'US', geonameId: 5803556, names: names('Milton', { ja: 'ミルトン', ru: 'Милтон' }), subdivision: region('WA', 5815135, 'Washington', { fr: 'État de Washington', ja: 'ワシントン州', ru: 'Вашингтон', 'zh-CN': '华盛顿州' }), latitude: 47.2513, longitude: -122.3149, timeZone: 'America/Los_Angeles', postal: '98354', postalCodes: /^98354/, populationDensity: 1341, averageIncome: 51007, metroCode: 819, areaCodes: ['253'] },
  { id: 'washington', country: 'US', geonameId: 4140963, names: names('Washington', { ja: 'ワシントンD.C.', ru: 'Вашингтон', 'zh-CN': '华盛顿' }), subdivision: region('DC', 4138106, 'District of Columbia', { ja: 'コロンビア特別区', ru: 'Округ Колумбия', 'zh-CN': '哥伦比亚特区' }), latitude: 38.8951, longitude: -77.0364, timeZone: 'America/New_York', postal: '20001', postalCodes: /^20[0-5]\d\d/, populationDensity: 4355, averageIncome: 71297, metroCode: 511, areaCodes: ['202'] },
  { id: 'toronto', country: 'CA', geonameId: 6167865, names: names('Toronto', { ja: 'トロント', ru: 'Торонто', 'zh-CN': '多伦多' }), subdivision: region('ON', 6093943, 'Ontario', { ja: 'オンタリオ州', ru: 'Онтарио', 'zh-CN': '安大略省' }), latitude: 43.7001, longitude: -79.4163, timeZone: 'America/Toronto', postal: 'M5V', postalCodes: /^M\d[A-Z]/i },
  { id: 'montreal', country: 'CA', geonameId: 6077243, names: names('Montréal', { ja: 'モントリオール', ru: 'Монреаль', 'zh-CN': '蒙特利尔' }), subdivision: region('QC', 6115047, 'Quebec', { es: 'Quebec', fr: 'Québec', ja: 'ケベック州', ru: 'Квебек', 'zh-CN': '魁北克省' }), latitude: 45.5088, longitude: -73.5878, timeZone: 'America/Toronto', postal: 'H2X', postalCodes: /^H\d[A-Z]/i },
  { id: 'sao-paulo', country: 'BR', geonameId: 3448439, names: names('São Paulo', { ja: 'サンパウロ', ru: 'Сан-Паулу', 'zh-CN': '圣保罗' }), subdivision: region('SP', 3448433, 'São Paulo', { ja: 'サンパウロ州', ru: 'Сан-Паулу', 'zh-CN': '圣保罗州' }), latitude: -23.5475, longitude: -46.6361, timeZone: 'America/Sao_Paulo', postal: '01310-100', postalCodes: /^0[1-5]\d{3}/ },
  { id: 'london', country: 'GB', geonameId: 2643743, names: names('London', { es: 'Londres', fr: 'Londres', ja: 'ロンドン', 'pt-BR': 'Londres', ru: 'Лондон', 'zh-CN': '伦敦' }), subdivision: region('ENG', 6269131, 'England', { es: 'Inglaterra', fr: 'Angleterre', ja: 'イングランド', 'pt-BR': 'Inglaterra', ru: 'Англия', 'zh-CN': '英格兰' }), latitude: 51.5142, longitude: -0.0931, timeZone: 'Europe/London', postal: 'EC1A', postalCodes: /^(E|EC|N|NW|SE|SW|W|WC)\d/i },
  { id: 'paris', country: 'FR', geonameId: 2988507, names: names('Paris', { es: 'París', ja: 'パリ', ru: 'Париж', 'zh-CN': '巴黎' }), subdivision: region('IDF', 3012874, 'Île-de-France', { es: 'Isla de Francia', ja: 'イル＝ド＝フランス', 'pt-BR': 'Ilha de França', ru: 'Иль-де-Франс', 'zh-CN': '法兰西岛' }), latitude: 48.8566, longitude: 2.3522, timeZone: 'Europe/Paris', postal: '75001', postalCodes: /^75[01]\d\d/ },
  { id: 'orleans', country: 'FR', geonameId: 2989317, names: names('Orléans', { es: 'Orleans', ja: 'オルレアン', ru: 'Орлеан', 'zh-CN': '奥尔良' }), subdivision: region('CVL', 3027939, 'Centre-Val de Loire', { ja: 'サントル＝ヴァル・ド・ロワール', ru: 'Центр', 'zh-CN': '中央大区' }), latitude: 47.9029, longitude: 1.9039, timeZone: 'Europe/Paris', postal: '45000', postalCodes: /^45[01]00/ },
  { id: 'berlin', country: 'DE', geonameId: 2950159, names: names('Berlin', { es: 'Berlín', ja: 'ベルリン', 'pt-BR': 'Berlim', ru: 'Берлин', 'zh-CN': '柏林' }), subdivision: region('BE', 2950157, 'Land Berlin', { ja: 'ベルリン', ru: 'Берлин', 'zh-CN': '柏林' }), latitude: 52.5244, longitude: 13.4105, timeZone: 'Europe/Berlin', postal: '10115', postalCodes: /^1[0-4]\d{3}/ },
  { id: 'madrid', country: 'ES', geonameId: 3117735, names: names('Madrid', { ja: 'マドリード', 'pt-BR': 'Madri', ru: 'Мадрид', 'zh-CN': '马德里' }), subdivision: region('MD', 3117732, 'Madrid', { es: 'Comunidad de Madrid', ja: 'マドリード州', ru: 'Мадрид', 'zh-CN': '马德里自治区' }), latitude: 40.4165, longitude: -3.7026, timeZone: 'Europe/Madrid', postal: '28001', postalCodes: /^280\d\d/ },
  { id: 'amsterdam', country: 'NL', geonameId: 2759794, names: names('Amsterdam', { es: 'Ámsterdam', ja: 'アムステルダム', 'pt-BR': 'Amsterdã', ru: 'Амстердам', 'zh-CN': '阿姆斯特丹' }), subdivision: region('NH', 2749879, 'North Holland', { de: 'Nordholland', es: 'Holanda Septentrional', fr: 'Hollande-Septentrionale', ja: '北ホラント州', 'pt-BR': 'Holanda do Norte', ru: 'Северная Голландия', 'zh-CN': '北荷兰省' }), latitude: 52.374, longitude: 4.8897, timeZone: 'Europe/Amsterdam', postal: '1012', postalCodes: /^10\d\d/ },
  { id: 'linkoping', country: 'SE', geonameId: 2694762, names: names('Linköping', { ja: 'リンシェーピング', ru: 'Линчёпинг', 'zh-CN': '林雪平' }), subdivision: region('E', 2685867, 'Östergötland County', { de: 'Östergötland', fr: 'Comté d’Östergötland', ru: 'Эстергётланд', 'zh-CN': '东约特兰省' }), latitude: 58.4109, longitude: 15.6216, timeZone: 'Europe/Stockholm', postal: '582 22', postalCodes: /^58\d/ },
  { id: 'moscow', country: 'RU', geonameId: 524901, names: names('Moscow', { de: 'Moskau', es: 'Moscú', fr: 'Moscou', ja: 'モスクワ', 'pt-BR': 'Moscou', ru: 'Москва', 'zh-CN': '莫斯科' }), subdivision: region('MOW', 524894, 'Moscow', { de: 'Moskau', es: 'Moscú', fr: 'Moscou', ja: 'モスクワ', 'pt-BR': 'Moscou', ru: 'Москва', 'zh-CN': '莫斯科' }), latitude: 55.7522, longitude: 37.6156, timeZone: 'Europe/Moscow', postal: '101000', postalCodes: /^1[0-3]\d{4}/ },
  { id: 'tokyo', country: 'JP', geonameId: 1850147, names: names('Tokyo', { de: 'Tokio', es: 'Tokio', ja: '東京', 'pt-BR': 'Tóquio', ru: 'Токио', 'zh-CN': '东京' }), subdivision: region('13', 1850144, 'Tokyo', { de: 'Tokio', es: 'Tokio', ja: '東京都', 'pt-BR': 'Tóquio', ru: 'Токио', 'zh-CN': '东京都' }), latitude: 35.6895, longitude: 139.6917, timeZone: 'Asia/Tokyo', postal: '100-0001', postalCodes: /^1\d\d/ },
  { id: 'changchun', country: 'CN', geonameId: 2038180, names: names('Changchun', { ja: '長春市', ru: 'Чанчунь', 'zh-CN': '长春' }), subdivision: region('JL', 2036500, 'Jilin', { ja: '吉林省', ru: 'Гирин', 'zh-CN': '吉林' }), latitude: 43.88, longitude: 125.3228, timeZone: 'Asia/Shanghai', postal: '130000', postalCodes: /^130\d{3}/ },
  { id: 'mumbai', country: 'IN', geonameId: 1275339, names: names('Mumbai', { ja: 'ムンバイ', ru: 'Мумбаи', 'zh-CN': '孟买', es: 'Bombay' }), subdivision: region('MH', 1264418, 'Maharashtra', { ja: 'マハーラーシュトラ州', ru: 'Махараштра', 'zh-CN': '马哈拉施特拉邦' }), latitude: 19.0728, longitude: 72.8826, timeZone: 'Asia/Kolkata', postal: '400001', postalCodes: /^400\d{3}/ },
  { id: 'singapore', country: 'SG', geonameId: 1880252, names: names('Singapore', { de: 'Singapur', es: 'Singapur', fr: 'Singapour', ja: 'シンガポール', 'pt-BR': 'Singapura', ru: 'Сингапур', 'zh-CN': '新加坡' }), latitude: 1.2897, longitude: 103.8501, timeZone: 'Asia/Singapore', postal: '018989', postalCodes: /^\d{6}/ },
  { id: 'sydney', country: 'AU', geonameId: 2147714, names: names('Sydney', { es: 'Sídney', ja: 'シドニー', ru: 'Сидней', 'zh-CN': '悉尼' }), subdivision: region('NSW', 2155400, 'New South Wales', { es: 'Nueva Gales del Sur', fr: 'Nouvelle-Galles du Sud', ja: 'ニューサウスウェールズ州', 'pt-BR': 'Nova Gales do Sul', ru: 'Новый Южный Уэльс', 'zh-CN': '新南威尔士州' }), latitude: -33.8679, longitude: 151.2073, timeZone: 'Australia/Sydney', postal: '2000', postalCodes: /^20\d\d/ },
  { id: 'lagos', country: 'NG', geonameId: 2332459, names: names('Lagos', { ja: 'ラゴス', ru: 'Лагос', 'zh-CN': '拉各斯' }), subdivision: region('LA', 2332453, 'Lagos', { ja: 'ラゴス州', ru: 'Лагос', 'zh-CN': '拉各斯州' }), latitude: 6.4541, longitude: 3.3947, timeZone: 'Africa/Lagos', postal: '101241', postalCodes: /^10\d{4}/ },
];

/**
 * Countries whose postal codes the service shortens, with the characters that it sends: "Postal" of
 * dev.maxmind.com/geoip/docs/web-services/responses. Those of other countries are sent in full; the
 * gazetteer has Canada's, the Netherlands' and the United Kingdom's in their short form.
 */
const POSTAL_LENGTHS: Readonly<Record<string, number>> = { BR: 5, SG: 2 };

/** The postal code as the service sends it. */
export function sentPostal({ country, postal }: Place): string {
  return postal.slice(0, POSTAL_LENGTHS[country]);
}

const byId: ReadonlyMap<string, Place> = new Map(places.map((place) => [place.id, place]));

/** The place with this id. */
export function placeById(id: string): Place {
  const place = byId.get(id);
  if (place === undefined) throw new Error(`no place ${id} in the emulator's gazetteer`);
  return place;
}

/** Lower case without marks, so that `Orleans` finds `Orléans`. */
export function foldPlace(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

const placesByName: ReadonlyMap<string, Place> = new Map(
  places.flatMap((place) =>
    Object.values(place.names).map((name: string): [string, Place] => [
      `${place.country} ${foldPlace(name)}`,
      place,
    ]),
  ),
);

/** The city with this name, in any of the locales, in this country. */
export function findCity(name: string, country: string): Place | undefined {
  return placesByName.get(`${country.toUpperCase()} ${foldPlace(name)}`);
}
