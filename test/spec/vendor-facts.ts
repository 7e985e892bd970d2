/**
 * What the vendor's documentation stated in July 2026, typed from its pages. A record, not a second
 * source: the spec has at least this. What is added to the spec is not added here.
 */

/** Splits a compact list; line breaks are for the reader only. */
function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** "minFraud API Requests": every field of a transaction but the free-form custom inputs. */
export const requestFields: readonly string[] = fields(`
  device: ip_address user_agent accept_language session_age session_id tracking_token
  event: transaction_id shop_id time type party
  account: user_id username_md5
  email: address domain
  billing: first_name last_name company address address_2 city region country postal phone_number
    phone_country_code
  shipping: first_name last_name company address address_2 city region country postal phone_number
    phone_country_code delivery_speed
  payment: method processor was_authorized decline_code
  credit_card: issuer_id_number last_digits token bank_name bank_phone_country_code
    bank_phone_number country avs_result cvv_result was_3d_secure_successful
  order: amount currency discount_code affiliate_id subaffiliate_id referrer_uri is_gift
    has_gift_message
  shopping_cart[]: category item_id quantity price
`);

/** The release note of 2022-01-31: inputs that go on working under the name that they had. */
export const requestAliases: readonly string[] = ['credit_card.last_4_digits'];

/** "minFraud API Responses": every row of its tables, as a path into a Factors response. */
export const responseFields: readonly string[] = fields(`
  : id risk_score funds_remaining queries_remaining ip_address credit_card device email
    shipping_address shipping_phone billing_address billing_phone disposition risk_score_reasons
    warnings
  ip_address: risk country location risk_reasons
  ip_address.location: local_time
  ip_address.risk_reasons[]: code reason
  credit_card: issuer brand country is_business is_issued_in_billing_address_country is_prepaid
    is_virtual type
  credit_card.issuer: name matches_provided_name phone_number matches_provided_phone_number
  device: confidence id last_seen local_time
  email: domain first_seen is_disposable is_free is_high_risk
  email.domain: classification first_seen risk visit volume
  email.domain.visit: has_redirect last_visited_on status
  shipping_address: is_high_risk is_postal_in_city latitude longitude distance_to_ip_location
    distance_to_billing_address is_in_ip_country
  shipping_phone: country network_operator number_type is_voip matches_postal
  billing_address: is_postal_in_city latitude longitude distance_to_ip_location is_in_ip_country
  billing_phone: country network_operator number_type is_voip matches_postal
  disposition: action reason rule_label
  risk_score_reasons[]: multiplier reasons
  risk_score_reasons[].reasons[]: code reason
  warnings[]: code warning input_pointer
`);

/**
 * "GeoIP API Responses", the Insights column, and what the minFraud page adds to it in words or by
 * example: `country.is_high_risk`, `traits.is_anonymous_proxy`, `traits.is_satellite_provider`.
 */
export const geoFields: readonly string[] = fields(`
  ip_address.anonymizer: confidence is_anonymous is_anonymous_vpn is_hosting_provider is_public_proxy
    is_residential_proxy is_tor_exit_node network_last_seen provider_name residential
  ip_address.anonymizer.residential: confidence network_last_seen provider_name
  ip_address.city: confidence geoname_id names
  ip_address.continent: code geoname_id names
  ip_address.country: confidence geoname_id is_high_risk is_in_european_union iso_code names
  ip_address.location: accuracy_radius average_income latitude longitude metro_code
    population_density time_zone
  ip_address.postal: code confidence
  ip_address.registered_country: geoname_id is_in_european_union iso_code names
  ip_address.represented_country: geoname_id is_in_european_union iso_code names type
  ip_address.subdivisions[]: confidence geoname_id iso_code names
  ip_address.traits: autonomous_system_number autonomous_system_organization connection_type domain
    ip_address ip_risk_snapshot is_anonymous is_anonymous_proxy is_anonymous_vpn is_anycast
    is_hosting_provider is_public_proxy is_residential_proxy is_satellite_provider is_tor_exit_node
    isp mobile_country_code mobile_network_code network organization static_ip_score user_count
    user_type
`);

/** The objects of the GeoIP part, which have no row of their own on the minFraud page. */
export const geoObjects: readonly string[] = fields(`
  ip_address: anonymizer city continent postal registered_country represented_country subdivisions
    traits
`);

/** The official clients and the release notes of 2019, 2020 and 2024. */
export const subscoreFields: readonly string[] = words(`
  avs_result billing_address billing_address_distance_to_ip_location browser chargeback country
  country_mismatch cvv_result device email_address email_domain email_local_part email_tenure
  ip_tenure issuer_id_number order_amount phone_number shipping_address
  shipping_address_distance_to_ip_location time_of_day
`);

/** What the vendor marks as deprecated, by path. */
export const deprecatedFields: readonly string[] = [
  'subscores',
  'ip_address.location.metro_code',
  'ip_address.country.is_high_risk',
  ...words(`is_anonymous is_anonymous_proxy is_anonymous_vpn is_hosting_provider is_public_proxy
    is_residential_proxy is_satellite_provider is_tor_exit_node`).map(
    (name) => `ip_address.traits.${name}`,
  ),
];

/** Documented ranges of responses: path, least, greatest. */
export const responseRanges: readonly (readonly [string, number, number | undefined])[] = [
  ['risk_score', 0.01, 99],
  ['funds_remaining', 0, undefined],
  ['queries_remaining', 0, undefined],
  ['ip_address.risk', 0.01, 99],
  ['ip_address.traits.ip_risk_snapshot', 0.01, 99],
  ['ip_address.traits.static_ip_score', 0, 99.99],
  ['ip_address.anonymizer.confidence', 1, 99],
  ['ip_address.anonymizer.residential.confidence', 1, 99],
  ['ip_address.city.confidence', 0, 100],
  ['ip_address.country.confidence', 0, 100],
  ['ip_address.postal.confidence', 0, 100],
  ['ip_address.subdivisions[].confidence', 0, 100],
  ['device.confidence', 0.01, 99],
  ['email.domain.risk', 0.01, 99],
  ['email.domain.volume', 0.001, 1_000_000],
  ['risk_score_reasons[].multiplier', 0.01, 100],
  ...subscoreFields.map((name) => [`subscores.${name}`, 0.01, 99] as const),
];

/** Documented greatest lengths of responses, by path. */
export const responseLengths: Readonly<Record<string, number>> = {
  'ip_address.location.local_time': 255,
  'ip_address.risk_reasons[].code': 255,
  'credit_card.brand': 255,
  'credit_card.country': 2,
  'credit_card.issuer.name': 255,
  'credit_card.issuer.phone_number': 255,
  'device.last_seen': 255,
  'device.local_time': 255,
  'email.first_seen': 10,
  'email.domain.first_seen': 10,
  'risk_score_reasons[].reasons[].code': 255,
  'warnings[].code': 255,
  'warnings[].warning': 255,
};

/** Documented values of every enumeration, by the name of its component. */
export const enumerations: Readonly<Record<string, readonly string[]>> = {
  PaymentProcessor: words(`
    adyen affirm afterpay altapay amazon_payments american_express_payment_gateway apple_pay
    aps_payments authorizenet balanced banquest beanstream bluepay bluesnap boacompra boku bpoint
    braintree cardknox cardpay cashfree ccavenue ccnow cetelem chase_paymentech checkout_com cielo
    collector commdoo compropago concept_payments conekta coregateway creditguard credorax cryptomus
    ct_payments cuentadigital curopayments cybersource dalenys dalpay datacap datacash dibs
    digital_river dlocal dotpay ebs ecomm365 ecommpay elavon emerchantpay epay epayco
    eprocessing_network epx eway exact fat_zebra first_atlantic_commerce first_data fiserv g2a_pay
    global_payments gocardless google_pay heartland hipay ingenico interac internetsecure
    intuit_quickbooks_payments iugu klarna komoju lemon_way mastercard_payment_gateway mercadopago
    mercanet merchant_esolutions mirjeh mollie moneris_solutions neopay neosurf nmi oceanpayment oney
    onpay openbucks openpaymx optimal_payments orangepay other pacnet_services payconex payeezy
    payfast paygate paylike payment_express paymentwall payone paypal payplus paysafecard paysera
    paystation paytm paytrace paytrail payture payulatam payvision payu payway payza pinpayments
    placetopay posconnect princeton_payment_solutions psigate pxp_financial qiwi quickpay raberil
    razorpay rede redpagos rewardspay safecharge sagepay securepay securetrading shopify_payments
    simplify_commerce skrill smartcoin smartdebit solidtrust_pay sps_decidir stripe summit_payments
    synapsefi systempay telerecargas towah transact_pro trustly trustpay tsys usa_epay vantiv verepay
    vericheck vindicia virtual_card_services vme vpos windcave wirecard worldpay yaadpay`),
  PaymentMethod: words(`bank_debit bank_redirect bank_transfer buy_now_pay_later card crypto
    digital_wallet gift_card real_time_payment rewards`),
  EventType: words(`account_creation account_login credit_application email_change fund_transfer
    password_reset payout_change purchase recurring_purchase referral sim_swap survey`),
  EventParty: ['agent', 'customer'],
  DeliverySpeed: ['same_day', 'overnight', 'expedited', 'standard'],
  ReportTag: ['not_fraud', 'suspected_fraud', 'spam_or_abuse', 'chargeback', 'clear'],
  WarningCode: words(`
    BILLING_CITY_NOT_FOUND BILLING_COUNTRY_MISSING BILLING_COUNTRY_NOT_FOUND
    BILLING_POSTAL_NOT_FOUND BILLING_REGION_NOT_FOUND EMAIL_ADDRESS_UNUSABLE INPUT_INVALID
    INPUT_UNKNOWN IP_ADDRESS_INVALID IP_ADDRESS_NOT_FOUND IP_ADDRESS_RESERVED SHIPPING_CITY_NOT_FOUND
    SHIPPING_COUNTRY_MISSING SHIPPING_COUNTRY_NOT_FOUND SHIPPING_POSTAL_NOT_FOUND
    SHIPPING_REGION_NOT_FOUND TRACKING_TOKEN_INVALID TRACKING_TOKEN_NOT_FOUND`),
  IpRiskReasonCode: words(`ANONYMOUS_IP BILLING_POSTAL_VELOCITY EMAIL_VELOCITY HIGH_RISK_DEVICE
    HIGH_RISK_EMAIL ISSUER_ID_NUMBER_VELOCITY MINFRAUD_NETWORK_ACTIVITY`),
  // The responses page, the official clients, and the release notes of 2024-11-12 and 2025-06-16.
  ReasonCode: words(`
    ANONYMOUS_IP BROWSER_LANGUAGE BUSINESS_ACTIVITY CART COUNTRY CUSTOMER_ID CUSTOMER_ID_ACTIVITY
    EMAIL_ACTIVITY EMAIL_ADDRESS_NEW EMAIL_DOMAIN EMAIL_DOMAIN_CREATION_DATE EMAIL_DOMAIN_NEW
    EMAIL_FIRST_SEEN EMAIL_LOCAL_PART EMAIL_TENURE EMAIL_TENURE_NO_ACTIVITY EMAIL_VELOCITY
    INTRACOUNTRY_DISTANCE IP_ACTIVITY IP_BILLING_POSTAL_VELOCITY IP_EMAIL_VELOCITY
    IP_HIGH_RISK_DEVICE IP_ISSUER_ID_NUMBER_VELOCITY ISSUER_ID_NUMBER_COUNTRY_MISMATCH
    ISSUER_ID_NUMBER_LAST_DIGITS_ACTIVITY ISSUER_ID_NUMBER_ON_SHOP_ID
    ISSUER_ID_NUMBER_SHOP_ID_VELOCITY LANGUAGE MAX_RECENT_EMAIL MAX_RECENT_PHONE MAX_RECENT_SHIP
    MULTIPLE_CUSTOMER_ID_ON_EMAIL ORDER_AMOUNT ORG_DISTANCE_RISK PHONE PHONE_ACTIVITY SHIP_ACTIVITY
    TIME_OF_DAY TRANSACTION_REPORT_EMAIL TRANSACTION_REPORT_IP TRANSACTION_REPORT_PHONE
    TRANSACTION_REPORT_SHIP`),
  DispositionAction: ['accept', 'reject', 'manual_review', 'test'],
  DispositionReason: ['default', 'custom_rule'],
  CardType: ['charge', 'credit', 'debit'],
  EmailDomainClassification: ['business', 'education', 'government', 'isp_email'],
  EmailDomainVisitStatus: words('live dns_error network_error http_error parked pre_development'),
  PhoneNumberType: ['fixed', 'mobile'],
  ContinentCode: words('AF AN AS EU NA OC SA'),
  RepresentedCountryType: ['military'],
  ConnectionType: ['Cable/DSL', 'Cellular', 'Corporate', 'Satellite'],
  UserType: words(`business cafe cellular college consumer_privacy_network content_delivery_network
    government hosting library military residential router school search_engine_spider traveler`),
  AlertReasonCode: words(`CARDER_EMAIL HIGH_RISK_DEVICE HIGH_RISK_IP HOSTING_PROVIDER MANUAL_REVIEW
    POSTAL_VELOCITY`),
};

/** "minFraud Legacy": what goes in. */
export const legacyInputs: readonly string[] = words(`
  i license_key city region postal country shipAddr shipCity shipRegion shipPostal shipCountry domain
  custPhone emailMD5 usernameMD5 bin binName binPhone user_agent accept_language txnID order_amount
  order_currency shopID txn_type avs_result cvv_result requested_type
`);

/** "minFraud Legacy": what comes out, by the API version that brought it. */
export const legacyOutputs: Readonly<Record<string, readonly string[]>> = {
  '1.0': words(`
    score countryMatch highRiskCountry distance ip_city ip_region countryCode ip_latitude
    ip_longitude ip_isp ip_org anonymousProxy proxyScore freeMail carderEmail highRiskUsername
    highRiskPassword binMatch binCountry binPhoneMatch binPhone custPhoneInBillingLoc shipForward
    cityPostalMatch shipCityPostalMatch queriesRemaining maxmindID err`),
  '1.1': words('riskScore explanation binNameMatch binName'),
  '1.2': words(`
    ip_accuracyRadius ip_regionName ip_postalCode ip_metroCode ip_areaCode ip_countryName
    ip_continentCode ip_timeZone ip_asnum ip_userType ip_netSpeedCell ip_domain ip_cityConf
    ip_regionConf ip_postalConf ip_countryConf ip_corporateProxy`),
  '1.3': words('prepaid minfraud_version service_level'),
};

/** "minFraud Alerts": the parameters of the webhook's query. */
export const alertParameters: readonly string[] = words(`
  city country date domain i maxmindID minfraud_id new_risk_score old_risk_score postal reason
  reason_code region shop_id txnID updated_at
`);

/** Documented codes of error bodies with their status, by operationId. */
export const errorCodes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  score: scoring(),
  insights: scoring(),
  factors: scoring(),
  reportTransaction: {
    JSON_INVALID: 400,
    MAXMIND_ID_INVALID: 400,
    MINFRAUD_ID_INVALID: 400,
    PARAMETER_UNKNOWN: 400,
    NOTES_INVALID: 400,
    TAG_REQUIRED: 400,
    TAG_INVALID: 400,
    TRANSACTION_ID_REQUIRED: 400,
    IP_ADDRESS_INVALID: 400,
    IP_ADDRESS_RESERVED: 400,
    AUTHORIZATION_INVALID: 401,
    LICENSE_KEY_REQUIRED: 401,
    ACCOUNT_ID_REQUIRED: 401,
  },
  listDispositionUpdates: {
    UPDATES_AFTER_REQUIRED: 400,
    TIMESTAMP_INVALID: 400,
    PARAMETER_UNKNOWN: 400,
    AUTHORIZATION_INVALID: 401,
    LICENSE_KEY_REQUIRED: 401,
    ACCOUNT_ID_REQUIRED: 401,
    PERMISSION_REQUIRED: 403,
  },
};

function scoring(): Record<string, number> {
  return {
    JSON_INVALID: 400,
    REQUEST_INVALID: 400,
    AUTHORIZATION_INVALID: 401,
    LICENSE_KEY_REQUIRED: 401,
    ACCOUNT_ID_REQUIRED: 401,
    INSUFFICIENT_FUNDS: 402,
    PERMISSION_REQUIRED: 403,
  };
}

/** Reads `parent: child child` lines into paths; a line without a parent goes on with the last one. */
function fields(table: string): string[] {
  let parent = '';
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(':');
      if (at >= 0) parent = line.slice(0, at).trim();
      return words(line.slice(at + 1)).map((name) => (parent === '' ? name : `${parent}.${name}`));
    });
}
