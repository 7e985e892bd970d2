/** The certificate of an emulator that speaks TLS, signed by an authority that is made for it alone. */

import { webcrypto } from 'node:crypto';
import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type * as X509 from '@peculiar/x509';

/** What a server needs, and what its clients must trust, all of it PEM. */
export interface Identity {
  readonly key: string;
  /** The certificate of the server, then that of the authority. */
  readonly cert: string;
  readonly authority: string;
}

const require = createRequire(import.meta.url);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;
/** More than 398 days some clients do not accept. */
const DAYS = 397;

type KeyPair = Awaited<ReturnType<typeof newKeys>>;

/**
 * Makes both anew. The authority's key is forgotten at once: whoever trusts it trusts this server and
 * nothing else.
 *
 * @param names - Host names and IP addresses that clients use for the server.
 */
export async function issueIdentity(names: Iterable<string>): Promise<Identity> {
  const x509 = load();
  const [authorityKeys, keys] = [await newKeys(), await newKeys()];
  const authority = await authorityOf(x509, authorityKeys);
  const cert = await certificateOf(x509, keys, authorityKeys, authority, [...new Set(names)]);
  const pem = authority.toString('pem');
  return {
    key: await pemOf(keys.privateKey),
    cert: `${cert.toString('pem')}\n${pem}`,
    authority: pem,
  };
}

/** Only for TLS: it takes a tenth of a second, and its polyfill adds to the global `Reflect`. */
function load(): typeof X509 {
  require('reflect-metadata');
  return require('@peculiar/x509') as typeof X509;
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  const lines = bytes.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}

function validity(): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  // From a day ago, since the clock of a container or a phone may be behind.
  return { notBefore: new Date(now - DAY), notAfter: new Date(now + (DAYS - 1) * DAY) };
}

async function authorityOf(x509: typeof X509, keys: KeyPair): Promise<X509.X509Certificate> {
  const { BasicConstraintsExtension, KeyUsagesExtension, KeyUsageFlags } = x509;
  return x509.X509CertificateGenerator.createSelfSigned({
    ...validity(),
    name: 'CN=minFraud emulator: test authority',
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await subjectKey(x509, keys),
    ],
  });
}

async function certificateOf(
  x509: typeof X509,
  keys: KeyPair,
  authorityKeys: KeyPair,
  authority: X509.X509Certificate,
  names: readonly string[],
): Promise<X509.X509Certificate> {
  const { BasicConstraintsExtension, KeyUsagesExtension, KeyUsageFlags } = x509;
  return x509.X509CertificateGenerator.create({
    ...validity(),
    subject: 'CN=minFraud emulator',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(alternative)),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
      await subjectKey(x509, keys),
    ],
  });
}

function subjectKey(
  { SubjectKeyIdentifierExtension }: typeof X509,
  { publicKey }: KeyPair,
): Promise<X509.SubjectKeyIdentifierExtension> {
  return SubjectKeyIdentifierExtension.create(publicKey);
}

function alternative(name: string): { type: 'ip' | 'dns'; value: string } {
  return isIP(name) === 0
    ? { type: 'dns', value: domainToASCII(name) || name }
    : { type: 'ip', value: name };
}
