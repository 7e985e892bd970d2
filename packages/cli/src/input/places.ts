/** Names the flag that an issue or a warning is about. */
import { type RequestField } from '../../generated/cli-flags.ts';
import { InvalidRequestError } from 'minfraud-sdk';
import { CommandError, exitCodeOf, messageOf } from '../exit.ts';
import { fieldFlags } from './fields.ts';

/** `/device/ip_address` → `--ip`; `undefined` where no flag stands for the place. */
export function flagFor(fields: readonly RequestField[], pointer: string): string | undefined {
  const wire = pointer.slice(1).split('/').join('.');
  const flag = fieldFlags(fields).find(({ field, items, path }) => {
    const own = items === undefined ? (field.wire ?? path) : (field.wire ?? path).split('[]')[0];
    return own === wire || (own !== undefined && wire.startsWith(`${own}.`));
  });
  return flag === undefined ? undefined : `--${flag.name}`;
}

/** `/shopping_cart/0/item_id` → `shoppingCart[].itemId`; the pointer itself where no field is meant. */
export function pathFor(fields: readonly RequestField[], pointer: string): string {
  const wire = pointer
    .slice(1)
    .replaceAll('/', '.')
    .replaceAll(/\.\d+(?=\.|$)/g, '[]');
  return fields.find((field) => (field.wire ?? field.path) === wire)?.path ?? pointer;
}

/** Runs a call; when its request is refused, says so in the words of the command line. */
export async function explained<Result>(
  fields: readonly RequestField[],
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (!InvalidRequestError.is(error) || error.issues.length === 0) throw error;
    const message = messageOf(error, ({ pointer, path }) => {
      const flag = flagFor(fields, pointer);
      return flag === undefined ? path : `${flag} (${path})`;
    });
    throw new CommandError(message, exitCodeOf(error));
  }
}
