import { describe, expect, test } from '@jest/globals';
import { canBeNamed, modelName, tableName, valueName } from '../../scripts/model-name.ts';

describe('the model name of a field', () => {
  test.each([
    ['id', 'id'],
    ['ip_address', 'ipAddress'],
    ['address_2', 'address2'],
    ['was_3d_secure_successful', 'was3DSecureSuccessful'],
    ['is_in_european_union', 'isInEuropeanUnion'],
    ['username_md5', 'usernameMd5'],
    ['emailMD5', 'emailMd5'],
    ['usernameMD5', 'usernameMd5'],
    ['maxmindID', 'maxmindId'],
    ['maxmind_id', 'maxmindId'],
    ['shopID', 'shopId'],
    ['txnID', 'txnId'],
    ['ip_asnum', 'ipAsnum'],
    ['ip_netSpeedCell', 'ipNetSpeedCell'],
    ['custPhoneInBillingLoc', 'custPhoneInBillingLoc'],
    ['IPAddress', 'ipAddress'],
    ['last_4_digits', 'last4Digits'],
    ['issuer_id_number', 'issuerIdNumber'],
    ['isHTTPSOnly', 'isHttpsOnly'],
    ['kebab-case', 'kebabCase'],
    ['a', 'a'],
  ])('%s becomes %s', (wire, model) => {
    expect(modelName(wire)).toBe(model);
  });

  test('is an identifier even when the wire name begins with a digit', () => {
    expect(modelName('3d_secure')).toBe('_3dSecure');
  });

  test.each([
    ['größe_in_cm', 'größeInCm'],
    ['商品_名', '商品名'],
    ['Ünits_ÄB', 'ünitsÄb'],
  ])('takes the letters of any script: %s becomes %s', (wire, model) => {
    expect(modelName(wire)).toBe(model);
  });

  test.each(['_', '+', '🙂', ''])('cannot be made of %j, which has no letter or digit', (name) => {
    expect(canBeNamed(name)).toBe(false);
  });
});

describe('the name of an enumeration value', () => {
  test.each([
    ['account_creation', 'AccountCreation'],
    ['ACCOUNT_ID_REQUIRED', 'AccountIdRequired'],
    ['IP_NOT_FOUND', 'IpNotFound'],
    ['g2a_pay', 'G2aPay'],
    ['ecomm365', 'Ecomm365'],
    ['2checkout', '_2Checkout'],
    ['Cable/DSL', 'CableDsl'],
    ['NotFound', 'NotFound'],
    ['NA', 'Na'],
    ['content_delivery_network', 'ContentDeliveryNetwork'],
    ['购买', '购买'],
    ['état_neuf', 'ÉtatNeuf'],
  ])('of %s is %s', (value, name) => {
    expect(valueName(value)).toBe(name);
  });
});

test('a table is called like its component, in lower camel case', () => {
  expect(tableName('TransactionReport')).toBe('transactionReport');
});
