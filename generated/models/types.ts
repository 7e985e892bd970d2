// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.

/**
 * The account that the end user has with you, not your account with MaxMind.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account
 */
export type Account = {
    /**
     * An ID of the end user in your system that never changes, in any format, at most 255 characters. Not the login name, where that can be changed.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account__user_id
     */
    userId?: string | undefined;
    /**
     * The MD5 of the user's login name: 32 hexadecimal digits.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account__username_md5
     */
    usernameMd5?: string | undefined;
    /**
     * The user's login name. This package hashes it and sends only the hash, as `usernameMd5`.
     * Give this or `usernameMd5`, not both.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account
     */
    username?: string | undefined;
};

/**
 * The query of a minFraud Alert: an order that was scored as harmless (10 or less) in the last 24 hours is now at 75 or more. Everything from `city` to `txnId` repeats the original request. Parameters may be added.
 * @see https://dev.maxmind.com/minfraud/alerts/#parameters
 */
export type Alert = {
    /**
     * Billing city of the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__city
     */
    city?: string;
    /**
     * Billing country of the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__country
     */
    country?: string;
    /**
     * Date of the original request, for people, such as `Nov. 1, 2019`. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__date
     */
    date?: string;
    /**
     * Email domain of the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__domain
     */
    domain?: string;
    /**
     * IP address of the original request, IPv4 or IPv6. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__i
     */
    ipAddress?: string;
    /**
     * Identifier of the original request when it was one of minFraud Legacy. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__maxmindID
     */
    maxmindId?: string;
    /**
     * Identifier of the original request, the `id` of its score. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__minfraud_id
     */
    minfraudId?: string;
    /**
     * Risk score with what is known now, from 0.01 to 99. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__new_risk_score
     */
    newRiskScore?: number;
    /**
     * Risk score as the original request got it, from 0.01 to 99. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__old_risk_score
     */
    oldRiskScore?: number;
    /**
     * Billing postal code of the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__postal
     */
    postal?: string;
    /**
     * Why the alert was sent, in words for people. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__reason
     */
    reason?: string;
    /**
     * Why the alert was sent, as a stable code. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__reason_code
     */
    reasonCode?: AlertReasonCode;
    /**
     * Billing region of the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__region
     */
    region?: string;
    /**
     * Shop of the original request. Absent when that had none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__shop_id
     */
    shopId?: string;
    /**
     * Your own identifier of the transaction, from the original request. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__txnID
     */
    txnId?: string;
    /**
     * When the new risk score was computed, in RFC 3339. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/alerts/#schema--webhook--alert__updated_at
     */
    updatedAt?: string;
};

/**
 * Why a minFraud Alert was sent. MaxMind may change the list.
 * @see https://dev.maxmind.com/minfraud/alerts/#possible-alert-reasons
 */
export const AlertReasonCode = {
    /**
     * The email address appeared on another high-risk order.
     */
    CarderEmail: 'CARDER_EMAIL',
    /**
     * The device is now known as high-risk.
     */
    HighRiskDevice: 'HIGH_RISK_DEVICE',
    /**
     * The IP address is now known as high-risk.
     */
    HighRiskIp: 'HIGH_RISK_IP',
    /**
     * The IP address belongs to a high-risk hosting provider.
     */
    HostingProvider: 'HOSTING_PROVIDER',
    /**
     * A person reviewed the transaction and found it risky.
     */
    ManualReview: 'MANUAL_REVIEW',
    /**
     * The IP address placed many orders in short time, for example with different postal codes.
     */
    PostalVelocity: 'POSTAL_VELOCITY',
} as const;

/**
 * Why a minFraud Alert was sent. MaxMind may change the list.
 * @see https://dev.maxmind.com/minfraud/alerts/#possible-alert-reasons
 */
export type AlertReasonCode = 'CARDER_EMAIL'
    | 'HIGH_RISK_DEVICE'
    | 'HIGH_RISK_IP'
    | 'HOSTING_PROVIDER'
    | 'MANUAL_REVIEW'
    | 'POSTAL_VELOCITY'
    | (string & {});

/**
 * Whether, and how certainly, the address is part of a service or network that hides its users. It replaces the flags of the same names in `traits`. `residential` may be present when nothing else is.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer
 */
export type Anonymizer = {
    /**
     * How certain it is, in percent from 1 to 99, that the network is in use by an active VPN service now. MaxMind announced 30 and 99, and 50 in June 2026; more values may come. Absent when the address is not known as a VPN.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__confidence
     */
    confidence?: number;
    /**
     * `true` when the address belongs to any kind of anonymous network. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_anonymous
     */
    isAnonymous?: boolean;
    /**
     * `true` when the address is registered to an anonymous VPN provider. A provider that does not register its networks under its own name mostly shows as `isHostingProvider` only. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_anonymous_vpn
     */
    isAnonymousVpn?: boolean;
    /**
     * `true` when the address belongs to a hosting provider. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_hosting_provider
     */
    isHostingProvider?: boolean;
    /**
     * `true` when the address belongs to a public proxy. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_public_proxy
     */
    isPublicProxy?: boolean;
    /**
     * `true` when the address belongs to a residential internet provider and is on a network suspected of anonymising. Peer-to-peer proxies are not covered. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_residential_proxy
     */
    isResidentialProxy?: boolean;
    /**
     * `true` when the address is a Tor exit node. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__is_tor_exit_node
     */
    isTorExitNode?: boolean;
    /**
     * The last day on which the network was sighted among anonymous networks, as `YYYY-MM-DD`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__network_last_seen
     */
    networkLastSeen?: string;
    /**
     * The VPN provider of the network, such as `nordvpn` or `surfshark`. Absent when the provider is not among those that MaxMind tells apart.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer__provider_name
     */
    providerName?: string;
    /**
     * What is known of the address as a residential proxy. It may be present when no other field of `anonymizer` is. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential
     */
    residential?: AnonymizerResidential;
};

/**
 * What is known of the address as part of a residential proxy network. In the service since July 2026.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential
 */
export type AnonymizerResidential = {
    /**
     * How certain it is, in percent from 1 to 99, that the network is in active use as a residential proxy. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential__confidence
     */
    confidence?: number;
    /**
     * The last day on which the network was sighted among residential proxies, as `YYYY-MM-DD`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential__network_last_seen
     */
    networkLastSeen?: string;
    /**
     * The residential proxy provider, such as `oxylabs` or `smartproxy`. Absent when the provider is not among those that MaxMind tells apart.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential__provider_name
     */
    providerName?: string;
};

/**
 * The billing address and contact details, as the end user gave them.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing
 */
export type Billing = {
    /**
     * The first name on the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__first_name
     */
    firstName?: string | undefined;
    /**
     * The last name on the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__last_name
     */
    lastName?: string | undefined;
    /**
     * The company on the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__company
     */
    company?: string | undefined;
    /**
     * The first line of the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__address
     */
    address?: string | undefined;
    /**
     * The second line of the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__address_2
     */
    address2?: string | undefined;
    /**
     * The city of the billing address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__city
     */
    city?: string | undefined;
    /**
     * The ISO 3166-2 code of the subdivision (state, province …) without the country part: one to four digits or capital letters, such as `CT` for Connecticut.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__region
     */
    region?: string | undefined;
    /**
     * The ISO 3166-1 alpha-2 code of the country: two capital letters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__country
     */
    country?: string | undefined;
    /**
     * The postal code, as a string so that leading zeros stay, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__postal
     */
    postal?: string | undefined;
    /**
     * The phone number without the country code, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one of them.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__phone_number
     */
    phoneNumber?: string | undefined;
    /**
     * The country calling code of the phone number: one to four digits, without `+` or leading `00`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing__phone_country_code
     */
    phoneCountryCode?: string | undefined;
};

/**
 * How the billing address fits the IP address.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address
 */
export type BillingAddress = {
    /**
     * The distance from the address to the place of the IP address, in kilometres. It falls back to state or country where the IP address tells no city or postal code, and may then be far off. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address__distance_to_ip_location
     */
    distanceToIpLocation?: number;
    /**
     * Whether the address is in the country of the IP address. Absent when the IP address has no known place, or the request held no billing address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address__is_in_ip_country
     */
    isInIpCountry?: boolean;
    /**
     * Whether the postal code lies in the city. Absent unless the request held billing postal code, city and country. It knows the preferred city name of a US ZIP code only: other accepted names may give `false`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address__is_postal_in_city
     */
    isPostalInCity?: boolean;
    /**
     * The approximate latitude of the address, in degrees (WGS 84), from -90 to 90. Not precise enough for a street address or household. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address__latitude
     */
    latitude?: number;
    /**
     * The approximate longitude of the address, in degrees (WGS 84), from -180 to 180. Not precise enough for a street address or household. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address__longitude
     */
    longitude?: number;
};

/**
 * The kind of payment card.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__type
 */
export const CardType = {
    /**
     * A charge card: the whole balance is due every month.
     */
    Charge: 'charge',
    /**
     * A credit card.
     */
    Credit: 'credit',
    /**
     * A debit card.
     */
    Debit: 'debit',
} as const;

/**
 * The kind of payment card.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__type
 */
export type CardType = 'charge'
    | 'credit'
    | 'debit'
    | (string & {});

/**
 * The city of the IP address.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city
 */
export type City = {
    /**
     * How certain it is that the city is right, in percent from 0 to 100. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city__confidence
     */
    confidence?: number;
    /**
     * The number of the city in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city__geoname_id
     */
    geonameId?: number;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The name of the city in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city
     */
    name?: string;
};

/**
 * How an IP address is connected to the internet. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__connection_type
 */
export const ConnectionType = {
    /**
     * Cable, DSL or other fixed broadband.
     */
    CableDsl: 'Cable/DSL',
    /**
     * A mobile network.
     */
    Cellular: 'Cellular',
    /**
     * A line of a company.
     */
    Corporate: 'Corporate',
    /**
     * A satellite link.
     */
    Satellite: 'Satellite',
} as const;

/**
 * How an IP address is connected to the internet. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__connection_type
 */
export type ConnectionType = 'Cable/DSL'
    | 'Cellular'
    | 'Corporate'
    | 'Satellite'
    | (string & {});

/**
 * The continent of the IP address.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent
 */
export type Continent = {
    /**
     * The continent as a code of two letters. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent__code
     */
    code?: ContinentCode;
    /**
     * The number of the continent in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent__geoname_id
     */
    geonameId?: number;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The name of the continent in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent
     */
    name?: string;
};

/**
 * A continent as a code of two letters.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent__code
 */
export const ContinentCode = {
    /**
     * Africa
     */
    Af: 'AF',
    /**
     * Antarctica
     */
    An: 'AN',
    /**
     * Asia
     */
    As: 'AS',
    /**
     * Europe
     */
    Eu: 'EU',
    /**
     * North America
     */
    Na: 'NA',
    /**
     * Oceania
     */
    Oc: 'OC',
    /**
     * South America
     */
    Sa: 'SA',
} as const;

/**
 * A continent as a code of two letters.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent__code
 */
export type ContinentCode = 'AF'
    | 'AN'
    | 'AS'
    | 'EU'
    | 'NA'
    | 'OC'
    | 'SA'
    | (string & {});

/**
 * The country where the end user of the IP address is believed to be.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country
 */
export type Country = {
    /**
     * How certain it is that the country is right, in percent from 0 to 100. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country__confidence
     */
    confidence?: number;
    /**
     * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country__geoname_id
     */
    geonameId?: number;
    /**
     * Whether the country is a high-risk country. No longer in the documented response. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
     * @deprecated Since August 2019. MaxMind names no successor.
     */
    isHighRisk?: boolean;
    /**
     * `true` when the country is a member of the European Union. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country__is_in_european_union
     */
    isInEuropeanUnion?: boolean;
    /**
     * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country__iso_code
     */
    isoCode?: string;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The name of the country in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country
     */
    name?: string;
};

/**
 * The card, as the end user and the payment processor described it. Never send a full card number, in any field.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card
 */
export type CreditCard = {
    /**
     * The issuer ID number (IIN, also BIN): the first six or eight digits of the card number. Send six when you do not know how long the issuer's IINs are; the service cuts an eight-digit one that it does not know to six, with a warning.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__issuer_id_number
     */
    issuerIdNumber?: string | undefined;
    /**
     * The last digits of the card number, usually four. With an eight-digit `issuerIdNumber` you should send two, unless the card's brand is Discover, JCB, Mastercard, UnionPay or Visa. Four are not rejected: where the service needs only two, it cuts them, with a warning.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__last_digits
     */
    lastDigits?: string | undefined;
    /**
     * The name that `lastDigits` had until January 2022.
     * @see https://dev.maxmind.com/minfraud/release-notes/2022/
     * @deprecated Send `lastDigits`; the service still takes this name.
     */
    last4Digits?: string | undefined;
    /**
     * A token that stands for the card in your system: 1 to 255 printable ASCII characters without spaces, and more than 19 of them when all are digits. Not the card number, nor something simply made from it. A token that merely looks like a card number may get a fixed prefix, such as `token-`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__token
     */
    token?: string | undefined;
    /**
     * The name of the issuing bank, as the end user gave it, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__bank_name
     */
    bankName?: string | undefined;
    /**
     * The country calling code of the bank's phone number, as the end user gave it: one to four digits, without `+` or leading `00`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__bank_phone_country_code
     */
    bankPhoneCountryCode?: string | undefined;
    /**
     * The bank's phone number without the country code, as the end user gave it, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__bank_phone_number
     */
    bankPhoneNumber?: string | undefined;
    /**
     * The ISO 3166-1 alpha-2 code of the country where the card was issued: two capital letters. Useful in place of `issuerIdNumber`, when you do not have that or do not want to pass it on.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__country
     */
    country?: string | undefined;
    /**
     * The code of the address verification (AVS), as the payment processor gave it: one character. Leave it out when no check was made.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__avs_result
     */
    avsResult?: string | undefined;
    /**
     * The code of the card verification (CVV), as the payment processor gave it: one character. Never the CVV itself. Leave it out when no check was made.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__cvv_result
     */
    cvvResult?: string | undefined;
    /**
     * The outcome of 3-D Secure: `true` when the customer was verified, `false` when verification failed. Leave it out when it was not used, was unavailable or ended in any other way.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card__was_3d_secure_successful
     */
    was3DSecureSuccessful?: boolean | undefined;
};

/**
 * What the issuer identification number (IIN, the first 6 or 8 digits) tells about the card.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card
 */
export type CreditCardResult = {
    /**
     * The brand of the card, such as `Visa`, `Discover` or `American Express`. Up to 255 characters. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__brand
     */
    brand?: string;
    /**
     * Where most customers with this IIN live by their billing addresses, as an ISO 3166-1 alpha-2 code of two letters. When they are spread over many countries: the country of the issuing bank. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__country
     */
    country?: string;
    /**
     * `true` for a business card, `false` for another one. Absent unless the request held a valid issuer identification number.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__is_business
     */
    isBusiness?: boolean;
    /**
     * Whether the country of the billing address is the `country` of the card. Absent when one of the two is not known.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__is_issued_in_billing_address_country
     */
    isIssuedInBillingAddressCountry?: boolean;
    /**
     * `true` for a prepaid card, `false` for another one. Absent unless the request held a valid issuer identification number.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__is_prepaid
     */
    isPrepaid?: boolean;
    /**
     * `true` for a virtual card, which has no plastic, `false` for another one. Absent unless the request held a valid issuer identification number.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__is_virtual
     */
    isVirtual?: boolean;
    /**
     * The bank that issued the card, and whether the bank in the request matches it. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer
     */
    issuer?: Issuer;
    /**
     * Whether the card is a charge, credit or debit card. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__type
     */
    type?: CardType;
};

/**
 * How fast the order is to be delivered.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__delivery_speed
 */
export const DeliverySpeed = {
    /**
     * Delivered on the day of the order.
     */
    SameDay: 'same_day',
    /**
     * Delivered on the next day.
     */
    Overnight: 'overnight',
    /**
     * Faster than standard, slower than overnight.
     */
    Expedited: 'expedited',
    /**
     * The usual delivery.
     */
    Standard: 'standard',
} as const;

/**
 * How fast the order is to be delivered.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__delivery_speed
 */
export type DeliverySpeed = 'same_day'
    | 'overnight'
    | 'expedited'
    | 'standard';

/**
 * The device that the customer uses.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device
 */
export type Device = {
    /**
     * The public IP address of the customer's device: IPv4 in dotted-quad or IPv6 in hexadecimal-colon notation, with no port, zone or prefix length. Take it from the connection or from a proxy you trust, and leave it out when the order came by phone or mail. The sandbox knows 128.101.101.101, 74.209.24.1 and 65.116.3.80.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__ip_address
     */
    ipAddress?: string | undefined;
    /**
     * The `User-Agent` header that the customer's browser sent, at most 512 characters. A longer one is cut: see `invalid`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__user_agent
     */
    userAgent?: string | undefined;
    /**
     * The `Accept-Language` header that the customer's browser sent, at most 255 characters. A longer one is cut: see `invalid`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__accept_language
     */
    acceptLanguage?: string | undefined;
    /**
     * Seconds between the creation of the user's session and the event, fractions allowed, from 0 to 1e13 − 1. Counted from the start of the first visit, not the length of the current one.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__session_age
     */
    sessionAge?: number | undefined;
    /**
     * An ID that names the visitor's session on your site, at most 255 characters. A hash of the session ID works as well and reveals nothing.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__session_id
     */
    sessionId?: string | undefined;
    /**
     * The token that MaxMind's device tracking code (web, Android, iOS) gave your page or app for this visit, at most 255 characters. It links the transaction to a device with certainty, instead of by IP address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device__tracking_token
     */
    trackingToken?: string | undefined;
};

/**
 * The device that MaxMind believes is behind the IP address. Its `id` needs the device tracking add-on.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device
 */
export type DeviceResult = {
    /**
     * How certain it is that `id` stands for one device rather than a group of similar ones, from 0.01 (hardly) to 99 (nearly certain). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device__confidence
     */
    confidence?: number;
    /**
     * The identifier of the device, a UUID. Absent unless you use the device tracking add-on.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device__id
     */
    id?: string;
    /**
     * When the device was last seen, as RFC 3339. Up to 255 characters. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device__last_seen
     */
    lastSeen?: string;
    /**
     * Date and time of the transaction by the UTC offset of the device itself, as RFC 3339. Up to 255 characters. Compare it with `ipAddress.location.localTime`. It is a string, so that the offset is not lost. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device__local_time
     */
    localTime?: string;
};

/**
 * What your custom rules decided.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition
 */
export type Disposition = {
    /**
     * What to do with the transaction.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__action
     */
    action: DispositionAction;
    /**
     * Why `action` is what it is.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__reason
     */
    reason: DispositionReason;
    /**
     * The label of the rule that decided. Absent when no rule matched, or the rule has no label.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__rule_label
     */
    ruleLabel?: string;
};

/**
 * What your custom rules say to do with a transaction.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__action
 */
export const DispositionAction = {
    /**
     * Accept it. Also given when no custom rule matched.
     */
    Accept: 'accept',
    /**
     * Reject it.
     */
    Reject: 'reject',
    /**
     * Send it to manual review.
     */
    ManualReview: 'manual_review',
    /**
     * The rule is being tried out: it says nothing about what to do.
     */
    Test: 'test',
} as const;

/**
 * What your custom rules say to do with a transaction.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__action
 */
export type DispositionAction = 'accept'
    | 'reject'
    | 'manual_review'
    | 'test'
    | (string & {});

/**
 * Why a disposition has its action.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__reason
 */
export const DispositionReason = {
    /**
     * No custom rule matched.
     */
    Default: 'default',
    /**
     * A custom rule matched and set the action.
     */
    CustomRule: 'custom_rule',
} as const;

/**
 * Why a disposition has its action.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__reason
 */
export type DispositionReason = 'default'
    | 'custom_rule'
    | (string & {});

/**
 * The current disposition and note of one transaction. MaxMind may add keys.
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
 */
export type DispositionUpdate = {
    /**
     * Identifier of the transaction, the `id` of its score.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    minfraudId: string;
    /**
     * The latest disposition.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    action: DispositionUpdateAction;
    /**
     * When the disposition was set, in RFC 3339 with up to microseconds.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    actionLastUpdated: string;
    /**
     * The latest note of the reviewer, up to 500 characters; `null` without a note. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    note?: string | null;
    /**
     * When the note was set or cleared, in RFC 3339 with up to microseconds; `null` when the transaction never had a note. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    noteLastUpdated?: string | null;
};

/**
 * What a reviewer, or the end of the review period, decided on a transaction.
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
 */
export const DispositionUpdateAction = {
    /**
     * The transaction is accepted.
     */
    Accept: 'accept',
    /**
     * The transaction is rejected.
     */
    Reject: 'reject',
    /**
     * The transaction waits for a review.
     */
    ManualReview: 'manual_review',
    /**
     * The transaction was not reviewed within the week that a review may take.
     */
    ExpiredReview: 'expired_review',
} as const;

/**
 * What a reviewer, or the end of the review period, decided on a transaction.
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
 */
export type DispositionUpdateAction = 'accept'
    | 'reject'
    | 'manual_review'
    | 'expired_review'
    | (string & {});

/**
 * A page of up to 1000 transactions whose disposition or note was changed by hand, or whose review period ran out, after `updatesAfter`: the earliest changes first.
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
 */
export type DispositionUpdates = {
    /**
     * The cursor: the time that the last transaction of this page was sorted by, in RFC 3339 with microseconds. Send it as `updatesAfter` to get the next page. It need not be any of the times in that transaction, so never compute it from them. What an empty page holds here is not documented. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    lastUpdateTimestamp?: string | null;
    /**
     * The changed transactions, at most 1000, sorted by the earlier of the two times (disposition, note) that lies after `updatesAfter`.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
     */
    updates: Array<DispositionUpdate>;
};

/**
 * The email address of the end user who caused the event.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email
 */
export type Email = {
    /**
     * The email address, at most 255 characters, or the MD5 of the address in MaxMind's normal form, 32 hexadecimal digits. Addresses with international domains and new top-level domains are fine. With an MD5, send `domain` too. With `hashEmail` or `hashAddress`, its MD5 is sent instead.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email__address
     */
    address?: string | undefined;
    /**
     * The domain of the email address, without the `@`, at most 255 characters. Needed only when `address` is an MD5 or is not sent.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email__domain
     */
    domain?: string | undefined;
    /**
     * `true` sends the MD5 of the normalized address, and its domain, instead of the address itself;
     * `false` sends the address even where the client or the call asks for hashing. Never sent itself.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email
     */
    hashAddress?: boolean | undefined;
};

/**
 * What is known of the domain of the email address. Sent only when the request held the domain or the address itself rather than its hash.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain
 */
export type EmailDomain = {
    /**
     * What kind of organization runs the domain. Absent when it is not known.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__classification
     */
    classification?: EmailDomainClassification;
    /**
     * The day on which MaxMind first saw the domain, as `YYYY-MM-DD`, never before 2019-01-01. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__first_seen
     */
    firstSeen?: string;
    /**
     * The risk of the domain, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__risk
     */
    risk?: number;
    /**
     * What an automated visit to the domain found. Absent for a domain with a high volume, and for a new one until it was visited.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit
     */
    visit?: EmailDomainVisit;
    /**
     * How much the domain is used on the minFraud network, in sightings per million, from 0.001 to 1,000,000, rounded to two significant figures. For comparison: hundreds of thousands for the largest free providers, single digits for large companies. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__volume
     */
    volume?: number;
};

/**
 * What kind of organization runs an email domain. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__classification
 */
export const EmailDomainClassification = {
    /**
     * A company.
     */
    Business: 'business',
    /**
     * A school or university.
     */
    Education: 'education',
    /**
     * A public authority.
     */
    Government: 'government',
    /**
     * An internet provider that gives its customers addresses.
     */
    IspEmail: 'isp_email',
} as const;

/**
 * What kind of organization runs an email domain. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__classification
 */
export type EmailDomainClassification = 'business'
    | 'education'
    | 'government'
    | 'isp_email'
    | (string & {});

/**
 * The result of an earlier automated visit to the email domain. A domain that is new to the network is visited within minutes, so only later requests have it. Domains with a high volume (large providers and companies) are not visited.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit
 */
export type EmailDomainVisit = {
    /**
     * `true` when the domain redirects visitors to another address; `status` then describes the final address. Absent otherwise.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__has_redirect
     */
    hasRedirect?: boolean;
    /**
     * The day of the visit, as `YYYY-MM-DD`: how fresh the other fields are. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__last_visited_on
     */
    lastVisitedOn?: string;
    /**
     * How the visit went. Absent until the first visit is done.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__status
     */
    status?: EmailDomainVisitStatus;
};

/**
 * How an automated visit to an email domain went. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__status
 */
export const EmailDomainVisitStatus = {
    /**
     * The domain is live and serves ordinary content.
     */
    Live: 'live',
    /**
     * The domain does not exist, has expired, or its DNS is broken.
     */
    DnsError: 'dns_error',
    /**
     * The domain is offline, blocked or cannot be reached.
     */
    NetworkError: 'network_error',
    /**
     * The domain can be reached, but its web server failed or rejected the visit.
     */
    HttpError: 'http_error',
    /**
     * The domain is parked.
     */
    Parked: 'parked',
    /**
     * The domain is live and shows a page from before its development.
     */
    PreDevelopment: 'pre_development',
} as const;

/**
 * How an automated visit to an email domain went. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__status
 */
export type EmailDomainVisitStatus = 'live'
    | 'dns_error'
    | 'network_error'
    | 'http_error'
    | 'parked'
    | 'pre_development'
    | (string & {});

/**
 * What is known of the email address.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email
 */
export type EmailResult = {
    /**
     * What is known of the domain of the address. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain
     */
    domain?: EmailDomain;
    /**
     * The day on which MaxMind first saw the address, as `YYYY-MM-DD`, never before 2008-01-01. An address that has been around for years is a good sign. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email__first_seen
     */
    firstSeen?: string;
    /**
     * Whether the address is from a provider of throw-away addresses. Absent unless the request held a valid address or domain.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email__is_disposable
     */
    isDisposable?: boolean;
    /**
     * Whether the domain is that of a provider of free addresses, such as Gmail or Yahoo! Mail. Absent unless the request held a valid address or domain.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email__is_free
     */
    isFree?: boolean;
    /**
     * Whether the address is likely to be used for fraud. It is part of `riskScore` already. Absent unless the request held a valid address or its MD5.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email__is_high_risk
     */
    isHighRisk?: boolean;
};

/**
 * What is happening, when, and where in your system.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event
 */
export type Event = {
    /**
     * Your own ID of the transaction, in any format, at most 255 characters. It finds the transaction again in MaxMind's logs, alerts and emails, and in a later report.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__transaction_id
     */
    transactionId?: string | undefined;
    /**
     * Your own ID of the shop, affiliate or merchant where the order comes from, in any format, at most 255 characters. Required for resellers, payment providers, gateways and affiliate networks. When you test against production, let it start with `test`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__shop_id
     */
    shopId?: string | undefined;
    /**
     * When the event happened, as an RFC 3339 date-time with `Z` or an offset. Omit it when you score events as they happen: the service then takes the current time. For events scored later only, and at most one year back; an older time is replaced by the current time, with a warning. A `Date` is also accepted.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__time
     */
    time?: Date | string | undefined;
    /**
     * The kind of event that is scored.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__type
     */
    type?: EventType | undefined;
    /**
     * Who submits the event. Telling agents from customers avoids false alarms when staff place orders for customers.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__party
     */
    party?: EventParty | undefined;
};

/**
 * Who submits the event. Telling agents from customers avoids false alarms when staff place orders for customers.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__party
 */
export const EventParty = {
    /**
     * Someone who acts for the customer, such as call-centre staff.
     */
    Agent: 'agent',
    /**
     * The customer in person.
     */
    Customer: 'customer',
} as const;

/**
 * Who submits the event. Telling agents from customers avoids false alarms when staff place orders for customers.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__party
 */
export type EventParty = 'agent'
    | 'customer';

/**
 * The kind of event that is scored.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__type
 */
export const EventType = {
    /**
     * Someone opens an account with you.
     */
    AccountCreation: 'account_creation',
    /**
     * Someone logs in to an account.
     */
    AccountLogin: 'account_login',
    /**
     * Someone applies for credit.
     */
    CreditApplication: 'credit_application',
    /**
     * Someone changes the email address of their account.
     */
    EmailChange: 'email_change',
    /**
     * Someone moves funds from one account to another.
     */
    FundTransfer: 'fund_transfer',
    /**
     * Someone resets the password of their account.
     */
    PasswordReset: 'password_reset',
    /**
     * Someone whom you pay, for example for referred traffic or finished surveys, changes how they are paid.
     */
    PayoutChange: 'payout_change',
    /**
     * Someone buys something.
     */
    Purchase: 'purchase',
    /**
     * Someone sets up a subscription or another repeated purchase.
     */
    RecurringPurchase: 'recurring_purchase',
    /**
     * Someone sends traffic your way, for example through an advertisement.
     */
    Referral: 'referral',
    /**
     * For mobile networks: an existing phone number moves to a new SIM card or eSIM.
     */
    SimSwap: 'sim_swap',
    /**
     * Someone starts or finishes a survey.
     */
    Survey: 'survey',
} as const;

/**
 * The kind of event that is scored.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__type
 */
export type EventType = 'account_creation'
    | 'account_login'
    | 'credit_application'
    | 'email_change'
    | 'fund_transfer'
    | 'password_reset'
    | 'payout_change'
    | 'purchase'
    | 'recurring_purchase'
    | 'referral'
    | 'sim_swap'
    | 'survey';

/**
 * The response of minFraud Factors: everything in Insights, and the reasons that raised or lowered the score.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
 */
export type Factors = {
    /**
     * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__id
     */
    id: string;
    /**
     * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__risk_score
     */
    riskScore: number;
    /**
     * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__funds_remaining
     */
    fundsRemaining: number;
    /**
     * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `fundsRemaining`. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__queries_remaining
     */
    queriesRemaining: number;
    /**
     * Where the IP address is, whose network it belongs to, whether it hides its user, and how risky it is. Absent when the request held no usable `device.ipAddress`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
     */
    ipAddress?: IpAddress;
    /**
     * What your custom rules decided about this transaction. Absent when the account has no custom rules.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition
     */
    disposition?: Disposition;
    /**
     * What is known of the card from its issuer identification number. Absent when the request held no `creditCard.issuerIdNumber`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card
     */
    creditCard?: CreditCardResult;
    /**
     * The device that MaxMind believes is behind the IP address. Absent when the service knows none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device
     */
    device?: DeviceResult;
    /**
     * What is known of the email address and its domain. Absent when the request held neither.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email
     */
    email?: EmailResult;
    /**
     * How the shipping address fits the IP address and the billing address. Absent when the request held no shipping address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address
     */
    shippingAddress?: ShippingAddress;
    /**
     * What is known of the shipping phone number. Absent when the request held none, or nothing is known of it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
     */
    shippingPhone?: Phone;
    /**
     * How the billing address fits the IP address. Absent when the request held no billing address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address
     */
    billingAddress?: BillingAddress;
    /**
     * What is known of the billing phone number. Absent when the request held none, or nothing is known of it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
     */
    billingPhone?: Phone;
    /**
     * Why the score is what it is: groups of reasons, each with the factor by which it multiplied the score. Mostly given for transactions of medium and high risk. Empty when no reason changed the score much. Factors only.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
     */
    riskScoreReasons: Array<RiskScoreReason>;
    /**
     * Risk factor scores, one for each part of the transaction. Absent since March 2025.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Since November 2024. Read `riskScoreReasons`.
     */
    subscores?: Subscores;
    /**
     * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Empty when there are no warnings.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    warnings: Array<Warning>;
};

/**
 * The response of minFraud Insights: everything in Score, and the facts about IP address, card, device, email address, postal addresses and phones that the score rests on. An object is absent when the request held nothing to fill it.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
 */
export type Insights = {
    /**
     * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__id
     */
    id: string;
    /**
     * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__risk_score
     */
    riskScore: number;
    /**
     * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__funds_remaining
     */
    fundsRemaining: number;
    /**
     * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `fundsRemaining`. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__queries_remaining
     */
    queriesRemaining: number;
    /**
     * Where the IP address is, whose network it belongs to, whether it hides its user, and how risky it is. Absent when the request held no usable `device.ipAddress`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
     */
    ipAddress?: IpAddress;
    /**
     * What your custom rules decided about this transaction. Absent when the account has no custom rules.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition
     */
    disposition?: Disposition;
    /**
     * What is known of the card from its issuer identification number. Absent when the request held no `creditCard.issuerIdNumber`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card
     */
    creditCard?: CreditCardResult;
    /**
     * The device that MaxMind believes is behind the IP address. Absent when the service knows none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device
     */
    device?: DeviceResult;
    /**
     * What is known of the email address and its domain. Absent when the request held neither.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email
     */
    email?: EmailResult;
    /**
     * How the shipping address fits the IP address and the billing address. Absent when the request held no shipping address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address
     */
    shippingAddress?: ShippingAddress;
    /**
     * What is known of the shipping phone number. Absent when the request held none, or nothing is known of it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
     */
    shippingPhone?: Phone;
    /**
     * How the billing address fits the IP address. Absent when the request held no billing address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address
     */
    billingAddress?: BillingAddress;
    /**
     * What is known of the billing phone number. Absent when the request held none, or nothing is known of it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
     */
    billingPhone?: Phone;
    /**
     * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Empty when there are no warnings.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    warnings: Array<Warning>;
};

/**
 * What Insights and Factors know about the IP address: the GeoIP Insights record, plus `risk`, `riskReasons` and `location.localTime`. Each object is absent when nothing is known.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
 */
export type IpAddress = {
    /**
     * The risk of the IP address at this moment, from 0.01 (low) to 99 (high), judged by its traffic on your account and on the whole minFraud network. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address__risk
     */
    risk?: number;
    /**
     * The reasons for the risk of the IP address. Given for addresses of high risk. Empty when the service gives no reason.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons
     */
    riskReasons: Array<IpRiskReason>;
    /**
     * Whether the address belongs to a VPN, a proxy, a hosting provider or Tor, and how certain that is. Absent when it does not.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer
     */
    anonymizer?: Anonymizer;
    /**
     * The city of the address. Absent when it is not known.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city
     */
    city?: City;
    /**
     * The continent of the address. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent
     */
    continent?: Continent;
    /**
     * The country where the end user is believed to be. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country
     */
    country?: Country;
    /**
     * Coordinates, time zone and population data of the place. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location
     */
    location?: Location;
    /**
     * The postal code near the end user. Absent when it is not known.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--postal
     */
    postal?: Postal;
    /**
     * The country in which the internet provider registered the address. It may differ from `country`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country
     */
    registeredCountry?: RegisteredCountry;
    /**
     * The country that the users of the address stand for, when that is not the country they are in: an overseas military base, for instance. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country
     */
    representedCountry?: RepresentedCountry;
    /**
     * The parts of the country (state, province, county) that hold the address, largest first. Empty when none is known.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivisions
     */
    subdivisions: Array<Subdivision>;
    /**
     * The network: provider, connection, kind of user, mobile codes, static score. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
     */
    traits?: Traits;
};

/**
 * One reason for the risk of the IP address.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons
 */
export type IpRiskReason = {
    /**
     * The reason, for machines. Up to 255 characters; new codes may appear.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons__code
     */
    code: IpRiskReasonCode;
    /**
     * The reason, for people. The wording may change at any time: do not match against it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons__reason
     */
    reason: string;
};

/**
 * Why an IP address has the risk that it has. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons__code
 */
export const IpRiskReasonCode = {
    /**
     * The address belongs to an anonymous network: look at `anonymizer` to see which kind.
     */
    AnonymousIp: 'ANONYMOUS_IP',
    /**
     * Many different billing postal codes were seen on the address.
     */
    BillingPostalVelocity: 'BILLING_POSTAL_VELOCITY',
    /**
     * Many different email addresses were seen on the address.
     */
    EmailVelocity: 'EMAIL_VELOCITY',
    /**
     * A device of high risk was seen on the address.
     */
    HighRiskDevice: 'HIGH_RISK_DEVICE',
    /**
     * An email address of high risk was seen on the address in your own past transactions.
     */
    HighRiskEmail: 'HIGH_RISK_EMAIL',
    /**
     * Many different issuer identification numbers were seen on the address.
     */
    IssuerIdNumberVelocity: 'ISSUER_ID_NUMBER_VELOCITY',
    /**
     * Other minFraud customers saw suspicious activity on the address.
     */
    MinfraudNetworkActivity: 'MINFRAUD_NETWORK_ACTIVITY',
} as const;

/**
 * Why an IP address has the risk that it has. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons__code
 */
export type IpRiskReasonCode = 'ANONYMOUS_IP'
    | 'BILLING_POSTAL_VELOCITY'
    | 'EMAIL_VELOCITY'
    | 'HIGH_RISK_DEVICE'
    | 'HIGH_RISK_EMAIL'
    | 'ISSUER_ID_NUMBER_VELOCITY'
    | 'MINFRAUD_NETWORK_ACTIVITY'
    | (string & {});

/**
 * The bank that issued the card.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer
 */
export type Issuer = {
    /**
     * Whether `name` matches the `creditCard.bankName` of the request. Absent when the request held no bank name or IIN, or the name is not known to MaxMind.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer__matches_provided_name
     */
    matchesProvidedName?: boolean;
    /**
     * Whether `phoneNumber` matches the bank phone number of the request. Absent when the request held no bank phone number or IIN, or the number is not known to MaxMind.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer__matches_provided_phone_number
     */
    matchesProvidedPhoneNumber?: boolean;
    /**
     * The name of the issuing bank. Up to 255 characters. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer__name
     */
    name?: string;
    /**
     * The phone number of the issuing bank. It may be out of date. Up to 255 characters. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer__phone_number
     */
    phoneNumber?: string;
};

/**
 * An order to score with minFraud Legacy. Everything is sent as one form; field names are case-sensitive. Only the IP address and the license key are required, and every further field makes the score better. Values longer than a field's limit are cut by the service.
 * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
 */
export type LegacyOrder = {
    /**
     * IP address of the customer who places the order, IPv4 or IPv6. An address that is not public or not known to GeoIP is scored with the warning `IP_NOT_FOUND`.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    ipAddress: string;
    /**
     * City of the billing address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    city?: string | undefined;
    /**
     * State or region of the billing address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    region?: string | undefined;
    /**
     * Postal code of the billing address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    postal?: string | undefined;
    /**
     * Country of the billing address, as an ISO 3166 code or as the full name. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    country?: string | undefined;
    /**
     * Street line of the shipping address. The five shipping fields are matched against known high-risk addresses; send them for physical goods only. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shipAddr?: string | undefined;
    /**
     * City of the shipping address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shipCity?: string | undefined;
    /**
     * State or region of the shipping address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shipRegion?: string | undefined;
    /**
     * Postal code of the shipping address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shipPostal?: string | undefined;
    /**
     * Country of the shipping address. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shipCountry?: string | undefined;
    /**
     * Domain of the customer's email address, in plain text. Without it the output `freeMail` is always `false`. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    domain?: string | undefined;
    /**
     * Phone number of the customer in nearly any notation: the service keeps the digits only. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    custPhone?: string | undefined;
    /**
     * Email address of the customer, at most 255 characters, or the MD5 (32 hexadecimal digits, no salt) of the address in MaxMind's normal form. With `hashEmail` the MD5 of an address is sent in its place.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    emailMd5?: string | undefined;
    /**
     * MD5 (32 hexadecimal digits, no salt) of the customer's lower-cased user name.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    usernameMd5?: string | undefined;
    /**
     * First six or eight digits of the card number (BIN or IIN), which identify the issuing bank. Never more of the card number than that.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    bin?: string | undefined;
    /**
     * Name of the issuing bank as the customer states it, to verify that they hold the card. Needs `bin`. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    binName?: string | undefined;
    /**
     * Customer service number on the back of the card as the customer states it, to verify that they hold the card. Needs `bin`. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    binPhone?: string | undefined;
    /**
     * `User-Agent` header of the customer's browser. Links fraudulent orders of one browser across addresses and cards. At most 255 characters. A longer one is cut: see `invalid`.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    userAgent?: string | undefined;
    /**
     * `Accept-Language` header of the customer's browser. Links fraudulent orders of one browser across addresses and cards. At most 255 characters. A longer one is cut: see `invalid`.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    acceptLanguage?: string | undefined;
    /**
     * Your own identifier of the transaction. It is searchable in the account portal and comes back in alerts. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    txnId?: string | undefined;
    /**
     * Total amount of the order in the currency of `orderCurrency`: up to 14 digits before and 3 after the decimal point.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    orderAmount?: number | undefined;
    /**
     * Currency of the order as an ISO 4217 code of three capital letters, such as `USD`.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    orderCurrency?: string | undefined;
    /**
     * Your own identifier of the shop, affiliate or merchant the order comes from. Resellers, payment providers, gateways and affiliate networks must send it. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    shopId?: string | undefined;
    /**
     * How the order is paid, or what kind of event it is when nothing is bought.
     *
     * - `creditcard`: Payment by credit card.
     * - `debitcard`: Payment by debit card.
     * - `paypal`: Payment by PayPal.
     * - `google`: Payment by Google Checkout.
     * - `other`: Any other way of payment.
     * - `lead`: Lead generation; nothing is bought.
     * - `survey`: Online survey; nothing is bought.
     * - `sitereg`: Registration at the site; nothing is bought.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    txnType?: 'creditcard' | 'debitcard' | 'paypal' | 'google' | 'other' | 'lead' | 'survey' | 'sitereg' | undefined;
    /**
     * Result of the Address Verification System check as the card processor returned it, a standard one-character AVS code. Run the check before asking for a score.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    avsResult?: string | undefined;
    /**
     * Result of the card verification value check as the processor returned it, a single letter. Never the CVV itself.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    cvvResult?: string | undefined;
    /**
     * Service level of the response. Without it, the account's highest level is used.
     *
     * - `standard`: The level with fewer output fields, which saves costs.
     * - `premium`: The full set of output fields.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    requestedType?: 'standard' | 'premium' | undefined;
    /**
     * User name of the customer in plain text. It is never sent: its lower-cased MD5 is sent as `usernameMd5`.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
     */
    username?: string | undefined;
};

/**
 * What minFraud Legacy says about an order. The response is text: `name=value` fields between semicolons, in ISO-8859-1, without any escaping, in no fixed order. Each property says what its value means once it is read; an empty value stands for no value.
 * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
 */
export type LegacyResult = {
    /**
     * Risk of the order from 0.01 to 100: a score of 20 stands for a 20% chance of fraud. It is never 0. Since API version 1.1. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    riskScore?: number;
    /**
     * Score of the first generation. Since API version 1.0, and not sent since 1.3. No longer supported. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated Read `riskScore`.
     */
    score?: number;
    /**
     * Words that explain `score` (not `riskScore`). Since API version 1.1, and not sent since 1.3. No longer supported. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    explanation?: string;
    /**
     * Whether the country of the IP address is the country of the billing address; a mismatch raises the risk. Absent when the order had no `country`. Since API version 1.0.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    countryMatch?: boolean;
    /**
     * Whether the country counted as high-risk. Since API version 1.0. No longer maintained. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    highRiskCountry?: boolean;
    /**
     * Kilometres between the location of the IP address and the billing address. The longer, the riskier. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    distance?: number;
    /**
     * Radius in kilometres around the location within which the IP address probably is. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipAccuracyRadius?: number;
    /**
     * Name of the city of the IP address, as GeoNames spells it. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipCity?: string;
    /**
     * ISO 3166-2 code of the state or region of the IP address. Until 2022-05-31 it was a FIPS 10-4 code outside the United States and Canada. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipRegion?: string;
    /**
     * Name of the state or region of the IP address, as GeoNames spells it. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipRegionName?: string;
    /**
     * Postal code of the IP address where known: the first three characters in Canada, the first two to four (the outward code) in the United Kingdom. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipPostalCode?: string;
    /**
     * Code of a Google advertising market in the United States. Since API version 1.2. No longer maintained. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    ipMetroCode?: number;
    /**
     * Telephone area code of the IP address. Since API version 1.2. Empty since 2022-05-31. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    ipAreaCode?: string;
    /**
     * ISO 3166-1 code of the country of the IP address, or one of the special codes `A1` (anonymous proxy; not sent since February 2025), `A2` (satellite provider), `EU` (block used across Europe), `AP` (block used across Asia and the Pacific). United States military bases abroad are `US`. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    countryCode?: string;
    /**
     * Name of the country of the IP address, as GeoNames spells it. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipCountryName?: string;
    /**
     * Two-letter code of the continent of the IP address. Since API version 1.2. Absent when the service sends none.
     *
     * - `AF`: Africa.
     * - `AN`: Antarctica.
     * - `AS`: Asia.
     * - `EU`: Europe.
     * - `NA`: North America.
     * - `OC`: Oceania.
     * - `SA`: South America.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipContinentCode?: 'AF' | 'AN' | 'AS' | 'EU' | 'NA' | 'OC' | 'SA' | (string & {});
    /**
     * Approximate latitude of the IP address in degrees, from -90 to 90: a point near the middle of the smallest area known (postal code, city, region or country). Not fit to find an address or a household. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipLatitude?: number;
    /**
     * Approximate longitude of the IP address in degrees, from -180 to 180. Not fit to find an address or a household. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipLongitude?: number;
    /**
     * IANA name of the time zone of the IP address, such as `America/Chicago`. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipTimeZone?: string;
    /**
     * Autonomous system number of the IP address, often with the name of its organization behind it, such as `AS64496 Example Net`. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipAsnum?: string;
    /**
     * Kind of user behind the IP address. Since API version 1.2. Absent when the service sends none.
     *
     * - `business`: A company.
     * - `cafe`: A café or restaurant.
     * - `cellular`: A mobile network.
     * - `college`: A college or university.
     * - `contentDeliveryNetwork`: A content delivery network.
     * - `government`: A public authority.
     * - `hosting`: A hosting provider.
     * - `library`: A library.
     * - `military`: Armed forces.
     * - `residential`: A household.
     * - `router`: A router.
     * - `school`: A school.
     * - `searchEngineSpider`: A crawler of a search engine.
     * - `traveler`: A hotel, airport or other place for travellers.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipUserType?: 'business' | 'cafe' | 'cellular' | 'college' | 'contentDeliveryNetwork' | 'government' | 'hosting' | 'library' | 'military' | 'residential' | 'router' | 'school' | 'searchEngineSpider' | 'traveler' | (string & {});
    /**
     * Kind of connection of the IP address. Since API version 1.2. Absent when the service sends none.
     *
     * - `Dialup`: Dial-up line.
     * - `Cable/DSL`: Cable or DSL.
     * - `Corporate`: Company network.
     * - `Cellular`: Mobile network.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipNetSpeedCell?: 'Dialup' | 'Cable/DSL' | 'Corporate' | 'Cellular' | (string & {});
    /**
     * Registered domain of the IP address: `example.com` or `example.co.uk`, never a host below it. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipDomain?: string;
    /**
     * Name of the Internet service provider of the IP address. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipIsp?: string;
    /**
     * Name of the organization that uses the IP address. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipOrg?: string;
    /**
     * How sure MaxMind is of the city, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipCityConf?: number;
    /**
     * How sure MaxMind is of the region, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipRegionConf?: number;
    /**
     * How sure MaxMind is of the postal code, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipPostalConf?: number;
    /**
     * How sure MaxMind is of the country, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipCountryConf?: number;
    /**
     * Whether the IP address is an anonymous proxy, which is a strong sign of fraud. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    anonymousProxy?: boolean;
    /**
     * How likely the IP address is high-risk, from 0 to 4: 0.5 stands for 15% fraud, 1 for 30%, 2 for 60%, 3 and more for 90%. Anonymous proxies mostly have 0 here. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    proxyScore?: number;
    /**
     * Whether the IP address is a known company proxy. Since API version 1.2. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    ipCorporateProxy?: boolean;
    /**
     * Whether the email domain belongs to a free provider. Always `false` when no `domain` was sent. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    freeMail?: boolean;
    /**
     * Whether the email address is known as high-risk. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    carderEmail?: boolean;
    /**
     * Whether the user name was known as high-risk. Since API version 1.0. MaxMind will remove it. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    highRiskUsername?: boolean;
    /**
     * Whether the password was known as high-risk. Since API version 1.0. MaxMind will remove it. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     * @deprecated MaxMind names no successor.
     */
    highRiskPassword?: boolean;
    /**
     * Whether the billing country is the country of most users of this BIN (or of the issuing bank when its users are spread widely). `NotFound`: the `bin` is unknown. `NA`: no `bin` was sent. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binMatch?: boolean | 'NotFound' | 'NA';
    /**
     * ISO 3166-1 alpha-2 code of the country of most users of this BIN, by their billing addresses, or of the issuing bank when its users are spread widely. Premium level; at standard level only when `binMatch` is `true`. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binCountry?: string;
    /**
     * Whether the bank's name matches the `binName` that was sent. `NotFound`: the `bin` is unknown. `NA`: no `binName` was sent. Since API version 1.1. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binNameMatch?: boolean | 'NotFound' | 'NA';
    /**
     * Name of the issuing bank, known for about 96% of all BINs. Premium level only. Since API version 1.1. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binName?: string;
    /**
     * Whether the bank's phone number matches the `binPhone` that was sent. `NotFound`: the `bin` is unknown. `NA`: no `binPhone` was sent. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binPhoneMatch?: boolean | 'NotFound' | 'NA';
    /**
     * Phone number of the issuing bank, known for about 75% of all BINs and sometimes out of date. Premium level only. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    binPhone?: string;
    /**
     * Whether the card is a prepaid or gift card. Absent when no `bin` was sent. Premium level only. Since API version 1.3.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    prepaid?: boolean;
    /**
     * Whether the customer's phone number belongs to the billing postal code. `false` may also mean that the number is not listed; `NotFound`: its prefix is unknown. United States only, absent elsewhere. Since API version 1.0.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    custPhoneInBillingLoc?: boolean | 'NotFound';
    /**
     * Whether the shipping address is known as high-risk. `NA`: the address could not be understood. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    shipForward?: boolean | 'NA';
    /**
     * Whether city and state of the billing address fit its postal code. Outside the United States since 2016-12-05 too. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    cityPostalMatch?: boolean;
    /**
     * Whether city and state of the shipping address fit its postal code. Outside the United States since 2016-12-05 too. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    shipCityPostalMatch?: boolean;
    /**
     * Queries that the account has left. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    queriesRemaining?: number;
    /**
     * Identifier of this response, eight characters. Quote it to MaxMind's support, and as `maxmindId` when you report the transaction. Since API version 1.0. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    maxmindId?: string;
    /**
     * API version of this response, such as `1.3`. New accounts get the latest one; older accounts stay on the one that was current when they signed up. Since API version 1.3. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    minfraudVersion?: string;
    /**
     * Service level of this response. Since API version 1.3. Absent when the service sends none.
     *
     * - `standard`: The level with fewer output fields.
     * - `premium`: The level with all output fields.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    serviceLevel?: 'standard' | 'premium' | (string & {});
    /**
     * What was wrong with the input; the order was scored nevertheless. Absent when nothing was. A rejected order has one of the error codes here instead, and no score: see the 4xx responses. Since API version 1.0.
     *
     * - `IP_NOT_FOUND`: The IP address is invalid, not public, or not in the GeoIP data.
     * - `COUNTRY_NOT_FOUND`: The billing country is unknown.
     * - `CITY_NOT_FOUND`: The billing city is unknown.
     * - `CITY_REQUIRED`: No billing city was sent.
     * - `POSTAL_CODE_REQUIRED`: No billing postal code was sent.
     * - `POSTAL_CODE_NOT_FOUND`: The billing postal code is unknown.
     * - `INVALID_EMAIL_MD5`: The email field is neither an address nor an MD5.
     * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
     */
    warning?: 'IP_NOT_FOUND' | 'COUNTRY_NOT_FOUND' | 'CITY_NOT_FOUND' | 'CITY_REQUIRED' | 'POSTAL_CODE_REQUIRED' | 'POSTAL_CODE_NOT_FOUND' | 'INVALID_EMAIL_MD5' | (string & {});
    /**
     * Inputs that this SDK dropped or shortened, since the service would not have used them. Absent when nothing was.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    warnings?: Array<Warning>;
};

/**
 * Where the IP address is, as far as an IP address can tell.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location
 */
export type Location = {
    /**
     * The radius around the coordinates, in kilometres, within which the end user is with a confidence of 67%. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__accuracy_radius
     */
    accuracyRadius?: number;
    /**
     * The average yearly income at the place, in US dollars. Absent outside the United States.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__average_income
     */
    averageIncome?: number;
    /**
     * The approximate latitude, in degrees (WGS 84), from -90 to 90. It marks a city, a postal code area or a whole country, never a street address or household: show it with `accuracyRadius`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__latitude
     */
    latitude?: number;
    /**
     * Date and time of the transaction in the time zone of the IP address, as RFC 3339 with its offset from UTC. Up to 255 characters. Added to the GeoIP record by minFraud. It is a string, so that the offset is not lost. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--location__local_time
     */
    localTime?: string;
    /**
     * The approximate longitude, in degrees (WGS 84), from -180 to 180. It marks a city, a postal code area or a whole country, never a street address or household: show it with `accuracyRadius`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__longitude
     */
    longitude?: number;
    /**
     * A code for advertising areas in the United States. MaxMind does not maintain it any more. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__metro_code
     * @deprecated MaxMind names no successor.
     */
    metroCode?: number;
    /**
     * The estimated number of people per square kilometre. Absent outside the United States.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__population_density
     */
    populationDensity?: number;
    /**
     * The time zone, as the IANA database names it. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location__time_zone
     */
    timeZone?: string;
};

/**
 * The order that belongs to the event.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order
 */
export type Order = {
    /**
     * The total of the order before taxes and discounts, in units of `currency` (not cents), from 0 to 1e13 − 1. Zero is fine, for a free trial for example.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__amount
     */
    amount?: number | undefined;
    /**
     * The ISO 4217 code of the currency of `amount` and of the prices in the shopping cart: three capital letters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__currency
     */
    currency?: string | undefined;
    /**
     * The discount code that was used, or several joined by commas, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__discount_code
     */
    discountCode?: string | undefined;
    /**
     * The ID of the affiliate where the order comes from, in any format, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__affiliate_id
     */
    affiliateId?: string | undefined;
    /**
     * The ID of the sub-affiliate where the order comes from, in any format, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__subaffiliate_id
     */
    subaffiliateId?: string | undefined;
    /**
     * The address of the site that sent the customer, absolute with `http://` or `https://`, at most 1024 characters and without spaces. A `URL` is also accepted. A longer one is cut: see `invalid`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__referrer_uri
     */
    referrerUri?: URL | string | undefined;
    /**
     * Whether the buyer marked the order as a gift.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__is_gift
     */
    isGift?: boolean | undefined;
    /**
     * Whether the buyer added a gift message.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order__has_gift_message
     */
    hasGiftMessage?: boolean | undefined;
};

/**
 * How the customer pays, and what the payment processor said.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment
 */
export type Payment = {
    /**
     * The way of payment.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__method
     */
    method?: PaymentMethod | undefined;
    /**
     * The payment processor. Use `other` when yours is not listed; MaxMind's support adds missing ones.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__processor
     */
    processor?: PaymentProcessor | undefined;
    /**
     * Whether the processor authorized the payment. Leave it out while that is not decided.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__was_authorized
     */
    wasAuthorized?: boolean | undefined;
    /**
     * The processor's code for why it declined, at most 255 characters. Leave it out when it did not.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__decline_code
     */
    declineCode?: string | undefined;
};

/**
 * The way of payment.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__method
 */
export const PaymentMethod = {
    /**
     * Debited directly from the customer's bank account.
     */
    BankDebit: 'bank_debit',
    /**
     * Authorized by the customer at their own bank's site.
     */
    BankRedirect: 'bank_redirect',
    /**
     * Pushed by the customer from their bank account.
     */
    BankTransfer: 'bank_transfer',
    /**
     * Paid through a pay-later provider such as Affirm, Afterpay or Klarna.
     */
    BuyNowPayLater: 'buy_now_pay_later',
    /**
     * A credit, debit or charge card.
     */
    Card: 'card',
    /**
     * A cryptocurrency.
     */
    Crypto: 'crypto',
    /**
     * A wallet linked to a card or bank account, such as Apple Pay, Google Pay or PayPal.
     */
    DigitalWallet: 'digital_wallet',
    /**
     * A gift card of the merchant.
     */
    GiftCard: 'gift_card',
    /**
     * Pushed at once by the customer through a go-between that knows them by phone number or account, such as Pix, PayNow or Swish.
     */
    RealTimePayment: 'real_time_payment',
    /**
     * Points or credit of a rewards or loyalty programme.
     */
    Rewards: 'rewards',
} as const;

/**
 * The way of payment.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__method
 */
export type PaymentMethod = 'bank_debit'
    | 'bank_redirect'
    | 'bank_transfer'
    | 'buy_now_pay_later'
    | 'card'
    | 'crypto'
    | 'digital_wallet'
    | 'gift_card'
    | 'real_time_payment'
    | 'rewards';

/**
 * The payment processor. Use `other` when yours is not listed; MaxMind's support adds missing ones.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__processor
 */
export const PaymentProcessor = {
    Adyen: 'adyen',
    Affirm: 'affirm',
    Afterpay: 'afterpay',
    Altapay: 'altapay',
    AmazonPayments: 'amazon_payments',
    AmericanExpressPaymentGateway: 'american_express_payment_gateway',
    ApplePay: 'apple_pay',
    ApsPayments: 'aps_payments',
    Authorizenet: 'authorizenet',
    Balanced: 'balanced',
    Banquest: 'banquest',
    Beanstream: 'beanstream',
    Bluepay: 'bluepay',
    Bluesnap: 'bluesnap',
    Boacompra: 'boacompra',
    Boku: 'boku',
    Bpoint: 'bpoint',
    Braintree: 'braintree',
    Cardknox: 'cardknox',
    Cardpay: 'cardpay',
    Cashfree: 'cashfree',
    Ccavenue: 'ccavenue',
    Ccnow: 'ccnow',
    Cetelem: 'cetelem',
    ChasePaymentech: 'chase_paymentech',
    CheckoutCom: 'checkout_com',
    Cielo: 'cielo',
    Collector: 'collector',
    Commdoo: 'commdoo',
    Compropago: 'compropago',
    ConceptPayments: 'concept_payments',
    Conekta: 'conekta',
    Coregateway: 'coregateway',
    Creditguard: 'creditguard',
    Credorax: 'credorax',
    Cryptomus: 'cryptomus',
    CtPayments: 'ct_payments',
    Cuentadigital: 'cuentadigital',
    Curopayments: 'curopayments',
    Cybersource: 'cybersource',
    Dalenys: 'dalenys',
    Dalpay: 'dalpay',
    Datacap: 'datacap',
    Datacash: 'datacash',
    Dibs: 'dibs',
    DigitalRiver: 'digital_river',
    Dlocal: 'dlocal',
    Dotpay: 'dotpay',
    Ebs: 'ebs',
    Ecomm365: 'ecomm365',
    Ecommpay: 'ecommpay',
    Elavon: 'elavon',
    Emerchantpay: 'emerchantpay',
    Epay: 'epay',
    Epayco: 'epayco',
    EprocessingNetwork: 'eprocessing_network',
    Epx: 'epx',
    Eway: 'eway',
    Exact: 'exact',
    FatZebra: 'fat_zebra',
    FirstAtlanticCommerce: 'first_atlantic_commerce',
    FirstData: 'first_data',
    Fiserv: 'fiserv',
    G2aPay: 'g2a_pay',
    GlobalPayments: 'global_payments',
    Gocardless: 'gocardless',
    GooglePay: 'google_pay',
    Heartland: 'heartland',
    Hipay: 'hipay',
    Ingenico: 'ingenico',
    Interac: 'interac',
    Internetsecure: 'internetsecure',
    IntuitQuickbooksPayments: 'intuit_quickbooks_payments',
    Iugu: 'iugu',
    Klarna: 'klarna',
    Komoju: 'komoju',
    LemonWay: 'lemon_way',
    MastercardPaymentGateway: 'mastercard_payment_gateway',
    Mercadopago: 'mercadopago',
    Mercanet: 'mercanet',
    MerchantEsolutions: 'merchant_esolutions',
    Mirjeh: 'mirjeh',
    Mollie: 'mollie',
    MonerisSolutions: 'moneris_solutions',
    Neopay: 'neopay',
    Neosurf: 'neosurf',
    Nmi: 'nmi',
    Oceanpayment: 'oceanpayment',
    Oney: 'oney',
    Onpay: 'onpay',
    Openbucks: 'openbucks',
    Openpaymx: 'openpaymx',
    OptimalPayments: 'optimal_payments',
    Orangepay: 'orangepay',
    Other: 'other',
    PacnetServices: 'pacnet_services',
    Payconex: 'payconex',
    Payeezy: 'payeezy',
    Payfast: 'payfast',
    Paygate: 'paygate',
    Paylike: 'paylike',
    PaymentExpress: 'payment_express',
    Paymentwall: 'paymentwall',
    Payone: 'payone',
    Paypal: 'paypal',
    Payplus: 'payplus',
    Paysafecard: 'paysafecard',
    Paysera: 'paysera',
    Paystation: 'paystation',
    Paytm: 'paytm',
    Paytrace: 'paytrace',
    Paytrail: 'paytrail',
    Payture: 'payture',
    Payu: 'payu',
    Payulatam: 'payulatam',
    Payvision: 'payvision',
    Payway: 'payway',
    Payza: 'payza',
    Pinpayments: 'pinpayments',
    Placetopay: 'placetopay',
    Posconnect: 'posconnect',
    PrincetonPaymentSolutions: 'princeton_payment_solutions',
    Psigate: 'psigate',
    PxpFinancial: 'pxp_financial',
    Qiwi: 'qiwi',
    Quickpay: 'quickpay',
    Raberil: 'raberil',
    Razorpay: 'razorpay',
    Rede: 'rede',
    Redpagos: 'redpagos',
    Rewardspay: 'rewardspay',
    Safecharge: 'safecharge',
    Sagepay: 'sagepay',
    Securepay: 'securepay',
    Securetrading: 'securetrading',
    ShopifyPayments: 'shopify_payments',
    SimplifyCommerce: 'simplify_commerce',
    Skrill: 'skrill',
    Smartcoin: 'smartcoin',
    Smartdebit: 'smartdebit',
    SolidtrustPay: 'solidtrust_pay',
    SpsDecidir: 'sps_decidir',
    Stripe: 'stripe',
    SummitPayments: 'summit_payments',
    Synapsefi: 'synapsefi',
    Systempay: 'systempay',
    Telerecargas: 'telerecargas',
    Towah: 'towah',
    TransactPro: 'transact_pro',
    Trustly: 'trustly',
    Trustpay: 'trustpay',
    Tsys: 'tsys',
    UsaEpay: 'usa_epay',
    Vantiv: 'vantiv',
    Verepay: 'verepay',
    Vericheck: 'vericheck',
    Vindicia: 'vindicia',
    VirtualCardServices: 'virtual_card_services',
    Vme: 'vme',
    Vpos: 'vpos',
    Windcave: 'windcave',
    Wirecard: 'wirecard',
    Worldpay: 'worldpay',
    Yaadpay: 'yaadpay',
} as const;

/**
 * The payment processor. Use `other` when yours is not listed; MaxMind's support adds missing ones.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__processor
 */
export type PaymentProcessor = 'adyen'
    | 'affirm'
    | 'afterpay'
    | 'altapay'
    | 'amazon_payments'
    | 'american_express_payment_gateway'
    | 'apple_pay'
    | 'aps_payments'
    | 'authorizenet'
    | 'balanced'
    | 'banquest'
    | 'beanstream'
    | 'bluepay'
    | 'bluesnap'
    | 'boacompra'
    | 'boku'
    | 'bpoint'
    | 'braintree'
    | 'cardknox'
    | 'cardpay'
    | 'cashfree'
    | 'ccavenue'
    | 'ccnow'
    | 'cetelem'
    | 'chase_paymentech'
    | 'checkout_com'
    | 'cielo'
    | 'collector'
    | 'commdoo'
    | 'compropago'
    | 'concept_payments'
    | 'conekta'
    | 'coregateway'
    | 'creditguard'
    | 'credorax'
    | 'cryptomus'
    | 'ct_payments'
    | 'cuentadigital'
    | 'curopayments'
    | 'cybersource'
    | 'dalenys'
    | 'dalpay'
    | 'datacap'
    | 'datacash'
    | 'dibs'
    | 'digital_river'
    | 'dlocal'
    | 'dotpay'
    | 'ebs'
    | 'ecomm365'
    | 'ecommpay'
    | 'elavon'
    | 'emerchantpay'
    | 'epay'
    | 'epayco'
    | 'eprocessing_network'
    | 'epx'
    | 'eway'
    | 'exact'
    | 'fat_zebra'
    | 'first_atlantic_commerce'
    | 'first_data'
    | 'fiserv'
    | 'g2a_pay'
    | 'global_payments'
    | 'gocardless'
    | 'google_pay'
    | 'heartland'
    | 'hipay'
    | 'ingenico'
    | 'interac'
    | 'internetsecure'
    | 'intuit_quickbooks_payments'
    | 'iugu'
    | 'klarna'
    | 'komoju'
    | 'lemon_way'
    | 'mastercard_payment_gateway'
    | 'mercadopago'
    | 'mercanet'
    | 'merchant_esolutions'
    | 'mirjeh'
    | 'mollie'
    | 'moneris_solutions'
    | 'neopay'
    | 'neosurf'
    | 'nmi'
    | 'oceanpayment'
    | 'oney'
    | 'onpay'
    | 'openbucks'
    | 'openpaymx'
    | 'optimal_payments'
    | 'orangepay'
    | 'other'
    | 'pacnet_services'
    | 'payconex'
    | 'payeezy'
    | 'payfast'
    | 'paygate'
    | 'paylike'
    | 'payment_express'
    | 'paymentwall'
    | 'payone'
    | 'paypal'
    | 'payplus'
    | 'paysafecard'
    | 'paysera'
    | 'paystation'
    | 'paytm'
    | 'paytrace'
    | 'paytrail'
    | 'payture'
    | 'payu'
    | 'payulatam'
    | 'payvision'
    | 'payway'
    | 'payza'
    | 'pinpayments'
    | 'placetopay'
    | 'posconnect'
    | 'princeton_payment_solutions'
    | 'psigate'
    | 'pxp_financial'
    | 'qiwi'
    | 'quickpay'
    | 'raberil'
    | 'razorpay'
    | 'rede'
    | 'redpagos'
    | 'rewardspay'
    | 'safecharge'
    | 'sagepay'
    | 'securepay'
    | 'securetrading'
    | 'shopify_payments'
    | 'simplify_commerce'
    | 'skrill'
    | 'smartcoin'
    | 'smartdebit'
    | 'solidtrust_pay'
    | 'sps_decidir'
    | 'stripe'
    | 'summit_payments'
    | 'synapsefi'
    | 'systempay'
    | 'telerecargas'
    | 'towah'
    | 'transact_pro'
    | 'trustly'
    | 'trustpay'
    | 'tsys'
    | 'usa_epay'
    | 'vantiv'
    | 'verepay'
    | 'vericheck'
    | 'vindicia'
    | 'virtual_card_services'
    | 'vme'
    | 'vpos'
    | 'windcave'
    | 'wirecard'
    | 'worldpay'
    | 'yaadpay';

/**
 * What is known of a phone number.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
 */
export type Phone = {
    /**
     * The country of the number, as an ISO 3166-1 alpha-2 code of two letters. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__country
     */
    country?: string;
    /**
     * Whether a regulator gave the number out for voice over IP. Absent unless the number is valid and something is known of it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__is_voip
     */
    isVoip?: boolean;
    /**
     * Whether the prefix of the number is common at the postal code of the address. Absent unless it is a US number with a known prefix, and the request held postal code and country.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__matches_postal
     */
    matchesPostal?: boolean;
    /**
     * The operator that first had the number. It knows neither ported numbers nor virtual operators. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__network_operator
     */
    networkOperator?: string;
    /**
     * Whether the number is a fixed or a mobile one. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__number_type
     */
    numberType?: PhoneNumberType;
};

/**
 * What kind of phone number it is. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__number_type
 */
export const PhoneNumberType = {
    /**
     * A fixed line.
     */
    Fixed: 'fixed',
    /**
     * A mobile phone.
     */
    Mobile: 'mobile',
} as const;

/**
 * What kind of phone number it is. New values may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__number_type
 */
export type PhoneNumberType = 'fixed'
    | 'mobile'
    | (string & {});

/**
 * The postal code near the end user of the IP address.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--postal
 */
export type Postal = {
    /**
     * The postal code. Some countries give only its beginning: 5 characters in the United States and Brazil, 3 in Canada and Ireland, 2 to 4 in the United Kingdom, 4 in the Netherlands, 2 in Singapore; 7 in Japan (the last one defaults to 1) and Portugal (the last three are often `-001`). Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--postal__code
     */
    code?: string;
    /**
     * How certain it is that the postal code is right, in percent from 0 to 100. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--postal__confidence
     */
    confidence?: number;
};

/**
 * An IP address to score with the Proxy Detection service.
 * @see https://dev.maxmind.com/minfraud/proxy-detection/#input
 */
export type ProxyDetectionRequest = {
    /**
     * IP address to score, IPv4 or IPv6. A private address has the score 0.
     * @see https://dev.maxmind.com/minfraud/proxy-detection/#input
     */
    ipAddress: string;
    /**
     * Your own identifier of the shop, affiliate or merchant. Resellers, payment providers, gateways and affiliate networks must send it. At most 255 characters.
     * @see https://dev.maxmind.com/minfraud/proxy-detection/#input
     */
    shopId?: string | undefined;
};

/**
 * Response of the Proxy Detection service: ASCII `name=value` fields between separators. The text of the vendor's documentation calls the separator a comma while its sample programs split at semicolons; readers should accept both. No value contains either.
 * @see https://dev.maxmind.com/minfraud/proxy-detection/#output
 */
export type ProxyDetectionResult = {
    /**
     * How likely the IP address is an anonymous proxy, open proxy or VPN, from 0 to 4: 0.5 stands for 15% fraud, 1 for 30%, 2 for 60%, 3 and more for 90%. It is 0 for company proxies and private addresses. Absent for an invalid address.
     * @see https://dev.maxmind.com/minfraud/proxy-detection/#output
     */
    proxyScore?: number;
    /**
     * What was wrong with the input. No such code is documented; error codes are in the 4xx responses, and until 2026-06-30 had status 200. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/proxy-detection/#output
     */
    warning?: string;
    /**
     * Inputs that this SDK dropped or shortened, since the service would not have used them. Absent when nothing was.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    warnings?: Array<Warning>;
};

/**
 * One reason that raised or lowered the risk score.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
 */
export type Reason = {
    /**
     * The reason, for machines. Up to 255 characters; new codes may appear.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__code
     */
    code: ReasonCode;
    /**
     * The reason and the direction in which it moved the score, for people. The wording may change at any time: do not match against it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__reason
     */
    reason: string;
};

/**
 * What raised or lowered the risk score. The vendor gives the whole list on request only: these are the codes that its documentation, release notes and official clients name. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__code
 */
export const ReasonCode = {
    /**
     * The IP address belongs to an anonymous network.
     */
    AnonymousIp: 'ANONYMOUS_IP',
    /**
     * The user agent and the language of the browser.
     */
    BrowserLanguage: 'BROWSER_LANGUAGE',
    /**
     * The business activity that goes with the request.
     */
    BusinessActivity: 'BUSINESS_ACTIVITY',
    /**
     * What is in the shopping cart.
     */
    Cart: 'CART',
    /**
     * The country that goes with the request.
     */
    Country: 'COUNTRY',
    /**
     * The activity of the customer. Renamed to `CUSTOMER_ID_ACTIVITY` in November 2024.
     */
    CustomerId: 'CUSTOMER_ID',
    /**
     * The activity of the customer.
     */
    CustomerIdActivity: 'CUSTOMER_ID_ACTIVITY',
    /**
     * The activity of the email address on the minFraud network.
     */
    EmailActivity: 'EMAIL_ACTIVITY',
    /**
     * The email address is new to the network. Replaced in November 2024 by `EMAIL_FIRST_SEEN`, `EMAIL_TENURE` and `EMAIL_TENURE_NO_ACTIVITY`.
     */
    EmailAddressNew: 'EMAIL_ADDRESS_NEW',
    /**
     * The domain of the email address.
     */
    EmailDomain: 'EMAIL_DOMAIN',
    /**
     * When the domain of the email address was created. Since June 2025.
     */
    EmailDomainCreationDate: 'EMAIL_DOMAIN_CREATION_DATE',
    /**
     * The domain of the email address is new to the network.
     */
    EmailDomainNew: 'EMAIL_DOMAIN_NEW',
    /**
     * When the email address was first seen. Since November 2024.
     */
    EmailFirstSeen: 'EMAIL_FIRST_SEEN',
    /**
     * The part of the email address before the `@`.
     */
    EmailLocalPart: 'EMAIL_LOCAL_PART',
    /**
     * For how long the email address has been known. Since November 2024.
     */
    EmailTenure: 'EMAIL_TENURE',
    /**
     * For how long the email address has been known, without recent activity. Since November 2024.
     */
    EmailTenureNoActivity: 'EMAIL_TENURE_NO_ACTIVITY',
    /**
     * Many requests with the same email address in a short time.
     */
    EmailVelocity: 'EMAIL_VELOCITY',
    /**
     * The distance between IP address, billing address and shipping address.
     */
    IntracountryDistance: 'INTRACOUNTRY_DISTANCE',
    /**
     * The activity of the IP address on the minFraud network.
     */
    IpActivity: 'IP_ACTIVITY',
    /**
     * Many different billing postal codes on the IP address.
     */
    IpBillingPostalVelocity: 'IP_BILLING_POSTAL_VELOCITY',
    /**
     * Many different email addresses on the IP address.
     */
    IpEmailVelocity: 'IP_EMAIL_VELOCITY',
    /**
     * A device of high risk was seen on the IP address.
     */
    IpHighRiskDevice: 'IP_HIGH_RISK_DEVICE',
    /**
     * Many different issuer identification numbers on the IP address.
     */
    IpIssuerIdNumberVelocity: 'IP_ISSUER_ID_NUMBER_VELOCITY',
    /**
     * The countries of IP address, billing address, shipping address and card do not agree.
     */
    IssuerIdNumberCountryMismatch: 'ISSUER_ID_NUMBER_COUNTRY_MISMATCH',
    /**
     * Many recent, or risky past, requests with the same issuer identification number and last digits.
     */
    IssuerIdNumberLastDigitsActivity: 'ISSUER_ID_NUMBER_LAST_DIGITS_ACTIVITY',
    /**
     * The issuer identification number is unusual for the shop.
     */
    IssuerIdNumberOnShopId: 'ISSUER_ID_NUMBER_ON_SHOP_ID',
    /**
     * Much recent activity of the issuer identification number in the shop.
     */
    IssuerIdNumberShopIdVelocity: 'ISSUER_ID_NUMBER_SHOP_ID_VELOCITY',
    /**
     * The language of the browser.
     */
    Language: 'LANGUAGE',
    /**
     * Past risk scores of the email address.
     */
    MaxRecentEmail: 'MAX_RECENT_EMAIL',
    /**
     * Past risk scores of the phone number.
     */
    MaxRecentPhone: 'MAX_RECENT_PHONE',
    /**
     * Past risk scores of the shipping address.
     */
    MaxRecentShip: 'MAX_RECENT_SHIP',
    /**
     * The email address has many customer IDs.
     */
    MultipleCustomerIdOnEmail: 'MULTIPLE_CUSTOMER_ID_ON_EMAIL',
    /**
     * The amount of the order.
     */
    OrderAmount: 'ORDER_AMOUNT',
    /**
     * The internet provider, together with the distance between billing address and IP address.
     */
    OrgDistanceRisk: 'ORG_DISTANCE_RISK',
    /**
     * The phone number, or numbers related to it.
     */
    Phone: 'PHONE',
    /**
     * The activity of the phone number on the minFraud network.
     */
    PhoneActivity: 'PHONE_ACTIVITY',
    /**
     * The activity of the shipping address on the minFraud network.
     */
    ShipActivity: 'SHIP_ACTIVITY',
    /**
     * The local time of day of the transaction.
     */
    TimeOfDay: 'TIME_OF_DAY',
    /**
     * Transactions with the email address were reported.
     */
    TransactionReportEmail: 'TRANSACTION_REPORT_EMAIL',
    /**
     * Transactions with the IP address were reported.
     */
    TransactionReportIp: 'TRANSACTION_REPORT_IP',
    /**
     * Transactions with the phone number were reported.
     */
    TransactionReportPhone: 'TRANSACTION_REPORT_PHONE',
    /**
     * Transactions with the shipping address were reported.
     */
    TransactionReportShip: 'TRANSACTION_REPORT_SHIP',
} as const;

/**
 * What raised or lowered the risk score. The vendor gives the whole list on request only: these are the codes that its documentation, release notes and official clients name. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__code
 */
export type ReasonCode = 'ANONYMOUS_IP'
    | 'BROWSER_LANGUAGE'
    | 'BUSINESS_ACTIVITY'
    | 'CART'
    | 'COUNTRY'
    | 'CUSTOMER_ID'
    | 'CUSTOMER_ID_ACTIVITY'
    | 'EMAIL_ACTIVITY'
    | 'EMAIL_ADDRESS_NEW'
    | 'EMAIL_DOMAIN'
    | 'EMAIL_DOMAIN_CREATION_DATE'
    | 'EMAIL_DOMAIN_NEW'
    | 'EMAIL_FIRST_SEEN'
    | 'EMAIL_LOCAL_PART'
    | 'EMAIL_TENURE'
    | 'EMAIL_TENURE_NO_ACTIVITY'
    | 'EMAIL_VELOCITY'
    | 'INTRACOUNTRY_DISTANCE'
    | 'IP_ACTIVITY'
    | 'IP_BILLING_POSTAL_VELOCITY'
    | 'IP_EMAIL_VELOCITY'
    | 'IP_HIGH_RISK_DEVICE'
    | 'IP_ISSUER_ID_NUMBER_VELOCITY'
    | 'ISSUER_ID_NUMBER_COUNTRY_MISMATCH'
    | 'ISSUER_ID_NUMBER_LAST_DIGITS_ACTIVITY'
    | 'ISSUER_ID_NUMBER_ON_SHOP_ID'
    | 'ISSUER_ID_NUMBER_SHOP_ID_VELOCITY'
    | 'LANGUAGE'
    | 'MAX_RECENT_EMAIL'
    | 'MAX_RECENT_PHONE'
    | 'MAX_RECENT_SHIP'
    | 'MULTIPLE_CUSTOMER_ID_ON_EMAIL'
    | 'ORDER_AMOUNT'
    | 'ORG_DISTANCE_RISK'
    | 'PHONE'
    | 'PHONE_ACTIVITY'
    | 'SHIP_ACTIVITY'
    | 'TIME_OF_DAY'
    | 'TRANSACTION_REPORT_EMAIL'
    | 'TRANSACTION_REPORT_IP'
    | 'TRANSACTION_REPORT_PHONE'
    | 'TRANSACTION_REPORT_SHIP'
    | (string & {});

/**
 * The country in which the internet provider registered the IP address.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country
 */
export type RegisteredCountry = {
    /**
     * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country__geoname_id
     */
    geonameId?: number;
    /**
     * `true` when the country is a member of the European Union. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country__is_in_european_union
     */
    isInEuropeanUnion?: boolean;
    /**
     * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country__iso_code
     */
    isoCode?: string;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The name of the country in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country
     */
    name?: string;
};

/**
 * What became of the transaction.
 * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
 */
export const ReportTag = {
    /**
     * The transaction was charged back.
     */
    Chargeback: 'chargeback',
    /**
     * Takes an earlier tag back; the transaction counts as untagged again.
     */
    Clear: 'clear',
    /**
     * The transaction was legitimate, though it was scored as risky.
     */
    NotFraud: 'not_fraud',
    /**
     * The transaction belonged to spam or abuse.
     */
    SpamOrAbuse: 'spam_or_abuse',
    /**
     * The transaction is very likely fraud, not yet proven.
     */
    SuspectedFraud: 'suspected_fraud',
} as const;

/**
 * What became of the transaction.
 * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
 */
export type ReportTag = 'chargeback'
    | 'clear'
    | 'not_fraud'
    | 'spam_or_abuse'
    | 'suspected_fraud';

/**
 * The country that the users of the IP address stand for, such as that of an overseas military base.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country
 */
export type RepresentedCountry = {
    /**
     * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__geoname_id
     */
    geonameId?: number;
    /**
     * `true` when the country is a member of the European Union. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__is_in_european_union
     */
    isInEuropeanUnion?: boolean;
    /**
     * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__iso_code
     */
    isoCode?: string;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The kind of place that represents the country, such as a military base. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__type
     */
    type?: RepresentedCountryType;
    /**
     * The name of the country in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country
     */
    name?: string;
};

/**
 * What represents a country abroad. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__type
 */
export const RepresentedCountryType = {
    /**
     * A military base.
     */
    Military: 'military',
} as const;

/**
 * What represents a country abroad. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__type
 */
export type RepresentedCountryType = 'military'
    | (string & {});

/**
 * Reasons that belong together, and by how much they changed the score.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
 */
export type RiskScoreReason = {
    /**
     * The factor by which the reasons multiplied the risk score, from 0.01 to 100: above 1 they raised it, below 1 they lowered it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__multiplier
     */
    multiplier: number;
    /**
     * What is behind the multiplier. Empty when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
     */
    reasons: Array<Reason>;
};

/**
 * The response of minFraud Score: the overall risk of a transaction, the risk of its IP address, and the decision of your custom rules.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
 */
export type Score = {
    /**
     * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__id
     */
    id: string;
    /**
     * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__risk_score
     */
    riskScore: number;
    /**
     * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__funds_remaining
     */
    fundsRemaining: number;
    /**
     * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `fundsRemaining`. Always present.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--__queries_remaining
     */
    queriesRemaining: number;
    /**
     * The risk of the IP address, and nothing else in this tier. Absent when the request held no usable `device.ipAddress`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
     */
    ipAddress?: ScoreIpAddress;
    /**
     * What your custom rules decided about this transaction. Absent when the account has no custom rules.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition
     */
    disposition?: Disposition;
    /**
     * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Empty when there are no warnings.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    warnings: Array<Warning>;
};

/**
 * What minFraud Score says about the IP address: its risk only. Insights and Factors have much more.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
 */
export type ScoreIpAddress = {
    /**
     * The risk of the IP address at this moment, from 0.01 (low) to 99 (high), judged by its traffic on your account and on the whole minFraud network. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address__risk
     */
    risk?: number;
};

/**
 * The body of an error response, where there is one. Content negotiation errors have none, and many 5xx responses come from in front of the service.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
 */
export type ServiceError = {
    /**
     * What went wrong, for programs. The meaning of a code never changes; codes are added and removed.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
     */
    code: string;
    /**
     * What went wrong, for people. The wording may change at any time.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
     */
    error: string;
};

/**
 * The shipping address and contact details, as the end user gave them.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping
 */
export type Shipping = {
    /**
     * The first name on the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__first_name
     */
    firstName?: string | undefined;
    /**
     * The last name on the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__last_name
     */
    lastName?: string | undefined;
    /**
     * The company on the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__company
     */
    company?: string | undefined;
    /**
     * The first line of the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__address
     */
    address?: string | undefined;
    /**
     * The second line of the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__address_2
     */
    address2?: string | undefined;
    /**
     * The city of the shipping address, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__city
     */
    city?: string | undefined;
    /**
     * The ISO 3166-2 code of the subdivision (state, province …) without the country part: one to four digits or capital letters, such as `CT` for Connecticut.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__region
     */
    region?: string | undefined;
    /**
     * The ISO 3166-1 alpha-2 code of the country: two capital letters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__country
     */
    country?: string | undefined;
    /**
     * The postal code, as a string so that leading zeros stay, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__postal
     */
    postal?: string | undefined;
    /**
     * The phone number without the country code, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one of them.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__phone_number
     */
    phoneNumber?: string | undefined;
    /**
     * The country calling code of the phone number: one to four digits, without `+` or leading `00`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__phone_country_code
     */
    phoneCountryCode?: string | undefined;
    /**
     * How fast the order is to be delivered.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__delivery_speed
     */
    deliverySpeed?: DeliverySpeed | undefined;
};

/**
 * How the shipping address fits the IP address and the billing address.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address
 */
export type ShippingAddress = {
    /**
     * The distance from the shipping address to the billing address, in kilometres. It falls back to state or country where postal code or city are not known, and may then be far off. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__distance_to_billing_address
     */
    distanceToBillingAddress?: number;
    /**
     * The distance from the address to the place of the IP address, in kilometres. It falls back to state or country where the IP address tells no city or postal code, and may then be far off. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__distance_to_ip_location
     */
    distanceToIpLocation?: number;
    /**
     * Whether the address is known from fraudulent transactions. Absent when the request held no shipping address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__is_high_risk
     */
    isHighRisk?: boolean;
    /**
     * Whether the address is in the country of the IP address. Absent when the IP address has no known place, or the request held no shipping address.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__is_in_ip_country
     */
    isInIpCountry?: boolean;
    /**
     * Whether the postal code lies in the city. Absent unless the request held shipping postal code, city and country. It knows the preferred city name of a US ZIP code only: other accepted names may give `false`.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__is_postal_in_city
     */
    isPostalInCity?: boolean;
    /**
     * The approximate latitude of the address, in degrees (WGS 84), from -90 to 90. Not precise enough for a street address or household. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__latitude
     */
    latitude?: number;
    /**
     * The approximate longitude of the address, in degrees (WGS 84), from -180 to 180. Not precise enough for a street address or household. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address__longitude
     */
    longitude?: number;
};

/**
 * One kind of item in the shopping cart.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart
 */
export type ShoppingCartItem = {
    /**
     * The category of the item, or a salted hash of it, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart__category
     */
    category?: string | undefined;
    /**
     * Your own ID of the item, or a salted hash of it, in any format, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart__item_id
     */
    itemId?: string | undefined;
    /**
     * How many of the item, a whole number from 0 to 1e13 − 1.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart__quantity
     */
    quantity?: number | undefined;
    /**
     * The price of one item, in the order's currency, from 0 to 1e13 − 1.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart__price
     */
    price?: number | undefined;
};

/**
 * A part of the country, such as a state or a province, that holds the IP address.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivisions
 */
export type Subdivision = {
    /**
     * How certain it is that the subdivision is right, in percent from 0 to 100. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivision__confidence
     */
    confidence?: number;
    /**
     * The number of the subdivision in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivision__geoname_id
     */
    geonameId?: number;
    /**
     * The part after the dash of the ISO 3166-2 code, up to three characters. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivision__iso_code
     */
    isoCode?: string;
    /**
     * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
     */
    names?: {
        [key: string]: string;
    };
    /**
     * The name of the subdivision in the first of your `locales` that has one, chosen by this SDK from `names`. Absent when none of your locales has a name.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivisions
     */
    name?: string;
};

/**
 * Risk factor scores, one for each part of the transaction. No longer sent since March 2025.
 * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
 * @deprecated Since November 2024. Read `riskScoreReasons` of the response.
 */
export type Subscores = {
    /**
     * The risk of the AVS result, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    avsResult?: number;
    /**
     * The risk of the billing address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    billingAddress?: number;
    /**
     * The risk of the distance between billing address and IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    billingAddressDistanceToIpLocation?: number;
    /**
     * The risk of the browser, by its user agent and languages, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    browser?: number;
    /**
     * The risk of a chargeback, given the IP address, your account and your shop ID; only for accounts that report chargebacks, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    chargeback?: number;
    /**
     * The risk of the country that the transaction comes from, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    country?: number;
    /**
     * The risk of the countries of IP address, card issuer, billing and shipping taken together, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    countryMismatch?: number;
    /**
     * The risk of the CVV result, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    cvvResult?: number;
    /**
     * The risk of the device, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    device?: number;
    /**
     * The risk of the email address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    emailAddress?: number;
    /**
     * The risk of the domain of the email address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    emailDomain?: number;
    /**
     * The risk of the part of the email address before the `@`, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    emailLocalPart?: number;
    /**
     * The risk of the issuer identification number on the email domain, from 0.01 to 99. A constant 1 since August 2019. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    emailTenure?: number;
    /**
     * The risk of the issuer identification number on the IP address, from 0.01 to 99. A constant 1 since August 2019. Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    ipTenure?: number;
    /**
     * The risk of the issuer identification number, given the billing address and its history with you, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    issuerIdNumber?: number;
    /**
     * The risk of the amount of the order, given your account and shop ID, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    orderAmount?: number;
    /**
     * The risk of the phone number, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    phoneNumber?: number;
    /**
     * The risk of the shipping address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    shippingAddress?: number;
    /**
     * The risk of the distance between shipping address and IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    shippingAddressDistanceToIpLocation?: number;
    /**
     * The risk of the local time of day at the IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
     * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
     * @deprecated Read `riskScoreReasons`.
     */
    timeOfDay?: number;
};

/**
 * The network that the IP address belongs to.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
 */
export type Traits = {
    /**
     * The number of the autonomous system (AS) that announces the address, such as 217. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__autonomous_system_number
     */
    autonomousSystemNumber?: number;
    /**
     * The organization that the autonomous system is registered to. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__autonomous_system_organization
     */
    autonomousSystemOrganization?: string;
    /**
     * How the address is connected to the internet. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__connection_type
     */
    connectionType?: ConnectionType;
    /**
     * The second-level domain of the address: `example.com` or `example.co.uk`, never `foo.example.com`. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__domain
     */
    domain?: string;
    /**
     * The IP address of the request, IPv4 or IPv6. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__ip_address
     */
    ipAddress?: string;
    /**
     * The risk of the address judged by its history, from 0.01 (low) to 99 (high). It moves slowly and does not know your traffic: `ipAddress.risk` is the live score. High in both: risky for long. Low here and high there: becoming risky now. Absent for networks of low risk.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__ip_risk_snapshot
     */
    ipRiskSnapshot?: number;
    /**
     * `true` when the address belongs to any kind of anonymous network. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_anonymous
     * @deprecated Since November 2025. Read `anonymizer.isAnonymous`; it is still sent here for older integrations.
     */
    isAnonymous?: boolean;
    /**
     * Whether the address is an anonymous proxy. Still in the documented example. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
     * @deprecated Since 2015. Read `anonymizer`.
     */
    isAnonymousProxy?: boolean;
    /**
     * `true` when the address is registered to an anonymous VPN provider. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_anonymous_vpn
     * @deprecated Since November 2025. Read `anonymizer.isAnonymousVpn`; it is still sent here for older integrations.
     */
    isAnonymousVpn?: boolean;
    /**
     * `true` when the address belongs to an anycast network, which is in many places at once. Absent when it is not so.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_anycast
     */
    isAnycast?: boolean;
    /**
     * `true` when the address belongs to a hosting provider. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_hosting_provider
     * @deprecated Since November 2025. Read `anonymizer.isHostingProvider`; it is still sent here for older integrations.
     */
    isHostingProvider?: boolean;
    /**
     * `true` when the address belongs to a public proxy. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_public_proxy
     * @deprecated Since November 2025. Read `anonymizer.isPublicProxy`; it is still sent here for older integrations.
     */
    isPublicProxy?: boolean;
    /**
     * `true` when the address is on a residential network suspected of anonymising. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_residential_proxy
     * @deprecated Since November 2025. Read `anonymizer.isResidentialProxy`; it is still sent here for older integrations.
     */
    isResidentialProxy?: boolean;
    /**
     * Whether the address belongs to a satellite provider. Still in the documented example. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
     * @deprecated Since 2015. Read `connectionType`.
     */
    isSatelliteProvider?: boolean;
    /**
     * `true` when the address is a Tor exit node. Absent otherwise.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__is_tor_exit_node
     * @deprecated Since November 2025. Read `anonymizer.isTorExitNode`; it is still sent here for older integrations.
     */
    isTorExitNode?: boolean;
    /**
     * The internet service provider of the address. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__isp
     */
    isp?: string;
    /**
     * The mobile country code (MCC) of address and provider, a string of digits. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__mobile_country_code
     */
    mobileCountryCode?: string;
    /**
     * The mobile network code (MNC) of address and provider, a string of digits that may begin with 0. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__mobile_network_code
     */
    mobileNetworkCode?: string;
    /**
     * The largest network, in CIDR notation, in which every other field of this record but `ipAddress` is the same. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__network
     */
    network?: string;
    /**
     * The organization that uses the address. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__organization
     */
    organization?: string;
    /**
     * How static the address is, from 0 (changes all the time) to 99.99. Mobile addresses are often below 1, broadband that rarely changes above 30. It tells whether the address stands for one user over time. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__static_ip_score
     */
    staticIpScore?: number;
    /**
     * How many users share the address within 24 hours, estimated: 0 one user or not in use, 1 probably one, 2 several, above 5 many. For IPv6 it counts the /64 network. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__user_count
     */
    userCount?: number;
    /**
     * What kind of user the address has. Absent when the service sends none.
     * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__user_type
     */
    userType?: UserType;
};

/**
 * One event to assess: a purchase, an account creation, a login and so on. Every part is optional, but at least one input is needed, and the score gets better with each one; the IP address counts most. Omit what you do not know: do not send placeholders. The whole request may take at most 20,000 bytes of UTF-8.
 * Rules for all inputs: a string has at most 255 Unicode characters unless its own limit says otherwise and holds neither the NUL character nor a newline; it may be empty where it needs no specific format. A boolean is `true` or `false`.
 * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#request-body
 */
export type Transaction = {
    /**
     * The device that the customer uses.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device
     */
    device?: Device | undefined;
    /**
     * What is happening, when, and where in your system.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event
     */
    event?: Event | undefined;
    /**
     * The account that the end user has with you, not your account with MaxMind.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account
     */
    account?: Account | undefined;
    /**
     * The email address of the end user who caused the event.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email
     */
    email?: Email | undefined;
    /**
     * The billing address and contact details, as the end user gave them.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing
     */
    billing?: Billing | undefined;
    /**
     * The shipping address and contact details, as the end user gave them.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping
     */
    shipping?: Shipping | undefined;
    /**
     * How the customer pays, and what the payment processor said.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment
     */
    payment?: Payment | undefined;
    /**
     * The card, as the end user and the payment processor described it. Never send a full card number, in any field.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card
     */
    creditCard?: CreditCard | undefined;
    /**
     * The order that belongs to the event.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order
     */
    order?: Order | undefined;
    /**
     * What is being bought, one entry per kind of item. Category and item ID may be hashes, made with a cryptographic hash function and one fixed salt, so that equal items stay equal.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart
     */
    shoppingCart?: ReadonlyArray<ShoppingCartItem> | undefined;
    /**
     * Inputs of your own, by name, at most 100. Each must first be defined, with its type, in the account portal; an input that is not defined is ignored with a warning. Names have 1 to 25 lower-case letters, digits and underscores and are sent as they are. A full card number in a value is rejected.
     * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--custom-inputs
     */
    customInputs?: {
        [key: string]: string | number | boolean;
    } | undefined;
};

/**
 * What became of an earlier transaction: a tag, and at least one of `ipAddress`, `maxmindId`, `minfraudId` and `transactionId`. The more of them, the surer the match; `minfraudId` or `maxmindId` is best.
 * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
 */
export type TransactionReport = {
    /**
     * What became of the transaction.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    tag: ReportTag;
    /**
     * The IP address of the customer who placed the order, IPv4 or IPv6. Reserved and private ranges are rejected.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    ipAddress?: string | undefined;
    /**
     * The ID of a minFraud Legacy (Standard or Premium) response, `maxmindId` there: eight digits or capital letters. MaxMind documents it as case-sensitive, so lower-case letters are rejected and not converted: copy it as it came.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    maxmindId?: string | undefined;
    /**
     * The ID of a Score, Insights or Factors response, `id` there: a UUID, and not the nil UUID.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    minfraudId?: string | undefined;
    /**
     * Your own ID of the transaction, 1 to 255 characters, as `event.transactionId` (or `txnId` in Legacy) carried it.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    transactionId?: string | undefined;
    /**
     * The reason for the chargeback, as the payment processor coded it, at most 255 characters.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    chargebackCode?: string | undefined;
    /**
     * What else a reviewer at MaxMind should know, at most 1000 Unicode characters. It may have several lines.
     * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
     */
    notes?: string | undefined;
};

/**
 * What kind of user an IP address has. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__user_type
 */
export const UserType = {
    /**
     * A company.
     */
    Business: 'business',
    /**
     * A café or a similar public place.
     */
    Cafe: 'cafe',
    /**
     * A mobile network.
     */
    Cellular: 'cellular',
    /**
     * A college or university.
     */
    College: 'college',
    /**
     * A relay that hides the addresses of ordinary consumers, such as iCloud Private Relay.
     */
    ConsumerPrivacyNetwork: 'consumer_privacy_network',
    /**
     * A content delivery network.
     */
    ContentDeliveryNetwork: 'content_delivery_network',
    /**
     * A public authority.
     */
    Government: 'government',
    /**
     * A hosting provider or data centre.
     */
    Hosting: 'hosting',
    /**
     * A library.
     */
    Library: 'library',
    /**
     * The military.
     */
    Military: 'military',
    /**
     * A home.
     */
    Residential: 'residential',
    /**
     * Network equipment.
     */
    Router: 'router',
    /**
     * A school.
     */
    School: 'school',
    /**
     * A crawler of a search engine.
     */
    SearchEngineSpider: 'search_engine_spider',
    /**
     * Places for travellers, such as hotels and airports.
     */
    Traveler: 'traveler',
} as const;

/**
 * What kind of user an IP address has. New values may appear.
 * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__user_type
 */
export type UserType = 'business'
    | 'cafe'
    | 'cellular'
    | 'college'
    | 'consumer_privacy_network'
    | 'content_delivery_network'
    | 'government'
    | 'hosting'
    | 'library'
    | 'military'
    | 'residential'
    | 'router'
    | 'school'
    | 'search_engine_spider'
    | 'traveler'
    | (string & {});

/**
 * A problem with the request, which was scored all the same.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
 */
export type Warning = {
    /**
     * What was wrong, for programs. Up to 255 characters; new codes may appear.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__code
     */
    code: WarningCode;
    /**
     * The field of the request that the warning is about, as a JSON Pointer (RFC 6901) in the service's spelling, such as `/billing/city` or `/shopping_cart/1/price`. Absent when it is about no single field.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__input_pointer
     */
    inputPointer?: string;
    /**
     * What was wrong, for people. Up to 255 characters. The wording may change at any time: do not match against it.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__warning
     */
    warning: string;
    /**
     * `sdk` on a warning of this package, which dropped or changed the input before the request was sent. Absent on warnings of the service.
     * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
     */
    source?: 'sdk';
};

/**
 * What was not right with a request. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__code
 */
export const WarningCode = {
    /**
     * The billing city is not in the database: distances may be less accurate.
     */
    BillingCityNotFound: 'BILLING_CITY_NOT_FOUND',
    /**
     * There is a billing address without a country: distances may be less accurate.
     */
    BillingCountryMissing: 'BILLING_COUNTRY_MISSING',
    /**
     * The billing country is not in the database: distances may be less accurate.
     */
    BillingCountryNotFound: 'BILLING_COUNTRY_NOT_FOUND',
    /**
     * The billing postal code is not in the database: distances may be less accurate.
     */
    BillingPostalNotFound: 'BILLING_POSTAL_NOT_FOUND',
    /**
     * The billing region is not in the database: distances may be less accurate.
     */
    BillingRegionNotFound: 'BILLING_REGION_NOT_FOUND',
    /**
     * The email address looks like a mistake in the integration and was not used for scoring. Check how you pass it.
     */
    EmailAddressUnusable: 'EMAIL_ADDRESS_UNUSABLE',
    /**
     * The value does not meet the rules of its field, and was ignored: "United States" where a code of two letters belongs, for instance.
     */
    InputInvalid: 'INPUT_INVALID',
    /**
     * The request has a field that the service does not know.
     */
    InputUnknown: 'INPUT_UNKNOWN',
    /**
     * The IP address is neither a valid IPv4 nor a valid IPv6 address.
     */
    IpAddressInvalid: 'IP_ADDRESS_INVALID',
    /**
     * The place of the IP address is not known.
     */
    IpAddressNotFound: 'IP_ADDRESS_NOT_FOUND',
    /**
     * The IP address is in a reserved network, such as a private one: often that of your own load balancer.
     */
    IpAddressReserved: 'IP_ADDRESS_RESERVED',
    /**
     * The shipping city is not in the database: distances may be less accurate.
     */
    ShippingCityNotFound: 'SHIPPING_CITY_NOT_FOUND',
    /**
     * There is a shipping address without a country: distances may be less accurate.
     */
    ShippingCountryMissing: 'SHIPPING_COUNTRY_MISSING',
    /**
     * The shipping country is not in the database: distances may be less accurate.
     */
    ShippingCountryNotFound: 'SHIPPING_COUNTRY_NOT_FOUND',
    /**
     * The shipping postal code is not in the database: distances may be less accurate.
     */
    ShippingPostalNotFound: 'SHIPPING_POSTAL_NOT_FOUND',
    /**
     * The shipping region is not in the database: distances may be less accurate.
     */
    ShippingRegionNotFound: 'SHIPPING_REGION_NOT_FOUND',
    /**
     * The device tracking token is not valid or malformed.
     */
    TrackingTokenInvalid: 'TRACKING_TOKEN_INVALID',
    /**
     * The device tracking token is not known to the service.
     */
    TrackingTokenNotFound: 'TRACKING_TOKEN_NOT_FOUND',
} as const;

/**
 * What was not right with a request. New codes may appear.
 * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__code
 */
export type WarningCode = 'BILLING_CITY_NOT_FOUND'
    | 'BILLING_COUNTRY_MISSING'
    | 'BILLING_COUNTRY_NOT_FOUND'
    | 'BILLING_POSTAL_NOT_FOUND'
    | 'BILLING_REGION_NOT_FOUND'
    | 'EMAIL_ADDRESS_UNUSABLE'
    | 'INPUT_INVALID'
    | 'INPUT_UNKNOWN'
    | 'IP_ADDRESS_INVALID'
    | 'IP_ADDRESS_NOT_FOUND'
    | 'IP_ADDRESS_RESERVED'
    | 'SHIPPING_CITY_NOT_FOUND'
    | 'SHIPPING_COUNTRY_MISSING'
    | 'SHIPPING_COUNTRY_NOT_FOUND'
    | 'SHIPPING_POSTAL_NOT_FOUND'
    | 'SHIPPING_REGION_NOT_FOUND'
    | 'TRACKING_TOKEN_INVALID'
    | 'TRACKING_TOKEN_NOT_FOUND'
    | (string & {});

/**
 * The query of `listDispositionUpdates`.
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#request-uri-and-parameters
 */
export type ListDispositionUpdatesQuery = {
    /**
     * Only changes after this time are listed, not those at it. RFC 3339; keep all its digits, which go down to microseconds. A `Date` is also accepted.
     * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#request-uri-and-parameters
     */
    updatesAfter: Date | string;
};
