import { describe, expect, it } from 'vitest';
import { extract, statements } from '../fixtures/world.ts';

const FLOWKIT = 'framework/flowkit developer organisation/globex';

describe('one statement, said in any voice', () => {
  it.each([
    'Globex developed FlowKit.',
    'Globex develops FlowKit.',
    'FlowKit was developed by Globex.',
    'FlowKit has been developed by Globex.',
    'FlowKit, developed by Globex.',
    'The framework that Globex developed is FlowKit.',
    'The developer of FlowKit is Globex.',
    'Globex is the developer of FlowKit.',
    'FlowKit’s developer Globex is rich.',
    'In the end, Globex itself finally built the popular framework FlowKit.',
    '环宇公司开发了FlowKit。',
    'FlowKit由环宇公司开发。',
    'FlowKit被环宇公司开发。',
    'FlowKit是由环宇公司开发的。',
    'FlowKit是环宇公司开发的。',
    '环宇公司开发的FlowKit很流行。',
    '由环宇公司开发的FlowKit很流行。',
    '开发FlowKit的是环宇公司。',
    'FlowKit的开发者是环宇公司。',
    '環宇公司開發了FlowKit。',
  ])('is understood in «%s»', (sentence) => {
    expect(statements(sentence)).toContain(FLOWKIT);
  });
});

describe('negation', () => {
  it.each([
    'FlowKit was not developed by Globex.',
    'FlowKit wasn’t developed by Globex.',
    'Globex did not develop FlowKit.',
    'Globex never developed FlowKit.',
    'FlowKit不是由环宇公司开发的。',
    'FlowKit并非由环宇公司开发。',
    '环宇公司没有开发FlowKit。',
    '环宇公司从未开发FlowKit。',
  ])('is heard in «%s»', (sentence) => {
    expect(statements(sentence)).toEqual([`not ${FLOWKIT}`]);
  });

  it('holds for kinds too', () => {
    expect(statements('Torchlet is not a programming language.')).toEqual([
      'not framework/torchlet isA kind/programming-language',
    ]);
  });
});

describe('coordination', () => {
  it('makes a claim of every pair', () => {
    expect(statements('Globex and Acme built FlowKit and Torchlet.').sort()).toEqual([
      'framework/flowkit developer organisation/acme',
      FLOWKIT,
      'framework/torchlet developer organisation/acme',
      'framework/torchlet developer organisation/globex',
    ]);
  });

  it.each(['Torchlet, FlowKit and Zeta-3 were developed by Globex.', 'Torchlet、FlowKit和Zeta-3由环宇公司开发。'])(
    'keeps a list together: «%s»',
    (sentence) => {
      expect(statements(sentence)).toEqual([
        'framework/torchlet developer organisation/globex',
        FLOWKIT,
        'model/zeta-3 developer organisation/globex',
      ]);
    },
  );

  it('gives a second verb the subject of the first', () => {
    expect(statements('Ada Byte joined Globex and studied at Northern University.')).toEqual([
      'person/ada-byte employer organisation/globex',
      'person/ada-byte educatedAt organisation/northern-university',
    ]);
    expect(statements('艾达·拜特在顶峰公司工作，并加入环宇公司。')).toEqual([
      'person/ada-byte employer organisation/acme',
      'person/ada-byte employer organisation/globex',
    ]);
  });

  it('knows that a list is said to be all', () => {
    const [claim] = extract('Acme was founded solely by Carl Codd.').claims;
    expect(claim?.only).toBe(true);
    expect(extract('Acme was founded by Carl Codd.').claims[0]?.only).toBe(false);
  });
});

describe('clauses', () => {
  it('are read apart: relative, participle, apposition, main', () => {
    expect(statements('Ada Byte, who was born in Bitville, works at Globex.')).toEqual([
      'person/ada-byte birthPlace place/bitville',
      'person/ada-byte employer organisation/globex',
    ]);
    expect(statements('Acme, founded by Carl Codd, is based in Bitville.')).toEqual([
      'organisation/acme founder person/carl-codd',
      'organisation/acme headquarters place/bitville',
    ]);
    expect(statements('Ada Byte, an engineer, works at Globex.')).toEqual([
      'person/ada-byte isA kind/engineer',
      'person/ada-byte employer organisation/globex',
    ]);
  });

  it('hand pronouns the person or thing that was named', () => {
    expect(statements('Ada Byte was born in Bitville, and she joined Acme.')).toEqual([
      'person/ada-byte birthPlace place/bitville',
      'person/ada-byte employer organisation/acme',
    ]);
    expect(statements('艾达·拜特出生于比特城，她加入了顶峰公司。')).toEqual([
      'person/ada-byte birthPlace place/bitville',
      'person/ada-byte employer organisation/acme',
    ]);
    expect(statements('Torchlet发布于2016年，该框架由顶峰研究院开发。')).toContain(
      'framework/torchlet developer organisation/acme-research',
    );
  });

  it('make nothing of a pronoun that nothing explains', () => {
    expect(statements('She was born in Bitville.')).toEqual([]);
    expect(statements('他出生于比特城。')).toEqual([]);
  });
});

describe('what a thing is', () => {
  it.each([
    ['Torchlet is a deep learning framework.', 'framework/torchlet isA kind/deep-learning-framework'],
    [
      'Torchlet, a deep learning framework, was released in 2016.',
      'framework/torchlet isA kind/deep-learning-framework',
    ],
    ['The company Acme is headquartered in Bitville.', 'organisation/acme isA kind/company'],
    ['Torchlet是一种深度学习框架。', 'framework/torchlet isA kind/deep-learning-framework'],
    ['深度学习框架Torchlet由环宇公司开发。', 'framework/torchlet isA kind/deep-learning-framework'],
  ])('is stated by «%s»', (sentence, statement) => {
    expect(statements(sentence)).toContain(statement);
  });

  it('includes its modifiers', () => {
    for (const sentence of ['Torchlet is an open-source framework.', 'Torchlet是一个开源框架。']) {
      expect(statements(sentence)).toContain('framework/torchlet licenceModel licence-model/open-source');
    }
  });

  it('is nothing where the word fits anything', () => {
    expect(statements('Torchlet is a project.')).toEqual([]);
    expect(statements('Torchlet是一个项目。')).toEqual([]);
  });
});

describe('brackets', () => {
  it.each(['The cyclic graph network (CGN) is popular.', 'CGN (cyclic graph network) is popular.'])(
    'say what an abbreviation stands for: «%s»',
    (sentence) => {
      expect(statements(sentence)).toEqual(['technique/cgn expansion cyclic graph network']);
    },
  );

  it('say nothing new where the name is a known one', () => {
    expect(statements('CGN (cyclic gate network) is popular.')).toEqual([]);
  });

  it('say nothing where they hold something else', () => {
    expect(statements('CGN (see below) is popular.')).toEqual([]);
  });
});

describe('figures', () => {
  it.each([
    ['Zeta-3 has 175 billion parameters.', '175 billion'],
    ['Zeta-3有1750亿个参数。', '1750亿'],
    ['The 175B-parameter model Zeta-3 is large.', '175B'],
    ['1750亿参数的Zeta-3很大。', '1750亿'],
  ])('count what their unit says: «%s»', (sentence, figure) => {
    expect(statements(sentence)).toContain(`model/zeta-3 parameterCount ${figure}`);
  });

  it('belong to the name of their own clause', () => {
    expect(statements('Zeta-3 has 175B parameters, and Numbus has 1.28M parameters.')).toEqual([
      'model/zeta-3 parameterCount 175B',
      'model/numbus parameterCount 1.28M',
    ]);
  });

  it('count nothing where the unit is another', () => {
    expect(statements('Zeta-3 has 175 billion friends.')).toEqual([]);
  });
});

describe('dates', () => {
  it('qualify what the clause says', () => {
    const [claim] = extract('Ada Byte joined Acme in June 2016.').claims;
    expect(claim?.time).toMatchObject({ date: { type: 'date', start: '2016-06', end: '2016-06' }, relation: 'at' });
    expect(claim?.readings[0]?.timing).toBe('start');
    expect(extract('Ada Byte has worked at Globex since 2020.').claims[0]?.time?.relation).toBe('since');
    expect(extract('Ada Byte worked at Acme until 2019.').claims[0]?.time?.relation).toBe('until');
  });

  it('also date what was made', () => {
    expect(statements('Globex built Torchlet in 2016.')).toEqual([
      'framework/torchlet developer organisation/globex',
      'framework/torchlet releaseDate 2016',
    ]);
  });

  it('are the object of some verbs', () => {
    expect(statements('Acme Labs was founded in 2010 and is headquartered in Nibbleton.')).toEqual([
      'organisation/acme foundingDate 2010',
      'organisation/acme headquarters place/nibbleton',
    ]);
  });
});

describe('posts and degrees', () => {
  it.each(['Ada Byte is the CEO of Globex.', 'Ada Byte works at Globex as CEO.', '艾达·拜特是环宇公司的首席执行官。'])(
    'qualify the employment: «%s»',
    (sentence) => {
      const employment = extract(sentence).claims.flatMap(({ readings }) =>
        readings.filter(({ predicate }) => predicate.id === 'employer'),
      );
      expect(employment[0]?.qualifiers.role).toEqual(['role/ceo']);
    },
  );

  it('qualify the study', () => {
    const [claim] = extract('Ada Byte earned a PhD from Northern University in 2015.').claims;
    expect(claim?.readings[0]?.qualifiers.degree).toEqual(['degree/phd']);
  });
});

describe('what is not check-worthy', () => {
  it.each([
    'Torchlet is the best framework in the world.',
    'Torchlet is amazing and beautiful.',
    'Torchlet will be developed by Globex.',
    'Globex plans to develop Torchlet.',
    'Globex stopped developing FlowKit.',
    'The weather was nice.',
    'Torchlet将由环宇公司开发。',
    '环宇公司计划开发Torchlet。',
    'Torchlet可能会改变世界。',
    'Torchlet是最好的框架。',
    '天气很好。',
    '',
  ])('yields no claim: «%s»', (sentence) => {
    expect(statements(sentence)).toEqual([]);
  });

  it('leaves a residue where something known is said of', () => {
    expect(extract('Torchlet amazes Ada Byte.').residues.length).toBeGreaterThan(0);
    expect(extract('The weather was nice.').residues).toEqual([]);
  });
});
