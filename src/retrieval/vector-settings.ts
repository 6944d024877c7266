import { join } from 'node:path';
import { PACKAGE_ROOT } from '../settings.ts';
import type { ModelSettings } from './model-files.ts';

/** Where vectors are kept, and with which model they are made. */
export interface VectorSettings {
  /** The data folder; vectors lie in `retrieval` below it. */
  readonly dataFolder: string;
  readonly model: ModelSettings;
}

/** The model that Errata ships. */
export const BUNDLED_MODEL = join(PACKAGE_ROOT, 'seed', 'models', 'multilingual-e5-small-zh-en');

/**
 * Settles flag and environment: `--data` / `ERRATA_DATA` (default `./data`), `ERRATA_MODEL` (a folder or hub id; default the bundled
 * model), `ERRATA_MODEL_DTYPE`, `ERRATA_MODEL_REMOTE=1` (allows fetching a hub id). Empty variables count as unset.
 */
export function vectorSettings(
  flags: { readonly data?: string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): VectorSettings {
  const dataFolder = flags.data ?? (environment.ERRATA_DATA || './data');
  const model = {
    model: environment.ERRATA_MODEL || BUNDLED_MODEL,
    dtype: environment.ERRATA_MODEL_DTYPE || undefined,
    remote: environment.ERRATA_MODEL_REMOTE === '1',
    cacheFolder: join(dataFolder, 'models'),
  };
  return { dataFolder, model };
}
