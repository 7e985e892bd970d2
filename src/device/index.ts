/**
 * What a customer's request tells about the device, also behind proxies.
 *
 * @module minfraud-sdk/device
 */
export { type CustomerDevice, type CustomerRequest, deviceFrom } from './device-from.ts';
export { type DeviceOptions, type ProxyList, type TrustedHeader } from './trust.ts';
export { type RequestHeaders } from './request-headers.ts';
