import { Neo4jError } from 'neo4j-driver';
import { StoreError, type StoreErrorCode } from '../store-error.ts';

/** Where an error happened, for its message. */
export interface Place {
  /** Without user and password. */
  readonly address: string;
  readonly user: string;
  readonly database?: string | undefined;
}

type Wording = readonly [code: StoreErrorCode, message: (place: Place) => string];

const READ_ONLY: Wording = [
  'STORE_READ_ONLY',
  ({ address, user, database }) =>
    `The database ${nameOf(database)} at ${address} cannot be written by “${user}”. Use a user and a database that allow writing.`,
];
const MEMORY: Wording = [
  'STORE_FULL',
  ({ address }) =>
    `Neo4j at ${address} has too little memory for this change, which was undone. Give it more (server.memory.heap.max_size, dbms.memory.transaction.total.max).`,
];

/** Neo4j's status codes, by a part of them, as what a user can do about them. The first that fits counts. */
const WORDINGS: readonly (readonly [pattern: RegExp, wording: Wording])[] = [
  [
    /DatabaseUnavailable/u,
    [
      'STORE_UNREACHABLE',
      ({ address, database }) =>
        `Neo4j at ${address} answers, but its database ${nameOf(database)} is not available: it is starting, was stopped, or could not be recovered. Wait, or read the server's debug.log.`,
    ],
  ],
  [
    /^ServiceUnavailable$|^SessionExpired$|Cluster\.NotALeader|General\.ServerUnavailable|RoutingTable/u,
    [
      'STORE_UNREACHABLE',
      ({ address }) =>
        `Neo4j at ${address} does not answer. Start it, or correct NEO4J_URI (or unset it to use the embedded store).`,
    ],
  ],
  [
    /Security\.AuthenticationRateLimit/u,
    [
      'STORE_DENIED',
      ({ address }) =>
        `Neo4j at ${address} refuses more attempts after wrong passwords. Wait a few seconds, then use the right one.`,
    ],
  ],
  [
    /Security\.CredentialsExpired/u,
    [
      'STORE_DENIED',
      ({ address, user }) =>
        `The password of “${user}” at ${address} must be changed first. Change it in Neo4j Browser or cypher-shell.`,
    ],
  ],
  [
    /Security\.(?:Unauthorized|AuthProviderFailed|TokenExpired|AuthorizationExpired)/u,
    [
      'STORE_DENIED',
      ({ address, user }) =>
        `Neo4j at ${address} does not accept the password of “${user}”. Correct NEO4J_USER and NEO4J_PASSWORD.`,
    ],
  ],
  [
    /ForbiddenOnReadOnlyDatabase|General\.WriteOnReadOnlyAccessDatabase|ReadOnlyDatabase|Statement\.AccessMode/u,
    READ_ONLY,
  ],
  [
    /Security\.Forbidden/u,
    [
      'STORE_DENIED',
      ({ address, user, database }) =>
        `“${user}” lacks a right that is needed in the database ${nameOf(database)} at ${address}. Grant reading, writing and schema changes, or use another user.`,
    ],
  ],
  [
    /Database\.DatabaseNotFound/u,
    [
      'STORE_NO_DATABASE',
      ({ address, database }) =>
        `Neo4j at ${address} has no database ${nameOf(database)}. Create it, or correct NEO4J_DATABASE.`,
    ],
  ],
  [/MemoryPoolOutOfMemory|OutOfMemoryError|StackOverFlow/u, MEMORY],
  [
    /LockClientStopped|DeadlockDetected|LockAcquisitionTimeout|TransactionTimedOut/u,
    [
      'STORE_LOCKED',
      ({ address }) =>
        `Another process is writing to Neo4j at ${address} and did not finish in time. Wait for it, then try again.`,
    ],
  ],
];

/** What the server says in words alone, without a code of its own. */
const SAID: readonly (readonly [words: RegExp, wording: Wording])[] = [
  [
    /no space left|disk (?:is )?full|not enough (?:disk )?space|Insufficient disk space/iu,
    [
      'STORE_FULL',
      ({ address }) => `The disk of Neo4j at ${address} is full. Free space there; nothing of this change was kept.`,
    ],
  ],
  [
    /Could not (?:append|apply the) transaction/iu,
    [
      'STORE_FULL',
      ({ address }) =>
        `Neo4j at ${address} cannot write: its disk is full or broken. Free space there, restart it, then run the same again; what was written before is kept.`,
    ],
  ],
  [
    /encountered a critical error, and needs to be restarted/u,
    [
      'STORE_UNREACHABLE',
      ({ address, database }) =>
        `Neo4j at ${address} has halted its database ${nameOf(database)} after an error of its own, most often a full disk. See that there is space, then restart it; its debug.log says more.`,
    ],
  ],
];

/** Turns what the driver or the server says into reason and fix; errors of ours pass through. */
export function toStoreError(error: unknown, place: Place): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Neo4jError ? error.code : '';
  const said = SAID.find(([words]) => words.test(message))?.[1];
  const wording = said ?? WORDINGS.find(([pattern]) => pattern.test(code))?.[1];
  if (wording) return new StoreError(wording[0], wording[1](place), { cause: error });
  return new StoreError('STORE_FAILED', `Neo4j at ${place.address}: ${message}`, { cause: error });
}

function nameOf(database: string | undefined): string {
  return database === undefined ? 'that is the default' : `“${database}”`;
}
