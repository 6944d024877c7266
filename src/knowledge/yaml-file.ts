import yaml, { CORE_SCHEMA, YAMLException } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/**
 * One YAML file: read fast (js-yaml), and read again with positions (yaml) only where a mistake has to be shown,
 * because tracking positions costs ten times the time.
 */
export class YamlFile {
  readonly name: string;
  readonly problems: Problem[] = [];
  private readonly text: string;
  private positions: { lines: LineCounter; document: ReturnType<typeof parseDocument> } | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** The file's content; undefined (and a problem noted) where it is not YAML. */
  read(): unknown {
    try {
      return yaml.load(this.text, { schema: CORE_SCHEMA, filename: this.name });
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const { line, column } = error.mark ?? { line: -1, column: -1 };
      const message = `not valid YAML: ${error.reason}`;
      this.problems.push({ file: this.name, line: line + 1, column: column + 1, message, severity: 'error' });
      return undefined;
    }
  }

  /** Notes a mistake at a path of keys and indexes (at its nearest existing ancestor). */
  report(path: Path, message: string, severity: Problem['severity'] = 'error'): void {
    const { line, column } = this.locate(path);
    this.problems.push({ file: this.name, line, column, message, severity });
  }

  private locate(path: Path): { line: number; column: number } {
    if (!this.positions) {
      const lines = new LineCounter();
      this.positions = { lines, document: parseDocument(this.text, { lineCounter: lines, uniqueKeys: false }) };
    }
    for (let length = path.length; length > 0; length--) {
      const node = this.positions.document.getIn(path.slice(0, length), true);
      const offset = isNode(node) ? node.range?.[0] : undefined;
      if (offset !== undefined) {
        const { line, col } = this.positions.lines.linePos(offset);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  }
}
