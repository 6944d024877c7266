import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, connected } from '../../../src/web/explore/graph/model.ts';
import { claim, entity, fact, part } from './sample.ts';

const ALL = { claims: true, terms: true };
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('the graph that is drawn', () => {
  it('has every entity and every fact between two once, however many parts hold it', () => {
    const around = part([fact('ada employer acme', { start: '2016' }), fact('ada friend bob')]);
    const again = part([fact('acme founder bob'), fact('ada employer acme', { start: '2016' })]);
    const { nodes, edges } = buildGraph(
      [
        { id: 'ada', part: around },
        { id: 'acme', part: again },
      ],
      ALL,
    );
    expect(ids(nodes).sort()).toEqual(['acme', 'ada', 'bob']);
    expect(edges).toHaveLength(3);
    expect(nodes.filter(({ expanded }) => expanded).map(({ id }) => id)).toEqual(['ada', 'acme']);
  });

  it('keeps several facts between the same two apart', () => {
    const { edges } = buildGraph(
      [
        {
          id: 'ada',
          part: part([fact('ada employer acme', { start: '2016' }), fact('ada employer acme', { start: '2020' })]),
        },
      ],
      ALL,
    );
    expect(edges.map(({ period }) => period.start)).toEqual(['2016', '2020']);
  });

  it('draws what documents get wrong beside the fact that says what is right', () => {
    const born = fact('ada birthDate _', { date: '1986' });
    const { nodes, edges } = buildGraph(
      [{ id: 'ada', part: part([fact('ada employer acme')], [claim('ada birthDate 1985', [born])]) }],
      ALL,
    );
    const wrong = edges.find(({ sort }) => sort === 'refuted');
    const right = edges.find((edge) => edge.right);
    expect(nodes.find(({ id }) => id === wrong?.to)).toMatchObject({ sort: 'wrong', label: { en: '1985' } });
    expect(nodes.find(({ id }) => id === right?.to)).toMatchObject({ sort: 'right', label: { en: '1986' } });
    expect([wrong?.from, right?.from]).toEqual(['ada', 'ada']);
  });

  it('makes one edge of the same mistake made several times, and counts no claim twice', () => {
    const first = claim('ada founder globex', []);
    const second = { ...first, id: 'another' };
    const { edges } = buildGraph(
      [
        { id: 'ada', part: part([fact('ada employer acme')], [first, second]) },
        { id: 'globex', part: part([fact('globex maker acme')], [first]) },
      ],
      ALL,
    );
    const wrong = edges.filter(({ sort }) => sort === 'refuted');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.claims).toHaveLength(2);
  });

  it('leaves out mistakes, and kinds and terms, where they are not wanted', () => {
    const term = { ...entity('kind/engineer', []) };
    const isA = { ...fact('ada isA _'), value: { type: 'entity', entity: term, date: null, url: null } };
    const around = part([fact('ada employer acme'), isA], [claim('ada birthDate 1985', [])]);
    const drawn = (options: typeof ALL) => buildGraph([{ id: 'ada', part: around }], options);
    expect(ids(drawn(ALL).nodes)).toContain('kind/engineer');
    expect(ids(drawn({ claims: true, terms: false }).nodes)).not.toContain('kind/engineer');
    expect(drawn({ claims: false, terms: true }).edges.every(({ sort }) => sort === 'fact')).toBe(true);
  });

  it('never has an edge without both its ends', () => {
    const name = fc.constantFrom('ada', 'bob', 'acme', 'globex', '1985', 'Nobody');
    const words = fc.tuple(
      name.filter((each) => /^[a-z]/u.test(each)),
      fc.constantFrom('employer', 'birthDate'),
      name,
    );
    fc.assert(
      fc.property(fc.array(words), fc.array(words), fc.boolean(), (facts, claims, terms) => {
        const made = part(
          facts.map((each) => fact(each.join(' '))),
          claims.map((each) => claim(each.join(' '), [fact('ada birthDate _', { date: '1986' })])),
        );
        const { nodes, edges } = buildGraph([{ id: 'ada', part: made }], { claims: true, terms });
        const known = new Set(ids(nodes));
        expect(known.size).toBe(nodes.length);
        for (const { from, to } of edges) expect([known.has(from), known.has(to)]).toEqual([true, true]);
      }),
    );
  });
});

describe('closing a node', () => {
  const ada = { id: 'ada', part: part([fact('ada employer acme')]) };
  const acme = { id: 'acme', part: part([fact('acme founder bob')]) };
  const bob = { id: 'bob', part: part([fact('bob friend eve')]) };

  it('closes what hangs on it alone too', () => {
    expect(connected([ada, acme, bob])).toEqual([ada, acme, bob]);
    expect(connected([ada, bob])).toEqual([ada]);
    expect(connected([])).toEqual([]);
  });

  it('keeps what another open node still shows', () => {
    const friends = { id: 'ada', part: part([fact('ada employer acme'), fact('ada friend bob')]) };
    expect(connected([friends, bob])).toEqual([friends, bob]);
  });
});
