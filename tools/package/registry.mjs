/**
 * An npm registry on this machine: our tarballs, and what our lock file names, from our own node_modules. So npm and
 * npx do what they do at a customer's, without a network.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { manifestIn, packages, root } from './packages.mjs';

/** Folders of installed packages, by name and version. */
function installedPackages() {
  const { packages: places } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [place, { link }] of Object.entries(places)) {
    const folder = join(root, place);
    if (!place.includes('node_modules/') || link === true || !existsSync(folder)) continue;
    const { name, version } = manifestIn(folder);
    const versions = found.get(name) ?? new Map();
    versions.set(version, folder);
    found.set(name, versions);
  }
  return found;
}

/** @param tarballs - Of our packages, by name. */
export async function startRegistry(tarballs) {
  const installed = installedPackages();
  const own = new Map(packages.map((one) => [one.name, one.manifest]));

  /** What the registry says of a package, or nothing. */
  function packument(name, origin) {
    const manifests = own.has(name)
      ? [own.get(name)]
      : [...(installed.get(name)?.values() ?? [])].map(manifestIn);
    if (manifests.length === 0) return undefined;
    const versions = manifests.map((manifest) => {
      const tarball = `${origin}/-/${encodeURIComponent(name)}/${manifest.version}`;
      return [manifest.version, { ...manifest, dist: { tarball } }];
    });
    const latest = manifests[0].version;
    return { name, 'dist-tags': { latest }, versions: Object.fromEntries(versions) };
  }

  async function tarballOf(name, version) {
    if (name in tarballs) return readFileSync(tarballs[name]);
    const folder = installed.get(name)?.get(version);
    const parameters = ['-cz', '--exclude', './node_modules', '--transform', 's#^[.]#package#'];
    const options = { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 };
    return (await promisify(execFile)('tar', [...parameters, '-C', folder, '.'], options)).stdout;
  }

  async function respond({ url, headers }, response) {
    const [, first, name, version] = url.split('/').map(decodeURIComponent);
    if (first === '-') {
      response.end(await tarballOf(name, version));
      return;
    }
    const told = packument(first, `http://${headers.host}`);
    response.writeHead(told === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(told ?? { error: 'not found' }));
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
