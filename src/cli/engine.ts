import type { Settings } from '../settings.ts';
import type { Checker } from './context.ts';

/** Loads the engine when a command first needs it: looking into the knowledge does not. */
export async function loadEngine(settings: Settings): Promise<Checker> {
  const { Engine } = await import('../engine.ts');
  return Engine.load(settings);
}
