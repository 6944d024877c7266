import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

/** Whom a text means that does not name him: wrong only if it is wrong of everyone it can be. */
const engine = loadEngine();

function refuted(text: string): string[] {
  return engine
    .check({ name: 'text.md', text, format: 'markdown' })
    .claims.filter(({ verdict }) => verdict === 'REFUTED')
    .map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`);
}

describe('someone unnamed', () => {
  it.each([
    '# Yoshua Bengio\n\nBengio teaches in Montréal. His early paper was written with Réjean Ducharme; in 2016 he co-founded Element AI.',
    '# Yann LeCun\n\nYann LeCun was a postdoc of Geoffrey Hinton. He won the 2018 Turing Award with Yoshua Bengio. He joined Bell Labs in 1988.',
    '## 李飞飞\n\n李飞飞与邓嘉等人合作。她发起了ImageNet。',
    '## 吴恩达\n\n吴恩达与杰夫·迪恩发起了谷歌大脑。2012年他与达芙妮·科勒共同创办Coursera，之后创立了DeepLearning.AI。',
    '- **贾扬清**：清华大学本科、硕士，在伯克利读博期间写出Caffe。',
    '# Demis Hassabis\n\n| Year | What |\n| --- | --- |\n| 1998 | leaves Lionhead Studios with Peter Molyneux |\n| 2010 | co-founds DeepMind |',
  ])('is the one of whom it is true: %s', (text) => expect(refuted(text)).toEqual([]));

  it.each([
    ['# Yoshua Bengio\n\nBengio teaches in Montréal. In 2016 he co-founded Hugging Face.', 'founder'],
    ['## 吴恩达\n\n吴恩达与杰夫·迪恩发起了谷歌大脑。之后他创立了月之暗面。', 'founder'],
    ['Geoffrey Hinton met Yann LeCun in Toronto. Geoffrey Hinton founded Element AI.', 'founder'],
  ])('is wrong where it is true of nobody meant, or of another than who is named: %s', (text, predicate) =>
    expect(refuted(text).join()).toContain(predicate),
  );
});
