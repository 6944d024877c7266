import { checkPhrasing } from './check-phrasing.ts';
import { didYouMean } from './closest.ts';
import type { OntologyData } from './ontology.ts';
import type { Path } from './yaml-file.ts';

export type Report = (path: Path, message: string) => void;

type PredicateData = OntologyData['predicates'][string];

/** What a range may name besides kinds and vocabularies. */
const LITERALS = ['date', 'number', 'text', 'url'];
export const QUALIFIERS: ReadonlySet<string> = new Set([
  ...['start', 'end', 'at', 'role', 'degree', 'field', 'advisor', 'for', 'with', 'place', 'score', 'price', 'relation'],
]);

/** Reports what the parts of an ontology say of each other that cannot be: names that nothing defines, circles, phrasings. */
export function checkOntology(data: OntologyData, report: Report): void {
  const check = new OntologyCheck(data, report);
  check.kinds();
  check.vocabularies();
  for (const [id, predicate] of Object.entries(data.predicates)) check.predicate(id, predicate);
  check.rules();
}

class OntologyCheck {
  private readonly data: OntologyData;
  private readonly report: Report;
  private readonly kindNames: ReadonlySet<string>;
  private readonly predicateNames: ReadonlySet<string>;

  constructor(data: OntologyData, report: Report) {
    this.data = data;
    this.report = report;
    this.kindNames = new Set(Object.keys(data.kinds));
    this.predicateNames = new Set(Object.keys(data.predicates));
  }

  kinds(): void {
    for (const [id, { under }] of Object.entries(this.data.kinds)) {
      for (const parent of under) this.known('kind', parent, this.kindNames, ['kinds', id, 'under']);
      if (this.isUnderItself(id)) this.report(['kinds', id, 'under'], `kind '${id}' is under itself; break the circle`);
    }
    for (const [index, group] of this.data.disjoint.entries()) {
      for (const [place, kind] of group.entries()) this.known('kind', kind, this.kindNames, ['disjoint', index, place]);
      for (const [place, kind] of group.entries()) {
        const above = group.find((other) => other !== kind && this.ancestors(kind).has(other));
        if (above)
          this.report(['disjoint', index, place], `'${kind}' is under '${above}', so the two cannot be disjoint`);
      }
    }
  }

  vocabularies(): void {
    for (const [vocabulary, { terms }] of Object.entries(this.data.vocabularies)) {
      const path = ['vocabularies', vocabulary];
      if (this.kindNames.has(vocabulary)) this.report(path, `'${vocabulary}' is also a kind; use another name`);
      const names = new Set(Object.keys(terms));
      for (const [name, { broader }] of Object.entries(terms)) {
        if (broader !== undefined) this.known('term', broader, names, [...path, 'terms', name, 'broader']);
      }
    }
  }

  predicate(id: string, predicate: PredicateData): void {
    const path = ['predicates', id];
    const things = new Set([...this.kindNames, ...Object.keys(this.data.vocabularies), 'any', 'kind']);
    this.each('kind', predicate.domain, things, [...path, 'domain']);
    this.each('kind', predicate.range, new Set([...things, ...LITERALS]), [...path, 'range']);
    this.each('predicate', predicate.through, this.predicateNames, [...path, 'through']);
    this.each('predicate', predicate.implies, this.predicateNames, [...path, 'implies']);
    this.each('predicate', predicate.dated, this.predicateNames, [...path, 'dated']);
    if (predicate.converse !== undefined)
      this.known('predicate', predicate.converse, this.predicateNames, [...path, 'converse']);
    if (predicate.post !== undefined)
      this.known('predicate', predicate.post.predicate, this.predicateNames, [...path, 'post', 'predicate']);
    this.each('qualifier', predicate.qualifiers, QUALIFIERS, [...path, 'qualifiers']);
    for (const language of ['en', 'zh'] as const) {
      for (const [index, phrasing] of predicate.phrasings[language].entries()) {
        const place = [...path, 'phrasings', language, index];
        const problems = checkPhrasing(phrasing, predicate, (term) => this.isTerm(term));
        for (const problem of problems) this.report(place, `${id}: ${problem}`);
      }
    }
  }

  rules(): void {
    for (const [index, { first, later, of }] of this.data.order.entries()) {
      this.each('predicate', first, this.predicateNames, ['order', index, 'first']);
      this.each('predicate', later, this.predicateNames, ['order', index, 'later']);
      if (of !== undefined) this.known('predicate', of, this.predicateNames, ['order', index, 'of']);
    }
    this.each('predicate', this.data.acyclic, this.predicateNames, ['acyclic']);
    this.each('predicate', this.data.agesFrom ? [this.data.agesFrom] : [], this.predicateNames, ['agesFrom']);
    this.each('predicate', this.data.lifespans.flat(), this.predicateNames, ['lifespans']);
    for (const [index, pair] of this.data.inverse.entries()) {
      this.each('predicate', pair, this.predicateNames, ['inverse', index]);
    }
    const { questions } = this.data;
    for (const name of ['begins', 'belongs', 'whereabouts', 'sizes', 'loose', 'reasons'] as const)
      this.each('predicate', questions[name], this.predicateNames, ['questions', name]);
    for (const name of ['asked', 'says'] as const)
      for (const id of Object.keys(questions[name]))
        this.known('predicate', id, this.predicateNames, ['questions', name, id]);
    this.each('qualifier', Object.keys(questions.qualifiers), QUALIFIERS, ['questions', 'qualifiers']);
  }

  /** Whether `<vocabulary>/<term>` exists; ids that belong to no vocabulary are entities, which the ontology does not know. */
  private isTerm(id: string): boolean {
    const [vocabulary = '', term = ''] = id.split('/');
    const known = this.data.vocabularies[vocabulary];
    return known === undefined || Object.hasOwn(known.terms, term);
  }

  private each(what: string, names: readonly string[], known: ReadonlySet<string>, path: Path): void {
    for (const [index, name] of names.entries()) this.known(what, name, known, [...path, index]);
  }

  private known(what: string, name: string, known: ReadonlySet<string>, path: Path): void {
    if (!known.has(name)) this.report(path, `unknown ${what} '${name}'${didYouMean(name, known)}`);
  }

  private isUnderItself(kind: string): boolean {
    return (this.data.kinds[kind]?.under ?? []).some((parent) => this.ancestors(parent).has(kind));
  }

  private ancestors(kind: string): ReadonlySet<string> {
    const result = new Set([kind]);
    for (const member of result) for (const parent of this.data.kinds[member]?.under ?? []) result.add(parent);
    return result;
  }
}
