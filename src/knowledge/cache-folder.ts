import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder for cached knowledge: `ERRATA_CACHE` if set (`off`: none), else `node_modules/.cache/errata` of the package, the
 * user's cache folder, or one below the system's temporary folder, whichever can be written first. Undefined where none can.
 */
export function cacheFolder(environment: Environment = process.env): string | undefined {
  const set = environment.ERRATA_CACHE;
  if (set === 'off') return undefined;
  return (set ? [set] : defaultFolders(environment)).find(usable);
}

function defaultFolders(environment: Environment): string[] {
  const modules = join(PACKAGE_ROOT, 'node_modules');
  return [
    ...(existsSync(modules) ? [join(modules, '.cache', 'errata')] : []),
    join(userCache(environment), 'errata'),
    join(tmpdir(), `errata-${userInfo().username}`),
  ];
}

function userCache(environment: Environment): string {
  if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
  if (process.platform === 'win32') return environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** Whether a folder exists or can be made, can be written, and is this user's: what others put there is not to be trusted. */
function usable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const own = process.getuid?.();
    return own === undefined || statSync(folder).uid === own;
  } catch {
    return false;
  }
}
