import { need } from '../services.ts';
import type { IngestionEvent } from '../work/progress.ts';
import { builder } from './builder.ts';
import { DocumentRef } from './document.ts';

const StageRef = builder.enumType('IngestionStage', {
  description: 'What is being done.',
  values: {
    knowledge: { description: 'The facts are written.' },
    document: { description: 'A document is checked, or is in.' },
    compare: { description: 'Documents are compared with each other.' },
    done: { description: 'All is in.' },
    failed: { description: 'Something went wrong; `message` says what.' },
  } as const,
});

const IngestionEventRef = builder.objectRef<IngestionEvent>('IngestionEvent').implement({
  description: 'How bringing documents into the graph goes.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageRef, description: 'What is being done.' }),
    name: t.exposeString('name', { nullable: true, description: 'With which document.' }),
    done: t.exposeInt('done', { description: 'How many documents are in.' }),
    total: t.exposeInt('total', { description: 'Of how many.' }),
    document: t.field({
      type: DocumentRef,
      nullable: true,
      description: 'The document, once it is in.',
      resolve: ({ document }) => document ?? null,
    }),
    message: t.exposeString('message', { nullable: true, description: 'What went wrong.' }),
  }),
});

builder.subscriptionField('ingestion', (t) =>
  t.field({
    type: IngestionEventRef,
    description: 'Tells how bringing documents into the graph goes, from now on (server-sent events).',
    subscribe: (_, _args, { services }) => need(services, 'desk').progress.events(services.stop.signal),
    resolve: (event) => event,
  }),
);
