import { useEffect, useState } from 'preact/hooks';
import { Spinner } from '../parts/spinner.tsx';
import { keep, readKept } from '../state/kept.ts';
import { useWords } from '../text/messages.ts';

const SPEED = 'check.speed';

/** Remembers how fast the service checks, for the next time. */
export function learnSpeed(characters: number, milliseconds: number): void {
  if (characters > 2_000 && milliseconds > 0) keep(SPEED, String(characters / milliseconds), 'local');
}

/** How a check goes: seconds gone, and of how many where an earlier check tells. */
export function Progress({ characters, onStop }: { readonly characters: number; readonly onStop: () => void }) {
  const say = useWords(WORDS);
  const seconds = useSeconds();
  const expected = characters / Number(readKept(SPEED, 'local') ?? 0) / 1000;
  const known = Number.isFinite(expected) && expected > 1;
  return (
    <div class="progress card">
      <Spinner label={say('checking', { characters })} />
      <progress aria-label={say('progress')} {...(known ? { value: Math.min(0.95, seconds / expected) } : {})} />
      <p class="hint">
        {known
          ? say('of', { seconds: Math.floor(seconds), expected: Math.ceil(expected) })
          : say('seconds', { seconds: Math.floor(seconds) })}
      </p>
      <button type="button" class="button" onClick={onStop}>
        {say('stop')}
      </button>
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - start) / 1000), 200);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

const WORDS = {
  checking: { en: 'Checking {characters} characters', zh: '正在核查 {characters} 个字符' },
  progress: { en: 'Progress', zh: '进度' },
  of: { en: '{seconds} s of about {expected} s', zh: '已用 {seconds} 秒，约需 {expected} 秒' },
  seconds: { en: '{seconds} s', zh: '{seconds} 秒' },
  stop: { en: 'Stop', zh: '停止' },
};
