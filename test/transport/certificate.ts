/** Makes X.509 certificates at test time, bad ones among them, with nothing but Node's crypto. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Certificate {
  issue(subject: {
    readonly host: string;
    readonly notBefore?: Date;
    readonly notAfter?: Date;
  }): Certificate;
}

const day = 86_400_000;

/** A certificate authority that nobody trusts unless told to. */
export function createAuthority(): Authority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = 'Test Authority';
  const self = {
    cert: certificate({
      issuer: name,
      subject: name,
      signer: pair.privateKey,
      key: pair.publicKey,
      authority: true,
    }),
    key: pem(pair.privateKey),
  };
  return {
    ...self,
    issue: ({ host, notBefore, notAfter }) => {
      const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const cert = certificate({
        issuer: name,
        subject: host,
        signer: pair.privateKey,
        key: leaf.publicKey,
        authority: false,
        host,
        ...(notBefore === undefined ? {} : { notBefore }),
        ...(notAfter === undefined ? {} : { notAfter }),
      });
      return { cert, key: pem(leaf.privateKey) };
    },
  };
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function certificate(facts: {
  readonly issuer: string;
  readonly subject: string;
  readonly signer: KeyObject;
  readonly key: KeyObject;
  readonly authority: boolean;
  readonly host?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}): string {
  const { notBefore = new Date(Date.now() - day), notAfter = new Date(Date.now() + day) } = facts;
  const ecdsaWithSha256 = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const extensions = [
    // basicConstraints
    extension(
      [0x55, 0x1d, 0x13],
      sequence(facts.authority ? der(0x01, Buffer.from([0xff])) : empty),
    ),
    ...(facts.host === undefined
      ? []
      : [
          // subjectAltName, dNSName
          extension([0x55, 0x1d, 0x11], sequence(der(0x82, Buffer.from(facts.host)))),
        ]),
  ];
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    ecdsaWithSha256,
    commonName(facts.issuer),
    sequence(time(notBefore), time(notAfter)),
    commonName(facts.subject),
    facts.key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, facts.signer);
  const bits = der(0x03, Buffer.concat([Buffer.from([0]), signature]));
  const body = sequence(toBeSigned, ecdsaWithSha256, bits).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`;
}

const empty = Buffer.alloc(0);

function der(tag: number, content: Buffer): Buffer {
  const length =
    content.length < 128
      ? Buffer.from([content.length])
      : content.length < 256
        ? Buffer.from([0x81, content.length])
        : Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function commonName(name: string): Buffer {
  const attribute = sequence(oid([0x55, 0x04, 0x03]), der(0x0c, Buffer.from(name)));
  return sequence(der(0x31, attribute));
}

function extension(id: readonly number[], value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value));
}

/** GeneralizedTime: good for any year. */
function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`));
}
