/** Holds the account ID and the licence key where neither inspect, JSON nor a log can see them. */
export class Credentials {
  readonly #accountId: string;
  readonly #licenseKey: string;

  /** @param accountId `''` for the legacy services, which know the account by its key. */
  constructor(accountId: string, licenseKey: string) {
    this.#accountId = accountId;
    this.#licenseKey = licenseKey;
  }

  /** For the form of a legacy service. */
  licenseKey(): string {
    return this.#licenseKey;
  }

  /** The Basic header. RFC 7617 with charset UTF-8: `btoa` alone throws on a non-Latin-1 key. */
  authorization(): string {
    const bytes = new TextEncoder().encode(`${this.#accountId}:${this.#licenseKey}`);
    return `Basic ${btoa(String.fromCharCode(...bytes))}`;
  }

  /** Every spelling that must not leave this process except in the request itself. */
  secrets(): string[] {
    const spellings = [this.#licenseKey, this.authorization().slice('Basic '.length)];
    if (this.#accountId !== '') spellings.push(this.#accountId);
    return spellings;
  }

  toJSON(): string {
    return '[credentials]';
  }
}
