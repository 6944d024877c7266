import type { z } from 'zod';
import type { Path, YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/** What the schema makes of a YAML value; where it refuses, every issue is noted at its place below `path`. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  file: YamlFile,
  path: Path,
): z.output<Schema> | undefined {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap(unfold)) {
    const place = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    const name = (place.length > 1 ? place.slice(1) : place).join(' › ');
    const message = issue.message.endsWith('received undefined') ? 'is missing' : issue.message;
    file.report(place, name === '' ? message : `${name}: ${message}`);
  }
  return undefined;
}

/** Where alternatives fail, what is wrong with the one that was meant: the one that gets furthest into the value. */
function unfold(issue: Issue): Pick<Issue, 'path' | 'message'>[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((issues) => issues.flatMap(unfold));
  const started = branches.filter((branch) =>
    branch.every(({ path, message }) => path.length > 0 || /^Unrec/u.test(message)),
  );
  const meant = started[0];
  if (meant) return meant.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  const messages = new Set(branches.flatMap((branch) => branch.map(({ message }) => message)));
  return [{ path: issue.path, message: [...messages].join(', or ') }];
}
