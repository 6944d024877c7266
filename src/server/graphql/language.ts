import type { Language, LocalText } from '../../knowledge/model.ts';
import { builder } from './builder.ts';

/** The languages of labels and explanations. */
export const LanguageRef = builder.enumType('Language', {
  description: 'A language that labels and explanations are in.',
  values: { en: { description: 'English' }, zh: { description: 'Chinese (中文)' } } as const,
});

/** The argument that chooses a language. */
export const languageArg = builder.args((t) => ({
  language: t.field({
    type: LanguageRef,
    defaultValue: 'en',
    description: 'The language; where it has no text, the other.',
  }),
}));

/** A text in a language, or in the other where it has none. */
export function inLanguage(text: LocalText, language: Language | null | undefined): string | null {
  return (language === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? null;
}
