// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.

/** Every path of the services, with the methods that it has. */
export interface paths {
    "/minfraud/v2.0/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score a transaction
         * Returns the overall risk score, the risk of the IP address, the disposition that the account's
         * custom rules chose, and warnings about inputs that were not used. The smallest tier.
         */
        post: operations["score"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/minfraud/v2.0/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score a transaction and explain its inputs
         * Everything that Score returns, and data about each input: location and network of the IP address,
         * issuer of the card, age and reputation of the email address, how far billing and shipping
         * addresses are from the IP address, line type of phone numbers, recognized device.
         */
        post: operations["insights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/minfraud/v2.0/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Score a transaction, explain its inputs and the score
         * Everything that Insights returns, and the reasons that raised or lowered the risk score, each with
         * a multiplier. The most detailed tier.
         */
        post: operations["factors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/minfraud/v2.0/transactions/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what became of a transaction
         * Marks an earlier transaction as fraud, suspected fraud, spam or abuse, a chargeback or a false
         * positive, or withdraws such a mark. MaxMind reviews reports and uses them to score the account's later
         * transactions better. This SDK assumes that sending the same report twice does no harm, since it says
         * the same about the same transaction. MaxMind does not document that. Its page names no 429 for reports; the one
         * of the scoring services is described here too, so that a client is prepared for it.
         */
        post: operations["reportTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/minfraud/disposition/v1.0/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List manual changes of dispositions
         * Lists what reviewers changed by hand in the account portal since a point in time: dispositions and notes, and reviews whose period ran out. Up to 1000 transactions, earliest change first; to get the next page, send `last_update_timestamp` as `updates_after`, until nothing new is listed. The call is read-only, so it can be retried.
         */
        get: operations["listDispositionUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/minfraud/v1.0/legacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Score an order with minFraud Legacy, key in the URL
         * The same request in a query string. MaxMind documents both. This SDK does not use it, because it writes the license key into a URL, and so into the logs of every proxy and server on the way.
         */
        get: operations["scoreLegacyByGet"];
        put?: never;
        /**
         * Score an order with minFraud Legacy
         * Scores an order and responds in the text format of minFraud Legacy. The vendor recommends minFraud Score, Insights or Factors for new integrations. MaxMind does not document whether an order that is sent twice is charged twice, so this SDK does not retry it once it was sent. See https://dev.maxmind.com/minfraud/minfraud-legacy/
         */
        post: operations["scoreLegacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/ccv2r": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Score an order at the original path, key in the URL
         * The same request in a query string. MaxMind documents both. This SDK does not use it, because it writes the license key into a URL, and so into the logs of every proxy and server on the way.
         */
        get: operations["scoreLegacyAtOldPathByGet"];
        put?: never;
        /**
         * Score an order with minFraud Legacy at its original path
         * The same service as `/minfraud/v1.0/legacy` under its first path, which old integrations still use.
         */
        post: operations["scoreLegacyAtOldPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/ipauth_http": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Score an IP address, key in the URL
         * The same request in a query string. MaxMind documents both. This SDK does not use it, because it writes the license key into a URL, and so into the logs of every proxy and server on the way.
         */
        get: operations["detectProxyByGet"];
        put?: never;
        /**
         * Score an IP address
         * Scores how likely an IP address is a proxy or VPN. The vendor recommends the IP risk of minFraud Score instead. MaxMind does not document whether a lookup that is sent twice is charged twice, so this SDK does not retry it once it was sent. See https://dev.maxmind.com/minfraud/proxy-detection/
         */
        post: operations["detectProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The calls that MaxMind makes to your webhook. */
export interface webhooks {
    alert: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive a minFraud Alert
         * MaxMind calls your HTTPS address with GET when new knowledge turns a harmless order into a risky one. Calls come from 34.27.174.58 or from 2600:1900:4000:947::/64 (the list may change) with the User-Agent `MaxMind MinFraud Alert Robot`. Once you set a secret in the account portal each call is signed: the header holds the HMAC-SHA256 of the query string exactly as it was sent, where a space is `+`. Compare in constant time. See https://dev.maxmind.com/minfraud/alerts/
         */
        get: operations["receiveAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The objects that requests and responses are made of, by their names in the spec. */
export interface components {
    schemas: {
        /**
         * Account
         * The account that the end user has with you, not your account with MaxMind.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--account
         */
        Account: {
            /**
             * An ID of the end user in your system that never changes, in any format, at most 255 characters. Not the login name, where that can be changed.
             * @example 3132
             */
            user_id?: string | undefined;
            /**
             * The MD5 of the user's login name: 32 hexadecimal digits.
             * @example 570a90bfbf8c7eab5dc5d4e26832d5b1
             */
            username_md5?: string | undefined;
        };
        /**
         * Alert
         * The query of a minFraud Alert: an order that was scored as harmless (10 or less) in the last 24 hours is now at 75 or more. Everything from `city` to `txnID` repeats the original request. Parameters may be added.
         * @see https://dev.maxmind.com/minfraud/alerts/#parameters
         */
        Alert: {
            /**
             * Billing city of the original request. Absent when the service sends none.
             */
            city?: string;
            /**
             * Billing country of the original request. Absent when the service sends none.
             */
            country?: string;
            /**
             * Date of the original request, for people, such as `Nov. 1, 2019`. Absent when the service sends none.
             */
            date?: string;
            /**
             * Email domain of the original request. Absent when the service sends none.
             */
            domain?: string;
            /**
             * IP address of the original request, IPv4 or IPv6. Absent when the service sends none.
             */
            i?: string;
            /**
             * Identifier of the original request when it was one of minFraud Legacy. Absent when the service sends none.
             */
            maxmindID?: string;
            /**
             * Format: uuid
             * Identifier of the original request, the `id` of its score. Absent when the service sends none.
             */
            minfraud_id?: string;
            /**
             * Risk score with what is known now, from 0.01 to 99. Absent when the service sends none.
             */
            new_risk_score?: number;
            /**
             * Risk score as the original request got it, from 0.01 to 99. Absent when the service sends none.
             */
            old_risk_score?: number;
            /**
             * Billing postal code of the original request. Absent when the service sends none.
             */
            postal?: string;
            /**
             * Why the alert was sent, in words for people. Absent when the service sends none.
             */
            reason?: string;
            /**
             * Why the alert was sent, as a stable code. Absent when the service sends none.
             */
            reason_code?: components["schemas"]["AlertReasonCode"];
            /**
             * Billing region of the original request. Absent when the service sends none.
             */
            region?: string;
            /**
             * Shop of the original request. Absent when that had none.
             */
            shop_id?: string;
            /**
             * Your own identifier of the transaction, from the original request. Absent when the service sends none.
             */
            txnID?: string;
            /**
             * Format: date-time
             * When the new risk score was computed, in RFC 3339. Absent when the service sends none.
             * @example 2026-11-01T12:34:56Z
             */
            updated_at?: string;
        };
        /**
         * AlertReasonCode
         * Why a minFraud Alert was sent. MaxMind may change the list.
         * @see https://dev.maxmind.com/minfraud/alerts/#possible-alert-reasons
         */
        AlertReasonCode: "CARDER_EMAIL" | "HIGH_RISK_DEVICE" | "HIGH_RISK_IP" | "HOSTING_PROVIDER" | "MANUAL_REVIEW" | "POSTAL_VELOCITY" | (string & {});
        /**
         * Whether, and how certainly, the address is part of a service or network that hides its users. It replaces the flags of the same names in `traits`. `residential` may be present when nothing else is.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer
         */
        Anonymizer: {
            /**
             * How certain it is, in percent from 1 to 99, that the network is in use by an active VPN service now. MaxMind announced 30 and 99, and 50 in June 2026; more values may come. Absent when the address is not known as a VPN.
             * @example 99
             */
            confidence?: number;
            /**
             * `true` when the address belongs to any kind of anonymous network. Absent otherwise.
             */
            is_anonymous?: boolean;
            /**
             * `true` when the address is registered to an anonymous VPN provider. A provider that does not register its networks under its own name mostly shows as `is_hosting_provider` only. Absent otherwise.
             */
            is_anonymous_vpn?: boolean;
            /**
             * `true` when the address belongs to a hosting provider. Absent otherwise.
             */
            is_hosting_provider?: boolean;
            /**
             * `true` when the address belongs to a public proxy. Absent otherwise.
             */
            is_public_proxy?: boolean;
            /**
             * `true` when the address belongs to a residential internet provider and is on a network suspected of anonymising. Peer-to-peer proxies are not covered. Absent otherwise.
             */
            is_residential_proxy?: boolean;
            /**
             * `true` when the address is a Tor exit node. Absent otherwise.
             */
            is_tor_exit_node?: boolean;
            /**
             * Format: date
             * The last day on which the network was sighted among anonymous networks, as `YYYY-MM-DD`. Absent when the service sends none.
             * @example 2026-10-15
             */
            network_last_seen?: string;
            /**
             * The VPN provider of the network, such as `nordvpn` or `surfshark`. Absent when the provider is not among those that MaxMind tells apart.
             * @example surfshark
             */
            provider_name?: string;
            /**
             * What is known of the address as a residential proxy. It may be present when no other field of `anonymizer` is. Absent when the service sends none.
             */
            residential?: components["schemas"]["AnonymizerResidential"];
        };
        /**
         * What is known of the address as part of a residential proxy network. In the service since July 2026.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--anonymizer--residential
         */
        AnonymizerResidential: {
            /**
             * How certain it is, in percent from 1 to 99, that the network is in active use as a residential proxy. Absent when the service sends none.
             * @example 82
             */
            confidence?: number;
            /**
             * Format: date
             * The last day on which the network was sighted among residential proxies, as `YYYY-MM-DD`. Absent when the service sends none.
             * @example 2026-10-11
             */
            network_last_seen?: string;
            /**
             * The residential proxy provider, such as `oxylabs` or `smartproxy`. Absent when the provider is not among those that MaxMind tells apart.
             * @example oxylabs
             */
            provider_name?: string;
        };
        /**
         * Billing
         * The billing address and contact details, as the end user gave them.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--billing
         */
        Billing: {
            /**
             * The first name on the billing address, at most 255 characters.
             * @example Jordan
             */
            first_name?: string | undefined;
            /**
             * The last name on the billing address, at most 255 characters.
             * @example Rivera
             */
            last_name?: string | undefined;
            /**
             * The company on the billing address, at most 255 characters.
             * @example Example Books Inc.
             */
            company?: string | undefined;
            /**
             * The first line of the billing address, at most 255 characters.
             * @example 400 Blake Street
             */
            address?: string | undefined;
            /**
             * The second line of the billing address, at most 255 characters.
             * @example Suite 5
             */
            address_2?: string | undefined;
            /**
             * The city of the billing address, at most 255 characters.
             * @example New Haven
             */
            city?: string | undefined;
            /**
             * The ISO 3166-2 code of the subdivision (state, province …) without the country part: one to four digits or capital letters, such as `CT` for Connecticut.
             * @example CT
             */
            region?: string | undefined;
            /**
             * The ISO 3166-1 alpha-2 code of the country: two capital letters.
             * @example US
             */
            country?: string | undefined;
            /**
             * The postal code, as a string so that leading zeros stay, at most 255 characters.
             * @example 06511
             */
            postal?: string | undefined;
            /**
             * The phone number without the country code, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one of them.
             * @example 203-555-0100
             */
            phone_number?: string | undefined;
            /**
             * The country calling code of the phone number: one to four digits, without `+` or leading `00`.
             * @example 1
             */
            phone_country_code?: string | undefined;
        };
        /**
         * How the billing address fits the IP address.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--billing-address
         */
        BillingAddress: {
            /**
             * The distance from the address to the place of the IP address, in kilometres. It falls back to state or country where the IP address tells no city or postal code, and may then be far off. Absent when the service sends none.
             * @example 15
             */
            distance_to_ip_location?: number;
            /**
             * Whether the address is in the country of the IP address. Absent when the IP address has no known place, or the request held no billing address.
             */
            is_in_ip_country?: boolean;
            /**
             * Whether the postal code lies in the city. Absent unless the request held billing postal code, city and country. It knows the preferred city name of a US ZIP code only: other accepted names may give `false`.
             */
            is_postal_in_city?: boolean;
            /**
             * The approximate latitude of the address, in degrees (WGS 84), from -90 to 90. Not precise enough for a street address or household. Absent when the service sends none.
             * @example 44.98
             */
            latitude?: number;
            /**
             * The approximate longitude of the address, in degrees (WGS 84), from -180 to 180. Not precise enough for a street address or household. Absent when the service sends none.
             * @example -93.26
             */
            longitude?: number;
        };
        /**
         * The kind of payment card.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card__type
         */
        CardType: "charge" | "credit" | "debit" | (string & {});
        /**
         * The city of the IP address.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--city
         */
        City: {
            /**
             * How certain it is that the city is right, in percent from 0 to 100. Absent when the service sends none.
             * @example 80
             */
            confidence?: number;
            /**
             * The number of the city in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 5037649
             */
            geoname_id?: number;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
        };
        /**
         * How an IP address is connected to the internet. New values may appear.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__connection_type
         */
        ConnectionType: "Cable/DSL" | "Cellular" | "Corporate" | "Satellite" | (string & {});
        /**
         * The continent of the IP address.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent
         */
        Continent: {
            /**
             * The continent as a code of two letters. Absent when the service sends none.
             */
            code?: components["schemas"]["ContinentCode"];
            /**
             * The number of the continent in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 6255149
             */
            geoname_id?: number;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
        };
        /**
         * A continent as a code of two letters.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--continent__code
         */
        ContinentCode: "AF" | "AN" | "AS" | "EU" | "NA" | "OC" | "SA" | (string & {});
        /**
         * The country where the end user of the IP address is believed to be.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--country
         */
        Country: {
            /**
             * How certain it is that the country is right, in percent from 0 to 100. Absent when the service sends none.
             * @example 80
             */
            confidence?: number;
            /**
             * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 6252001
             */
            geoname_id?: number;
            /**
             * Whether the country is a high-risk country. No longer in the documented response. Absent when the service sends none.
             * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
             * @deprecated Since August 2019. MaxMind names no successor.
             */
            is_high_risk?: boolean;
            /**
             * `true` when the country is a member of the European Union. Absent otherwise.
             */
            is_in_european_union?: boolean;
            /**
             * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
             * @example US
             */
            iso_code?: string;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
        };
        /**
         * CreditCard
         * The card, as the end user and the payment processor described it. Never send a full card number, in any field.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--credit-card
         */
        CreditCard: {
            /**
             * The issuer ID number (IIN, also BIN): the first six or eight digits of the card number. Send six when you do not know how long the issuer's IINs are; the service cuts an eight-digit one that it does not know to six, with a warning.
             * @example 411111
             */
            issuer_id_number?: string | undefined;
            /**
             * The last digits of the card number, usually four. With an eight-digit `issuer_id_number` you should send two, unless the card's brand is Discover, JCB, Mastercard, UnionPay or Visa. Four are not rejected: where the service needs only two, it cuts them, with a warning.
             * @example 7643
             */
            last_digits?: string | undefined;
            /**
             * The name that `last_digits` had until January 2022.
             * @see https://dev.maxmind.com/minfraud/release-notes/2022/
             * @deprecated Send `last_digits`; the service still takes this name.
             * @example 7643
             */
            last_4_digits?: string | undefined;
            /**
             * A token that stands for the card in your system: 1 to 255 printable ASCII characters without spaces, and more than 19 of them when all are digits. Not the card number, nor something simply made from it. A token that merely looks like a card number may get a fixed prefix, such as `token-`.
             * @example tok_OQRST14PLQ98323
             */
            token?: string | undefined;
            /**
             * The name of the issuing bank, as the end user gave it, at most 255 characters.
             * @example Example Savings Bank
             */
            bank_name?: string | undefined;
            /**
             * The country calling code of the bank's phone number, as the end user gave it: one to four digits, without `+` or leading `00`.
             * @example 1
             */
            bank_phone_country_code?: string | undefined;
            /**
             * The bank's phone number without the country code, as the end user gave it, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one.
             * @example 800-555-0142
             */
            bank_phone_number?: string | undefined;
            /**
             * The ISO 3166-1 alpha-2 code of the country where the card was issued: two capital letters. Useful in place of `issuer_id_number`, when you do not have that or do not want to pass it on.
             * @example US
             */
            country?: string | undefined;
            /**
             * The code of the address verification (AVS), as the payment processor gave it: one character. Leave it out when no check was made.
             * @example Y
             */
            avs_result?: string | undefined;
            /**
             * The code of the card verification (CVV), as the payment processor gave it: one character. Never the CVV itself. Leave it out when no check was made.
             * @example M
             */
            cvv_result?: string | undefined;
            /**
             * The outcome of 3-D Secure: `true` when the customer was verified, `false` when verification failed. Leave it out when it was not used, was unavailable or ended in any other way.
             * @example true
             */
            was_3d_secure_successful?: boolean | undefined;
        };
        /**
         * What the issuer identification number (IIN, the first 6 or 8 digits) tells about the card.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card
         */
        CreditCardResult: {
            /**
             * The brand of the card, such as `Visa`, `Discover` or `American Express`. Up to 255 characters. Absent when the service sends none.
             * @example Visa
             */
            brand?: string;
            /**
             * Where most customers with this IIN live by their billing addresses, as an ISO 3166-1 alpha-2 code of two letters. When they are spread over many countries: the country of the issuing bank. Absent when the service sends none.
             * @example US
             */
            country?: string;
            /**
             * `true` for a business card, `false` for another one. Absent unless the request held a valid issuer identification number.
             */
            is_business?: boolean;
            /**
             * Whether the country of the billing address is the `country` of the card. Absent when one of the two is not known.
             */
            is_issued_in_billing_address_country?: boolean;
            /**
             * `true` for a prepaid card, `false` for another one. Absent unless the request held a valid issuer identification number.
             */
            is_prepaid?: boolean;
            /**
             * `true` for a virtual card, which has no plastic, `false` for another one. Absent unless the request held a valid issuer identification number.
             */
            is_virtual?: boolean;
            /**
             * The bank that issued the card, and whether the bank in the request matches it. Absent when the service sends none.
             */
            issuer?: components["schemas"]["Issuer"];
            /**
             * Whether the card is a charge, credit or debit card. Absent when the service sends none.
             */
            type?: components["schemas"]["CardType"];
        };
        /**
         * CustomInputs
         * Inputs of your own, by name, at most 100. Each must first be defined, with its type, in the account portal; an input that is not defined is ignored with a warning. Names have 1 to 25 lower-case letters, digits and underscores and are sent as they are. A full card number in a value is rejected.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--custom-inputs
         * @example {
         *       "section": "news",
         *       "previous_purchases": 19,
         *       "discount": 3.2,
         *       "previous_user": true
         * }
         */
        CustomInputs: {
            [key: string]: string | number | boolean;
        };
        /**
         * DeliverySpeed
         * How fast the order is to be delivered.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping__delivery_speed
         * @example standard
         * @enum {string}
         */
        DeliverySpeed: "same_day" | "overnight" | "expedited" | "standard";
        /**
         * Device
         * The device that the customer uses.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--device
         */
        Device: {
            /**
             * The public IP address of the customer's device: IPv4 in dotted-quad or IPv6 in hexadecimal-colon notation, with no port, zone or prefix length. Take it from the connection or from a proxy you trust, and leave it out when the order came by phone or mail. The sandbox knows 128.101.101.101, 74.209.24.1 and 65.116.3.80.
             * @example 128.101.101.101
             * @example 2001:db8::ff00:42:8329
             */
            ip_address?: string | undefined;
            /**
             * The `User-Agent` header that the customer's browser sent, at most 512 characters.
             * @example Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
             */
            user_agent?: string | undefined;
            /**
             * The `Accept-Language` header that the customer's browser sent, at most 255 characters.
             * @example en-US,en;q=0.8
             */
            accept_language?: string | undefined;
            /**
             * Seconds between the creation of the user's session and the event, fractions allowed, from 0 to 1e13 − 1. Counted from the start of the first visit, not the length of the current one.
             * @example 3600.5
             */
            session_age?: number | undefined;
            /**
             * An ID that names the visitor's session on your site, at most 255 characters. A hash of the session ID works as well and reveals nothing.
             * @example c2ffa1b7-f5c5-4702-beb2-4254794fe391
             */
            session_id?: string | undefined;
            /**
             * The token that MaxMind's device tracking code (web, Android, iOS) gave your page or app for this visit, at most 255 characters. It links the transaction to a device with certainty, instead of by IP address.
             * @example tt-7d1c0a52f0b94f8f
             */
            tracking_token?: string | undefined;
        };
        /**
         * The device that MaxMind believes is behind the IP address. Its `id` needs the device tracking add-on.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--device
         */
        DeviceResult: {
            /**
             * How certain it is that `id` stands for one device rather than a group of similar ones, from 0.01 (hardly) to 99 (nearly certain). Absent when the service sends none.
             * @example 99
             */
            confidence?: number;
            /**
             * Format: uuid
             * The identifier of the device, a UUID. Absent unless you use the device tracking add-on.
             * @example b7f3f9a4-5a0e-4c2e-9a44-3d6c1f0e7a15
             */
            id?: string;
            /**
             * Format: date-time
             * When the device was last seen, as RFC 3339. Up to 255 characters. Absent when the service sends none.
             * @example 2026-11-20T08:14:05Z
             */
            last_seen?: string;
            /**
             * Format: date-time
             * Date and time of the transaction by the UTC offset of the device itself, as RFC 3339. Up to 255 characters. Compare it with `ip_address.location.local_time`. It is a string, so that the offset is not lost. Absent when the service sends none.
             * @example 2026-11-21T19:17:25-06:00
             */
            local_time?: string;
        };
        /**
         * What your custom rules decided.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition
         */
        Disposition: {
            /**
             * What to do with the transaction.
             */
            action: components["schemas"]["DispositionAction"];
            /**
             * Why `action` is what it is.
             */
            reason: components["schemas"]["DispositionReason"];
            /**
             * The label of the rule that decided. Absent when no rule matched, or the rule has no label.
             * @example review-high-ip-risk
             */
            rule_label?: string;
        };
        /**
         * What your custom rules say to do with a transaction.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__action
         */
        DispositionAction: "accept" | "reject" | "manual_review" | "test" | (string & {});
        /**
         * Why a disposition has its action.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--disposition__reason
         */
        DispositionReason: "default" | "custom_rule" | (string & {});
        /**
         * DispositionUpdate
         * The current disposition and note of one transaction. MaxMind may add keys.
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
         */
        DispositionUpdate: {
            /**
             * Format: uuid
             * Identifier of the transaction, the `id` of its score.
             * @example 5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae
             */
            minfraud_id: string;
            /**
             * The latest disposition.
             */
            action: components["schemas"]["DispositionUpdateAction"];
            /**
             * Format: date-time
             * When the disposition was set, in RFC 3339 with up to microseconds.
             * @example 2026-03-14T22:04:01.04425Z
             */
            action_last_updated: string;
            /**
             * The latest note of the reviewer, up to 500 characters; `null` without a note. Absent when the service sends none.
             */
            note?: string | null;
            /**
             * Format: date-time
             * When the note was set or cleared, in RFC 3339 with up to microseconds; `null` when the transaction never had a note. Absent when the service sends none.
             */
            note_last_updated?: string | null;
        };
        /**
         * DispositionUpdateAction
         * What a reviewer, or the end of the review period, decided on a transaction.
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
         */
        DispositionUpdateAction: "accept" | "reject" | "manual_review" | "expired_review" | (string & {});
        /**
         * DispositionUpdates
         * A page of up to 1000 transactions whose disposition or note was changed by hand, or whose review period ran out, after `updates_after`: the earliest changes first.
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-successful
         */
        DispositionUpdates: {
            /**
             * Format: date-time
             * The cursor: the time that the last transaction of this page was sorted by, in RFC 3339 with microseconds. Send it as `updates_after` to get the next page. It need not be any of the times in that transaction, so never compute it from them. What an empty page holds here is not documented. Absent when the service sends none.
             * @example 2026-03-15T22:06:56.848123Z
             */
            last_update_timestamp?: string | null;
            /**
             * The changed transactions, at most 1000, sorted by the earlier of the two times (disposition, note) that lies after `updates_after`.
             */
            updates: components["schemas"]["DispositionUpdate"][];
        };
        /**
         * DispositionsBadRequestError
         * The Dispositions service rejected the query string (status 400).
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-unsuccessful
         */
        DispositionsBadRequestError: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "UPDATES_AFTER_REQUIRED" | "TIMESTAMP_INVALID" | "PARAMETER_UNKNOWN" | (string & {});
            /**
             * The error in words, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * DispositionsForbiddenError
         * The account may not use the Dispositions service (status 403).
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-unsuccessful
         */
        DispositionsForbiddenError: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "PERMISSION_REQUIRED" | (string & {});
            /**
             * The error in words, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * DispositionsUnauthorizedError
         * The Dispositions service did not accept the credentials (status 401).
         * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#body-unsuccessful
         */
        DispositionsUnauthorizedError: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "AUTHORIZATION_INVALID" | "LICENSE_KEY_REQUIRED" | "ACCOUNT_ID_REQUIRED" | (string & {});
            /**
             * The error in words, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * Email
         * The email address of the end user who caused the event.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--email
         */
        Email: {
            /**
             * The email address, at most 255 characters, or the MD5 of the address in MaxMind's normal form, 32 hexadecimal digits. Addresses with international domains and new top-level domains are fine. With an MD5, send `domain` too.
             * @example customer@example.com
             * @example 977577b140bfb7c516e4746204fbdb01
             */
            address?: string | undefined;
            /**
             * The domain of the email address, without the `@`, at most 255 characters. Needed only when `address` is an MD5 or is not sent.
             * @example example.com
             */
            domain?: string | undefined;
        };
        /**
         * What is known of the domain of the email address. Sent only when the request held the domain or the address itself rather than its hash.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain
         */
        EmailDomain: {
            /**
             * What kind of organization runs the domain. Absent when it is not known.
             */
            classification?: components["schemas"]["EmailDomainClassification"];
            /**
             * Format: date
             * The day on which MaxMind first saw the domain, as `YYYY-MM-DD`, never before 2019-01-01. Absent when the service sends none.
             * @example 2019-03-11
             */
            first_seen?: string;
            /**
             * The risk of the domain, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @example 1.23
             */
            risk?: number;
            /**
             * What an automated visit to the domain found. Absent for a domain with a high volume, and for a new one until it was visited.
             */
            visit?: components["schemas"]["EmailDomainVisit"];
            /**
             * How much the domain is used on the minFraud network, in sightings per million, from 0.001 to 1,000,000, rounded to two significant figures. For comparison: hundreds of thousands for the largest free providers, single digits for large companies. Absent when the service sends none.
             * @example 6.5
             */
            volume?: number;
        };
        /**
         * What kind of organization runs an email domain. New values may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain__classification
         */
        EmailDomainClassification: "business" | "education" | "government" | "isp_email" | (string & {});
        /**
         * The result of an earlier automated visit to the email domain. A domain that is new to the network is visited within minutes, so only later requests have it. Domains with a high volume (large providers and companies) are not visited.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit
         */
        EmailDomainVisit: {
            /**
             * `true` when the domain redirects visitors to another address; `status` then describes the final address. Absent otherwise.
             */
            has_redirect?: boolean;
            /**
             * Format: date
             * The day of the visit, as `YYYY-MM-DD`: how fresh the other fields are. Absent when the service sends none.
             * @example 2026-11-15
             */
            last_visited_on?: string;
            /**
             * How the visit went. Absent until the first visit is done.
             */
            status?: components["schemas"]["EmailDomainVisitStatus"];
        };
        /**
         * How an automated visit to an email domain went. New values may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email--domain--visit__status
         */
        EmailDomainVisitStatus: "live" | "dns_error" | "network_error" | "http_error" | "parked" | "pre_development" | (string & {});
        /**
         * What is known of the email address.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--email
         */
        EmailResult: {
            /**
             * What is known of the domain of the address. Absent when the service sends none.
             */
            domain?: components["schemas"]["EmailDomain"];
            /**
             * Format: date
             * The day on which MaxMind first saw the address, as `YYYY-MM-DD`, never before 2008-01-01. An address that has been around for years is a good sign. Absent when the service sends none.
             * @example 2018-02-03
             */
            first_seen?: string;
            /**
             * Whether the address is from a provider of throw-away addresses. Absent unless the request held a valid address or domain.
             */
            is_disposable?: boolean;
            /**
             * Whether the domain is that of a provider of free addresses, such as Gmail or Yahoo! Mail. Absent unless the request held a valid address or domain.
             */
            is_free?: boolean;
            /**
             * Whether the address is likely to be used for fraud. It is part of `risk_score` already. Absent unless the request held a valid address or its MD5.
             */
            is_high_risk?: boolean;
        };
        /**
         * Event
         * What is happening, when, and where in your system.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event
         */
        Event: {
            /**
             * Your own ID of the transaction, in any format, at most 255 characters. It finds the transaction again in MaxMind's logs, alerts and emails, and in a later report.
             * @example txn-3134133
             */
            transaction_id?: string | undefined;
            /**
             * Your own ID of the shop, affiliate or merchant where the order comes from, in any format, at most 255 characters. Required for resellers, payment providers, gateways and affiliate networks. When you test against production, let it start with `test`.
             * @example shop-2123
             */
            shop_id?: string | undefined;
            /**
             * Format: date-time
             * When the event happened, as an RFC 3339 date-time with `Z` or an offset. Omit it when you score events as they happen: the service then takes the current time. For events scored later only, and at most one year back; an older time is replaced by the current time, with a warning.
             * @example 2026-07-01T12:20:50.52Z
             */
            time?: string | undefined;
            /**
             * The kind of event that is scored.
             */
            type?: components["schemas"]["EventType"] | undefined;
            /**
             * Who submits the event. Telling agents from customers avoids false alarms when staff place orders for customers.
             */
            party?: components["schemas"]["EventParty"] | undefined;
        };
        /**
         * EventParty
         * Who submits the event. Telling agents from customers avoids false alarms when staff place orders for customers.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__party
         * @example customer
         * @enum {string}
         */
        EventParty: "agent" | "customer";
        /**
         * EventType
         * The kind of event that is scored.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--event__type
         * @example purchase
         * @enum {string}
         */
        EventType: "account_creation" | "account_login" | "credit_application" | "email_change" | "fund_transfer" | "password_reset" | "payout_change" | "purchase" | "recurring_purchase" | "referral" | "sim_swap" | "survey";
        /**
         * The response of minFraud Factors: everything in Insights, and the reasons that raised or lowered the score.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
         */
        Factors: {
            /**
             * Format: uuid
             * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
             * @example 0f2f7a52-9d1c-4a0e-8a53-6c7f0d2b8e41
             */
            id: string;
            /**
             * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
             * @example 3.42
             */
            risk_score: number;
            /**
             * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
             * @example 412.58
             */
            funds_remaining: number;
            /**
             * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `funds_remaining`. Always present.
             * @example 27505
             */
            queries_remaining: number;
            /**
             * Where the IP address is, whose network it belongs to, whether it hides its user, and how risky it is. Absent when the request held no usable `device.ip_address`.
             */
            ip_address?: components["schemas"]["IpAddress"];
            /**
             * What your custom rules decided about this transaction. Absent when the account has no custom rules.
             */
            disposition?: components["schemas"]["Disposition"];
            /**
             * What is known of the card from its issuer identification number. Absent when the request held no `credit_card.issuer_id_number`.
             */
            credit_card?: components["schemas"]["CreditCardResult"];
            /**
             * The device that MaxMind believes is behind the IP address. Absent when the service knows none.
             */
            device?: components["schemas"]["DeviceResult"];
            /**
             * What is known of the email address and its domain. Absent when the request held neither.
             */
            email?: components["schemas"]["EmailResult"];
            /**
             * How the shipping address fits the IP address and the billing address. Absent when the request held no shipping address.
             */
            shipping_address?: components["schemas"]["ShippingAddress"];
            /**
             * What is known of the shipping phone number. Absent when the request held none, or nothing is known of it.
             */
            shipping_phone?: components["schemas"]["Phone"];
            /**
             * How the billing address fits the IP address. Absent when the request held no billing address.
             */
            billing_address?: components["schemas"]["BillingAddress"];
            /**
             * What is known of the billing phone number. Absent when the request held none, or nothing is known of it.
             */
            billing_phone?: components["schemas"]["Phone"];
            /**
             * Why the score is what it is: groups of reasons, each with the factor by which it multiplied the score. Mostly given for transactions of medium and high risk. Absent when no reason changed the score much. Factors only.
             */
            risk_score_reasons?: components["schemas"]["RiskScoreReason"][];
            /**
             * Risk factor scores, one for each part of the transaction. Absent since March 2025.
             * @deprecated Since November 2024. Read `risk_score_reasons`.
             */
            subscores?: components["schemas"]["Subscores"];
            /**
             * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Absent when there are no warnings.
             */
            warnings?: components["schemas"]["Warning"][];
        };
        /**
         * The error body when the account may not use the service (HTTP 403). A request over 20,000 bytes gets 403 too, without a JSON body.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
         */
        Forbidden: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "PERMISSION_REQUIRED" | (string & {});
            /**
             * What went wrong, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * The response of minFraud Insights: everything in Score, and the facts about IP address, card, device, email address, postal addresses and phones that the score rests on. An object is absent when the request held nothing to fill it.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
         */
        Insights: {
            /**
             * Format: uuid
             * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
             * @example 0f2f7a52-9d1c-4a0e-8a53-6c7f0d2b8e41
             */
            id: string;
            /**
             * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
             * @example 3.42
             */
            risk_score: number;
            /**
             * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
             * @example 412.58
             */
            funds_remaining: number;
            /**
             * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `funds_remaining`. Always present.
             * @example 27505
             */
            queries_remaining: number;
            /**
             * Where the IP address is, whose network it belongs to, whether it hides its user, and how risky it is. Absent when the request held no usable `device.ip_address`.
             */
            ip_address?: components["schemas"]["IpAddress"];
            /**
             * What your custom rules decided about this transaction. Absent when the account has no custom rules.
             */
            disposition?: components["schemas"]["Disposition"];
            /**
             * What is known of the card from its issuer identification number. Absent when the request held no `credit_card.issuer_id_number`.
             */
            credit_card?: components["schemas"]["CreditCardResult"];
            /**
             * The device that MaxMind believes is behind the IP address. Absent when the service knows none.
             */
            device?: components["schemas"]["DeviceResult"];
            /**
             * What is known of the email address and its domain. Absent when the request held neither.
             */
            email?: components["schemas"]["EmailResult"];
            /**
             * How the shipping address fits the IP address and the billing address. Absent when the request held no shipping address.
             */
            shipping_address?: components["schemas"]["ShippingAddress"];
            /**
             * What is known of the shipping phone number. Absent when the request held none, or nothing is known of it.
             */
            shipping_phone?: components["schemas"]["Phone"];
            /**
             * How the billing address fits the IP address. Absent when the request held no billing address.
             */
            billing_address?: components["schemas"]["BillingAddress"];
            /**
             * What is known of the billing phone number. Absent when the request held none, or nothing is known of it.
             */
            billing_phone?: components["schemas"]["Phone"];
            /**
             * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Absent when there are no warnings.
             */
            warnings?: components["schemas"]["Warning"][];
        };
        /**
         * What Insights and Factors know about the IP address: the GeoIP Insights record, plus `risk`, `risk_reasons` and `location.local_time`. Each object is absent when nothing is known.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
         */
        IpAddress: {
            /**
             * The risk of the IP address at this moment, from 0.01 (low) to 99 (high), judged by its traffic on your account and on the whole minFraud network. Absent when the service sends none.
             * @example 1.27
             */
            risk?: number;
            /**
             * The reasons for the risk of the IP address. Given for addresses of high risk. Absent when the service gives no reason.
             */
            risk_reasons?: components["schemas"]["IpRiskReason"][];
            /**
             * Whether the address belongs to a VPN, a proxy, a hosting provider or Tor, and how certain that is. Absent when it does not.
             */
            anonymizer?: components["schemas"]["Anonymizer"];
            /**
             * The city of the address. Absent when it is not known.
             */
            city?: components["schemas"]["City"];
            /**
             * The continent of the address. Absent when the service sends none.
             */
            continent?: components["schemas"]["Continent"];
            /**
             * The country where the end user is believed to be. Absent when the service sends none.
             */
            country?: components["schemas"]["Country"];
            /**
             * Coordinates, time zone and population data of the place. Absent when the service sends none.
             */
            location?: components["schemas"]["Location"];
            /**
             * The postal code near the end user. Absent when it is not known.
             */
            postal?: components["schemas"]["Postal"];
            /**
             * The country in which the internet provider registered the address. It may differ from `country`. Absent when the service sends none.
             */
            registered_country?: components["schemas"]["RegisteredCountry"];
            /**
             * The country that the users of the address stand for, when that is not the country they are in: an overseas military base, for instance. Absent otherwise.
             */
            represented_country?: components["schemas"]["RepresentedCountry"];
            /**
             * The parts of the country (state, province, county) that hold the address, largest first. Absent when none is known.
             */
            subdivisions?: components["schemas"]["Subdivision"][];
            /**
             * The network: provider, connection, kind of user, mobile codes, static score. Absent when the service sends none.
             */
            traits?: components["schemas"]["Traits"];
        };
        /**
         * One reason for the risk of the IP address.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons
         */
        IpRiskReason: {
            /**
             * The reason, for machines. Up to 255 characters; new codes may appear.
             */
            code: components["schemas"]["IpRiskReasonCode"];
            /**
             * The reason, for people. The wording may change at any time: do not match against it.
             * @example The address is part of an anonymous network: see /ip_address/anonymizer.
             */
            reason: string;
        };
        /**
         * Why an IP address has the risk that it has. New codes may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--risk-reasons__code
         */
        IpRiskReasonCode: "ANONYMOUS_IP" | "BILLING_POSTAL_VELOCITY" | "EMAIL_VELOCITY" | "HIGH_RISK_DEVICE" | "HIGH_RISK_EMAIL" | "ISSUER_ID_NUMBER_VELOCITY" | "MINFRAUD_NETWORK_ACTIVITY" | (string & {});
        /**
         * The bank that issued the card.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--credit-card--issuer
         */
        Issuer: {
            /**
             * Whether `name` matches the `credit_card.bank_name` of the request. Absent when the request held no bank name or IIN, or the name is not known to MaxMind.
             */
            matches_provided_name?: boolean;
            /**
             * Whether `phone_number` matches the bank phone number of the request. Absent when the request held no bank phone number or IIN, or the number is not known to MaxMind.
             */
            matches_provided_phone_number?: boolean;
            /**
             * The name of the issuing bank. Up to 255 characters. Absent when the service sends none.
             * @example Example Savings Bank
             */
            name?: string;
            /**
             * The phone number of the issuing bank. It may be out of date. Up to 255 characters. Absent when the service sends none.
             * @example 800-555-0134
             */
            phone_number?: string;
        };
        /**
         * LegacyBadRequestError
         * Response of the two legacy services to a malformed request (status 400). No code is documented for it, so expect any code, or none.
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#http-status-codes
         */
        LegacyBadRequestError: {
            /**
             * Why the request was rejected. Absent when the service sends none.
             */
            err?: string;
        };
        /**
         * LegacyForbiddenError
         * Response of the two legacy services when the account may not use the service (status 403; 200 until 2026-06-30).
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#http-status-codes
         */
        LegacyForbiddenError: {
            /**
             * Why the request was rejected, for programs. MaxMind may add codes.
             */
            err: "PERMISSION_REQUIRED" | (string & {});
        };
        /**
         * LegacyOrder
         * An order to score with minFraud Legacy. Everything is sent as one form; field names are case-sensitive. Only the IP address and the license key are required, and every further field makes the score better. Values longer than a field's limit are cut by the service.
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#input
         */
        LegacyOrder: {
            /**
             * IP address of the customer who places the order, IPv4 or IPv6. An address that is not public or not known to GeoIP is scored with the warning `IP_NOT_FOUND`.
             * @example 203.0.113.24
             * @example 2001:db8::2:1
             */
            i: string;
            /**
             * License key of the MaxMind account. It is the only credential of this service: there is no account ID and no Authorization header. Send it in the form body, never in a URL. At most 255 characters.
             */
            license_key: string;
            /**
             * City of the billing address. At most 255 characters.
             */
            city?: string | undefined;
            /**
             * State or region of the billing address. At most 255 characters.
             */
            region?: string | undefined;
            /**
             * Postal code of the billing address. At most 255 characters.
             */
            postal?: string | undefined;
            /**
             * Country of the billing address, as an ISO 3166 code or as the full name. At most 255 characters.
             */
            country?: string | undefined;
            /**
             * Street line of the shipping address. The five shipping fields are matched against known high-risk addresses; send them for physical goods only. At most 255 characters.
             */
            shipAddr?: string | undefined;
            /**
             * City of the shipping address. At most 255 characters.
             */
            shipCity?: string | undefined;
            /**
             * State or region of the shipping address. At most 255 characters.
             */
            shipRegion?: string | undefined;
            /**
             * Postal code of the shipping address. At most 255 characters.
             */
            shipPostal?: string | undefined;
            /**
             * Country of the shipping address. At most 255 characters.
             */
            shipCountry?: string | undefined;
            /**
             * Domain of the customer's email address, in plain text. Without it the output `freeMail` is always `No`. At most 255 characters.
             */
            domain?: string | undefined;
            /**
             * Phone number of the customer in nearly any notation: the service keeps the digits only. At most 255 characters.
             */
            custPhone?: string | undefined;
            /**
             * Email address of the customer, at most 255 characters, or the MD5 (32 hexadecimal digits, no salt) of the address in MaxMind's normal form.
             * @example 977577b140bfb7c516e4746204fbdb01
             */
            emailMD5?: string | undefined;
            /**
             * MD5 (32 hexadecimal digits, no salt) of the customer's lower-cased user name.
             */
            usernameMD5?: string | undefined;
            /**
             * First six or eight digits of the card number (BIN or IIN), which identify the issuing bank. Never more of the card number than that.
             * @example 411111
             */
            bin?: string | undefined;
            /**
             * Name of the issuing bank as the customer states it, to verify that they hold the card. Needs `bin`. At most 255 characters.
             */
            binName?: string | undefined;
            /**
             * Customer service number on the back of the card as the customer states it, to verify that they hold the card. Needs `bin`. At most 255 characters.
             */
            binPhone?: string | undefined;
            /**
             * `User-Agent` header of the customer's browser. Links fraudulent orders of one browser across addresses and cards. At most 255 characters.
             */
            user_agent?: string | undefined;
            /**
             * `Accept-Language` header of the customer's browser. Links fraudulent orders of one browser across addresses and cards. At most 255 characters.
             */
            accept_language?: string | undefined;
            /**
             * Your own identifier of the transaction. It is searchable in the account portal and comes back in alerts. At most 255 characters.
             */
            txnID?: string | undefined;
            /**
             * Total amount of the order in the currency of `order_currency`: up to 14 digits before and 3 after the decimal point.
             * @example 323.21
             */
            order_amount?: number | undefined;
            /**
             * Currency of the order as an ISO 4217 code of three capital letters, such as `USD`.
             * @example USD
             */
            order_currency?: string | undefined;
            /**
             * Your own identifier of the shop, affiliate or merchant the order comes from. Resellers, payment providers, gateways and affiliate networks must send it. At most 255 characters.
             */
            shopID?: string | undefined;
            /**
             * How the order is paid, or what kind of event it is when nothing is bought.
             * @enum {string}
             */
            txn_type?: ("creditcard" | "debitcard" | "paypal" | "google" | "other" | "lead" | "survey" | "sitereg") | undefined;
            /**
             * Result of the Address Verification System check as the card processor returned it, a standard one-character AVS code. Run the check before asking for a score.
             * @example Y
             */
            avs_result?: string | undefined;
            /**
             * Result of the card verification value check as the processor returned it, a single letter. Never the CVV itself.
             * @example N
             */
            cvv_result?: string | undefined;
            /**
             * Service level of the response. Without it, the account's highest level is used.
             * @enum {string}
             */
            requested_type?: ("standard" | "premium") | undefined;
        };
        /**
         * LegacyPaymentRequiredError
         * Response of the two legacy services when the account cannot pay for the query (status 402; 200 until 2026-06-30).
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#http-status-codes
         */
        LegacyPaymentRequiredError: {
            /**
             * Why the request was rejected, for programs. MaxMind may add codes.
             */
            err: "MAX_REQUESTS_REACHED" | (string & {});
        };
        /**
         * LegacyResult
         * What minFraud Legacy says about an order. The response is text: `name=value` fields between semicolons, in ISO-8859-1, without any escaping, in no fixed order. Each property says what its value means once it is read; an empty value stands for no value.
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
         */
        LegacyResult: {
            /**
             * Risk of the order from 0.01 to 100: a score of 20 stands for a 20% chance of fraud. It is never 0. Since API version 1.1. Absent when the service sends none.
             */
            riskScore?: number;
            /**
             * Score of the first generation. Since API version 1.0, and not sent since 1.3. No longer supported. Absent when the service sends none.
             * @deprecated Read `riskScore`.
             */
            score?: number;
            /**
             * Words that explain `score` (not `riskScore`). Since API version 1.1, and not sent since 1.3. No longer supported. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             */
            explanation?: string;
            /**
             * Whether the country of the IP address is the country of the billing address; a mismatch raises the risk. Absent when the order had no `country`. Since API version 1.0.
             * @enum {string}
             */
            countryMatch?: "Yes" | "No";
            /**
             * Whether the country counted as high-risk. Since API version 1.0. No longer maintained. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             * @enum {string}
             */
            highRiskCountry?: "Yes" | "No";
            /**
             * Kilometres between the location of the IP address and the billing address. The longer, the riskier. Since API version 1.0. Absent when the service sends none.
             */
            distance?: number;
            /**
             * Radius in kilometres around the location within which the IP address probably is. Since API version 1.2. Absent when the service sends none.
             */
            ip_accuracyRadius?: number;
            /**
             * Name of the city of the IP address, as GeoNames spells it. Since API version 1.0. Absent when the service sends none.
             */
            ip_city?: string;
            /**
             * ISO 3166-2 code of the state or region of the IP address. Until 2022-05-31 it was a FIPS 10-4 code outside the United States and Canada. Since API version 1.0. Absent when the service sends none.
             */
            ip_region?: string;
            /**
             * Name of the state or region of the IP address, as GeoNames spells it. Since API version 1.2. Absent when the service sends none.
             */
            ip_regionName?: string;
            /**
             * Postal code of the IP address where known: the first three characters in Canada, the first two to four (the outward code) in the United Kingdom. Since API version 1.2. Absent when the service sends none.
             */
            ip_postalCode?: string;
            /**
             * Code of a Google advertising market in the United States. Since API version 1.2. No longer maintained. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             */
            ip_metroCode?: number;
            /**
             * Telephone area code of the IP address. Since API version 1.2. Empty since 2022-05-31. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             */
            ip_areaCode?: string;
            /**
             * ISO 3166-1 code of the country of the IP address, or one of the special codes `A1` (anonymous proxy; not sent since February 2025), `A2` (satellite provider), `EU` (block used across Europe), `AP` (block used across Asia and the Pacific). United States military bases abroad are `US`. Since API version 1.0. Absent when the service sends none.
             */
            countryCode?: string;
            /**
             * Name of the country of the IP address, as GeoNames spells it. Since API version 1.2. Absent when the service sends none.
             */
            ip_countryName?: string;
            /**
             * Two-letter code of the continent of the IP address. Since API version 1.2. Absent when the service sends none.
             */
            ip_continentCode?: "AF" | "AN" | "AS" | "EU" | "NA" | "OC" | "SA" | (string & {});
            /**
             * Approximate latitude of the IP address in degrees, from -90 to 90: a point near the middle of the smallest area known (postal code, city, region or country). Not fit to find an address or a household. Since API version 1.0. Absent when the service sends none.
             */
            ip_latitude?: number;
            /**
             * Approximate longitude of the IP address in degrees, from -180 to 180. Not fit to find an address or a household. Since API version 1.0. Absent when the service sends none.
             */
            ip_longitude?: number;
            /**
             * IANA name of the time zone of the IP address, such as `America/Chicago`. Since API version 1.2. Absent when the service sends none.
             */
            ip_timeZone?: string;
            /**
             * Autonomous system number of the IP address, often with the name of its organization behind it, such as `AS64496 Example Net`. Since API version 1.2. Absent when the service sends none.
             */
            ip_asnum?: string;
            /**
             * Kind of user behind the IP address. Since API version 1.2. Absent when the service sends none.
             */
            ip_userType?: "business" | "cafe" | "cellular" | "college" | "contentDeliveryNetwork" | "government" | "hosting" | "library" | "military" | "residential" | "router" | "school" | "searchEngineSpider" | "traveler" | (string & {});
            /**
             * Kind of connection of the IP address. Since API version 1.2. Absent when the service sends none.
             */
            ip_netSpeedCell?: "Dialup" | "Cable/DSL" | "Corporate" | "Cellular" | (string & {});
            /**
             * Registered domain of the IP address: `example.com` or `example.co.uk`, never a host below it. Since API version 1.2. Absent when the service sends none.
             */
            ip_domain?: string;
            /**
             * Name of the Internet service provider of the IP address. Since API version 1.0. Absent when the service sends none.
             */
            ip_isp?: string;
            /**
             * Name of the organization that uses the IP address. Since API version 1.0. Absent when the service sends none.
             */
            ip_org?: string;
            /**
             * How sure MaxMind is of the city, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
             */
            ip_cityConf?: number;
            /**
             * How sure MaxMind is of the region, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
             */
            ip_regionConf?: number;
            /**
             * How sure MaxMind is of the postal code, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
             */
            ip_postalConf?: number;
            /**
             * How sure MaxMind is of the country, in percent from 0 to 100. Since API version 1.2. Absent when the service sends none.
             */
            ip_countryConf?: number;
            /**
             * Whether the IP address is an anonymous proxy, which is a strong sign of fraud. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            anonymousProxy?: "Yes" | "No";
            /**
             * How likely the IP address is high-risk, from 0 to 4: 0.5 stands for 15% fraud, 1 for 30%, 2 for 60%, 3 and more for 90%. Anonymous proxies mostly have 0 here. Since API version 1.0. Absent when the service sends none.
             */
            proxyScore?: number;
            /**
             * Whether the IP address is a known company proxy. Since API version 1.2. Absent when the service sends none.
             * @enum {string}
             */
            ip_corporateProxy?: "Yes" | "No";
            /**
             * Whether the email domain belongs to a free provider. Always `No` when no `domain` was sent. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            freeMail?: "Yes" | "No";
            /**
             * Whether the email address is known as high-risk. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            carderEmail?: "Yes" | "No";
            /**
             * Whether the user name was known as high-risk. Since API version 1.0. MaxMind will remove it. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             * @enum {string}
             */
            highRiskUsername?: "Yes" | "No";
            /**
             * Whether the password was known as high-risk. Since API version 1.0. MaxMind will remove it. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             * @enum {string}
             */
            highRiskPassword?: "Yes" | "No";
            /**
             * Whether the billing country is the country of most users of this BIN (or of the issuing bank when its users are spread widely). `NotFound`: the `bin` is unknown. `NA`: no `bin` was sent. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            binMatch?: "Yes" | "No" | "NotFound" | "NA";
            /**
             * ISO 3166-1 alpha-2 code of the country of most users of this BIN, by their billing addresses, or of the issuing bank when its users are spread widely. Premium level; at standard level only when `binMatch` is `Yes`. Since API version 1.0. Absent when the service sends none.
             */
            binCountry?: string;
            /**
             * Whether the bank's name matches the `binName` that was sent. `NotFound`: the `bin` is unknown. `NA`: no `binName` was sent. Since API version 1.1. Absent when the service sends none.
             * @enum {string}
             */
            binNameMatch?: "Yes" | "No" | "NotFound" | "NA";
            /**
             * Name of the issuing bank, known for about 96% of all BINs. Premium level only. Since API version 1.1. Absent when the service sends none.
             */
            binName?: string;
            /**
             * Whether the bank's phone number matches the `binPhone` that was sent. `NotFound`: the `bin` is unknown. `NA`: no `binPhone` was sent. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            binPhoneMatch?: "Yes" | "No" | "NotFound" | "NA";
            /**
             * Phone number of the issuing bank, known for about 75% of all BINs and sometimes out of date. Premium level only. Since API version 1.0. Absent when the service sends none.
             */
            binPhone?: string;
            /**
             * Whether the card is a prepaid or gift card. Absent when no `bin` was sent. Premium level only. Since API version 1.3.
             * @enum {string}
             */
            prepaid?: "Yes" | "No";
            /**
             * Whether the customer's phone number belongs to the billing postal code. `No` may also mean that the number is not listed; `NotFound`: its prefix is unknown. United States only, absent elsewhere. Since API version 1.0.
             * @enum {string}
             */
            custPhoneInBillingLoc?: "Yes" | "No" | "NotFound";
            /**
             * Whether the shipping address is known as high-risk. `NA`: the address could not be understood. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            shipForward?: "Yes" | "No" | "NA";
            /**
             * Whether city and state of the billing address fit its postal code. Outside the United States since 2016-12-05 too. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            cityPostalMatch?: "Yes" | "No";
            /**
             * Whether city and state of the shipping address fit its postal code. Outside the United States since 2016-12-05 too. Since API version 1.0. Absent when the service sends none.
             * @enum {string}
             */
            shipCityPostalMatch?: "Yes" | "No";
            /**
             * Queries that the account has left. Since API version 1.0. Absent when the service sends none.
             */
            queriesRemaining?: number;
            /**
             * Identifier of this response, eight characters. Quote it to MaxMind's support, and as `maxmind_id` when you report the transaction. Since API version 1.0. Absent when the service sends none.
             */
            maxmindID?: string;
            /**
             * API version of this response, such as `1.3`. New accounts get the latest one; older accounts stay on the one that was current when they signed up. Since API version 1.3. Absent when the service sends none.
             */
            minfraud_version?: string;
            /**
             * Service level of this response. Since API version 1.3. Absent when the service sends none.
             */
            service_level?: "standard" | "premium" | (string & {});
            /**
             * What was wrong with the input; the order was scored nevertheless. Absent when nothing was. A rejected order has one of the error codes here instead, and no score: see the 4xx responses. Since API version 1.0.
             */
            err?: "IP_NOT_FOUND" | "COUNTRY_NOT_FOUND" | "CITY_NOT_FOUND" | "CITY_REQUIRED" | "POSTAL_CODE_REQUIRED" | "POSTAL_CODE_NOT_FOUND" | "INVALID_EMAIL_MD5" | (string & {});
        };
        /**
         * LegacyUnauthorizedError
         * Response of the two legacy services when the license key is missing or wrong (status 401; 200 until 2026-06-30).
         * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#http-status-codes
         */
        LegacyUnauthorizedError: {
            /**
             * Why the request was rejected, for programs. MaxMind may add codes.
             */
            err: "LICENSE_REQUIRED" | "INVALID_LICENSE_KEY" | (string & {});
        };
        /**
         * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#languages
         * @example {
         *       "de": "Vereinigte Staaten",
         *       "en": "United States",
         *       "fr": "États-Unis"
         * }
         */
        LocalizedNames: {
            [key: string]: string;
        };
        /**
         * Where the IP address is, as far as an IP address can tell.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--location
         */
        Location: {
            /**
             * The radius around the coordinates, in kilometres, within which the end user is with a confidence of 67%. Absent when the service sends none.
             * @example 20
             */
            accuracy_radius?: number;
            /**
             * The average yearly income at the place, in US dollars. Absent outside the United States.
             * @example 46321
             */
            average_income?: number;
            /**
             * The approximate latitude, in degrees (WGS 84), from -90 to 90. It marks a city, a postal code area or a whole country, never a street address or household: show it with `accuracy_radius`. Absent when the service sends none.
             * @example 44.9706
             */
            latitude?: number;
            /**
             * Format: date-time
             * Date and time of the transaction in the time zone of the IP address, as RFC 3339 with its offset from UTC. Up to 255 characters. Added to the GeoIP record by minFraud. It is a string, so that the offset is not lost. Absent when the service sends none.
             * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address--location__local_time
             * @example 2026-11-21T19:17:24-06:00
             */
            local_time?: string;
            /**
             * The approximate longitude, in degrees (WGS 84), from -180 to 180. It marks a city, a postal code area or a whole country, never a street address or household: show it with `accuracy_radius`. Absent when the service sends none.
             * @example -93.2612
             */
            longitude?: number;
            /**
             * A code for advertising areas in the United States. MaxMind does not maintain it any more. Absent when the service sends none.
             * @deprecated MaxMind names no successor.
             * @example 613
             */
            metro_code?: number;
            /**
             * The estimated number of people per square kilometre. Absent outside the United States.
             * @example 1341
             */
            population_density?: number;
            /**
             * The time zone, as the IANA database names it. Absent when the service sends none.
             * @example America/Chicago
             */
            time_zone?: string;
        };
        /**
         * Order
         * The order that belongs to the event.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--order
         */
        Order: {
            /**
             * The total of the order before taxes and discounts, in units of `currency` (not cents), from 0 to 1e13 − 1. Zero is fine, for a free trial for example.
             * @example 323.21
             */
            amount?: number | undefined;
            /**
             * The ISO 4217 code of the currency of `amount` and of the prices in the shopping cart: three capital letters.
             * @example USD
             */
            currency?: string | undefined;
            /**
             * The discount code that was used, or several joined by commas, at most 255 characters.
             * @example FIRST
             */
            discount_code?: string | undefined;
            /**
             * The ID of the affiliate where the order comes from, in any format, at most 255 characters.
             * @example af12
             */
            affiliate_id?: string | undefined;
            /**
             * The ID of the sub-affiliate where the order comes from, in any format, at most 255 characters.
             * @example saf42
             */
            subaffiliate_id?: string | undefined;
            /**
             * The address of the site that sent the customer, absolute with `http://` or `https://`, at most 1024 characters and without spaces.
             * @example https://www.example.com/offers
             */
            referrer_uri?: string | undefined;
            /**
             * Whether the buyer marked the order as a gift.
             * @example true
             */
            is_gift?: boolean | undefined;
            /**
             * Whether the buyer added a gift message.
             * @example false
             */
            has_gift_message?: boolean | undefined;
        };
        /**
         * Payment
         * How the customer pays, and what the payment processor said.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment
         */
        Payment: {
            /**
             * The way of payment.
             */
            method?: components["schemas"]["PaymentMethod"] | undefined;
            /**
             * The payment processor. Use `other` when yours is not listed; MaxMind's support adds missing ones.
             */
            processor?: components["schemas"]["PaymentProcessor"] | undefined;
            /**
             * Whether the processor authorized the payment. Leave it out while that is not decided.
             * @example true
             */
            was_authorized?: boolean | undefined;
            /**
             * The processor's code for why it declined, at most 255 characters. Leave it out when it did not.
             * @example card_declined
             */
            decline_code?: string | undefined;
        };
        /**
         * PaymentMethod
         * The way of payment.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__method
         * @example card
         * @enum {string}
         */
        PaymentMethod: "bank_debit" | "bank_redirect" | "bank_transfer" | "buy_now_pay_later" | "card" | "crypto" | "digital_wallet" | "gift_card" | "real_time_payment" | "rewards";
        /**
         * PaymentProcessor
         * The payment processor. Use `other` when yours is not listed; MaxMind's support adds missing ones.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--payment__processor
         * @example stripe
         * @enum {string}
         */
        PaymentProcessor: "adyen" | "affirm" | "afterpay" | "altapay" | "amazon_payments" | "american_express_payment_gateway" | "apple_pay" | "aps_payments" | "authorizenet" | "balanced" | "banquest" | "beanstream" | "bluepay" | "bluesnap" | "boacompra" | "boku" | "bpoint" | "braintree" | "cardknox" | "cardpay" | "cashfree" | "ccavenue" | "ccnow" | "cetelem" | "chase_paymentech" | "checkout_com" | "cielo" | "collector" | "commdoo" | "compropago" | "concept_payments" | "conekta" | "coregateway" | "creditguard" | "credorax" | "cryptomus" | "ct_payments" | "cuentadigital" | "curopayments" | "cybersource" | "dalenys" | "dalpay" | "datacap" | "datacash" | "dibs" | "digital_river" | "dlocal" | "dotpay" | "ebs" | "ecomm365" | "ecommpay" | "elavon" | "emerchantpay" | "epay" | "epayco" | "eprocessing_network" | "epx" | "eway" | "exact" | "fat_zebra" | "first_atlantic_commerce" | "first_data" | "fiserv" | "g2a_pay" | "global_payments" | "gocardless" | "google_pay" | "heartland" | "hipay" | "ingenico" | "interac" | "internetsecure" | "intuit_quickbooks_payments" | "iugu" | "klarna" | "komoju" | "lemon_way" | "mastercard_payment_gateway" | "mercadopago" | "mercanet" | "merchant_esolutions" | "mirjeh" | "mollie" | "moneris_solutions" | "neopay" | "neosurf" | "nmi" | "oceanpayment" | "oney" | "onpay" | "openbucks" | "openpaymx" | "optimal_payments" | "orangepay" | "other" | "pacnet_services" | "payconex" | "payeezy" | "payfast" | "paygate" | "paylike" | "payment_express" | "paymentwall" | "payone" | "paypal" | "payplus" | "paysafecard" | "paysera" | "paystation" | "paytm" | "paytrace" | "paytrail" | "payture" | "payu" | "payulatam" | "payvision" | "payway" | "payza" | "pinpayments" | "placetopay" | "posconnect" | "princeton_payment_solutions" | "psigate" | "pxp_financial" | "qiwi" | "quickpay" | "raberil" | "razorpay" | "rede" | "redpagos" | "rewardspay" | "safecharge" | "sagepay" | "securepay" | "securetrading" | "shopify_payments" | "simplify_commerce" | "skrill" | "smartcoin" | "smartdebit" | "solidtrust_pay" | "sps_decidir" | "stripe" | "summit_payments" | "synapsefi" | "systempay" | "telerecargas" | "towah" | "transact_pro" | "trustly" | "trustpay" | "tsys" | "usa_epay" | "vantiv" | "verepay" | "vericheck" | "vindicia" | "virtual_card_services" | "vme" | "vpos" | "windcave" | "wirecard" | "worldpay" | "yaadpay";
        /**
         * The error body when the account has no queries left (HTTP 402).
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
         */
        PaymentRequired: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "INSUFFICIENT_FUNDS" | (string & {});
            /**
             * What went wrong, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * What is known of a phone number.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone
         */
        Phone: {
            /**
             * The country of the number, as an ISO 3166-1 alpha-2 code of two letters. Absent when the service sends none.
             * @example US
             */
            country?: string;
            /**
             * Whether a regulator gave the number out for voice over IP. Absent unless the number is valid and something is known of it.
             */
            is_voip?: boolean;
            /**
             * Whether the prefix of the number is common at the postal code of the address. Absent unless it is a US number with a known prefix, and the request held postal code and country.
             */
            matches_postal?: boolean;
            /**
             * The operator that first had the number. It knows neither ported numbers nor virtual operators. Absent when the service sends none.
             * @example Example Wireless
             */
            network_operator?: string;
            /**
             * Whether the number is a fixed or a mobile one. Absent when the service sends none.
             */
            number_type?: components["schemas"]["PhoneNumberType"];
        };
        /**
         * What kind of phone number it is. New values may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-phone__number_type
         */
        PhoneNumberType: "fixed" | "mobile" | (string & {});
        /**
         * The postal code near the end user of the IP address.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--postal
         */
        Postal: {
            /**
             * The postal code. Some countries give only its beginning: 5 characters in the United States and Brazil, 3 in Canada and Ireland, 2 to 4 in the United Kingdom, 4 in the Netherlands, 2 in Singapore; 7 in Japan (the last one defaults to 1) and Portugal (the last three are often `-001`). Absent when the service sends none.
             * @example 55455
             */
            code?: string;
            /**
             * How certain it is that the postal code is right, in percent from 0 to 100. Absent when the service sends none.
             * @example 80
             */
            confidence?: number;
        };
        /**
         * ProxyDetectionRequest
         * An IP address to score with the Proxy Detection service.
         * @see https://dev.maxmind.com/minfraud/proxy-detection/#input
         */
        ProxyDetectionRequest: {
            /**
             * IP address to score, IPv4 or IPv6. A private address has the score 0.
             * @example 203.0.113.24
             */
            i: string;
            /**
             * License key of the MaxMind account; this service calls it by the single letter `l`. Send it in the form body, never in a URL. At most 255 characters.
             */
            l: string;
            /**
             * Your own identifier of the shop, affiliate or merchant. Resellers, payment providers, gateways and affiliate networks must send it. At most 255 characters.
             */
            shopID?: string | undefined;
        };
        /**
         * ProxyDetectionResult
         * Response of the Proxy Detection service: ASCII `name=value` fields between separators. The text of the vendor's documentation calls the separator a comma while its sample programs split at semicolons; readers should accept both. No value contains either.
         * @see https://dev.maxmind.com/minfraud/proxy-detection/#output
         */
        ProxyDetectionResult: {
            /**
             * How likely the IP address is an anonymous proxy, open proxy or VPN, from 0 to 4: 0.5 stands for 15% fraud, 1 for 30%, 2 for 60%, 3 and more for 90%. It is 0 for company proxies and private addresses. Absent for an invalid address.
             */
            proxyScore?: number;
            /**
             * What was wrong with the input. No such code is documented; error codes are in the 4xx responses, and until 2026-06-30 had status 200. Absent when the service sends none.
             */
            err?: string;
        };
        /**
         * One reason that raised or lowered the risk score.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
         */
        Reason: {
            /**
             * The reason, for machines. Up to 255 characters; new codes may appear.
             */
            code: components["schemas"]["ReasonCode"];
            /**
             * The reason and the direction in which it moved the score, for people. The wording may change at any time: do not match against it.
             * @example The hour at the place of the request raised the overall risk score
             */
            reason: string;
        };
        /**
         * What raised or lowered the risk score. The vendor gives the whole list on request only: these are the codes that its documentation, release notes and official clients name. New codes may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reason__code
         */
        ReasonCode: "ANONYMOUS_IP" | "BROWSER_LANGUAGE" | "BUSINESS_ACTIVITY" | "CART" | "COUNTRY" | "CUSTOMER_ID" | "CUSTOMER_ID_ACTIVITY" | "EMAIL_ACTIVITY" | "EMAIL_ADDRESS_NEW" | "EMAIL_DOMAIN" | "EMAIL_DOMAIN_CREATION_DATE" | "EMAIL_DOMAIN_NEW" | "EMAIL_FIRST_SEEN" | "EMAIL_LOCAL_PART" | "EMAIL_TENURE" | "EMAIL_TENURE_NO_ACTIVITY" | "EMAIL_VELOCITY" | "INTRACOUNTRY_DISTANCE" | "IP_ACTIVITY" | "IP_BILLING_POSTAL_VELOCITY" | "IP_EMAIL_VELOCITY" | "IP_HIGH_RISK_DEVICE" | "IP_ISSUER_ID_NUMBER_VELOCITY" | "ISSUER_ID_NUMBER_COUNTRY_MISMATCH" | "ISSUER_ID_NUMBER_LAST_DIGITS_ACTIVITY" | "ISSUER_ID_NUMBER_ON_SHOP_ID" | "ISSUER_ID_NUMBER_SHOP_ID_VELOCITY" | "LANGUAGE" | "MAX_RECENT_EMAIL" | "MAX_RECENT_PHONE" | "MAX_RECENT_SHIP" | "MULTIPLE_CUSTOMER_ID_ON_EMAIL" | "ORDER_AMOUNT" | "ORG_DISTANCE_RISK" | "PHONE" | "PHONE_ACTIVITY" | "SHIP_ACTIVITY" | "TIME_OF_DAY" | "TRANSACTION_REPORT_EMAIL" | "TRANSACTION_REPORT_IP" | "TRANSACTION_REPORT_PHONE" | "TRANSACTION_REPORT_SHIP" | (string & {});
        /**
         * The country in which the internet provider registered the IP address.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--registered-country
         */
        RegisteredCountry: {
            /**
             * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 6252001
             */
            geoname_id?: number;
            /**
             * `true` when the country is a member of the European Union. Absent otherwise.
             */
            is_in_european_union?: boolean;
            /**
             * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
             * @example US
             */
            iso_code?: string;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
        };
        /**
         * The error body of a transaction report that was rejected (HTTP 400).
         * @see https://dev.maxmind.com/minfraud/report-a-transaction/#response
         */
        ReportBadRequest: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "JSON_INVALID" | "MAXMIND_ID_INVALID" | "MINFRAUD_ID_INVALID" | "PARAMETER_UNKNOWN" | "NOTES_INVALID" | "TAG_REQUIRED" | "TAG_INVALID" | "TRANSACTION_ID_REQUIRED" | "IP_ADDRESS_INVALID" | "IP_ADDRESS_RESERVED" | (string & {});
            /**
             * What went wrong, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * ReportTag
         * What became of the transaction.
         * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
         * @example chargeback
         * @enum {string}
         */
        ReportTag: "chargeback" | "clear" | "not_fraud" | "spam_or_abuse" | "suspected_fraud";
        /**
         * The country that the users of the IP address stand for, such as that of an overseas military base.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country
         */
        RepresentedCountry: {
            /**
             * The number of the country in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 6252001
             */
            geoname_id?: number;
            /**
             * `true` when the country is a member of the European Union. Absent otherwise.
             */
            is_in_european_union?: boolean;
            /**
             * The ISO 3166-1 alpha-2 code of the country: two letters. Absent when the service sends none.
             * @example US
             */
            iso_code?: string;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
            /**
             * The kind of place that represents the country, such as a military base. Absent when the service sends none.
             */
            type?: components["schemas"]["RepresentedCountryType"];
        };
        /**
         * What represents a country abroad. New values may appear.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--represented-country__type
         */
        RepresentedCountryType: "military" | (string & {});
        /**
         * Reasons that belong together, and by how much they changed the score.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--risk-score-reasons
         */
        RiskScoreReason: {
            /**
             * The factor by which the reasons multiplied the risk score, from 0.01 to 100: above 1 they raised it, below 1 they lowered it.
             * @example 1.8
             */
            multiplier: number;
            /**
             * What is behind the multiplier. Absent when the service sends none.
             */
            reasons?: components["schemas"]["Reason"][];
        };
        /**
         * The response of minFraud Score: the overall risk of a transaction, the risk of its IP address, and the decision of your custom rules.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response
         */
        Score: {
            /**
             * Format: uuid
             * The minFraud ID of this response, a UUID. Store it with your order: it finds the transaction in the account portal, is what MaxMind support asks for, and is the best identifier to send when you later report the transaction. Always present.
             * @example 0f2f7a52-9d1c-4a0e-8a53-6c7f0d2b8e41
             */
            id: string;
            /**
             * The overall risk of the transaction, a percentage from 0.01 to 99: 20 means that about one in five transactions that look like this one is fraudulent. Higher is riskier. It is never 0 or 100, since no transaction is certain. Always present.
             * @example 3.42
             */
            risk_score: number;
            /**
             * Roughly how much money is left on the MaxMind account, in US dollars. An estimate that lags behind concurrent queries: use it for alerts, not for accounting. Always present.
             * @example 412.58
             */
            funds_remaining: number;
            /**
             * Roughly how many more queries to this service the remaining funds pay for. An estimate, like `funds_remaining`. Always present.
             * @example 27505
             */
            queries_remaining: number;
            /**
             * The risk of the IP address, and nothing else in this tier. Absent when the request held no usable `device.ip_address`.
             */
            ip_address?: components["schemas"]["ScoreIpAddress"];
            /**
             * What your custom rules decided about this transaction. Absent when the account has no custom rules.
             */
            disposition?: components["schemas"]["Disposition"];
            /**
             * What was wrong with the request, although it was scored: unknown fields, ignored values, places that could not be found. Check it in every integration, since an ignored input makes the score less accurate. Absent when there are no warnings.
             */
            warnings?: components["schemas"]["Warning"][];
        };
        /**
         * What minFraud Score says about the IP address: its risk only. Insights and Factors have much more.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--ip-address
         */
        ScoreIpAddress: {
            /**
             * The risk of the IP address at this moment, from 0.01 (low) to 99 (high), judged by its traffic on your account and on the whole minFraud network. Absent when the service sends none.
             * @example 1.27
             */
            risk?: number;
        };
        /**
         * The error body of a scoring request that could not be used (HTTP 400).
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
         */
        ScoringBadRequest: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "JSON_INVALID" | "REQUEST_INVALID" | (string & {});
            /**
             * What went wrong, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * The body of an error response, where there is one. Content negotiation errors have none, and many 5xx responses come from in front of the service.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
         */
        ServiceError: {
            /**
             * What went wrong, for programs. The meaning of a code never changes; codes are added and removed.
             * @example AUTHORIZATION_INVALID
             */
            code: string;
            /**
             * What went wrong, for people. The wording may change at any time.
             * @example Your account ID or license key could not be authenticated.
             */
            error: string;
        };
        /**
         * Shipping
         * The shipping address and contact details, as the end user gave them.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shipping
         */
        Shipping: {
            /**
             * The first name on the shipping address, at most 255 characters.
             * @example Robin
             */
            first_name?: string | undefined;
            /**
             * The last name on the shipping address, at most 255 characters.
             * @example Meyer
             */
            last_name?: string | undefined;
            /**
             * The company on the shipping address, at most 255 characters.
             * @example Example Gifts LLC
             */
            company?: string | undefined;
            /**
             * The first line of the shipping address, at most 255 characters.
             * @example 82 Wall Street
             */
            address?: string | undefined;
            /**
             * The second line of the shipping address, at most 255 characters.
             * @example #1
             */
            address_2?: string | undefined;
            /**
             * The city of the shipping address, at most 255 characters.
             * @example New Haven
             */
            city?: string | undefined;
            /**
             * The ISO 3166-2 code of the subdivision (state, province …) without the country part: one to four digits or capital letters, such as `CT` for Connecticut.
             * @example CT
             */
            region?: string | undefined;
            /**
             * The ISO 3166-1 alpha-2 code of the country: two capital letters.
             * @example US
             */
            country?: string | undefined;
            /**
             * The postal code, as a string so that leading zeros stay, at most 255 characters.
             * @example 06515
             */
            postal?: string | undefined;
            /**
             * The phone number without the country code, at most 255 characters. Spaces and punctuation are stripped by the service; what remains must be digits, at least one of them.
             * @example 203-555-0199
             */
            phone_number?: string | undefined;
            /**
             * The country calling code of the phone number: one to four digits, without `+` or leading `00`.
             * @example 1
             */
            phone_country_code?: string | undefined;
            /**
             * How fast the order is to be delivered.
             */
            delivery_speed?: components["schemas"]["DeliverySpeed"] | undefined;
        };
        /**
         * How the shipping address fits the IP address and the billing address.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--shipping-address
         */
        ShippingAddress: {
            /**
             * The distance from the shipping address to the billing address, in kilometres. It falls back to state or country where postal code or city are not known, and may then be far off. Absent when the service sends none.
             * @example 22
             */
            distance_to_billing_address?: number;
            /**
             * The distance from the address to the place of the IP address, in kilometres. It falls back to state or country where the IP address tells no city or postal code, and may then be far off. Absent when the service sends none.
             * @example 15
             */
            distance_to_ip_location?: number;
            /**
             * Whether the address is known from fraudulent transactions. Absent when the request held no shipping address.
             */
            is_high_risk?: boolean;
            /**
             * Whether the address is in the country of the IP address. Absent when the IP address has no known place, or the request held no shipping address.
             */
            is_in_ip_country?: boolean;
            /**
             * Whether the postal code lies in the city. Absent unless the request held shipping postal code, city and country. It knows the preferred city name of a US ZIP code only: other accepted names may give `false`.
             */
            is_postal_in_city?: boolean;
            /**
             * The approximate latitude of the address, in degrees (WGS 84), from -90 to 90. Not precise enough for a street address or household. Absent when the service sends none.
             * @example 44.98
             */
            latitude?: number;
            /**
             * The approximate longitude of the address, in degrees (WGS 84), from -180 to 180. Not precise enough for a street address or household. Absent when the service sends none.
             * @example -93.26
             */
            longitude?: number;
        };
        /**
         * ShoppingCartItem
         * One kind of item in the shopping cart.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#schema--request--shopping-cart
         */
        ShoppingCartItem: {
            /**
             * The category of the item, or a salted hash of it, at most 255 characters.
             * @example pets
             */
            category?: string | undefined;
            /**
             * Your own ID of the item, or a salted hash of it, in any format, at most 255 characters.
             * @example leash-0231
             */
            item_id?: string | undefined;
            /**
             * How many of the item, a whole number from 0 to 1e13 − 1.
             * @example 2
             */
            quantity?: number | undefined;
            /**
             * The price of one item, in the order's currency, from 0 to 1e13 − 1.
             * @example 20.43
             */
            price?: number | undefined;
        };
        /**
         * A part of the country, such as a state or a province, that holds the IP address.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--subdivisions
         */
        Subdivision: {
            /**
             * How certain it is that the subdivision is right, in percent from 0 to 100. Absent when the service sends none.
             * @example 80
             */
            confidence?: number;
            /**
             * The number of the subdivision in the GeoNames database. It is stable: use it as a key. Absent when the service sends none.
             * @example 5037779
             */
            geoname_id?: number;
            /**
             * The part after the dash of the ISO 3166-2 code, up to three characters. Absent when the service sends none.
             * @example MN
             */
            iso_code?: string;
            /**
             * A name in several languages, by locale code: `de`, `en`, `es`, `fr`, `ja`, `pt-BR`, `ru`, `zh-CN`. When there is any name, there is one in `en`. Names change between releases: never use one as a key. Absent when the service sends none.
             */
            names?: components["schemas"]["LocalizedNames"];
        };
        /**
         * Risk factor scores, one for each part of the transaction. No longer sent since March 2025.
         * @see https://dev.maxmind.com/minfraud/release-notes/2024/#deprecation-of-risk-factor-scoressubscores
         * @deprecated Since November 2024. Read `risk_score_reasons` of the response.
         */
        Subscores: {
            /**
             * The risk of the AVS result, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            avs_result?: number;
            /**
             * The risk of the billing address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            billing_address?: number;
            /**
             * The risk of the distance between billing address and IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            billing_address_distance_to_ip_location?: number;
            /**
             * The risk of the browser, by its user agent and languages, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            browser?: number;
            /**
             * The risk of a chargeback, given the IP address, your account and your shop ID; only for accounts that report chargebacks, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            chargeback?: number;
            /**
             * The risk of the country that the transaction comes from, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            country?: number;
            /**
             * The risk of the countries of IP address, card issuer, billing and shipping taken together, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            country_mismatch?: number;
            /**
             * The risk of the CVV result, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            cvv_result?: number;
            /**
             * The risk of the device, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            device?: number;
            /**
             * The risk of the email address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            email_address?: number;
            /**
             * The risk of the domain of the email address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            email_domain?: number;
            /**
             * The risk of the part of the email address before the `@`, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            email_local_part?: number;
            /**
             * The risk of the issuer identification number on the email domain, from 0.01 to 99. A constant 1 since August 2019. Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             * @example 1
             */
            email_tenure?: number;
            /**
             * The risk of the issuer identification number on the IP address, from 0.01 to 99. A constant 1 since August 2019. Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             * @example 1
             */
            ip_tenure?: number;
            /**
             * The risk of the issuer identification number, given the billing address and its history with you, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            issuer_id_number?: number;
            /**
             * The risk of the amount of the order, given your account and shop ID, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            order_amount?: number;
            /**
             * The risk of the phone number, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            phone_number?: number;
            /**
             * The risk of the shipping address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            shipping_address?: number;
            /**
             * The risk of the distance between shipping address and IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            shipping_address_distance_to_ip_location?: number;
            /**
             * The risk of the local time of day at the IP address, from 0.01 (low) to 99 (high). Absent when the service sends none.
             * @deprecated Read `risk_score_reasons`.
             */
            time_of_day?: number;
        };
        /**
         * The network that the IP address belongs to.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
         */
        Traits: {
            /**
             * The number of the autonomous system (AS) that announces the address, such as 217. Absent when the service sends none.
             * @example 217
             */
            autonomous_system_number?: number;
            /**
             * The organization that the autonomous system is registered to. Absent when the service sends none.
             * @example University of Minnesota
             */
            autonomous_system_organization?: string;
            /**
             * How the address is connected to the internet. Absent when the service sends none.
             */
            connection_type?: components["schemas"]["ConnectionType"];
            /**
             * The second-level domain of the address: `example.com` or `example.co.uk`, never `foo.example.com`. Absent when the service sends none.
             * @example example.com
             */
            domain?: string;
            /**
             * The IP address of the request, IPv4 or IPv6. Absent when the service sends none.
             * @example 128.101.101.101
             */
            ip_address?: string;
            /**
             * The risk of the address judged by its history, from 0.01 (low) to 99 (high). It moves slowly and does not know your traffic: `ip_address.risk` is the live score. High in both: risky for long. Low here and high there: becoming risky now. Absent for networks of low risk.
             * @example 45.5
             */
            ip_risk_snapshot?: number;
            /**
             * `true` when the address belongs to any kind of anonymous network. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_anonymous`; it is still sent here for older integrations.
             */
            is_anonymous?: boolean;
            /**
             * Whether the address is an anonymous proxy. Still in the documented example. Absent when the service sends none.
             * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
             * @deprecated Since 2015. Read `anonymizer`.
             */
            is_anonymous_proxy?: boolean;
            /**
             * `true` when the address is registered to an anonymous VPN provider. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_anonymous_vpn`; it is still sent here for older integrations.
             */
            is_anonymous_vpn?: boolean;
            /**
             * `true` when the address belongs to an anycast network, which is in many places at once. Absent when it is not so.
             */
            is_anycast?: boolean;
            /**
             * `true` when the address belongs to a hosting provider. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_hosting_provider`; it is still sent here for older integrations.
             */
            is_hosting_provider?: boolean;
            /**
             * `true` when the address belongs to a public proxy. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_public_proxy`; it is still sent here for older integrations.
             */
            is_public_proxy?: boolean;
            /**
             * `true` when the address is on a residential network suspected of anonymising. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_residential_proxy`; it is still sent here for older integrations.
             */
            is_residential_proxy?: boolean;
            /**
             * Whether the address belongs to a satellite provider. Still in the documented example. Absent when the service sends none.
             * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits
             * @deprecated Since 2015. Read `connection_type`.
             */
            is_satellite_provider?: boolean;
            /**
             * `true` when the address is a Tor exit node. Absent otherwise.
             * @deprecated Since November 2025. Read `anonymizer.is_tor_exit_node`; it is still sent here for older integrations.
             */
            is_tor_exit_node?: boolean;
            /**
             * The internet service provider of the address. Absent when the service sends none.
             * @example University of Minnesota
             */
            isp?: string;
            /**
             * The mobile country code (MCC) of address and provider, a string of digits. Absent when the service sends none.
             * @example 310
             */
            mobile_country_code?: string;
            /**
             * The mobile network code (MNC) of address and provider, a string of digits that may begin with 0. Absent when the service sends none.
             * @example 004
             */
            mobile_network_code?: string;
            /**
             * The largest network, in CIDR notation, in which every other field of this record but `ip_address` is the same. Absent when the service sends none.
             * @example 128.101.101.0/24
             */
            network?: string;
            /**
             * The organization that uses the address. Absent when the service sends none.
             * @example University of Minnesota
             */
            organization?: string;
            /**
             * How static the address is, from 0 (changes all the time) to 99.99. Mobile addresses are often below 1, broadband that rarely changes above 30. It tells whether the address stands for one user over time. Absent when the service sends none.
             * @example 34.7
             */
            static_ip_score?: number;
            /**
             * How many users share the address within 24 hours, estimated: 0 one user or not in use, 1 probably one, 2 several, above 5 many. For IPv6 it counts the /64 network. Absent when the service sends none.
             * @example 1
             */
            user_count?: number;
            /**
             * What kind of user the address has. Absent when the service sends none.
             */
            user_type?: components["schemas"]["UserType"];
        };
        /**
         * Transaction
         * One event to assess: a purchase, an account creation, a login and so on. Every part is optional, but at least one input is needed, and the score gets better with each one; the IP address counts most. Omit what you do not know: do not send placeholders. The whole request may take at most 20,000 bytes of UTF-8.
         * Rules for all inputs: a string has at most 255 Unicode characters unless its own limit says otherwise and holds neither the NUL character nor a newline; it may be empty where it needs no specific format. A boolean is `true` or `false`.
         * @see https://dev.maxmind.com/minfraud/api-documentation/requests/#request-body
         */
        Transaction: {
            /**
             * The device that the customer uses.
             */
            device?: components["schemas"]["Device"] | undefined;
            /**
             * What is happening, when, and where in your system.
             */
            event?: components["schemas"]["Event"] | undefined;
            /**
             * The account that the end user has with you, not your account with MaxMind.
             */
            account?: components["schemas"]["Account"] | undefined;
            /**
             * The email address of the end user who caused the event.
             */
            email?: components["schemas"]["Email"] | undefined;
            /**
             * The billing address and contact details, as the end user gave them.
             */
            billing?: components["schemas"]["Billing"] | undefined;
            /**
             * The shipping address and contact details, as the end user gave them.
             */
            shipping?: components["schemas"]["Shipping"] | undefined;
            /**
             * How the customer pays, and what the payment processor said.
             */
            payment?: components["schemas"]["Payment"] | undefined;
            /**
             * The card, as the end user and the payment processor described it. Never send a full card number, in any field.
             */
            credit_card?: components["schemas"]["CreditCard"] | undefined;
            /**
             * The order that belongs to the event.
             */
            order?: components["schemas"]["Order"] | undefined;
            /**
             * What is being bought, one entry per kind of item. Category and item ID may be hashes, made with a cryptographic hash function and one fixed salt, so that equal items stay equal.
             */
            shopping_cart?: components["schemas"]["ShoppingCartItem"][] | undefined;
            /**
             * Inputs of your own, by name, at most 100. Each must first be defined, with its type, in the account portal; an input that is not defined is ignored with a warning. Names have 1 to 25 lower-case letters, digits and underscores and are sent as they are. A full card number in a value is rejected.
             */
            custom_inputs?: components["schemas"]["CustomInputs"] | undefined;
        };
        /**
         * TransactionReport
         * What became of an earlier transaction: a tag, and at least one of `ip_address`, `maxmind_id`, `minfraud_id` and `transaction_id`. The more of them, the surer the match; `minfraud_id` or `maxmind_id` is best.
         * @see https://dev.maxmind.com/minfraud/report-a-transaction/#request-body
         */
        TransactionReport: {
            /**
             * What became of the transaction.
             */
            tag: components["schemas"]["ReportTag"];
            /**
             * The IP address of the customer who placed the order, IPv4 or IPv6. Reserved and private ranges are rejected.
             * @example 74.209.24.1
             */
            ip_address?: string | undefined;
            /**
             * The ID of a minFraud Legacy (Standard or Premium) response, `maxmindID` there: eight digits or capital letters. MaxMind documents it as case-sensitive, so lower-case letters are rejected and not converted: copy it as it came.
             * @example ABCD1234
             */
            maxmind_id?: string | undefined;
            /**
             * Format: uuid
             * The ID of a Score, Insights or Factors response, `id` there: a UUID, and not the nil UUID.
             * @example 01c25cb0-f067-4e02-8ed0-a094c580f5e4
             */
            minfraud_id?: string | undefined;
            /**
             * Your own ID of the transaction, 1 to 255 characters, as `event.transaction_id` (or `txnID` in Legacy) carried it.
             * @example txn-3134133
             */
            transaction_id?: string | undefined;
            /**
             * The reason for the chargeback, as the payment processor coded it, at most 255 characters.
             * @example 4837
             */
            chargeback_code?: string | undefined;
            /**
             * What else a reviewer at MaxMind should know, at most 1000 Unicode characters. It may have several lines.
             * @example The customer says that the card was stolen two days before the order.
             */
            notes?: string | undefined;
        };
        /**
         * The error body when the credentials are missing or wrong (HTTP 401).
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#errors
         */
        Unauthorized: {
            /**
             * What went wrong, for programs. Codes are added and removed over time.
             */
            code: "AUTHORIZATION_INVALID" | "LICENSE_KEY_REQUIRED" | "ACCOUNT_ID_REQUIRED" | (string & {});
            /**
             * What went wrong, for people. The wording may change at any time.
             */
            error: string;
        };
        /**
         * What kind of user an IP address has. New values may appear.
         * @see https://dev.maxmind.com/geoip/docs/web-services/responses/#schema--response--traits__user_type
         */
        UserType: "business" | "cafe" | "cellular" | "college" | "consumer_privacy_network" | "content_delivery_network" | "government" | "hosting" | "library" | "military" | "residential" | "router" | "school" | "search_engine_spider" | "traveler" | (string & {});
        /**
         * A problem with the request, which was scored all the same.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings
         */
        Warning: {
            /**
             * What was wrong, for programs. Up to 255 characters; new codes may appear.
             */
            code: components["schemas"]["WarningCode"];
            /**
             * Format: json-pointer
             * The field of the request that the warning is about, as a JSON Pointer (RFC 6901) in the service's spelling, such as `/billing/city` or `/shopping_cart/1/price`. Absent when it is about no single field.
             * @example /shipping/city
             */
            input_pointer?: string;
            /**
             * What was wrong, for people. Up to 255 characters. The wording may change at any time: do not match against it.
             * @example The value at /shipping/city breaks the rules of this field
             */
            warning: string;
        };
        /**
         * What was not right with a request. New codes may appear.
         * @see https://dev.maxmind.com/minfraud/api-documentation/responses/#schema--response--warnings__code
         */
        WarningCode: "BILLING_CITY_NOT_FOUND" | "BILLING_COUNTRY_MISSING" | "BILLING_COUNTRY_NOT_FOUND" | "BILLING_POSTAL_NOT_FOUND" | "BILLING_REGION_NOT_FOUND" | "EMAIL_ADDRESS_UNUSABLE" | "INPUT_INVALID" | "INPUT_UNKNOWN" | "IP_ADDRESS_INVALID" | "IP_ADDRESS_NOT_FOUND" | "IP_ADDRESS_RESERVED" | "SHIPPING_CITY_NOT_FOUND" | "SHIPPING_COUNTRY_MISSING" | "SHIPPING_COUNTRY_NOT_FOUND" | "SHIPPING_POSTAL_NOT_FOUND" | "SHIPPING_REGION_NOT_FOUND" | "TRACKING_TOKEN_INVALID" | "TRACKING_TOKEN_NOT_FOUND" | (string & {});
    };
    responses: {
        /**
         * The query string is wrong.
         */
        DispositionsBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["DispositionsBadRequestError"];
                "application/json": components["schemas"]["DispositionsBadRequestError"];
            };
        };
        /**
         * The account may not use this service, or the request came without TLS.
         */
        DispositionsForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["DispositionsForbiddenError"];
                "application/json": components["schemas"]["DispositionsForbiddenError"];
            };
        };
        /**
         * The credentials are missing or wrong.
         */
        DispositionsUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["DispositionsUnauthorizedError"];
                "application/json": components["schemas"]["DispositionsUnauthorizedError"];
            };
        };
        /**
         * The account may not use this service; or, without a body, the request was larger than 20,000 bytes or did not come over HTTPS.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["Forbidden"];
                "application/json": components["schemas"]["Forbidden"];
            };
        };
        /**
         * The request was malformed. Proxy Detection also returns this for a missing or invalid IP address.
         */
        LegacyBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /**
         * The account may not use this service, or the request came without TLS.
         */
        LegacyForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /**
         * The account has no queries left.
         */
        LegacyPaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /**
         * Something is wrong at the service. Try again later.
         */
        LegacyServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /**
         * The license key is missing or not valid.
         */
        LegacyUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /**
         * The request's `Accept-Charset` header does not allow UTF-8. There is no body.
         */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * Any other 4xx or 5xx. Often it comes from in front of the service: look at the content type before reading the body as JSON.
         */
        OtherError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["ServiceError"];
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /**
         * The account has no queries left for this service.
         */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["PaymentRequired"];
                "application/json": components["schemas"]["PaymentRequired"];
            };
        };
        /**
         * The report cannot be taken; the code names the field that is missing or wrong.
         */
        ReportBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["ReportBadRequest"];
                "application/json": components["schemas"]["ReportBadRequest"];
            };
        };
        /**
         * The body is not a JSON object, or holds no value that the service can use.
         */
        ScoringBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["ScoringBadRequest"];
                "application/json": components["schemas"]["ScoringBadRequest"];
            };
        };
        /**
         * The service has a problem; the request can be retried later. Many 5xx responses come from outside the service and have no JSON body. Whether the request was processed, or charged, is not documented.
         */
        ServiceUnavailable: {
            headers: {
                /**
                 * When to retry: whole seconds from now, or an HTTP date. MaxMind does not promise this header.
                 * @example 30
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["ServiceError"];
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /**
         * The request was denied because the account is rate-limited, likely after many requests that ended in errors.
         */
        TooManyRequests: {
            headers: {
                /**
                 * When to try again: whole seconds from now, or an HTTP date. MaxMind does not promise this header.
                 * @example 30
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["ServiceError"];
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /**
         * The account ID or the license key is missing or wrong, or they do not belong together.
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.maxmind.com-error+json": components["schemas"]["Unauthorized"];
                "application/json": components["schemas"]["Unauthorized"];
            };
        };
        /**
         * The service cannot respond in the media type of the request's `Accept` header, or cannot read the one of its `Content-Type` header. There is no body.
         */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** Every operation of the services, by its ID in the spec. */
export interface operations {
    score: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event to assess, in JSON, at most 20,000 bytes.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transaction"];
            };
        };
        responses: {
            /**
             * The transaction was scored.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Score"];
                    "application/vnd.maxmind.com-minfraud-score+json": components["schemas"]["Score"];
                };
            };
            400: components["responses"]["ScoringBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    insights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event to assess, in JSON, at most 20,000 bytes.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transaction"];
            };
        };
        responses: {
            /**
             * The transaction was scored.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Insights"];
                    "application/vnd.maxmind.com-minfraud-insights+json": components["schemas"]["Insights"];
                };
            };
            400: components["responses"]["ScoringBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event to assess, in JSON, at most 20,000 bytes.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transaction"];
            };
        };
        responses: {
            /**
             * The transaction was scored.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                    "application/vnd.maxmind.com-minfraud-factors+json": components["schemas"]["Factors"];
                };
            };
            400: components["responses"]["ScoringBadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    reportTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tag, and one or more identifiers of the transaction.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionReport"];
            };
        };
        responses: {
            /**
             * The report was accepted. There is no body.
             */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ReportBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    listDispositionUpdates: {
        parameters: {
            query: {
                /**
                 * Only changes after this time are listed, not those at it. RFC 3339; keep all its digits, which go down to microseconds.
                 */
                updates_after: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The page of changes.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispositionUpdates"];
                    "application/vnd.maxmind.com-disposition-updates+json": components["schemas"]["DispositionUpdates"];
                };
            };
            400: components["responses"]["DispositionsBadRequest"];
            401: components["responses"]["DispositionsUnauthorized"];
            403: components["responses"]["DispositionsForbidden"];
            406: components["responses"]["NotAcceptable"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    scoreLegacyByGet: {
        parameters: {
            query: {
                /**
                 * The fields of the request, one query parameter each.
                 */
                order: components["schemas"]["LegacyOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The order was scored, with or without a warning in `err`. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    scoreLegacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LegacyOrder"];
            };
        };
        responses: {
            /**
             * The order was scored, with or without a warning in `err`. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    scoreLegacyAtOldPathByGet: {
        parameters: {
            query: {
                /**
                 * The fields of the request, one query parameter each.
                 */
                order: components["schemas"]["LegacyOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The order was scored, with or without a warning in `err`. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    scoreLegacyAtOldPath: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LegacyOrder"];
            };
        };
        responses: {
            /**
             * The order was scored, with or without a warning in `err`. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    detectProxyByGet: {
        parameters: {
            query: {
                /**
                 * The fields of the request, one query parameter per field.
                 */
                lookup: components["schemas"]["ProxyDetectionRequest"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The IP address was looked up. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    detectProxy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ProxyDetectionRequest"];
            };
        };
        responses: {
            /**
             * The IP address was looked up. Until 2026-06-30 errors had this status too.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["LegacyBadRequest"];
            401: components["responses"]["LegacyUnauthorized"];
            402: components["responses"]["LegacyPaymentRequired"];
            403: components["responses"]["LegacyForbidden"];
            "5XX": components["responses"]["LegacyServerError"];
        };
    };
    receiveAlert: {
        parameters: {
            query: {
                /**
                 * The alert, one query parameter a field.
                 */
                alert: components["schemas"]["Alert"];
            };
            header?: {
                /**
                 * HMAC-SHA256 of everything after the `?`, keyed with your secret, in lower-case hexadecimal. Absent when no secret is set.
                 */
                "X-MaxMind-Alert-HMAC-SHA256"?: string;
                /**
                 * Always `MaxMind MinFraud Alert Robot`.
                 */
                "User-Agent"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * Any 2xx response tells MaxMind that the alert arrived. What it does otherwise is not documented, so respond before you do lengthy work.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
