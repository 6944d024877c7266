import type { Language } from '../../knowledge/model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { mayWrite } from '../http/token.ts';
import { need, type Services } from '../services.ts';
import type { ServerSettings } from '../settings.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What resolvers work with; made anew for every request. */
export interface GraphContext {
  readonly services: Services;
  readonly settings: ServerSettings;
  readonly store: GraphStore;
  readonly loaders: Loaders;
  /** The client's language, for errors. */
  readonly language: Language;
  /** @throws Problem where the request may not write */
  checkMayWrite(): void;
}

export interface ContextOptions {
  readonly services: Services;
  readonly settings: ServerSettings;
  readonly authorization: string | undefined;
  readonly language: Language;
}

/** @throws Problem `NOT_READY` where there is no store yet */
export function createContext({ services, settings, authorization, language }: ContextOptions): GraphContext {
  const store = need(services, 'store');
  return {
    services,
    settings,
    store,
    loaders: createLoaders(store),
    language,
    checkMayWrite: () => mayWrite(authorization, settings.token),
  };
}
