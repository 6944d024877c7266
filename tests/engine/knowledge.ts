import { Engine } from '../../src/engine.ts';
import { classifierIn } from '../../src/entailment/classifier.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
let engine: Engine | undefined;
let inDepth: Engine | undefined;

/** The same with the bundled classifier, which reads what the other layers leave open. */
export function engineInDepth(): Engine {
  inDepth ??= new Engine(loadEngine().knowledge, classifierIn(path('seed/models/entailment-zh-en')));
  return inDepth;
}

/** The engine on the project's own ontology and knowledge; loaded once a test file. */
export function loadEngine(): Engine {
  engine ??= Engine.load({ ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] });
  return engine;
}
