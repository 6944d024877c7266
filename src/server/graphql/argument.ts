import { builder } from './builder.ts';
import { EntityRef } from './entity.ts';

/** What fills a place of a claim. */
export interface Argument {
  readonly entity?: string | undefined;
  readonly text: string;
}

export const ArgumentRef = builder.objectRef<Argument>('Argument').implement({
  description: 'What a claim is about, or what it says of that.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Its label where it is known, otherwise the words of the text.' }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The entity, where it is known.',
      resolve: ({ entity }) => entity ?? null,
    }),
  }),
});
