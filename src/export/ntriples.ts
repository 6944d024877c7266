import { DataFactory, type Literal, type NamedNode, Writer } from 'n3';
import type { Source, Value } from '../knowledge/model.ts';
import { CodePoints } from '../report/code-points.ts';
import type { WholeDocument } from '../store/graph-answers.ts';
import type {
  StoredAssessment,
  StoredClaim,
  StoredContradiction,
  StoredEntity,
  StoredFact,
  StoredPredicate,
} from '../store/graph-model.ts';
import { type Exporter, everything, wholeDocuments } from './exporter.ts';
import {
  address,
  date,
  moment,
  number,
  oa,
  owl,
  prov,
  rdf,
  rdfs,
  schema,
  skos,
  text,
  texts,
  thing,
  word,
} from './rdf-words.ts';

type Triple = readonly [subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal];

/**
 * N-Triples: knowledge as plain triples and, with sources, as reified statements (PROV-O: `prov:wasDerivedFrom`); claims as
 * schema.org Claim and ClaimReview, their places as Web Annotations, whose positions count Unicode code points.
 */
export const exportNTriples: Exporter = async function* (store) {
  const writer = new Writer({ format: 'N-Triples' });
  const lines = (triples: Iterable<Triple>) =>
    [...triples].map(([s, p, o]) => writer.quadToString(s, p, o, DataFactory.defaultGraph())).join('');
  for (const predicate of await store.predicates()) yield lines(predicateTriples(predicate));
  for await (const source of everything((page) => store.listSources(page))) yield lines(sourceTriples(source));
  for await (const entity of everything((page) => store.listEntities({ ...page, vocabulary: true })))
    yield lines(entityTriples(entity));
  for await (const fact of everything((page) => store.listFacts({ ...page, deprecated: true })))
    yield lines(factTriples(fact));
  for await (const whole of wholeDocuments(store)) yield lines(documentTriples(whole));
  for await (const found of everything((page) => store.listContradictions(page)))
    yield lines(contradictionTriples(found));
};

function* predicateTriples({ id, label }: StoredPredicate): Generator<Triple> {
  const node = word('predicate', id);
  yield [node, rdf('type'), rdf('Property')];
  for (const name of texts(label)) yield [node, rdfs('label'), name];
}

function* sourceTriples({ id, url, title, publisher, kind, read }: Source): Generator<Triple> {
  const node = thing(`source/${id}`);
  yield [node, rdf('type'), prov(kind === 'primary' ? 'PrimarySource' : 'Entity')];
  yield [node, rdf('type'), schema('CreativeWork')];
  yield [node, schema('url'), address(url)];
  yield [node, schema('name'), text(title)];
  if (publisher !== undefined) yield [node, schema('publisher'), text(publisher)];
  if (read !== undefined) yield [node, schema('dateModified'), date(read)];
}

function* entityTriples({
  id,
  kind,
  label,
  aliases,
  description,
  sameAs,
  vocabulary,
}: StoredEntity): Generator<Triple> {
  const node = thing(id);
  yield [node, rdf('type'), vocabulary ? skos('Concept') : word('kind', kind)];
  for (const name of texts(label)) yield [node, rdfs('label'), name];
  for (const alias of aliases)
    yield [node, skos('altLabel'), text(alias.text, alias.language === 'any' ? undefined : alias.language)];
  for (const words of texts(description)) yield [node, schema('description'), words];
  for (const url of sameAs) yield [node, owl('sameAs'), address(url)];
}

function* factTriples(fact: StoredFact): Generator<Triple> {
  const { id, subject, predicate, value, qualifiers, rank, asOf, sources, statement } = fact;
  const node = thing(`fact/${id}`);
  const objects = toNodes(value);
  if (rank !== 'deprecated') for (const object of objects) yield [thing(subject), word('predicate', predicate), object];
  yield [node, rdf('type'), rdf('Statement')];
  yield [node, rdf('type'), prov('Entity')];
  yield [node, rdf('subject'), thing(subject)];
  yield [node, rdf('predicate'), word('predicate', predicate)];
  for (const object of objects) yield [node, rdf('object'), object];
  for (const words of texts(statement)) yield [node, rdfs('label'), words];
  yield [node, word('qualifier', 'rank'), text(rank)];
  if (asOf !== undefined) yield [node, word('qualifier', 'asOf'), date(asOf)];
  for (const [name, said] of Object.entries(qualifiers))
    for (const object of qualifierNodes(name, said)) yield [node, word('qualifier', name), object];
  for (const source of sources) yield [node, prov('wasDerivedFrom'), thing(`source/${source.id}`)];
}

function toNodes(value: Value): (NamedNode | Literal)[] {
  switch (value.type) {
    case 'entity':
      return [thing(value.id)];
    case 'date':
      return [date(value.date)];
    case 'number':
      return [number(value.amount)];
    case 'text':
      return texts(value.text);
    case 'url':
      return [address(value.url)];
  }
}

function qualifierNodes(name: string, value: unknown): (NamedNode | Literal)[] {
  if (Array.isArray(value)) return value.map((id) => thing(String(id)));
  if (typeof value === 'object' && value !== null) return texts(value);
  return [['start', 'end', 'at'].includes(name) ? date(String(value)) : text(String(value))];
}

function* documentTriples({ document, text: whole, claims }: WholeDocument): Generator<Triple> {
  const node = thing(document.id);
  yield [node, rdf('type'), schema('DigitalDocument')];
  yield [node, rdf('type'), prov('Entity')];
  yield [node, schema('name'), text(document.name)];
  yield [node, schema('inLanguage'), text(document.language)];
  yield [node, schema('sha256'), text(document.contentHash)];
  yield [node, schema('dateCreated'), moment(document.ingestedAt)];
  const points = new CodePoints(whole);
  for (const claim of claims) {
    yield* claimTriples(claim);
    yield* annotationTriples(claim, points);
    yield* assessmentTriples(thing(claim.id), claim.assessment);
  }
}

function* claimTriples({
  id,
  documentId,
  quote,
  language,
  subject,
  predicate,
  object,
}: StoredClaim): Generator<Triple> {
  const node = thing(id);
  yield [node, rdf('type'), schema('Claim')];
  yield [node, schema('text'), text(quote, language)];
  yield [node, schema('appearance'), thing(documentId)];
  yield [node, rdf('subject'), subject.entity === undefined ? text(subject.text, language) : thing(subject.entity)];
  yield [node, rdf('predicate'), word('predicate', predicate)];
  yield [node, rdf('object'), object.entity === undefined ? text(object.text, language) : thing(object.entity)];
  for (const { entity } of [subject, object]) if (entity !== undefined) yield [node, schema('about'), thing(entity)];
}

function* annotationTriples({ id, documentId, quote, start, end }: StoredClaim, points: CodePoints): Generator<Triple> {
  const node = (part: string) => thing(id, part);
  yield [node('annotation'), rdf('type'), oa('Annotation')];
  yield [node('annotation'), oa('hasBody'), thing(id)];
  yield [node('annotation'), oa('hasTarget'), node('target')];
  yield [node('target'), rdf('type'), oa('SpecificResource')];
  yield [node('target'), oa('hasSource'), thing(documentId)];
  yield [node('target'), oa('hasSelector'), node('quote')];
  yield [node('target'), oa('hasSelector'), node('position')];
  yield [node('quote'), rdf('type'), oa('TextQuoteSelector')];
  yield [node('quote'), oa('exact'), text(quote)];
  yield [node('position'), rdf('type'), oa('TextPositionSelector')];
  yield [node('position'), oa('start'), number(points.at(start))];
  yield [node('position'), oa('end'), number(points.at(end))];
}

function* assessmentTriples(claim: NamedNode, assessment: StoredAssessment): Generator<Triple> {
  const { verdict, confidence, explanation, correction, evidence, assessedAt } = assessment;
  const node = DataFactory.namedNode(`${claim.value}#assessment`);
  yield [node, rdf('type'), schema('ClaimReview')];
  yield [node, rdf('type'), prov('Entity')];
  yield [node, schema('itemReviewed'), claim];
  yield [node, schema('reviewRating'), word('verdict', verdict)];
  yield [node, word('predicate', 'confidence'), number(confidence)];
  for (const words of texts(explanation)) yield [node, schema('reviewBody'), words];
  if (correction !== undefined) yield [node, schema('correction'), text(correction)];
  yield [node, prov('generatedAtTime'), moment(assessedAt)];
  for (const fact of evidence) yield [node, prov('wasDerivedFrom'), thing(`fact/${fact}`)];
}

function* contradictionTriples({ a, b }: StoredContradiction): Generator<Triple> {
  yield [thing(a.id), word('predicate', 'contradicts'), thing(b.id)];
  yield [thing(b.id), word('predicate', 'contradicts'), thing(a.id)];
}
