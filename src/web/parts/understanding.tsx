import { useMemo } from 'preact/hooks';
import type { ClaimResult, Layer } from '../../assessment/result.ts';
import { useNames } from '../api/names.ts';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import { RoomLink } from './link.tsx';

/** How a claim was understood: what of what, by which means, how surely. */
export function Understanding({ claim }: { readonly claim: ClaimResult }) {
  const say = useWords(WORDS);
  const layer = useWords(LAYERS);
  const { subject, predicate, object } = claim;
  const nameOf = useNames(useMemo(() => [subject, predicate, object], [subject, predicate, object]));
  return (
    <dl class="understanding">
      <dt>{say('subject')}</dt>
      <dd>
        <Argument id={subject} name={nameOf(subject)} />
      </dd>
      <dt>{say('predicate')}</dt>
      <dd>
        {claim.negated && <em>{say('negated')} </em>}
        {nameOf(predicate)}
      </dd>
      <dt>{say('object')}</dt>
      <dd>
        <Argument id={object} name={nameOf(object)} />
      </dd>
      <dt>{say('layer')}</dt>
      <dd>{layer(claim.layer)}</dd>
      <dt>{say('confidence')}</dt>
      <dd>{Math.round(claim.confidence * 100)} %</dd>
    </dl>
  );
}

/** A known thing leads to the explorer; words of the text and values stay words. */
function Argument({ id, name }: { readonly id: string; readonly name: string }) {
  if (name === id || !/^[\w-]+\/[^/\s]+$/u.test(id)) return <>{name}</>;
  return <RoomLink to={address('explore', { entity: id })}>{name}</RoomLink>;
}

const WORDS = {
  subject: { en: 'About', zh: '主体' },
  predicate: { en: 'What of it', zh: '关系' },
  object: { en: 'What is said', zh: '所述' },
  negated: { en: 'not:', zh: '否定：' },
  layer: { en: 'Understood by', zh: '理解方式' },
  confidence: { en: 'Confidence', zh: '把握' },
};

const LAYERS = {
  phrasing: { en: 'a phrasing of the ontology', zh: '本体中的说法' },
  copula: { en: '“is a” in the sentence', zh: '“是……”句式' },
  apposition: { en: 'an apposition', zh: '同位语' },
  link: { en: 'a link', zh: '链接' },
  expansion: { en: 'an abbreviation written out', zh: '缩写的全称' },
  statement: { en: 'a statement in free words', zh: '自由表述的陈述' },
  association: { en: 'the words beside each other', zh: '相邻词语的关联' },
  entailment: { en: 'the sentence read beside the nearest facts', zh: '与最接近的事实对照阅读' },
} as const satisfies Record<Layer, unknown>;
