import yaml, { CORE_SCHEMA, YAMLException } from 'js-yaml';
import type { Problem } from './problem.ts';
import { YamlPositions } from './yaml-positions.ts';

export type Path = readonly (string | number)[];

/** One YAML file: read fast, and read again with positions only where a mistake has to be shown. */
export class YamlFile {
  readonly name: string;
  readonly problems: Problem[] = [];
  private readonly text: string;
  private positions: YamlPositions | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
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
    this.problems.push(this.problem(path, message, severity));
  }

  /** The problem at a path, not noted here. */
  problem(path: Path, message: string, severity: Problem['severity']): Problem {
    this.positions ??= new YamlPositions(this.text, CORE_SCHEMA);
    return { file: this.name, ...this.positions.locate(path), message, severity };
  }
}
