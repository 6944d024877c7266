import { useWords } from '../text/messages.ts';
import { OuterLink } from './link.tsx';

interface SourceListProps {
  readonly sources: readonly { readonly url: string; readonly title: string }[];
}

/** Who says so: titles that open their pages, each once. */
export function SourceList({ sources }: SourceListProps) {
  const say = useWords(WORDS);
  const once = [...new Map(sources.map((source) => [source.url, source])).values()];
  if (once.length === 0) return null;
  return (
    <ul class="sources" aria-label={say('sources')}>
      {once.map(({ url, title }) => (
        <li key={url}>
          <OuterLink url={url}>{title || url}</OuterLink>
          <span class="host">{hostOf(url)}</span>
        </li>
      ))}
    </ul>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}

const WORDS = { sources: { en: 'Sources', zh: '来源' } };
