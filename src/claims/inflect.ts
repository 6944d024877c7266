/** English verb forms. `past` and `pp` are given apart because only one of them makes a passive. */
export type VerbForm = 'base' | 's' | 'past' | 'pp' | 'ing' | 'fixed';

const IRREGULAR: Readonly<Record<string, readonly [past: string, pp: string]>> = {
  be: ['was', 'been'],
  beat: ['beat', 'beaten'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  come: ['came', 'come'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  learn: ['learned', 'learned'],
  leave: ['left', 'left'],
  lie: ['lay', 'lain'],
  make: ['made', 'made'],
  overcome: ['overcame', 'overcome'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  see: ['saw', 'seen'],
  sell: ['sold', 'sold'],
  set: ['set', 'set'],
  speak: ['spoke', 'spoken'],
  spend: ['spent', 'spent'],
  spin: ['spun', 'spun'],
  split: ['split', 'split'],
  stand: ['stood', 'stood'],
  sit: ['sat', 'sat'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  think: ['thought', 'thought'],
  win: ['won', 'won'],
  write: ['wrote', 'written'],
  rewrite: ['rewrote', 'rewritten'],
  'co-write': ['co-wrote', 'co-written'],
  cowrite: ['cowrote', 'cowritten'],
  'co-lead': ['co-led', 'co-led'],
  undergo: ['underwent', 'undergone'],
  bear: ['bore', 'born'],
  outdo: ['outdid', 'outdone'],
  undertake: ['undertook', 'undertaken'],
  oversee: ['oversaw', 'overseen'],
  forsake: ['forsook', 'forsaken'],
  fall: ['fell', 'fallen'],
  pay: ['paid', 'paid'],
  meet: ['met', 'met'],
  'co-teach': ['co-taught', 'co-taught'],
  feed: ['fed', 'fed'],
};
const DOUBLED = new Set([
  'step',
  'plan',
  'ship',
  'drop',
  'quit',
  'stop',
  'program',
  'begin',
  'run',
  'get',
  'set',
  'put',
  'win',
  'split',
  'spin',
  'refer',
  'transfer',
  'admit',
  'submit',
  'commit',
  'confer',
  'sit',
  'equip',
  'debut_',
  'pen',
  'map',
  'strip',
  'wrap',
  'label_',
  'dub',
  'tap',
  'star',
]);

/** All forms of a verb given by its dictionary form; of several words («set up») the first is inflected. */
export function inflect(lemma: string): readonly (readonly [text: string, form: VerbForm])[] {
  const [verb = '', ...particles] = lemma.split(' ');
  const tail = particles.length > 0 ? ` ${particles.join(' ')}` : '';
  const [past, pp] = IRREGULAR[verb] ?? [regularPast(verb), regularPast(verb)];
  const forms: [string, VerbForm][] = [
    [verb, 'base'],
    [thirdPerson(verb), 's'],
    [past, 'past'],
    [pp, 'pp'],
    [gerund(verb), 'ing'],
  ];
  return forms.map(([text, form]) => [text + tail, form]);
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLED.has(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has';
  if (verb === 'be') return 'is';
  if (/(?:s|x|z|ch|sh|o)$/u.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function gerund(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(?:ee|oe|ye)$/u.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`;
  return DOUBLED.has(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
