/** The page's style sheet. Verdict colours meet WCAG AA on their grounds in both schemes; filters work by `:has()`. */
export const STYLE = `
:root {
  --ground: #fbfaf8; --paper: #fff; --ink: #1d1c1a; --soft: #5d5a55; --line: #e2ded7; --link: #1a56b0;
  --red: #b3261e; --red-wash: #fbe3e0; --amber: #8a5a00; --amber-wash: #fdeec9; --green: #1c6b37; --green-wash: #e2f3e6;
  --grey: #63605a; --grey-wash: #efedea; --violet: #6b3fa0; --violet-wash: #efe6fa; --shadow: 0 6px 28px #0003;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161513; --paper: #1e1d1a; --ink: #e8e5df; --soft: #a8a39a; --line: #38352f; --link: #8ab4f0;
    --red: #ff9a90; --red-wash: #4a201c; --amber: #f1c15c; --amber-wash: #43340f; --green: #86d39c; --green-wash: #1b3a25;
    --grey: #aaa59c; --grey-wash: #2d2b27; --violet: #cbaef5; --violet-wash: #36264d; --shadow: 0 6px 28px #000a;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; scroll-padding-top: 8rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.65 system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
header { position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 1px solid var(--line); padding: .7rem max(1rem, calc(50vw - 44rem)); }
h1 { font-size: 1.15rem; margin: 0; display: inline; }
.summary { margin: 0 0 .4rem .6rem; color: var(--soft); font-size: .9rem; display: inline; }
.filters { border: 0; margin: .45rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; }
.filters legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chip { --c: var(--grey); display: inline-flex; align-items: center; gap: .35rem; border: 1px solid var(--line); border-radius: 2rem; padding: .15rem .75rem; font-size: .875rem; cursor: pointer; color: var(--c); background: var(--paper); }
.chip:has(:checked) { border-color: var(--c); background: var(--w); }
.chip:not(:has(:checked)) { opacity: .75; }
.chip input { position: absolute; opacity: 0; width: 0; }
.chip:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.refuted { --c: var(--red); --w: var(--red-wash); }
.conflicting { --c: var(--amber); --w: var(--amber-wash); }
.supported { --c: var(--green); --w: var(--green-wash); }
.not-enough-info { --c: var(--grey); --w: var(--grey-wash); }
.contradiction { --c: var(--violet); --w: var(--violet-wash); }
main { max-width: 88rem; margin: 0 auto; padding: 0 1rem 4rem; }
.name { font-size: .95rem; font-weight: 600; color: var(--soft); margin: 1.4rem 0 .5rem; overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 25rem; gap: 1.5rem; align-items: start; }
.text { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1.5rem clamp(1rem, 4vw, 3rem); overflow-wrap: anywhere; }
.text > div { white-space: pre-wrap; max-width: 44rem; margin: 0 auto; line-height: 1.8; }
.text .blank { height: .7rem; line-height: 0; }
.text .blank + .blank { height: 0; }
.text .h1, .text .h2 { font-size: 1.3rem; font-weight: 700; line-height: 1.4; margin-top: 1rem; }
.text .h3 { font-size: 1.12rem; font-weight: 700; line-height: 1.4; margin-top: .8rem; }
.text .h4 { font-weight: 700; margin-top: .5rem; }
.text .quote { color: var(--soft); border-left: 3px solid var(--line); padding-left: .8rem; }
.text .code { font: .85rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--grey-wash); padding: 0 .8rem; min-height: 1.3rem; }
.mark { color: inherit; text-decoration: none; cursor: default; border-radius: .15rem; }
aside { position: sticky; top: 6.6rem; max-height: calc(100vh - 7.6rem); overflow: auto; scrollbar-width: thin; }
summary { cursor: pointer; font-weight: 600; padding: .2rem 0 .5rem; }
summary b, .chip b { font-variant-numeric: tabular-nums; }
summary span { color: var(--soft); font-weight: 400; font-size: .875rem; margin-left: .4rem; }
.sign-only { color: var(--soft); opacity: .6; font-weight: 400; }
.cards { list-style: none; margin: 0; padding: 0; }
.card { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--c); border-radius: .45rem; padding: .6rem .8rem; margin: 0 0 .6rem; font-size: .9rem; line-height: 1.55; overflow-wrap: anywhere; }
.card p { margin: .3rem 0; }
.card .head { display: flex; flex-wrap: wrap; gap: .15rem .6rem; align-items: baseline; margin: 0; }
.verdict { color: var(--c); white-space: nowrap; }
.about { color: var(--soft); }
.where { font-variant-numeric: tabular-nums; font-size: .85em; white-space: nowrap; }
.head .where { margin-left: auto; }
blockquote { margin: .35rem 0; padding-left: .6rem; border-left: 2px solid var(--line); }
.correct span { color: var(--soft); }
.correct strong { color: var(--green); }
.why { color: var(--soft); }
.sources-title { color: var(--soft); font-size: .8rem; margin: .4rem 0 0; }
.sources { margin: 0; padding: 0; list-style: none; font-size: .85rem; }
.host { color: var(--soft); }
.cards .supported .why, .cards .supported .sources, .cards .supported .sources-title, .cards .not-enough-info .why, .cards .not-enough-info .sources, .cards .not-enough-info .sources-title { display: none; }
.cards .supported, .cards .not-enough-info { padding: .35rem .8rem; }
.cards .card:target .why, .cards .card:target .sources, .cards .card:target .sources-title { display: block; }
.card:target, .flash { outline: 2px solid var(--c, var(--link)); }
#pop { position: fixed; z-index: 3; width: min(26rem, calc(100vw - 1rem)); max-height: min(60vh, 30rem); overflow: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; box-shadow: var(--shadow); }
#pop .card { border-width: 0 0 0 4px; border-radius: 0; margin: 0; display: block; }
#pop .card + .card { border-top: 1px solid var(--line); }
#pop blockquote { display: none; }
#pop .contradiction blockquote { display: block; }
#pop .close { display: none; position: absolute; right: .3rem; top: .3rem; font: 1.3rem/1 sans-serif; color: var(--soft); background: none; border: 0; width: 2.2rem; height: 2.2rem; cursor: pointer; }
#pop.pinned .close { display: block; }
#pop.pinned .card:first-child .head { padding-right: 2rem; }
.failures { color: var(--red); }
@media (max-width: 60rem) {
  header { padding: .5rem .8rem; position: static; }
  html { scroll-padding-top: 1rem; }
  .summary { display: block; margin: .1rem 0 0; }
  main { padding: 0 .5rem 4rem; }
  .name { margin: .9rem .3rem .4rem; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: .6rem; }
  aside { order: -1; position: static; max-height: none; }
  aside details { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .5rem .8rem; }
  summary { padding: .2rem 0; }
  .cards { margin-top: .5rem; }
  .text { padding: 1rem; }
  #pop { left: 0; right: 0; bottom: 0; top: auto; width: auto; max-height: 55vh; border-radius: .8rem .8rem 0 0; }
}
@media print {
  header { position: static; } .filters, #pop { display: none; } .columns { display: block; } aside { position: static; max-height: none; overflow: visible; margin-top: 1rem; }
  .card { break-inside: avoid; }
}
${filterRules()}
`;

/**
 * A verdict's marks and findings show while its box is checked. Later rules win, so that where claims overlap the
 * graver verdict that is shown gives the colour. Browsers without `:has()` show everything.
 */
function filterRules(): string {
  const verdicts = ['not-enough-info', 'supported', 'contradiction', 'conflicting', 'refuted'];
  const colors: Record<string, string> = {
    'not-enough-info': 'grey',
    supported: 'green',
    contradiction: 'violet',
    conflicting: 'amber',
    refuted: 'red',
  };
  const lines: Record<string, string> = {
    'not-enough-info': 'dotted',
    supported: 'solid',
    contradiction: 'dashed',
    conflicting: 'double',
    refuted: 'wavy',
  };
  const marked = (verdict: string) => {
    const wash =
      verdict === 'not-enough-info' || verdict === 'supported' ? 'transparent' : `var(--${colors[verdict]}-wash)`;
    const underline = `underline ${lines[verdict]} var(--${colors[verdict]})`;
    return `{ text-decoration: ${underline}; text-decoration-thickness: ${verdict === 'refuted' ? 'auto' : '1.5px'}; text-underline-offset: .25em; background: ${wash}; cursor: pointer; }`;
  };
  const active = verdicts.map(
    (verdict) => `.mark.active.${verdict}, .mark.${verdict}:hover { background: var(--${colors[verdict]}-wash); }`,
  );
  const ungated = verdicts.map((verdict) => `.mark.${verdict} ${marked(verdict)}`).join(' ');
  return [
    `@supports not selector(:has(a)) { ${ungated} }`,
    ...verdicts.map((verdict) => `:root:not(:has(#show-${verdict}:not(:checked))) .mark.${verdict} ${marked(verdict)}`),
    ...active,
    ...verdicts.map(
      (verdict) => `:root:has(#show-${verdict}:not(:checked)) .cards .card.${verdict} { display: none; }`,
    ),
  ].join('\n');
}
