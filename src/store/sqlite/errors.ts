import { StoreError, type StoreErrorCode } from '../store-error.ts';

type Wording = readonly [code: StoreErrorCode, message: (file: string) => string];

/** SQLite's result codes, by their beginning, as what a user can do about them. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  SQLITE_BUSY: [
    'STORE_LOCKED',
    (file) =>
      `${file} is locked: another process is writing and did not finish in time. Wait for it, or end it, and try again.`,
  ],
  SQLITE_LOCKED: [
    'STORE_LOCKED',
    (file) => `${file} is locked by another process. Wait for it, or end it, and try again.`,
  ],
  SQLITE_CORRUPT: ['STORE_CORRUPT', (file) => damaged(file)],
  SQLITE_NOTADB: ['STORE_CORRUPT', (file) => damaged(file)],
  SQLITE_FULL: ['STORE_FULL', (file) => full(file)],
  SQLITE_IOERR_WRITE: ['STORE_FULL', (file) => full(file)],
  SQLITE_IOERR_SHMSIZE: ['STORE_FULL', (file) => full(file)],
  SQLITE_READONLY: [
    'STORE_READ_ONLY',
    (file) =>
      `${file} cannot be written. Give write permission for the file and its folder, or choose another data folder with --data.`,
  ],
  SQLITE_CANTOPEN: [
    'STORE_UNREACHABLE',
    (file) =>
      `${file} cannot be opened. Check the folder and its permissions, or choose another data folder with --data.`,
  ],
};

function damaged(file: string): string {
  return `${file} is damaged or is no graph of Errata. Move it away; 'errata load' and 'errata ingest' make it anew.`;
}

function full(file: string): string {
  return `${file} cannot grow: no space is left there. Nothing was changed. Free space, or choose another data folder with --data.`;
}

/** Turns what SQLite or the file system says into reason and fix; errors of ours pass through. */
export function toStoreError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const found = wordingOf(error);
  if (found) return new StoreError(found[0], found[1](file), { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new StoreError('STORE_FAILED', `${file}: ${message}.`, { cause: error });
}

/** Whether another process holds the lock, so that waiting helps. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error));
}

function wordingOf(error: unknown): Wording | undefined {
  const code = codeOf(error);
  const name = Object.keys(WORDINGS).find((beginning) => code.startsWith(beginning));
  return name === undefined ? undefined : WORDINGS[name];
}

/** The numbers that the driver gives where opening fails, and the codes of the file system. */
const OTHERS: Readonly<Record<string, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
  ENOSPC: 'SQLITE_FULL',
  EROFS: 'SQLITE_READONLY',
  EACCES: 'SQLITE_READONLY',
  EPERM: 'SQLITE_READONLY',
  ENOTDIR: 'SQLITE_CANTOPEN',
  EEXIST: 'SQLITE_CANTOPEN',
};

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_')) return code;
  // A code that the driver has no name for: its last eight bits are that of the sort of error
  if ('rawCode' in error && typeof error.rawCode === 'number') return OTHERS[error.rawCode & 0xff] ?? '';
  const number = /: (\d+)["\s)]*$/u.exec(error.message)?.[1];
  return OTHERS[code] ?? (number === undefined ? '' : (OTHERS[number] ?? ''));
}
