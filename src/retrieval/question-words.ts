import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Value } from '../knowledge/model.ts';

type Asked = 'time' | 'person' | 'place' | 'number';

/** How questions ask for a kind of value, folded. */
const ASKS: readonly (readonly [Asked, RegExp])[] = [
  [
    'time',
    /\bwhen\b|\b(?:what|which) (?:year|date|day|month)\b|什么时候|何时|哪一?年|哪一?天|几年|几月|几号|日期|多久/u,
  ],
  ['person', /\bwho(?:m|se)?\b|谁|哪位|何人/u],
  ['place', /\bwhere\b|\b(?:what|which) (?:city|country|place)\b|哪里|哪儿|何处|何地|在哪|哪个(?:城市|国家|地方)/u],
  ['number', /\bhow (?:many|much|large|big)\b|多少|几个|多大/u],
];

/** Whether a value is of the kind that a question (folded) asks for; false where it asks for none in particular. */
export function isAskedFor(value: Value, folded: string, knowledge: KnowledgeBase): boolean {
  return ASKS.some(([asked, pattern]) => pattern.test(folded) && fits(value, asked, knowledge));
}

function fits(value: Value, asked: Asked, knowledge: KnowledgeBase): boolean {
  switch (asked) {
    case 'time':
      return value.type === 'date';
    case 'number':
      return value.type === 'number';
    default:
      return value.type === 'entity' && knowledge.isOfKind(value.id, [asked]);
  }
}
