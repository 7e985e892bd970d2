/**
 * The addresses that the tests of four clients normalise and hash: Java (`j`), .NET (`d`), Node (`n`) and
 * Ruby (`r`). The first three send the domain with the hash as it was typed; Ruby's tests are of the address.
 */
import type { AddressCase } from './case.ts';

type Letter = 'j' | 'd' | 'n' | 'r';

const maxmind = '977577b140bfb7c516e4746204fbdb01';
const gmail = '1aedb8d9dc4751e229a335e371db8058';
const yahoo = '88e478531ab3bc303f1b5da82c2e9bbb';
const buecher = '24948acabac551360cd510d5e5e2b464';
const plus = 'aa57884e48f0dda9fc6f4cb2bffb1dd2';
const testOrg = '476869598e748d958e819c180af31982';
const noDomain = '246a848af2f8394e3adbc738dbe43720';
const domainInForms = '2b21bc76dab3c8b1622837c1d698936c';
const localInForms = '53550c712b146287a2d0dd30e5ed6f4b';

/** What it gives: its MD5, or the normalised address; `null`: no address. */
const all: readonly (readonly [clients: string, address: string, gives: string | null])[] = [
  ['jdn', 'test@maxmind.com', maxmind],
  ['jdnr', 'Test@maxmind.com', maxmind],
  ['jdr', '  Test@maxmind.com', maxmind],
  ['jdnr', 'Test+alias@maxmind.com', maxmind],
  ['r', 'Test+007@maxmind.com', maxmind],
  ['jdnr', 'Test+007+008@maxmind.com', maxmind],
  ['jdnr', 'Test+@maxmind.com', maxmind],
  ['jd', 'Test@maxmind.com.', maxmind],
  ['jd', 'Test@ maxmind.com', maxmind],
  ['jdnr', '+@maxmind.com', plus],
  ['jdn', 'Test+foo@yahoo.com', 'a5f830c699fd71ad653aa59fa688c6d9'],
  ['r', 'Test+foo@yahoo.com', 'test+foo@yahoo.com'],
  ['jdnr', 'Test-foo@yahoo.com', yahoo],
  ['jdnr', 'Test-foo-foo2@yahoo.com', yahoo],
  ['jdn', 'Test-foo@gmail.com', '6f3ff986fa5e830dbbf08a942777a17c'],
  ['r', 'Test-foo@gmail.com', 'test-foo@gmail.com'],
  ['jdn', 'test@gmail.com', gmail],
  ['jdn', 'test@gamil.com', gmail],
  ['r', 'gamil.com@gamil.com', 'gamilcom@gmail.com'],
  ['jdn', 'test@bücher.com', buecher],
  ['jdn', 'Test+alias@Bücher.com', buecher],
  ['r', 'Test+alias@bücher.com', 'test@xn--bcher-kva.com'],
  ['j', 'test@test.org', testOrg],
  ['j', 'TEST@TEST.org', testOrg],
  ['n', 'foo@bar.com', 'f3ada405ce890b6f8204094deb12d8a8'],
  ['j', 'test', '098f6bcd4621d373cade4e832627b4f6'],
  ['jd', 'test@', noDomain],
  ['j', 'test@.', noDomain],
  ['jdnr', 'foo@googlemail.com', 'foo@gmail.com'],
  ['jdr', 'foo.bar@gmail.com', 'foobar@gmail.com'],
  ['n', 'foo.bar.baz@gmail.com', 'foobarbaz@gmail.com'],
  ['jdnr', 'alias@user.fastmail.com', 'user@fastmail.com'],
  ['jdnr', 'alias@user.fastmail.ca', 'user@fastmail.ca'],
  ['jn', 'foo@bar.example.com', 'foo@bar.example.com'],
  ['jdnr', 'foo-bar@ymail.com', 'foo@ymail.com'],
  ['jdnr', 'test-alias@myyahoo.com', 'test@myyahoo.com'],
  ['jdnr', 'foo@example.com.com', 'foo@example.com'],
  ['jdnr', 'foo@example.comfoo', 'foo@example.comfoo'],
  ['jdnr', 'foo@example.cam', 'foo@example.cam'],
  ['jdnr', 'foo@10000gmail.com', 'foo@gmail.com'],
  ['jdnr', 'foo@example.comcom', 'foo@example.com'],
  ['jdr', 'foo@example.com.', 'foo@example.com'],
  ['jdr', 'foo@example.com...', 'foo@example.com'],
  // The letter ü in its two Unicode forms.
  ['jdn', 'example@bu\u0308cher.com', domainInForms],
  ['jdn', 'example@b\u00fccher.com', domainInForms],
  ['r', 'example@bu\u0308cher.com', 'example@xn--bcher-kva.com'],
  ['r', 'example@b\u00fccher.com', 'example@xn--bcher-kva.com'],
  ['jdnr', 'bu\u0308cher@example.com', localInForms],
  ['jdnr', 'b\u00fccher@example.com', localInForms],
  ['r', '', null],
  ['r', 'fasfs', null],
  ['r', 'e4d909c290d0fb1ca068ffaddf22cbd0', null],
  ['r', 'test@gmail', 'test@gmail'],
  ['r', 'Test@maxmind', 'test@maxmind'],
  ['r', 'Test@maxmind.com|abc124472372', 'test@maxmind.com|abc124472372'],
];

export function addressesOf(client: Letter): AddressCase[] {
  return all
    .filter(([clients]) => clients.includes(client))
    .map(([, address, gives]) => {
      const typed = address.slice(address.lastIndexOf('@') + 1);
      const sendsDomain = client !== 'r' && address.includes('@') && typed !== '';
      return sendsDomain ? [address, gives, typed] : [address, gives];
    });
}
