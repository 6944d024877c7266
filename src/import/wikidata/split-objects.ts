/**
 * The texts of the complete objects at a depth of nesting, with the key before them: `splitObjects('{"entities":{"Q1":{…}}}', 2)`
 * gives those of the entities. Works on JSON that is cut off. `rest`: whether the text ends inside an object.
 */
export function splitObjects(text: string, depth: number): { objects: string[]; rest: boolean } {
  const objects: string[] = [];
  const marks = /["{}[\]]/gu;
  let level = 0;
  let start = -1;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const mark = match[0];
    if (mark === '"') {
      const end = endOfString(text, match.index + 1);
      if (end < 0) break;
      marks.lastIndex = end + 1;
    } else if (mark === '{' || mark === '[') {
      if (level === depth && mark === '{') start = match.index;
      level++;
    } else {
      level--;
      if (level === depth && start >= 0) {
        objects.push(text.slice(start, match.index + 1));
        start = -1;
      }
    }
  }
  return { objects, rest: level > 0 };
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
