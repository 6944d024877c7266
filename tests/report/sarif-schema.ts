/**
 * The rules of the published SARIF 2.1.0 schema for every object that Errata writes: allowed and required properties,
 * types, enumerations, patterns, bounds. Objects are closed, as in the published schema. Written after
 * docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os (sections 3.13 to 3.57).
 */
const text = { type: 'string' } as const;
const index = { type: 'integer', minimum: -1 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const ordinal = { type: 'integer', minimum: 1 } as const;
const bag = { type: 'object', properties: { tags: { type: 'array', uniqueItems: true, items: text } } } as const;
const level = { enum: ['none', 'note', 'warning', 'error'] } as const;

const closed = (properties: Readonly<Record<string, unknown>>, ...required: string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...properties, properties: bag },
  required,
});
const list = (items: unknown, rest: object = {}) => ({ type: 'array', items, ...rest });

const multiformat = closed({ text, markdown: text }, 'text');
const message = {
  ...closed({ text, markdown: text, id: text, arguments: list(text) }),
  anyOf: [{ required: ['text'] }, { required: ['id'] }],
};
const artifactLocation = closed({
  uri: { type: 'string', format: 'uri-reference' },
  uriBaseId: text,
  index,
  description: message,
});
const content = closed({ text, binary: text, rendered: multiformat });
const region = closed({
  startLine: ordinal,
  startColumn: ordinal,
  endLine: ordinal,
  endColumn: ordinal,
  charOffset: index,
  charLength: count,
  byteOffset: index,
  byteLength: count,
  snippet: content,
  message,
  sourceLanguage: text,
});
const physicalLocation = {
  ...closed({ artifactLocation, region, contextRegion: region }),
  anyOf: [{ required: ['artifactLocation'] }, { required: ['address'] }],
};
const logicalLocation = closed({
  name: text,
  index,
  fullyQualifiedName: text,
  decoratedName: text,
  parentIndex: index,
  kind: text,
});
const location = closed({
  id: index,
  physicalLocation,
  logicalLocations: list(logicalLocation, { uniqueItems: true }),
  message,
});
const replacement = closed({ deletedRegion: region, insertedContent: content }, 'deletedRegion');
const artifactChange = closed(
  { artifactLocation, replacements: list(replacement, { minItems: 1 }) },
  'artifactLocation',
  'replacements',
);
const fix = closed(
  { description: message, artifactChanges: list(artifactChange, { minItems: 1, uniqueItems: true }) },
  'artifactChanges',
);
const rule = closed(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: { type: 'string', format: 'uri' },
    defaultConfiguration: closed({ enabled: { type: 'boolean' }, level, rank: { type: 'number' } }),
  },
  'id',
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: index,
    kind: { enum: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
    level,
    message,
    locations: list(location),
    relatedLocations: list(location, { uniqueItems: true }),
    partialFingerprints: { type: 'object', additionalProperties: text },
    fixes: list(fix, { uniqueItems: true }),
  },
  'message',
);
const languageTag = { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' };
const version = { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+' };
const driver = closed(
  {
    name: text,
    version: text,
    semanticVersion: version,
    language: languageTag,
    rules: list(rule, { uniqueItems: true }),
  },
  'name',
);
const notification = closed({ message, level, locations: list(location, { uniqueItems: true }) }, 'message');
const invocation = closed(
  { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) },
  'executionSuccessful',
);
const artifact = closed({
  location: artifactLocation,
  mimeType: { type: 'string', pattern: '^[^/]+/.+$' },
  roles: list({ enum: ['analysisTarget', 'resultFile', 'referencedOnCommandLine'] }, { uniqueItems: true }),
  encoding: text,
  length: index,
});
const run = closed(
  {
    tool: closed({ driver }, 'driver'),
    invocations: list(invocation),
    language: languageTag,
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    newlineSequences: list(text, { minItems: 1, uniqueItems: true }),
    artifacts: list(artifact, { uniqueItems: true }),
    results: list(result),
  },
  'tool',
);

export const SARIF_SCHEMA = closed(
  { $schema: { type: 'string', format: 'uri' }, version: { const: '2.1.0' }, runs: list(run) },
  'version',
  'runs',
);
