import type { KnowledgeContent } from './content.ts';
import type { Fact, Source } from './model.ts';
import type { OntologyData } from './ontology.ts';

/** What a knowledge base is made from. */
export interface ReadKnowledge {
  readonly ontology: OntologyData;
  readonly content: KnowledgeContent;
}

/** A fact with its sources as a number into the table of source lists: most facts share their list with others. */
type PackedFact = Omit<Fact, 'sources'> & { sources: number };
type Part = readonly [name: 'ontology' | 'sources' | 'lists' | 'entities' | 'facts' | 'completeness', data: unknown];

/** Entities or facts a line: keeps each string small. */
const BATCH = 2000;

/** Writes read knowledge as lines of JSON. */
export function* pack({ ontology, content }: ReadKnowledge): Generator<string> {
  const line = (...part: Part) => JSON.stringify(part);
  yield line('ontology', ontology);
  const sources = [...content.sources.values()];
  for (const batch of batches(sources)) yield line('sources', batch);
  const lists = new SourceLists(sources);
  for (const batch of batches(content.entities)) yield line('entities', batch);
  for (const batch of batches(content.facts)) {
    yield line(
      'facts',
      batch.map((fact): PackedFact => ({ ...fact, sources: lists.indexOf(fact.sources) })),
    );
  }
  yield line('lists', lists.all);
  for (const batch of batches(content.completeness)) yield line('completeness', batch);
}

/** Reads what `pack` wrote. The lines must be whole: the caller checks that. */
export function unpack(lines: Iterable<string>): ReadKnowledge {
  const parts: Record<Part[0], unknown[]> = {
    ontology: [],
    sources: [],
    lists: [],
    entities: [],
    facts: [],
    completeness: [],
  };
  for (const text of lines) {
    const [name, data] = JSON.parse(text) as Part;
    if (Array.isArray(data)) for (const item of data) parts[name].push(item);
    else parts[name].push(data);
  }
  const sources = parts.sources as Source[];
  const lists = (parts.lists as number[][]).map((list) => list.flatMap((index) => sources[index] ?? []));
  return {
    ontology: parts.ontology[0] as OntologyData,
    content: {
      entities: parts.entities as KnowledgeContent['entities'],
      facts: (parts.facts as PackedFact[]).map((fact) => unpackedFact(fact, lists[fact.sources] ?? [])),
      completeness: parts.completeness as KnowledgeContent['completeness'],
      sources: new Map(sources.map((source) => [source.id, source])),
    },
  };
}

/** Written out, so that all facts have one shape: what is asked of them is then found at once. */
function unpackedFact(
  { id, subject, predicate, value, qualifiers, rank, asOf }: PackedFact,
  sources: readonly Source[],
): Fact {
  return asOf === undefined
    ? { id, subject, predicate, value, qualifiers, rank, sources }
    : { id, subject, predicate, value, qualifiers, rank, sources, asOf };
}

/** The distinct lists of sources, as numbers into the sources. */
class SourceLists {
  readonly all: number[][] = [];
  private readonly numbers: ReadonlyMap<Source, number>;
  private readonly byArray = new Map<readonly Source[], number>();

  constructor(sources: readonly Source[]) {
    this.numbers = new Map(sources.map((source, index) => [source, index]));
  }

  indexOf(sources: readonly Source[]): number {
    const known = this.byArray.get(sources);
    if (known !== undefined) return known;
    const index = this.all.push(sources.map((source) => this.numbers.get(source) ?? -1)) - 1;
    this.byArray.set(sources, index);
    return index;
  }
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
