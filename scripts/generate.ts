/** Entry of `npm run generate`. */
import { runCommandLine } from './command-line.ts';

// Redocly and Spectral report usage unless told not to; nothing here may touch the network.
process.env['REDOCLY_TELEMETRY'] = 'off';
process.env['SCARF_ANALYTICS'] = 'false';

void runCommandLine(process.argv.slice(2), console.log).then((status) => {
  process.exitCode = status;
});
