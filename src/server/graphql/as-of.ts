import { parseDate } from '../../knowledge/date.ts';
import type { PartialDate } from '../../knowledge/model.ts';
import { invalidRequest } from '../http/problems.ts';
import type { builder } from './builder.ts';

type ArgBuilder = Parameters<Parameters<typeof builder.args>[0]>[0];

/** The argument that asks for what held at a time. */
export function asOfArg(t: ArgBuilder) {
  return t.string({ description: 'Only what can hold at this date: 2018, 2018-06 or 2018-06-01.' });
}

/** @throws Problem `REQUEST_INVALID` where it is no date */
export function readAsOf(text: string | null | undefined): PartialDate | undefined {
  if (text === null || text === undefined) return undefined;
  const date = parseDate(text);
  if (date !== undefined) return date;
  const detail = {
    en: `“${text.slice(0, 40)}” is no date: write 2018, 2018-06 or 2018-06-01`,
    zh: `“${text.slice(0, 40)}”不是日期：请写作 2018、2018-06 或 2018-06-01`,
  };
  throw invalidRequest([{ pointer: '/asOf', detail }]);
}
