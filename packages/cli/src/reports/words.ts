/** The columns of a file of reports: those of an order that name it, and what became of it. */
import { reportFields } from '../../generated/cli-flags.ts';
import { foldHeading as fold } from '../orders/fold.ts';
import { knownName, type Vocabulary } from '../orders/known-names.ts';

/** What people call a field of a report, folded. */
const everyday: Readonly<Record<string, string>> = {
  ...{ chargebackreason: 'chargebackCode', chargebackreasoncode: 'chargebackCode' },
  ...{
    reasoncode: 'chargebackCode',
    disputereason: 'chargebackCode',
    disputereasoncode: 'chargebackCode',
  },
  ...{ note: 'notes', comment: 'notes', comments: 'notes' },
  ...{ scoreid: 'minfraudId', minfraudrequestid: 'minfraudId' },
};

/** Places of an order that a report has too. */
const shared: Readonly<Record<string, string>> = {
  'event.transactionId': 'transactionId',
  'device.ipAddress': 'ipAddress',
};

const exact = new Map(
  reportFields.flatMap(({ path, wire = path }) => [
    [fold(path), path],
    [fold(wire), path],
  ]),
);

export const reportWords: Vocabulary = {
  known: (heading) => {
    const name = fold(heading);
    const own = exact.get(name);
    if (own !== undefined) return { place: own, isExact: true };
    const called = everyday[name];
    if (called !== undefined) return { place: called, isExact: false };
    const ofOrder = knownName(heading);
    const place = shared[ofOrder?.place ?? ''];
    return place === undefined || ofOrder === undefined ? undefined : { ...ofOrder, place };
  },
  places: new Set(reportFields.map(({ path }) => path)),
  ofSystem: (place) => shared[place],
  example: 'transactionId',
};
