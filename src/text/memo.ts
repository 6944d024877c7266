/** How many answers are kept unless told otherwise. */
const MOST = 20_000;

/** Remembers what a function makes of a text. After `most` texts (default 20,000) it begins anew, so that memory stays bounded. */
export function remembering<T>(make: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.made;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, { made });
    return made;
  };
}
