/** What orval leaves to its users: where the service is, who calls, and how a response is read. */
const base = process.env['MINFRAUD_URL'] ?? 'https://minfraud.maxmind.com';

/** The header of an account. */
export function authorization(accountId: string, licenseKey: string): { Authorization: string } {
  const credentials = Buffer.from(`${accountId}:${licenseKey}`).toString('base64');
  return { Authorization: `Basic ${credentials}` };
}

/** Legacy responds with text in ISO-8859-1, the other services with JSON. */
export async function callService<T>(path: string, options: RequestInit): Promise<T> {
  const response = await fetch(base + path, options);
  const type = response.headers.get('content-type') ?? '';
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder(type.startsWith('text/') ? 'latin1' : 'utf-8').decode(bytes);
  const data: unknown = type.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, data } as T;
}
