/** Starts other programs. */
/* global clearTimeout */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** Nothing of the caller's environment decides what a check finds. */
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  CI: 'true',
  NO_COLOR: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs a program to its end and gives what it printed; rejects with all of it when it fails. */
export function run(command, args, { cwd, env = {}, limit = 300_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    const output = { out: '', all: '' };
    collect(child, output);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output.out);
      else reject(new Error(`${command} ended with ${code ?? signal}.\n${shortened(output.all)}`));
    });
  });
}

/**
 * Starts a server and waits for the line that says where it listens.
 *
 * @param listening - Its one group is the address.
 */
export async function startServer(command, args, listening, { cwd, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // With a group of its own, so that what it starts ends with it.
    detached: true,
  });
  const output = { out: '', all: '' };
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = async () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    await ended;
  };
  try {
    const url = await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`It did not listen in a minute.\n${output.all}`)),
        60_000,
      );
      collect(child, output, () => {
        const [, address] = listening.exec(output.all) ?? [];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        reject(new Error(`${command} ended with ${code}.\n${shortened(output.all)}`));
      });
    });
    return { url, stop, printed: () => output.all };
  } catch (error) {
    await stop();
    throw error;
  }
}

function collect(child, output, onText = () => undefined) {
  for (const [stream, isOut] of [
    [child.stdout, true],
    [child.stderr, false],
  ]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output.all += text;
      if (isOut) output.out += text;
      onText();
    });
  }
}

/** Without the lines of a bundle that an error shows. */
function shortened(text) {
  const lines = text.trim().split('\n');
  return lines.map((line) => (line.length > 500 ? `${line.slice(0, 500)} …` : line)).join('\n');
}
