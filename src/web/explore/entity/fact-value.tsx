import { OuterLink, RoomLink } from '../../parts/link.tsx';
import { language } from '../../state/language.ts';
import { address } from '../../state/route.ts';
import { useStore } from '../../state/store.ts';
import type { GraphEntity, GraphFact } from '../data/schemas.ts';

/** What a fact states: a link where it is a thing or an address, and what is said of it. */
export function FactValue({ fact: { value, valueText } }: { readonly fact: GraphFact }) {
  const current = useStore(language);
  const said = valueText[current];
  if (value.url) return <OuterLink url={value.url}>{said}</OuterLink>;
  if (!value.entity) return <>{said}</>;
  const name = value.entity.label[current];
  // The words begin with the name; what follows is what is said of it.
  const more = said.startsWith(name) ? said.slice(name.length).trim() : '';
  return (
    <>
      <EntityLink entity={value.entity} />
      {more !== '' && <span class="said"> {more}</span>}
    </>
  );
}

/** Leads to an entity in the explorer. */
export function EntityLink({ entity }: { readonly entity: Pick<GraphEntity, 'id' | 'label'> }) {
  const current = useStore(language);
  return <RoomLink to={address('explore', { entity: entity.id })}>{entity.label[current]}</RoomLink>;
}
