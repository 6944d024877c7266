const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin and end in Chinese text; worked out only when a single character asks. */
export class WordBoundaries {
  private readonly text: string;
  private segments: Intl.Segments | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether a character is no part of a longer word. */
  isWord(at: number): boolean {
    if ('的他她它'.includes(this.text[at] ?? ' ')) return true;
    this.segments ??= segmenter.segment(this.text);
    const { index = -1, segment = '' } = this.segments.containing(at) ?? {};
    return index === at && (segment.length === 1 || this.text[at + 1] === '的');
  }
}
