/**
 * How many generated inputs a property is tried with: `npm test` takes a fifth, `npm run check` and CI take all.
 */
export function runs(all: number): number {
  return process.env['MINFRAUD_TESTS'] === undefined ? Math.ceil(all / 5) : all;
}
