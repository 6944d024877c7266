import type { Qualifiers, Value } from '../knowledge/model.ts';

/** A value with its dates, for messages: `organisation/x (start 2015, end 2017)`. */
export function describeValue(value: Value, qualifiers: Qualifiers = {}): string {
  const dates = (['start', 'end', 'at'] as const).flatMap((name) =>
    qualifiers[name] === undefined ? [] : [`${name} ${qualifiers[name]}`],
  );
  return `${textOf(value)}${dates.length === 0 ? '' : ` (${dates.join(', ')})`}`;
}

function textOf(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'date':
      return value.date;
    case 'number':
      return `${value.amount}${value.unit === '' ? '' : ` ${value.unit}`}`;
    case 'text':
      return value.text.en ?? value.text.zh ?? '';
    case 'url':
      return value.url;
  }
}
