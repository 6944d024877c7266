const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts');

/** What Piscina needs to run a file of this folder in a thread, from its source (development and tests) or compiled. */
export function threadOf(name: string): { readonly filename: string; readonly execArgv?: string[] } {
  const filename = new URL(`./${name}.${RUNS_FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url).href;
  if (!RUNS_FROM_SOURCE) return { filename };
  return { filename, execArgv: ['--import', new URL('./from-source.mjs', import.meta.url).href] };
}
