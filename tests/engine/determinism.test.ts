import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine.ts';
import { type LabelledClaim, readLines } from '../eval/score.ts';
import { loadEngine } from './knowledge.ts';

const engine = loadEngine();
const claims = readLines<LabelledClaim>('claims-dev.jsonl').map(({ claim }) => claim);
const DOCUMENT = `# PyTorch

PyTorch由谷歌开发。它发布于2016年。

- **TensorFlow**
  - 由Google开发
  - 发布于2012年
- **Keras**: created by François Chollet. It was released in 2015.
`;

describe('verdicts', () => {
  it('are the same on a second run', () => {
    const run = () => claims.map((claim) => engine.verify(claim));
    expect(run()).toEqual(run());
  });

  it('do not depend on what was asked before', () => {
    const forward = new Map(claims.map((claim) => [claim, engine.verify(claim)]));
    const backward = new Map([...claims].reverse().map((claim) => [claim, engine.verify(claim)]));
    for (const claim of claims) expect(backward.get(claim)).toEqual(forward.get(claim));
  });

  it('do not depend on which engine gives them', () => {
    const another = new Engine(engine.knowledge);
    for (const claim of claims.slice(0, 60)) expect(another.verify(claim)).toEqual(engine.verify(claim));
  });

  it('on a document are the same on a second run and after others', () => {
    const check = () => engine.check({ name: 'a', text: DOCUMENT, format: 'markdown' });
    const first = check();
    expect(first.claims.length).toBeGreaterThan(5);
    engine.check({ name: 'b', text: 'OpenAI was founded by Elon Musk. He was born in 1971.', format: 'plain' });
    expect(check()).toEqual(first);
  });

  it('of segments do not depend on their order', () => {
    const parts = [
      'PyTorch was developed by Google.',
      'Keras由贾扬清创建。',
      'He was born in 1985.',
      'Karpathy出生于1985年。',
    ];
    const verdicts = (order: readonly string[]) =>
      engine
        .check({ name: 'segments', text: order.join('<|im_end|>'), format: 'plain' })
        .claims.map(({ quote, subject, verdict }) => `${quote} ${subject} ${verdict}`)
        .sort();
    expect(verdicts([...parts].reverse())).toEqual(verdicts(parts));
  });
});
