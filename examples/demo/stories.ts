/** Puts what is known about one thing into a sentence or two. */
import type { BillingAddress, Insights, IpAddress, Phone, ShippingAddress } from 'minfraud-sdk';

export function ipStory(ip: Insights['ipAddress']): string {
  if (ip === undefined) return 'None was sent.';
  const { traits, riskReasons, risk } = ip;
  const place = [ip.city?.name, ip.subdivisions[0]?.name, ip.country?.name].filter(present);
  const where = place.length > 0 ? `It is in ${place.join(', ')}` : 'Where it is, is not known';
  const operator = traits?.organization ?? traits?.isp;
  const kind = traits?.userType?.replaceAll('_', ' ');
  const clock = /T(\d\d:\d\d)/.exec(ip.location?.localTime ?? '')?.[1];
  return [
    `${where}${operator === undefined ? '' : `, on the network of ${operator}`}${kind === undefined ? '' : ` (${kind})`}${clock === undefined ? '' : `, where it is ${clock}`}.`,
    anonymityStory(ip),
    `Its own risk is ${risk ?? 'unknown'}${risk === undefined ? '' : ' of 99'}.`,
    // The anonymous network was told about already.
    ...riskReasons.filter(({ code }) => code !== 'ANONYMOUS_IP').map(({ reason }) => reason),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function anonymityStory({ anonymizer }: IpAddress): string {
  if (anonymizer?.isAnonymous !== true) return '';
  const kinds = [
    anonymizer.isAnonymousVpn === true && 'a VPN',
    anonymizer.isTorExitNode === true && 'a Tor exit',
    anonymizer.isPublicProxy === true && 'a public proxy',
    anonymizer.isResidentialProxy === true && 'a residential proxy',
    anonymizer.isHostingProvider === true && 'a hosting provider',
  ].filter((kind) => kind !== false);
  const provider = anonymizer.providerName ?? anonymizer.residential?.providerName;
  const seen = anonymizer.networkLastSeen ?? anonymizer.residential?.networkLastSeen;
  return `It hides its user: ${kinds.join(' and ') || 'an anonymous network'}${provider === undefined ? '' : ` (${provider})`}${seen === undefined ? '' : `, last seen as such on ${seen}`}.`;
}

export function deviceStory(device: Insights['device']): string {
  if (device === undefined) return 'Nothing is known.';
  const unique =
    (device.confidence ?? 0) > 90 ? 'almost certainly this one' : 'probably one of several alike';
  return `${device.id ?? 'Unnamed'}, ${unique} (confidence ${device.confidence ?? '?'}), last seen ${device.lastSeen?.slice(0, 10) ?? 'never'}.`;
}

export function cardStory(card: Insights['creditCard']): string {
  if (card === undefined) return 'None was sent.';
  const kinds = [
    card.isPrepaid === true && 'prepaid',
    card.isVirtual === true && 'virtual',
    card.isBusiness === true && 'business',
    card.type,
  ].filter(present);
  const bank = card.issuer?.name === undefined ? '' : ` of ${card.issuer.name}`;
  return [
    `${card.brand ?? 'Unknown brand'} ${kinds.join(' ')} card${bank}, from ${card.country ?? 'an unknown country'}.`,
    yesNo(
      card.isIssuedInBillingAddressCountry,
      'So is the billing address.',
      'THE BILLING ADDRESS IS NOT.',
    ),
    yesNo(
      card.issuer?.matchesProvidedName,
      'The customer named the right bank.',
      'THE CUSTOMER NAMED ANOTHER BANK.',
    ),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function emailStory(email: Insights['email']): string {
  if (email === undefined) return 'None was sent.';
  const { domain } = email;
  const kind = domain?.classification?.replaceAll('_', ' ');
  return [
    `First seen ${email.firstSeen ?? 'never'}.`,
    `Its domain: ${kind ?? 'unclassified'}, known since ${domain?.firstSeen ?? 'an unknown day'}, risk ${domain?.risk ?? 'unknown'}${domain?.visit?.status === undefined ? '' : `, site ${domain.visit.status}`}.`,
    yesNo(email.isFree, 'Free provider.', ''),
    yesNo(email.isDisposable, 'DISPOSABLE.', ''),
    yesNo(email.isHighRisk, 'KNOWN FOR FRAUD.', 'Not known for fraud.'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function addressStory(address: BillingAddress | ShippingAddress | undefined): string {
  if (address === undefined) return 'None was sent.';
  const fromBilling =
    'distanceToBillingAddress' in address ? address.distanceToBillingAddress : undefined;
  const isHighRisk = 'isHighRisk' in address ? address.isHighRisk : undefined;
  return [
    address.distanceToIpLocation === undefined
      ? ''
      : `${address.distanceToIpLocation} km from the IP address${yesNo(address.isInIpCountry, ', same country', ', ANOTHER COUNTRY')}.`,
    fromBilling === undefined ? '' : `${fromBilling} km from billing.`,
    yesNo(address.isPostalInCity, 'Postal code and city agree.', 'POSTAL CODE AND CITY DISAGREE.'),
    yesNo(isHighRisk, 'KNOWN FOR FRAUD.', ''),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function phoneStory(phone: Phone | undefined): string {
  if (phone === undefined) return '';
  const kind = [phone.numberType, phone.isVoip === true && 'VoIP'].filter(present).join(' ');
  const operator = phone.networkOperator === undefined ? '' : ` of ${phone.networkOperator}`;
  return `Phone: ${kind} number${operator} in ${phone.country ?? 'an unknown country'}${yesNo(phone.matchesPostal, ', right for the postal code', ', WRONG FOR THE POSTAL CODE')}.`;
}

function present(text: string | false | undefined): text is string {
  return text !== undefined && text !== false;
}

/** Nothing when it is not known. */
function yesNo(fact: boolean | undefined, yes: string, no: string): string {
  if (fact === undefined) return '';
  return fact ? yes : no;
}
