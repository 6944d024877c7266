/** Host and path without scheme, `www.`, query, trailing slash or `.git`; host and path in lower case. */
export function addressKey(url: string): string {
  return url
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/(?:\.git)?\/*$/u, '')
    .toLowerCase();
}

/** The letters alone of an address's path, behind its host: what two writings of one address share. */
export function looseAddressKey(url: string): string {
  const key = addressKey(url);
  const slash = key.indexOf('/');
  return slash < 0 ? key : `${key.slice(0, slash)}/${key.slice(slash).replaceAll(/[^\p{L}]/gu, '')}`;
}
