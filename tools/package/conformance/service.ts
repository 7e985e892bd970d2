/** The emulator that a conformance run calls, and how it is told to misbehave. */

/** What the program that starts a run says about the emulator. */
export interface Service {
  /** Where the emulator listens, or what passes requests on to it. */
  readonly baseUrl: string;
  readonly licenseKey: string;
  /** An account that may do everything. */
  readonly accountId: number;
  /** One that has no money left. */
  readonly emptyAccountId: number;
  /** One that may ask for scores only. */
  readonly scoreOnlyAccountId: number;
  /** In a page, where a client needs to be allowed. */
  readonly dangerouslyAllowBrowser?: boolean;
}

/** The options of a client of the emulator. */
export interface ServiceOptions {
  readonly baseUrl: string;
  readonly accountId: number;
  readonly licenseKey: string;
  readonly dangerouslyAllowBrowser?: boolean;
}

export function optionsOf(service: Service, accountId: number = service.accountId): ServiceOptions {
  const { baseUrl, licenseKey, dangerouslyAllowBrowser = false } = service;
  return { baseUrl, licenseKey, accountId, dangerouslyAllowBrowser };
}

/** Lets the service misbehave while something is tried. */
export async function withFault<T>(
  service: Service,
  fault: Readonly<Record<string, unknown>>,
  attempt: () => Promise<T>,
): Promise<T> {
  const url = `${service.baseUrl}/_emulator/faults`;
  await control(url, 'PUT', [fault]);
  try {
    return await attempt();
  } finally {
    await control(url, 'DELETE');
  }
}

/** A request as the emulator recorded it. */
export interface Recorded {
  readonly path: string;
  readonly body?: unknown;
}

/** The latest request that reached the service. */
export async function lastRequest(service: Service): Promise<Recorded | undefined> {
  const response = await control(`${service.baseUrl}/_emulator/requests`, 'GET');
  return (response as readonly Recorded[]).at(-1);
}

async function control(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
