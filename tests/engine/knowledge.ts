import { Engine } from '../../src/engine.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
let engine: Engine | undefined;

/** The engine on the project's own ontology and knowledge; loaded once a test file. */
export function loadEngine(): Engine {
  engine ??= Engine.load({ ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] });
  return engine;
}
