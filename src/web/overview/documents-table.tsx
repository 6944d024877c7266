import { RoomLink } from '../parts/link.tsx';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import { VERDICT_WORDS } from '../text/verdict-words.ts';
import type { DocumentRow } from './overview-query.ts';
import { VerdictBar } from './verdict-bar.tsx';

/** Documents with what was found in each. */
export function DocumentsTable({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const say = useWords(WORDS);
  return (
    <div class="scroll">
      <table class="documents">
        <caption class="visually-hidden">{say('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('document')}</th>
            <th scope="col" class="number">
              {say('REFUTED')}
            </th>
            <th scope="col" class="number">
              {say('CONFLICTING')}
            </th>
            <th scope="col" class="number">
              {say('SUPPORTED')}
            </th>
            <th scope="col" class="number">
              {say('NOT_ENOUGH_INFO')}
            </th>
            <th scope="col" class="number">
              {say('contradictions')}
            </th>
            <th scope="col" class="bar">
              {say('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ name, counts, contradictionCount }) => (
            <tr key={name}>
              <th scope="row">
                <RoomLink to={address('check', { document: name })}>{name}</RoomLink>
              </th>
              <td class="number wrong">{counts.refuted}</td>
              <td class="number">{counts.conflicting}</td>
              <td class="number">{counts.supported}</td>
              <td class="number">{counts.notEnoughInfo}</td>
              <td class="number">{contradictionCount}</td>
              <td class="bar">
                <VerdictBar counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WORDS = {
  ...VERDICT_WORDS,
  caption: { en: 'Documents and what was found in them', zh: '文档及核查结果' },
  document: { en: 'Document', zh: '文档' },
  contradictions: { en: 'Contradictions', zh: '矛盾' },
  share: { en: 'Share', zh: '比例' },
};
