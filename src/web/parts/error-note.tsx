import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/api-error.ts';
import { describeError } from '../api/error-words.ts';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';

interface ErrorNoteProps {
  readonly error: ApiError;
  /** Does it again. */
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong and what to do, read aloud at once. A request that was stopped needs no note. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const current = useStore(language);
  const say = useWords(WORDS);
  if (error.trouble === 'cancelled') return null;
  return (
    <Note>
      <span>{describeError(error, current)}</span>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {say('retry')}
        </button>
      )}
    </Note>
  );
}

/** A sentence about something that is wrong. */
export function Note({ children }: { readonly children: ComponentChildren }) {
  return (
    <div role="alert" class="note">
      {children}
    </div>
  );
}

const WORDS = { retry: { en: 'Try again', zh: '重试' } };
