import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ErrataError } from '../../src/errors.ts';
import { decodeBytes } from '../../src/text/decode.ts';

const CHINESE = '他出生于1986年，是一位计算机科学家，曾在OpenAI工作。';

describe('decodeBytes', () => {
  it.each([
    ['utf-8', iconv.encode(CHINESE, 'utf8')],
    ['utf-8', iconv.encode(CHINESE, 'utf8', { addBOM: true })],
    ['utf-16le', iconv.encode(CHINESE, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(CHINESE, 'utf-16be', { addBOM: true })],
    ['gb18030', iconv.encode(CHINESE, 'gb18030')],
  ])('reads %s (%#)', (encoding, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ text: CHINESE, encoding });
  });

  it('accepts a stray NUL, an empty file and lone surrogates', () => {
    expect(decodeBytes(Buffer.from('a\0b')).text).toBe('a\0b');
    expect(decodeBytes(new Uint8Array()).text).toBe('');
    expect(decodeBytes(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)).text).toBe('\ufffdA');
  });

  it.each([
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'INPUT_BINARY'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'INPUT_BINARY'],
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'INPUT_BINARY'],
    ['many NULs', new Uint8Array(64), 'INPUT_BINARY'],
    [
      'damaged UTF-8',
      Buffer.concat([Buffer.from(CHINESE), Uint8Array.of(0xe4, 0xb8), Buffer.from(CHINESE)]),
      'INPUT_ENCODING',
    ],
    ['Latin-1', iconv.encode('Café Müller était là', 'latin1'), 'INPUT_ENCODING'],
    ['cut-off UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), 'INPUT_ENCODING'],
  ])('refuses %s, naming a fix', (_, bytes, code) => {
    expect(() => decodeBytes(bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/Convert|Save/) }),
    );
  });

  it('reads back every well-formed text and otherwise throws nothing but its own error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 100 }), (text, bytes) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeBytes(new TextEncoder().encode(text)).text).toBe(text);
        try {
          decodeBytes(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ErrataError);
        }
      }),
    );
  });
});
