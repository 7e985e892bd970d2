import type { Service } from './service.ts';

/** Checks by what they show. */
export type Checks = Readonly<Record<string, (service: Service) => Promise<void> | void>>;
