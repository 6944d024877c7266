import { formatProblem } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/load.ts';
import { validateKnowledge } from '../knowledge/validate.ts';

const { knowledge, problems } = readKnowledge({ ontology: 'schema/ontology.yaml', knowledge: ['seed/knowledge'] });
for (const problem of [...problems, ...validateKnowledge(knowledge)]) console.log(formatProblem(problem));
const entities = knowledge.entities.size - knowledge.ontology.entities.length;
console.log(`${entities} entities, ${knowledge.facts.length} facts, ${knowledge.sources.size} sources`);
