/** What the user may say of a queue. */
import { CommandError } from '../../exit.ts';
import { type SessionFlags } from '../../account/session.ts';
import { type OutputFlags } from '../../output/print.ts';
import { type Service } from '../runner.ts';

export interface QueueFlags {
  readonly queue?: string | undefined;
  readonly batch?: number | undefined;
}

export interface LimitFlags {
  readonly rate?: number | undefined;
  readonly price?: number | undefined;
  readonly budget?: number | undefined;
}

export interface SubmitFlags extends Omit<QueueFlags, 'batch'>, LimitFlags {
  readonly service: Service;
  readonly map?: readonly string[];
  readonly delimiter?: string | undefined;
  readonly rejects?: string | undefined;
}

export interface WorkFlags extends QueueFlags, SessionFlags {
  readonly concurrency?: number | undefined;
  readonly follow?: boolean | undefined;
  readonly lease?: number | undefined;
}

export interface StatusFlags extends QueueFlags, OutputFlags {}

export interface ResultsFlags extends QueueFlags {
  readonly out: string;
}

export interface ResumeFlags extends QueueFlags, LimitFlags {
  readonly 'retry-doubtful'?: boolean | undefined;
}

export interface DropFlags extends QueueFlags {
  readonly 'lose-results'?: boolean | undefined;
}

/** Millionths of a dollar: whole numbers, as in money.ts. */
export const millionths = (dollars: number | undefined): number | null =>
  dollars === undefined ? null : Math.round(dollars * 1e6);

/** @param priceBefore - Of a batch that is there already. */
export function checkLimits(flags: LimitFlags, priceBefore?: number | null): void {
  const price = flags.price ?? priceBefore ?? undefined;
  if (flags.budget !== undefined && price === undefined) {
    throw new CommandError('--budget needs --price: what one query costs is in your contract.');
  }
  if (flags.price !== undefined && millionths(flags.price) === 0) {
    throw new CommandError('--price must be at least 0.000001.');
  }
}
