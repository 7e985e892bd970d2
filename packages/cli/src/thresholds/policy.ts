/** The two cuts as a file, which a shop's checkout reads. */
import { type Analysis } from './analysis.ts';
import { type Part, type Recommended } from './choose.ts';
import { type Assumptions } from './flags.ts';

export interface PolicyFile {
  /** Of this format. */
  readonly version: 1;
  /** Orders with this risk score or more are looked at by a person. */
  readonly review: number;
  /** Orders with this risk score or more are declined; 100 declines none. */
  readonly decline: number;
  readonly made: string;
  readonly chosenOn: Part;
  readonly judgedOn: Part & Pick<Recommended, 'money' | 'fraudStopped' | 'goodDeclined'>;
  readonly assumptions: Assumptions;
}

export function policyOf(
  { chosenOn, judgedOn, assumptions }: Analysis,
  { review, decline, money, fraudStopped, goodDeclined }: Recommended,
  made: Date,
): PolicyFile {
  return {
    ...{ version: 1, review, decline, made: made.toISOString(), chosenOn },
    judgedOn: { ...judgedOn, money, fraudStopped, goodDeclined },
    assumptions,
  };
}
