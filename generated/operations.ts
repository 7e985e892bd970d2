// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.

import type { NoContent, Operation } from '../src/operation.ts';
import type * as models from './models/index.ts';
import * as tables from './tables.ts';

export const scoreOperation: Operation<models.Transaction, models.Score> = {
  id: 'score',
  method: 'POST',
  path: '/minfraud/v2.0/score',
  accept: 'application/json',
  authentication: 'basic',
  repeatable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.score,
  errorCodes: tables.errorCodes,
};

export const insightsOperation: Operation<models.Transaction, models.Insights> = {
  id: 'insights',
  method: 'POST',
  path: '/minfraud/v2.0/insights',
  accept: 'application/json',
  authentication: 'basic',
  repeatable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.insights,
  errorCodes: tables.errorCodes,
};

export const factorsOperation: Operation<models.Transaction, models.Factors> = {
  id: 'factors',
  method: 'POST',
  path: '/minfraud/v2.0/factors',
  accept: 'application/json',
  authentication: 'basic',
  repeatable: false,
  sends: 'json',
  bodyLimit: 20000,
  request: tables.transaction,
  response: tables.factors,
  errorCodes: tables.errorCodes,
};

export const reportTransactionOperation: Operation<models.TransactionReport, NoContent> = {
  id: 'reportTransaction',
  method: 'POST',
  path: '/minfraud/v2.0/transactions/report',
  accept: 'application/json',
  authentication: 'basic',
  repeatable: true,
  sends: 'json',
  request: tables.transactionReport,
  errorCodes: tables.errorCodes,
};

export const listDispositionUpdatesOperation: Operation<models.ListDispositionUpdatesQuery, models.DispositionUpdates> = {
  id: 'listDispositionUpdates',
  method: 'GET',
  path: '/minfraud/disposition/v1.0/updates',
  accept: 'application/json',
  authentication: 'basic',
  repeatable: true,
  sends: 'query',
  request: tables.listDispositionUpdatesQuery,
  response: tables.dispositionUpdates,
  errorCodes: tables.errorCodes,
};

export const scoreLegacyByGetOperation: Operation<models.LegacyOrder, models.LegacyResult> = {
  id: 'scoreLegacyByGet',
  method: 'GET',
  path: '/minfraud/v1.0/legacy',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  repeatable: false,
  sends: 'query',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
};

export const scoreLegacyOperation: Operation<models.LegacyOrder, models.LegacyResult> = {
  id: 'scoreLegacy',
  method: 'POST',
  path: '/minfraud/v1.0/legacy',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  repeatable: false,
  sends: 'form',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
};

export const scoreLegacyAtOldPathByGetOperation: Operation<models.LegacyOrder, models.LegacyResult> = {
  id: 'scoreLegacyAtOldPathByGet',
  method: 'GET',
  path: '/app/ccv2r',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  repeatable: false,
  sends: 'query',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
};

export const scoreLegacyAtOldPathOperation: Operation<models.LegacyOrder, models.LegacyResult> = {
  id: 'scoreLegacyAtOldPath',
  method: 'POST',
  path: '/app/ccv2r',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'license_key',
  repeatable: false,
  sends: 'form',
  request: tables.legacyOrder,
  response: tables.legacyResult,
  errorCodes: tables.legacyErrorCodes,
};

export const detectProxyByGetOperation: Operation<models.ProxyDetectionRequest, models.ProxyDetectionResult> = {
  id: 'detectProxyByGet',
  method: 'GET',
  path: '/app/ipauth_http',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'l',
  repeatable: false,
  sends: 'query',
  request: tables.proxyDetectionRequest,
  response: tables.proxyDetectionResult,
  errorCodes: tables.legacyErrorCodes,
};

export const detectProxyOperation: Operation<models.ProxyDetectionRequest, models.ProxyDetectionResult> = {
  id: 'detectProxy',
  method: 'POST',
  path: '/app/ipauth_http',
  accept: 'text/plain',
  authentication: 'key',
  keyField: 'l',
  repeatable: false,
  sends: 'form',
  request: tables.proxyDetectionRequest,
  response: tables.proxyDetectionResult,
  errorCodes: tables.legacyErrorCodes,
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
