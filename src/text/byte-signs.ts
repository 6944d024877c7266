const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (also DOCX, XLSX, EPUB)', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];
const SAMPLE = 65_536;
/** A few NULs occur in damaged text; this many or this share of control bytes do not. */
const FEW = 8;
const CONTROL_SHARE = 0.05;
const CHINESE_SHARE = 0.6;

/** Names the kind of binary file that bytes are, by their first bytes or their control bytes; undefined for text. */
export function nameBinary(bytes: Uint8Array): string | undefined {
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known) return known[0];
  let controls = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i += 1) if (isControl(bytes[i] ?? 0x20)) controls += 1;
  return controls > FEW && controls > length * CONTROL_SHARE ? 'binary data' : undefined;
}

/** NUL and the control bytes that no text editor writes; tab, line ends, form feed and escape are none. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
}

/**
 * Whether bytes read like Chinese in GB2312, the part of GB18030 for everyday characters: most pairs of high bytes are
 * punctuation or level-one characters. UTF-8 or Latin-1 misread as GB18030 hits rare characters instead.
 */
export function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    pairs += 1;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7))) common += 1;
    i += 1;
  }
  return pairs > 0 && common >= pairs * CHINESE_SHARE;
}
