/**
 * What MaxMind added to the minFraud services from the end of November 2024 to November 2026, as edits of
 * the spec. Facts and dates are those of the release notes (https://dev.maxmind.com/minfraud/release-notes)
 * and, where no note was written, of the page that documents the field.
 */

export interface VendorRelease {
  /** Of the release note, or of the documentation. */
  readonly date: string;
  readonly title: string;
  /** Places of today's document that were not there before, as JSON Pointers below `components`. */
  readonly added: readonly string[];
  /** Values of an enumeration that were not there before; the place is that of the schema with `enum`. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** What `npm run spec:diff` says that it needs. */
  readonly bump: 'major' | 'minor' | 'patch';
  /** What the program imports of the generated client. */
  readonly imports: string;
  /** A program that uses what is new: statements that know `client`, and set `seen`. */
  readonly use: string;
  /** The program compiles without the edit too, since only a rule was added. */
  readonly isRule?: true;
  /** What the response to it has, next to what the emulator works out. */
  readonly response?: object;
  /** What `seen` is after the program ran. */
  readonly seen: unknown;
  /** What the service must have been sent last, when it is about a request. */
  readonly sent?: object;
}

const processors = (...words: readonly string[]): Record<string, readonly string[]> => ({
  '/schemas/PaymentProcessor': words,
});

/** Pays by a processor. */
const payBy = (member: string): string =>
  `await client.score({ payment: { processor: PaymentProcessor.${member} } }); seen = true;`;

const cannedEmail = `const { email } = await client.insights({ email: { address: 'jo@example.com' } });`;

export const vendorReleases: readonly VendorRelease[] = [
  {
    date: '2025-01-06',
    title: 'the payment processor epayco',
    added: [],
    words: processors('epayco'),
    bump: 'minor',
    imports: 'PaymentProcessor',
    use: payBy('Epayco'),
    seen: true,
    sent: { payment: { processor: 'epayco' } },
  },
  {
    date: '2025-04-01',
    title: 'the payment processor cryptomus',
    added: [],
    words: processors('cryptomus'),
    bump: 'minor',
    imports: 'PaymentProcessor',
    use: payBy('Cryptomus'),
    seen: true,
    sent: { payment: { processor: 'cryptomus' } },
  },
  {
    date: '2025-05-07',
    title: 'whether a phone number fits the postal code',
    added: ['/schemas/Phone/properties/matches_postal'],
    bump: 'minor',
    imports: '',
    use: `const { billingPhone } = await client.insights({
      billing: { country: 'US', postal: '55455', phoneNumber: '612-555-0100', phoneCountryCode: '1' },
    });
    const fits: boolean | undefined = billingPhone?.matchesPostal;
    seen = typeof fits;`,
    seen: 'boolean',
  },
  {
    date: '2025-06-16',
    title: 'the risk score reason EMAIL_DOMAIN_CREATION_DATE',
    added: [],
    words: { '/schemas/ReasonCode': ['EMAIL_DOMAIN_CREATION_DATE'] },
    bump: 'minor',
    imports: 'ReasonCode',
    use: `const { riskScoreReasons } = await client.factors({ event: { shopId: 's' } });
    const code: 'EMAIL_DOMAIN_CREATION_DATE' = ReasonCode.EmailDomainCreationDate;
    seen = riskScoreReasons[0]?.reasons[0]?.code === code;`,
    response: {
      riskScoreReasons: [
        { multiplier: 2, reasons: [{ code: 'EMAIL_DOMAIN_CREATION_DATE', reason: 'Young.' }] },
      ],
    },
    seen: true,
  },
  {
    date: '2025-07-08',
    title: 'the payment processor securepay',
    added: [],
    words: processors('securepay'),
    bump: 'minor',
    imports: 'PaymentProcessor',
    use: payBy('Securepay'),
    seen: true,
    sent: { payment: { processor: 'securepay' } },
  },
  {
    date: '2025-11-19',
    title: 'the anonymizer object, and flags of traits that are deprecated for it',
    added: [
      '/schemas/IpAddress/properties/anonymizer',
      '/schemas/Anonymizer',
      ...['anonymous', 'anonymous_vpn', 'hosting_provider', 'public_proxy', 'residential_proxy']
        .concat('tor_exit_node')
        .map((flag) => `/schemas/Traits/properties/is_${flag}`)
        .flatMap((flag) => [`${flag}/deprecated`, `${flag}/x-deprecated`]),
    ],
    bump: 'minor',
    imports: 'type Anonymizer',
    use: `const { ipAddress } = await client.insights({ device: { ipAddress: '203.0.113.9' } });
    const anonymizer: Anonymizer | undefined = ipAddress?.anonymizer;
    seen = [anonymizer?.confidence, anonymizer?.networkLastSeen, anonymizer?.isAnonymousVpn];`,
    response: {
      ipAddress: {
        anonymizer: { confidence: 30, networkLastSeen: '2025-11-01', isAnonymousVpn: true },
      },
    },
    seen: [30, '2025-11-01', true],
  },
  {
    date: '2025-11-20',
    title: 'the IP risk snapshot',
    added: ['/schemas/Traits/properties/ip_risk_snapshot'],
    bump: 'minor',
    imports: '',
    use: `const { ipAddress } = await client.insights({ device: { ipAddress: '203.0.113.9' } });
    const snapshot: number | undefined = ipAddress?.traits?.ipRiskSnapshot;
    seen = snapshot;`,
    response: { ipAddress: { traits: { ipRiskSnapshot: 45.5 } } },
    seen: 45.5,
  },
  {
    date: '2025-12-18',
    title: 'outputs of the email domain',
    added: [
      ...['classification', 'risk', 'visit', 'volume'].map(
        (name) => `/schemas/EmailDomain/properties/${name}`,
      ),
      '/schemas/EmailDomainClassification',
      '/schemas/EmailDomainVisit',
      '/schemas/EmailDomainVisitStatus',
    ],
    bump: 'minor',
    imports: 'type EmailDomainVisitStatus, EmailDomainClassification',
    use: `${cannedEmail}
    const status: EmailDomainVisitStatus | undefined = email?.domain?.visit?.status;
    seen = [email?.domain?.classification === EmailDomainClassification.Business, email?.domain?.risk, status, email?.domain?.visit?.lastVisitedOn];`,
    response: {
      email: {
        domain: {
          classification: 'business',
          risk: 1.5,
          visit: { status: 'parked', lastVisitedOn: '2025-11-15' },
        },
      },
    },
    seen: [true, 1.5, 'parked', '2025-11-15'],
  },
  {
    date: '2025-12-18',
    title: 'the payment method, the party of an event, three types of events',
    added: [
      '/schemas/Payment/properties/method',
      '/schemas/PaymentMethod',
      '/schemas/Event/properties/party',
      '/schemas/EventParty',
    ],
    words: { '/schemas/EventType': ['credit_application', 'fund_transfer', 'sim_swap'] },
    bump: 'minor',
    imports: 'EventType, EventParty, PaymentMethod',
    use: `await client.score({
      event: { type: EventType.SimSwap, party: EventParty.Agent },
      payment: { method: PaymentMethod.BuyNowPayLater },
    });
    seen = [EventType.CreditApplication, EventType.FundTransfer];`,
    seen: ['credit_application', 'fund_transfer'],
    sent: { event: { type: 'sim_swap', party: 'agent' }, payment: { method: 'buy_now_pay_later' } },
  },
  {
    date: '2026-01-06',
    title: 'the payment processors banquest, summit_payments and yaadpay',
    added: [],
    words: processors('banquest', 'summit_payments', 'yaadpay'),
    bump: 'minor',
    imports: 'PaymentProcessor',
    use: `${payBy('SummitPayments')} seen = [PaymentProcessor.Banquest, PaymentProcessor.Yaadpay];`,
    seen: ['banquest', 'yaadpay'],
    sent: { payment: { processor: 'summit_payments' } },
  },
  {
    date: '2026-02-23',
    title: 'the tracking token of a device, and two warnings about it',
    added: ['/schemas/Device/properties/tracking_token'],
    words: {
      '/schemas/WarningCode': ['TRACKING_TOKEN_INVALID', 'TRACKING_TOKEN_NOT_FOUND'],
    },
    bump: 'minor',
    imports: 'WarningCode',
    use: `const { warnings } = await client.score({ device: { trackingToken: 'a-token' } });
    const code: 'TRACKING_TOKEN_NOT_FOUND' = WarningCode.TrackingTokenNotFound;
    seen = warnings.some((warning) => warning.code === code);`,
    response: {
      warnings: [{ code: 'TRACKING_TOKEN_NOT_FOUND', warning: 'The token was not found.' }],
    },
    seen: true,
    sent: { device: { tracking_token: 'a-token' } },
  },
  {
    date: '2026-04-02',
    title: 'the payment processor fat_zebra',
    added: [],
    words: processors('fat_zebra'),
    bump: 'minor',
    imports: 'PaymentProcessor',
    use: payBy('FatZebra'),
    seen: true,
    sent: { payment: { processor: 'fat_zebra' } },
  },
  {
    date: '2026-05-13',
    title: 'the tag that clears a report',
    added: [],
    words: { '/schemas/ReportTag': ['clear'] },
    bump: 'minor',
    imports: 'ReportTag',
    use: `await client.report({ tag: ReportTag.Clear, transactionId: 'txn-1' }); seen = true;`,
    seen: true,
    sent: { tag: 'clear', transaction_id: 'txn-1' },
  },
  {
    date: '2026-06-08',
    title: 'a limit for the notes of a report, and its error code',
    added: ['/schemas/TransactionReport/properties/notes/maxLength'],
    words: { '/schemas/ReportBadRequest/properties/code': ['NOTES_INVALID'] },
    bump: 'major',
    imports: 'validateReport',
    use: `const { issues = [] } = validateReport({ tag: 'chargeback', transactionId: '1', notes: 'x'.repeat(1001) });
    seen = issues.map(({ code, pointer }) => [code, pointer]);`,
    isRule: true,
    seen: [['TOO_LONG', '/notes']],
  },
  {
    date: '2026-07-17',
    title: 'residential proxies in the anonymizer object',
    added: ['/schemas/Anonymizer/properties/residential', '/schemas/AnonymizerResidential'],
    bump: 'minor',
    imports: 'type AnonymizerResidential',
    use: `const { ipAddress } = await client.factors({ device: { ipAddress: '203.0.113.9' } });
    const residential: AnonymizerResidential | undefined = ipAddress?.anonymizer?.residential;
    seen = [residential?.confidence, residential?.networkLastSeen, residential?.providerName];`,
    response: {
      ipAddress: {
        anonymizer: {
          residential: {
            confidence: 82,
            networkLastSeen: '2026-05-11',
            providerName: 'quickshift',
          },
        },
      },
    },
    seen: [82, '2026-05-11', 'quickshift'],
  },
];
