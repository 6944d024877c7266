import type { Constraint } from './constraint.ts';
import type { Plan } from './plan.ts';
import type { Question } from './question.ts';
import type { Candidate } from './relation-answer.ts';

/** A reading as `--explain` shows it. */
export function describePlan(question: Question, { state, total }: Candidate): Plan {
  const steps = state.steps.map(({ relation, direction, piece }) => ({
    predicate: relation.predicate.id,
    direction,
    words: piece?.item.surface ?? '',
    layer: relation.layer,
  }));
  const path = state.steps.map(({ relation, direction, constraints }) => {
    const qualifier = relation.qualifier ? `.${relation.qualifier}` : '';
    const conditions = [...Object.values(relation.set).flat(), ...constraints.map(describeConstraint)];
    const name = `${relation.predicate.id}${qualifier}${conditions.length > 0 ? `[${conditions.join(', ')}]` : ''}`;
    return direction === 'forward' ? ` –${name}→ ?` : ` ←${name}– ?`;
  });
  const named = question.pieces.filter(({ things }) => things.length > 0);
  return {
    type: 'relation',
    asked: question.focus
      ? [question.focus.asked, ...question.focus.kinds, ...question.focus.qualifiers].join(' ')
      : '',
    entities: named.map(({ item, things }) => ({
      text: item.surface,
      id: item.surface === state.start.text ? state.start.id : (things[0] ?? ''),
    })),
    steps,
    query: `${state.start.id}${path.join('')}${question.pick ? `, ${question.pick}` : ''}`,
    score: Math.round(total * 100) / 100,
    ignored: [],
  };
}

function describeConstraint({ ids, time, piece }: Constraint): string {
  if (!time) return ids[0] ?? piece.item.surface;
  const { date, relation } = time;
  return `${relation} ${date.start === date.end ? date.start : `${date.start}–${date.end}`}`;
}
