import type { Root } from 'mdast';
import { type CompileContext, type Extension, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Token = Parameters<CompileContext['sliceSerialize']>[0];

/** A stretch of the source that yields readable text; `value` where it is spelt otherwise (`&amp;`). */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value?: string;
}

/** A syntax tree, and the pieces of text in the order of the source, to place each character exactly. */
export interface MarkdownTree {
  readonly root: Root;
  readonly pieces: readonly Piece[];
}

const syntax = [gfm()];
/** Without the transforms: they search the tree for addresses once more and give what they find no position. */
const gfmNodes = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/**
 * Parses Markdown (CommonMark with GFM). Offsets count from the beginning of `source`. Not linear for hostile input:
 * callers bound the size.
 */
export function parseMarkdown(source: string): MarkdownTree {
  const pieces: Piece[] = [];
  // micromark drops a leading byte order mark and would count everything after it one too low.
  const input = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  const root = fromMarkdown(input, { extensions: syntax, mdastExtensions: [...gfmNodes, recorder(pieces)] });
  return { root, pieces };
}

/** Repeats what mdast-util-from-markdown does with text, and notes where each stretch of it came from. */
function recorder(pieces: Piece[]): Extension {
  let before = 0;
  function text(this: CompileContext, token: Token): void {
    const tail = this.stack.pop();
    if (!tail || !('value' in tail) || !tail.position) return;
    tail.value += this.sliceSerialize(token);
    tail.position.end = pointOf(token);
    pieces.push({ start: token.start.offset, end: token.end.offset });
  }
  function address(prefix: string) {
    return function exit(this: CompileContext, token: Token): void {
      text.call(this, token);
      const node = this.stack.at(-1);
      if (node?.type === 'link') node.url = prefix + this.sliceSerialize(token);
    };
  }
  function enterReference(this: CompileContext): void {
    before = textOf(this).length;
  }
  function exitReference(this: CompileContext, token: Token): void {
    const value = textOf(this).slice(before);
    const tail = this.stack.pop();
    if (tail?.position) tail.position.end = pointOf(token);
    pieces.push({ start: token.start.offset, end: token.end.offset, value });
  }
  return {
    enter: { characterReferenceValue: enterReference },
    exit: {
      data: text,
      codeTextData: text,
      codeFlowValue: text,
      characterEscapeValue: text,
      characterReference: exitReference,
      autolinkProtocol: address(''),
      autolinkEmail: address('mailto:'),
    },
  };
}

function textOf(context: CompileContext): string {
  const tail = context.stack.at(-1);
  return tail && 'value' in tail ? tail.value : '';
}

function pointOf(token: Token) {
  return { line: token.end.line, column: token.end.column, offset: token.end.offset };
}
