/** Runs on Node, Bun and Deno: the service as JSON in an argument, the report as the last line. */
import process from 'node:process';
import { conformance } from './main.ts';
import type { Service } from './service.ts';

void conformance(JSON.parse(process.argv[2] ?? '') as Service).then((report) => {
  console.log(JSON.stringify(report));
});
