// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.

import type { NoContent, Operation } from '../src/operation.ts';
import type * as models from './models/index.ts';
import * as tables from './tables.ts';
import type * as wire from './wire.ts';

export const scoreOperation: Operation<models.Transaction, models.Score, wire.components['schemas']['Transaction'], wire.paths> = {
  id: 'score',
  method: 'POST',
  path: '/minfraud/v2.0/score',
  accept: 'application/json',
  authentication: 'basic',
  retryable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.score,
  errorCodes: tables.errorCodes,
  send: (client, request, init) =>
    client.POST('/minfraud/v2.0/score', { body: request, ...init }),
};

export const insightsOperation: Operation<models.Transaction, models.Insights, wire.components['schemas']['Transaction'], wire.paths> = {
  id: 'insights',
  method: 'POST',
  path: '/minfraud/v2.0/insights',
  accept: 'application/json',
  authentication: 'basic',
  retryable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.insights,
  errorCodes: tables.errorCodes,
  send: (client, request, init) =>
    client.POST('/minfraud/v2.0/insights', { body: request, ...init }),
};

export const factorsOperation: Operation<models.Transaction, models.Factors, wire.components['schemas']['Transaction'], wire.paths> = {
  id: 'factors',
  method: 'POST',
  path: '/minfraud/v2.0/factors',
  accept: 'application/json',
  authentication: 'basic',
  retryable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.factors,
  errorCodes: tables.errorCodes,
  send: (client, request, init) =>
    client.POST('/minfraud/v2.0/factors', { body: request, ...init }),
};

export const reportTransactionOperation: Operation<models.TransactionReport, NoContent, wire.components['schemas']['TransactionReport'], wire.paths> = {
  id: 'reportTransaction',
  method: 'POST',
  path: '/minfraud/v2.0/transactions/report',
  accept: 'application/json',
  authentication: 'basic',
  retryable: true,
  sends: 'json',
  request: tables.transactionReport,
  errorCodes: tables.errorCodes,
  send: (client, request, init) =>
    client.POST('/minfraud/v2.0/transactions/report', { body: request, ...init }),
};

export const listDispositionUpdatesOperation: Operation<models.ListDispositionUpdatesQuery, models.DispositionUpdates, NonNullable<wire.operations['listDispositionUpdates']['parameters']['query']>, wire.paths> = {
  id: 'listDispositionUpdates',
  method: 'GET',
  path: '/minfraud/disposition/v1.0/updates',
  accept: 'application/json',
  authentication: 'basic',
  retryable: true,
  sends: 'query',
  request: tables.listDispositionUpdatesQuery,
  response: tables.dispositionUpdates,
  errorCodes: tables.errorCodes,
  send: (client, request, init) =>
    client.GET('/minfraud/disposition/v1.0/updates', { params: { query: request }, ...init }),
};

export const scoreLegacyByGetOperation: Operation<models.LegacyOrder, models.LegacyResult, Omit<wire.components['schemas']['LegacyOrder'], 'license_key'>, wire.paths> = {
  id: 'scoreLegacyByGet',
  method: 'GET',
  path: '/minfraud/v1.0/legacy',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  retryable: false,
  sends: 'query',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.GET('/minfraud/v1.0/legacy', { params: { query: { order: { ...request, license_key: licenseKey } } }, ...init }),
};

export const scoreLegacyOperation: Operation<models.LegacyOrder, models.LegacyResult, Omit<wire.components['schemas']['LegacyOrder'], 'license_key'>, wire.paths> = {
  id: 'scoreLegacy',
  method: 'POST',
  path: '/minfraud/v1.0/legacy',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  retryable: false,
  sends: 'form',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.POST('/minfraud/v1.0/legacy', { body: { ...request, license_key: licenseKey }, ...init }),
};

export const scoreLegacyAtOldPathByGetOperation: Operation<models.LegacyOrder, models.LegacyResult, Omit<wire.components['schemas']['LegacyOrder'], 'license_key'>, wire.paths> = {
  id: 'scoreLegacyAtOldPathByGet',
  method: 'GET',
  path: '/app/ccv2r',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  retryable: false,
  sends: 'query',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.GET('/app/ccv2r', { params: { query: { order: { ...request, license_key: licenseKey } } }, ...init }),
};

export const scoreLegacyAtOldPathOperation: Operation<models.LegacyOrder, models.LegacyResult, Omit<wire.components['schemas']['LegacyOrder'], 'license_key'>, wire.paths> = {
  id: 'scoreLegacyAtOldPath',
  method: 'POST',
  path: '/app/ccv2r',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  retryable: false,
  sends: 'form',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.POST('/app/ccv2r', { body: { ...request, license_key: licenseKey }, ...init }),
};

export const detectProxyByGetOperation: Operation<models.ProxyDetectionRequest, models.ProxyDetectionResult, Omit<wire.components['schemas']['ProxyDetectionRequest'], 'l'>, wire.paths> = {
  id: 'detectProxyByGet',
  method: 'GET',
  path: '/app/ipauth_http',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'l',
  retryable: false,
  sends: 'query',
  request: tables.proxyDetectionRequest,
  response: tables.proxyDetectionResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.GET('/app/ipauth_http', { params: { query: { lookup: { ...request, l: licenseKey } } }, ...init }),
};

export const detectProxyOperation: Operation<models.ProxyDetectionRequest, models.ProxyDetectionResult, Omit<wire.components['schemas']['ProxyDetectionRequest'], 'l'>, wire.paths> = {
  id: 'detectProxy',
  method: 'POST',
  path: '/app/ipauth_http',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'l',
  retryable: false,
  sends: 'form',
  request: tables.proxyDetectionRequest,
  response: tables.proxyDetectionResult,
  errorCodes: tables.legacyErrorCodes,
  warningCodes: tables.legacyWarningCodes,
  send: (client, request, init, licenseKey) =>
    client.POST('/app/ipauth_http', { body: { ...request, l: licenseKey }, ...init }),
};

/** All operations, by their id. */
export const operations: {
  readonly score: typeof scoreOperation;
  readonly insights: typeof insightsOperation;
  readonly factors: typeof factorsOperation;
  readonly reportTransaction: typeof reportTransactionOperation;
  readonly listDispositionUpdates: typeof listDispositionUpdatesOperation;
  readonly scoreLegacyByGet: typeof scoreLegacyByGetOperation;
  readonly scoreLegacy: typeof scoreLegacyOperation;
  readonly scoreLegacyAtOldPathByGet: typeof scoreLegacyAtOldPathByGetOperation;
  readonly scoreLegacyAtOldPath: typeof scoreLegacyAtOldPathOperation;
  readonly detectProxyByGet: typeof detectProxyByGetOperation;
  readonly detectProxy: typeof detectProxyOperation;
} = {
  score: scoreOperation,
  insights: insightsOperation,
  factors: factorsOperation,
  reportTransaction: reportTransactionOperation,
  listDispositionUpdates: listDispositionUpdatesOperation,
  scoreLegacyByGet: scoreLegacyByGetOperation,
  scoreLegacy: scoreLegacyOperation,
  scoreLegacyAtOldPathByGet: scoreLegacyAtOldPathByGetOperation,
  scoreLegacyAtOldPath: scoreLegacyAtOldPathOperation,
  detectProxyByGet: detectProxyByGetOperation,
  detectProxy: detectProxyOperation,
};

export type OperationId = keyof typeof operations;
