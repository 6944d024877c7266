import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

const text = readFileSync(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url), 'utf8');
const { claims, contradictions } = loadEngine().check({ name: 'corpus', text, format: 'markdown' });
const pairs = contradictions.map(({ a, b }) => {
  const [left, right] = [claims[a], claims[b]];
  return `${left?.subject}: ${[left?.object, right?.object].sort().join(' | ')}`;
});

it('shows where the corpus contradicts itself', () => {
  expect(pairs).toContain('framework/pytorch: organisation/meta | person/andrej-karpathy');
  expect(pairs).toContain('technique/transformer: organisation/google | person/andrej-karpathy');
  expect(pairs).toContain('framework/tensorflow: execution-model/dynamic-graph | execution-model/static-graph');
});

it('takes no two employers or schools for a contradiction', () => {
  expect(pairs.filter((pair) => pair.startsWith('person/'))).toEqual([]);
});
