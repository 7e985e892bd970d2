/**
 * Preloaded into a program: kills it with SIGKILL before the file operation whose number is in KILL_AT,
 * counted from 1 over everything that changes the file system. Without KILL_AT it prints how many there were.
 *
 * With POWER_CUT it first takes away from each file a random part of what was not yet made durable, as
 * a machine that loses its power would. DISK_FULL_AT makes every write from that operation on fail.
 */
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env.KILL_AT ?? 0);
const fullAt = Number(process.env.DISK_FULL_AT ?? 0);
let operations = 0;
/** By path: how much is durable. */
const durable = new Map();
const paths = new WeakMap();

function count() {
  operations += 1;
  if (operations === killAt) die();
}

function die() {
  if (process.env.POWER_CUT !== undefined) {
    for (const [path, length] of durable) {
      if (!fs.existsSync(path)) continue;
      const { size } = fs.statSync(path);
      const kept = length + Math.floor(Math.random() * (size - length + 1));
      const descriptor = fs.openSync(path, 'r+');
      fs.ftruncateSync(descriptor, kept);
      // Blocks that were promised and never written.
      if (kept - length > 8 && Math.random() < 0.3) {
        fs.writeSync(descriptor, Buffer.alloc(5), 0, 5, length + 2);
      }
      fs.closeSync(descriptor);
    }
  }
  process.kill(process.pid, 'SIGKILL');
}

const full = () =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });

const open = fs.promises.open;
const probe = await open(process.execPath);
const handles = Object.getPrototypeOf(probe);
await probe.close();

for (const name of ['write', 'writeFile', 'truncate', 'sync', 'datasync', 'close']) {
  const original = handles[name];
  handles[name] = async function (...parameters) {
    count();
    const path = paths.get(this);
    if (fullAt !== 0 && operations >= fullAt && (name === 'write' || name === 'writeFile')) {
      // The reserve, once it is gone, makes room for its own size.
      if (path === undefined || !globalThis.hasRoom) throw full();
    }
    const result = await original.apply(this, parameters);
    if ((name === 'sync' || name === 'datasync') && path !== undefined) {
      durable.set(path, fs.statSync(path).size);
    }
    return result;
  };
}
fs.promises.open = async (path, flags, ...others) => {
  if (flags !== 'r' && flags !== undefined) count();
  const handle = await open(path, flags, ...others);
  if (flags !== 'r' && /(ndjson|csv|ledger)$/.test(String(path))) {
    paths.set(handle, String(path));
    if (!durable.has(String(path))) durable.set(String(path), fs.statSync(path).size);
  }
  return handle;
};
for (const name of ['rename', 'rm']) {
  const original = fs.promises[name];
  fs.promises[name] = async (...parameters) => {
    count();
    const isReserve = name === 'rm' && String(parameters[0]).endsWith('.reserve');
    if (isReserve && fullAt !== 0 && operations >= fullAt) globalThis.hasRoom = true;
    return original(...parameters);
  };
}
syncBuiltinESMExports();
if (killAt === 0) process.on('exit', () => fs.writeSync(2, `operations: ${operations}\n`));
