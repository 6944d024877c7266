const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };

/** Reads `20MB`, `500k` or a number of bytes; undefined where it is none or not positive. Units are powers of 1000. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/iu.exec(text.trim());
  const factor = UNITS[(match?.[2] ?? '?').toLowerCase()];
  const size = factor === undefined ? 0 : Math.floor(Number(match?.[1]) * factor);
  return size > 0 ? size : undefined;
}

/** `20 MB`, `52.4 MB`, `800 bytes`. */
export function formatSize(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  const [factor, unit] = bytes < 1e6 ? [1e3, 'kB'] : [1e6, 'MB'];
  return `${Number((bytes / factor).toFixed(1))} ${unit}`;
}
