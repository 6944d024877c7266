import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';

const MAKERS = ['Google', 'Meta', 'OpenAI', 'Microsoft', 'Andrej Karpathy', 'Stanford University', '清华大学', '百度'];
const FILLERS = [
  'The weather was nice that day, and nobody thought of anything else.',
  'In the years that followed, the field grew faster than most people had expected.',
  '在随后的几年里，这一领域发展得比大多数人预期的更快。',
  '许多人认为这是一个重要的转折点，但细节至今仍有争议。',
];

/**
 * Markdown of at least `bytes` UTF-8 bytes: sections, lists and paragraphs of sentences that hardly ever repeat (each
 * claim of the development sets in turn, and thousands of combinations of known names), zh and en mixed. Deterministic.
 */
export function variedText(knowledge: KnowledgeBase, claims: readonly string[], bytes: number): string {
  const names = [...knowledge.entities.values()]
    .filter(({ id }) => !knowledge.isVocabulary(id))
    .map(({ id }) => [knowledge.label(id, 'en'), knowledge.label(id, 'zh')] as const);
  const pieces: string[] = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    const piece = paragraph(index, names, claims);
    pieces.push(piece);
    length += Buffer.byteLength(piece);
  }
  return pieces.join('');
}

function paragraph(index: number, names: readonly (readonly [string, string])[], claims: readonly string[]): string {
  const pick = <T>(list: readonly T[], step: number): T | undefined =>
    list[(index * step + (index >> 5)) % list.length];
  const [en, zh] = pick(names, 7) ?? ['', ''];
  const year = 1950 + (index % 75);
  const sentences = [
    pick(claims, 3),
    `${en} was developed by ${pick(MAKERS, 5)} in ${year}, and it was released in ${year + 1}.`,
    pick(FILLERS, 1),
    `${zh}由${pick(MAKERS, 3)}于${year}年提出，共有${(index % 900) + 3}个参数。`,
  ];
  const heading = index % 12 === 0 ? `## ${index} ${en}\n\n` : '';
  const list = index % 7 === 0 ? `- **${zh}**：成立于${year}年\n- ${en}: founded by ${pick(MAKERS, 11)}\n\n` : '';
  return `${heading}${sentences.join(' ')}\n\n${list}`;
}
