import { useEffect, useState } from 'preact/hooks';
import { useRequest } from '../../api/use-request.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Spinner } from '../../parts/spinner.tsx';
import { useWords } from '../../text/messages.ts';
import { fetchWrong } from '../data/claims-query.ts';
import type { RefutedClaim } from '../data/schemas.ts';
import { WrongClaim } from './wrong-claim.tsx';

interface WrongListProps {
  /** Only about this entity. */
  readonly entity?: string;
  /** Only by this relation. */
  readonly predicate?: string;
  /** What is said where there is none. */
  readonly none: string;
}

/** What documents get wrong, a page at a time. */
export function WrongList({ entity, predicate, none }: WrongListProps) {
  const say = useWords(WORDS);
  const [claims, setClaims] = useState<readonly RefutedClaim[]>([]);
  const { ask, answer, error, running } = useRequest(fetchWrong);
  useEffect(() => {
    setClaims([]);
    ask({ entity, predicate });
  }, [entity, predicate]);
  useEffect(() => {
    if (answer)
      setClaims((before) => [...before, ...answer.claims.filter((each) => !before.some(({ id }) => id === each.id))]);
  }, [answer]);
  const next = answer?.next;
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => ask({ entity, predicate, after: next })} />}
      {answer && answer.claims.length === 0 && claims.length === 0 && <p>{none}</p>}
      <div class="wrong-list">
        {claims.map((claim) => (
          <WrongClaim key={claim.id} claim={claim} />
        ))}
      </div>
      {running && <Spinner label={say('loading')} />}
      {!running && next !== undefined && (
        <button type="button" class="button" onClick={() => ask({ entity, predicate, after: next })}>
          {say('more')}
        </button>
      )}
    </>
  );
}

const WORDS = {
  loading: { en: 'Loading …', zh: '正在加载……' },
  more: { en: 'Show more', zh: '显示更多' },
};
