import { describe, expect, it } from 'vitest';
import { Assessor } from '../../src/assessment/assessor.ts';
import type { Grounds } from '../../src/assessment/decision.ts';
import { engine, extract, world } from '../fixtures/world.ts';

const assessor = new Assessor(world);
/** Verdict and grounds of the last claim of a sentence. */
function judge(sentence: string) {
  const claim = extract(sentence).claims.at(-1);
  if (!claim) throw new Error(`no claim in «${sentence}»`);
  const { verdict, grounds } = assessor.assess(claim).decision;
  return `${verdict} ${grounds}`;
}
const supported: Grounds = 'same-value';

describe('a statement that a fact makes', () => {
  it.each([
    'Acme was founded in 2010.',
    'FlowKit was developed by Globex.',
    'Torchlet is a deep learning framework.',
    'Ada Byte is the CEO of Globex.',
    'Ada Byte earned a PhD from Northern University in 2015.',
    'CGN stands for Cyclic Gate Networks.',
    '环宇公司开发了FlowKit。',
    'Torchlet是一种软件。',
  ])('is supported: «%s»', (sentence) => {
    expect(judge(sentence)).toBe(`SUPPORTED ${supported}`);
  });

  it.each([
    ['Ada Byte was born in Byteland.', 'the country of the town'],
    ['Torchlet was developed by Acme.', 'the parent of the developer'],
    ['Torchlet is a framework.', 'a broader kind'],
  ])('supports what follows from it: «%s» (%s)', (sentence) => {
    expect(judge(sentence)).toBe(`SUPPORTED ${supported}`);
  });
});

describe('another value', () => {
  it.each([
    ['Acme was founded in 2012.', '4 May 2010'],
    ['Ada Byte was born in Nibbleton.', 'Bitville'],
    ['艾达·拜特出生于尼布城。', '比特城'],
    ['CGN stands for cyclic graph nodes.', 'cyclic gate network'],
    ['Zeta-3 has 300 billion parameters.', '175 billion parameters'],
  ])('refutes where there is one: «%s»', (sentence, correction) => {
    expect(judge(sentence)).toBe('REFUTED other-value');
    expect(engine.verify(sentence).correction).toBe(correction);
  });

  it('refutes where the list is complete', () => {
    expect(judge('Torchlet was developed by Globex.')).toBe('REFUTED not-in-list');
    expect(judge('Ada Byte studied at Southern University.')).toBe('REFUTED not-in-list');
    expect(judge('顶峰公司由艾达·拜特创立。')).toBe('REFUTED not-in-list');
    expect(engine.verify('顶峰公司由艾达·拜特创立。').correction).toBe('卡尔·科德、多拉·德尔塔');
  });

  it('abstains where the list is open', () => {
    expect(judge('FlowKit was developed by Acme.')).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(judge('Carl Codd worked at Globex.')).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(engine.verify('Carl Codd worked at Globex.').reason).toBe('no-fact');
  });

  it('abstains where nothing is known', () => {
    expect(judge('Dora Delta studied at Southern University.')).toBe('NOT_ENOUGH_INFO nothing-known');
  });

  it('refutes «only» where there are more', () => {
    expect(judge('Acme was founded solely by Carl Codd.')).toBe('REFUTED not-in-list');
    expect(judge('Torchlet was developed solely by Acme Research.')).toBe(`SUPPORTED ${supported}`);
  });
});

describe('time', () => {
  it.each([
    ['Ada Byte worked at Acme in 2017.', `SUPPORTED ${supported}`],
    ['Ada Byte worked at Acme in 2013.', 'REFUTED other-time'],
    ['Ada Byte joined Acme in June 2016.', `SUPPORTED ${supported}`],
    ['Ada Byte joined Acme in 2017.', 'REFUTED other-time'],
    ['Ada Byte left Acme in 2019.', `SUPPORTED ${supported}`],
    ['Ada Byte left Acme in 2021.', 'REFUTED other-time'],
    ['Ada Byte has worked at Globex since 2020.', `SUPPORTED ${supported}`],
    ['Ada Byte has worked at Globex since 2015.', 'REFUTED other-time'],
    ['Ada Byte won the Golden Gear in 2020.', 'REFUTED other-time'],
    ['Ada Byte earned a PhD from Northern University in 2011.', 'REFUTED other-time'],
    ['艾达·拜特于2013年在顶峰公司工作。', 'REFUTED other-time'],
  ])('is weighed: «%s»', (sentence, expected) => {
    expect(judge(sentence)).toBe(expected);
  });

  it('gives the right period as the correction', () => {
    expect(engine.verify('Ada Byte joined Acme in 2017.').correction).toBe(
      'Acme Labs (software engineer, June 2016–March 2019)',
    );
  });

  it('ends what is over and excluded by what came after', () => {
    expect(engine.verify('FlowKit is an open-source framework.').verdict).toBe('REFUTED');
    expect(engine.verify('FlowKit is an open-source framework.').correction).toContain('proprietary');
    expect(engine.verify('FlowKit is a proprietary framework.').verdict).toBe('SUPPORTED');
  });
});

describe('dates', () => {
  it.each([
    ['Acme was founded on 4 May 2010.', 'SUPPORTED'],
    ['Acme was founded in May 2010.', 'SUPPORTED'],
    ['Acme was founded in 2010.', 'SUPPORTED'],
    ['Acme was founded in the 2010s.', 'SUPPORTED'],
    ['Globex was founded on 3 March 1999.', 'SUPPORTED'],
    ['Acme was founded on 5 May 2010.', 'REFUTED'],
    ['Acme was founded in June 2010.', 'REFUTED'],
    ['Acme was founded in the 1990s.', 'REFUTED'],
    ['顶峰公司成立于2010年5月。', 'SUPPORTED'],
    ['顶峰公司成立于2010年6月。', 'REFUTED'],
  ])('compare at the coarser precision: «%s»', (sentence, verdict) => {
    expect(engine.verify(sentence).verdict).toBe(verdict);
  });
});

describe('numbers', () => {
  it.each([
    ['Numbus has 1,281,167 parameters.', 'SUPPORTED'],
    ['Numbus has 1.28 million parameters.', 'SUPPORTED'],
    ['Numbus has 1.3 million parameters.', 'SUPPORTED'],
    ['Numbus有128万个参数。', 'SUPPORTED'],
    ['Numbus has 1.2 million parameters.', 'REFUTED'],
    ['Numbus has 12.8 million parameters.', 'REFUTED'],
    ['Zeta-3 has 175 billion parameters.', 'SUPPORTED'],
    ['Zeta-3有1.75万亿个参数。', 'REFUTED'],
  ])('may be rounded, not changed: «%s»', (sentence, verdict) => {
    expect(engine.verify(sentence).verdict).toBe(verdict);
  });
});

describe('details', () => {
  it('refute where a post or degree is another', () => {
    expect(judge('Ada Byte was the CEO of Acme.')).toBe('REFUTED other-role');
    expect(judge("Ada Byte earned a bachelor's degree from Northern University.")).toBe('REFUTED other-role');
    expect(judge('Carl Codd was a professor at Acme.')).toBe('REFUTED other-role');
  });

  it('leave it open where a job may have been called otherwise', () => {
    expect(judge('Ada Byte was an intern at Acme.')).toBe('NOT_ENOUGH_INFO nothing-known');
  });

  it('leave posts and degrees open that no list holds, even where it is complete', () => {
    expect(judge('Ada Byte was an advisor of Initech.')).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(judge('Ada Byte was an advisor of Acme.')).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(judge('Ada Byte received an honorary doctorate from Southern University.')).toContain('NOT_ENOUGH_INFO');
    expect(judge('Ada Byte received a PhD from Southern University.')).toContain('REFUTED');
  });

  it('refute a post that another holds', () => {
    expect(judge('Carl Codd is the CEO of Globex.')).toBe('REFUTED held-by-other');
    expect(judge('Carl Codd was the CEO of Globex in 2022.')).toBe('REFUTED held-by-other');
    expect(engine.verify('Carl Codd is the CEO of Globex.').correction).toContain('Ada Byte');
  });

  it('abstain on a post at a time of which nothing is known', () => {
    expect(judge('Carl Codd was the CEO of Globex in 2005.')).toBe('NOT_ENOUGH_INFO nothing-known');
  });
});

describe('kinds', () => {
  it.each(['Torchlet is a programming language.', 'Torchlet is a company.', 'Torchlet是一种编程语言。'])(
    'exclude each other: «%s»',
    (sentence) => {
      expect(judge(sentence)).toBe('REFUTED disjoint-kind');
    },
  );

  it('leave open what may be', () => {
    expect(judge('FlowKit is a deep learning framework.')).toBe('NOT_ENOUGH_INFO nothing-known');
  });
});

describe('the holders of an award', () => {
  it('are all known in a complete year', () => {
    expect(judge('Carl Codd won the Golden Gear Award in 2021.')).toBe('REFUTED held-by-other');
    expect(judge('卡尔·科德在2021年获得金齿轮奖。')).toBe('REFUTED held-by-other');
    expect(engine.verify('Carl Codd won the Golden Gear Award in 2021.').correction).toContain('Ada Byte');
  });

  it('are open in any other year and without one', () => {
    expect(judge('Carl Codd won the Golden Gear Award in 2019.')).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(judge('Carl Codd won the Golden Gear Award.')).toBe('NOT_ENOUGH_INFO nothing-known');
  });
});

describe('sources that differ', () => {
  it('make a claim of either value conflicting', () => {
    expect(judge('Eve Epsilon was born in 1950.')).toBe('CONFLICTING sources-differ');
    expect(judge('伊芙·艾普西隆出生于1952年。')).toBe('CONFLICTING sources-differ');
    const { claims, explanation } = engine.verify('Eve Epsilon was born in 1952.');
    expect(claims[0]?.evidence.map(({ sources }) => sources[0]?.title)).toEqual(['The Almanac', 'The Gazette']);
    expect(explanation.en).toContain('1950, 1952');
  });

  it('refute what neither says', () => {
    expect(judge('Eve Epsilon was born in 1951.')).toBe('REFUTED other-value');
    expect(engine.verify('Eve Epsilon was born in 1951.').correction).toBe('1950, 1952');
  });

  it('are settled by a preferred one', () => {
    expect(judge('Finn Phi was born in 1960.')).toBe(`SUPPORTED ${supported}`);
    expect(judge('Finn Phi was born in 1962.')).toBe('CONFLICTING sources-differ');
    expect(judge('Finn Phi was born in 1970.')).toBe('REFUTED other-value');
  });
});

describe('names that nobody knows', () => {
  it('refute a complete list', () => {
    expect(judge('Acme was founded by Zorblax Quimby.')).toBe('REFUTED not-in-list');
    expect(judge('顶峰公司由约翰·史密斯创立。')).toBe('REFUTED not-in-list');
  });

  it.each([
    ['Acme was founded by Codd Smith.', 'shares a name with a founder'],
    ['Acme was founded by Zorblax.', 'may be anybody’s nickname'],
    ['FlowKit was developed by Zorblax Quimby.', 'has an open list'],
    ['Zorblax Quimby was born in 1960.', 'is unknown itself'],
  ])('leave it open: «%s» %s', (sentence) => {
    expect(judge(sentence)).toBe('NOT_ENOUGH_INFO nothing-known');
    expect(engine.verify(sentence).reason).toBe('unknown-entity');
  });
});

describe('negation', () => {
  it.each([
    ['Torchlet was not developed by Globex.', 'SUPPORTED'],
    ['Torchlet was not developed by Acme Research.', 'REFUTED'],
    ['FlowKit was not developed by Acme.', 'NOT_ENOUGH_INFO'],
    ['Torchlet is not a programming language.', 'SUPPORTED'],
    ['Acme was not founded in 2010.', 'REFUTED'],
    ['Acme was not founded in 2011.', 'SUPPORTED'],
    ['Torchlet不是由环宇公司开发的。', 'SUPPORTED'],
    ['Torchlet不是由顶峰研究院开发的。', 'REFUTED'],
  ])('turns the verdict round: «%s»', (sentence, verdict) => {
    expect(engine.verify(sentence).verdict).toBe(verdict);
  });

  it('is corrected by the fact itself', () => {
    expect(engine.verify('Torchlet was not developed by Acme Research.').correction).toBe(
      'Torchlet – developer: Acme Research',
    );
  });

  it('leaves conflicting sources conflicting', () => {
    expect(engine.verify('Eve Epsilon was not born in 1950.').verdict).toBe('CONFLICTING');
  });
});

describe('the whole of a sentence', () => {
  it('is refuted if a part is', () => {
    const { verdict, correction } = engine.verify('Acme was founded in 2010 and is headquartered in Nibbleton.');
    expect([verdict, correction]).toEqual(['REFUTED', 'Bitville']);
  });

  it('is supported only if all parts are', () => {
    expect(engine.verify('Acme was founded in 2010 and is headquartered in Bitville.').verdict).toBe('SUPPORTED');
    expect(engine.verify('Globex and Acme built FlowKit.').verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('explains itself in both languages', () => {
    for (const sentence of ['Torchlet was developed by Globex.', 'Torchlet由环宇公司开发。']) {
      const { explanation } = engine.verify(sentence);
      expect(explanation.en).toContain('Acme Research');
      expect(explanation.zh).toContain('顶峰研究院');
    }
  });
});

describe('links', () => {
  const verdicts = (text: string) =>
    engine.check({ name: 'links', text, format: 'markdown' }).claims.map(({ verdict }) => verdict);

  it.each([
    ['[Torchlet](https://torchlet.example.org/)', 'SUPPORTED'],
    ['[Torchlet](https://torchlet.example.org)', 'SUPPORTED'],
    ['[Torchlet](https://acme.example.org/)', 'REFUTED'],
  ])('are held against the known address: %s', (text, verdict) => {
    expect(verdicts(text)).toEqual([verdict]);
  });

  it('of things without a known address are left open', () => {
    expect(verdicts('[FlowKit](https://flowkit.example.com/)')).toEqual(['NOT_ENOUGH_INFO']);
  });
});
