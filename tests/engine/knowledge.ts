import { Engine } from '../../src/engine.ts';
import { EntailmentModel } from '../../src/entailment/entailment-model.ts';
import { Forest } from '../../src/entailment/forest.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url).pathname;
let engine: Engine | undefined;

/** The same with the bundled classifier, which reads what the other layers leave open. */
export function engineInDepth(): Engine {
  const entailment = path('seed/models/entailment-zh-en');
  return new Engine(loadEngine().knowledge, {
    reader: new EntailmentModel(entailment),
    forest: Forest.read(entailment),
  });
}

/** The engine on the project's own ontology and knowledge; loaded once a test file. */
export function loadEngine(): Engine {
  engine ??= Engine.load({ ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] });
  return engine;
}
