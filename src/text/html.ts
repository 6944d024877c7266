import type { Span } from './document.ts';
import type { Outline, Place } from './outline.ts';
export function readHtml(_text: string, _span: Span, _outline: Outline, _place: Place = {}): void {}
