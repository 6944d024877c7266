import type { StoredEntity } from '../../store/graph-model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { Problem } from '../http/problem.ts';
import { invalidRequest } from '../http/problems.ts';

/** How many entities a search for a name looks at. */
const LOOKED_AT = 50;

/**
 * The entity of a name that only it goes by, case and width aside; null where nothing is called so.
 * @throws Problem `NAME_AMBIGUOUS` that lists the entities of the name
 */
export async function findByName(name: string, store: GraphStore): Promise<StoredEntity | null> {
  const wanted = fold(name);
  if (wanted === '') {
    const detail = { en: 'say which entity: by id or by name', zh: '请用 id 或 name 指明实体' };
    throw invalidRequest([{ pointer: '/name', detail }]);
  }
  const { entities } = await store.search({ text: name, scopes: ['entity'], limit: LOOKED_AT });
  const named = entities
    .map(({ entity }) => entity)
    .filter((entity) => namesOf(entity).some((own) => fold(own) === wanted));
  const labelled = named.filter(({ label }) =>
    [label.en, label.zh].some((own) => own !== undefined && fold(own) === wanted),
  );
  const [first, second] = labelled.length > 0 ? labelled : named;
  if (first && second) throw ambiguous(name, named);
  return first ?? null;
}

function namesOf({ label, aliases }: StoredEntity): string[] {
  return [label.en ?? '', label.zh ?? '', ...aliases.map(({ text }) => text)];
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function ambiguous(name: string, entities: readonly StoredEntity[]): Problem {
  const ids = entities.slice(0, 10).map(({ id }) => id);
  return new Problem('NAME_AMBIGUOUS', {
    status: 409,
    title: { en: 'Several entities have this name', zh: '多个实体同名' },
    detail: {
      en: `“${name}” names ${ids.join(', ')}. Ask for one of them by id.`,
      zh: `“${name}”可指 ${ids.join('、')}。请用 id 指定其一。`,
    },
  });
}
