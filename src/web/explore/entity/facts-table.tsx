import type { ComponentChildren } from 'preact';
import { SourceList } from '../../parts/source-list.tsx';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { sayDate, sayPeriod } from '../data/dates.ts';
import { groupBy } from '../data/group.ts';
import type { GraphFact } from '../data/schemas.ts';
import { EntityLink, FactValue } from './fact-value.tsx';

interface FactsTableProps {
  readonly facts: readonly GraphFact[];
  readonly caption: string;
  /** Facts that have the entity as their value: their subjects are shown. */
  readonly inverse?: boolean;
}

/** Facts by relation, with their periods and sources. */
export function FactsTable({ facts, caption, inverse = false }: FactsTableProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const groups = [...groupBy(facts, ({ predicate }) => predicate).values()];
  return (
    <table class="facts">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('relation')}</th>
          <th scope="col">{say(inverse ? 'of' : 'value')}</th>
          <th scope="col">{say('period')}</th>
          <th scope="col">{say('sources')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group[0]?.predicate}>
          {group.map((fact, index) => (
            <tr key={fact.id}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={group.length}>
                  {fact.predicateLabel[current]}
                </th>
              )}
              <Cell name={say(inverse ? 'of' : 'value')}>
                {inverse ? <EntityLink entity={fact.subject} /> : <FactValue fact={fact} />}
                {fact.note && <p class="aside">{fact.note[current]}</p>}
              </Cell>
              <Cell name={say('period')}>
                {sayPeriod(fact.period, current)}
                {fact.asOf && <span class="aside"> {say('asOf', { date: sayDate(fact.asOf, current) })}</span>}
              </Cell>
              <Cell name={say('sources')}>
                <SourceList sources={fact.sources} />
              </Cell>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** A cell that says its column itself where the table is too narrow for columns. */
function Cell({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return <td data-column={name}>{children}</td>;
}

const WORDS = {
  relation: { en: 'Relation', zh: '关系' },
  value: { en: 'Value', zh: '内容' },
  of: { en: 'Of', zh: '主体' },
  period: { en: 'Period', zh: '时间' },
  sources: { en: 'Sources', zh: '来源' },
  asOf: { en: '(as of {date})', zh: '（截至{date}）' },
};
