import type { StylesheetJson } from 'cytoscape';

/** A colour of the page by its name in `tokens.css`, as it is now. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** How the graph looks, in the colours of the page. */
export function graphStyle(): StylesheetJson {
  const [ink, muted, surface, line] = [token('--ink'), token('--muted'), token('--surface'), token('--line-strong')];
  const [refuted, supported, focus] = [token('--refuted'), token('--supported'), token('--focus')];
  const outlined = { 'text-outline-color': surface, 'text-outline-width': 3, 'text-outline-opacity': 0.9 };
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: ink,
        'background-color': 'data(colour)',
        width: 'data(size)',
        height: 'data(size)',
        'border-width': 1.5,
        'border-color': surface,
        'font-size': 14,
        'font-family': token('--sans'),
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'ellipsis',
        'text-max-width': '130px',
        'min-zoomed-font-size': 6,
        'overlay-opacity': 0,
        ...outlined,
      },
    },
    { selector: 'node[shape]', style: { shape: 'data(shape)' as never } },
    {
      selector: 'node.value',
      style: {
        shape: 'round-rectangle',
        'background-color': surface,
        'border-width': 1.5,
        width: 'data(size)',
        height: 22,
        padding: '5px',
        'text-valign': 'center',
        'text-margin-y': 0,
        'text-max-width': '180px',
        'font-size': 13,
        'text-outline-width': 0,
      },
    },
    { selector: 'node.wrong', style: { color: refuted, 'border-color': refuted, 'border-style': 'dashed' } },
    { selector: 'node.right', style: { color: supported, 'border-color': supported } },
    {
      selector: 'node.centre',
      style: { 'border-width': 4, 'border-color': ink, 'font-size': 18, 'font-weight': 'bold', 'z-index': 10 },
    },
    { selector: 'node.expanded', style: { 'border-width': 3, 'border-color': ink } },
    { selector: 'node.pinned', style: { 'border-style': 'double', 'border-width': 6, 'border-color': muted } },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': line,
        'target-arrow-color': line,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'curve-style': 'bezier',
        'control-point-step-size': 34,
        opacity: 0.75,
        'font-size': 11,
        'font-family': token('--sans'),
        color: ink,
        'text-rotation': 'autorotate',
        'overlay-opacity': 0,
        ...outlined,
      },
    },
    {
      selector: 'edge.refuted',
      style: {
        width: 3,
        opacity: 1,
        'line-style': 'dashed',
        'line-dash-pattern': [7, 4],
        'line-color': refuted,
        'target-arrow-color': refuted,
        color: refuted,
      },
    },
    {
      selector: 'edge.right',
      style: { width: 2.2, opacity: 1, 'line-color': supported, 'target-arrow-color': supported },
    },
    { selector: 'edge.hover, edge.picked', style: { label: 'data(label)', width: 3.2, opacity: 1, 'z-index': 9 } },
    { selector: 'node.hover, node.picked', style: { 'border-width': 4, 'border-color': focus, 'z-index': 9 } },
    { selector: '.faded', style: { opacity: 0.22 } },
  ];
}
