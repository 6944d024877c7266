import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { DateValue, Item } from '../linking/item.ts';
import { type Argument, type Reading, type TimeQualifier, toArgument } from './claim.ts';

const MONTH = String.raw`((?:19|20)\d\d)(?:\s*[年./-]\s*(\d{1,2})(?!\d)\s*月?)?\s*年?`;
const PERIOD = new RegExp(
  String.raw`^\s*${MONTH}(?:\s*(?:-|–|—|－|~|～|至|到|to)+\s*(?:${MONTH}|(至今|今|现在|present|now|today)))?\s*$`,
  'iu',
);

/** The period that a cell or label says: «2013.12–2016.02», «2019 年至今», «2015»; undefined for anything else. */
export function periodIn(text: string): TimeQualifier | undefined {
  const match = PERIOD.exec(text);
  if (!match?.[1]) return undefined;
  const start = dated(match[1], match[2]);
  const date: DateValue = { type: 'date', start, end: match[3] ? dated(match[3], match[4]) : start };
  return { date, relation: match[5] ? 'since' : 'at' };
}

function dated(year: string, month: string | undefined): string {
  return month && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : year;
}

/** What the items beside a period say of a person: studies where a degree stands there, else a post. */
export function stayOf(items: readonly Item[], person: Argument, knowledge: KnowledgeBase): Reading[] {
  const terms = (vocabulary: string) =>
    items.flatMap(({ entities }) =>
      entities.filter((id) => knowledge.ontology.terms.get(id)?.vocabulary === vocabulary),
    );
  const isOrganisation = (id: EntityId) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, ['organisation']);
  const place = items.find(({ entities }) => entities.some(isOrganisation));
  const [roles, degrees] = [terms('role'), terms('degree')];
  const predicate = knowledge.ontology.predicates.get(degrees.length > 0 ? 'educatedAt' : 'employer');
  if (!place || !predicate || roles.length + degrees.length === 0) return [];
  const object = toArgument(place, place.entities.filter(isOrganisation));
  const qualifiers: Reading['qualifiers'] =
    degrees.length > 0 ? { degree: degrees } : roles.length === 1 ? { role: roles } : {};
  return [{ predicate, subject: person, object, weak: false, timing: 'during', qualifiers }];
}
