import { useEffect, useRef } from 'preact/hooks';
import { Header } from './layout/header.tsx';
import { Note } from './parts/error-note.tsx';
import { RoomLink } from './parts/link.tsx';
import { RoomView } from './rooms.tsx';
import { language } from './state/language.ts';
import { address, type Room, route } from './state/route.ts';
import { useStore } from './state/store.ts';
import { useWords } from './text/messages.ts';

/** The whole page: header, and the room that the address names. */
export function App() {
  const say = useWords(WORDS);
  const { room } = useStore(route);
  const current = useStore(language);
  const main = useRef<HTMLElement>(null);
  useTitle(room === undefined ? say('lost') : say(room));
  useEffect(() => {
    document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';
  }, [current]);
  return (
    <>
      <a class="skip-link" href="#main">
        {say('skip')}
      </a>
      <Header current={room} />
      <main id="main" ref={main} tabIndex={-1}>
        {room === undefined ? <Lost /> : <RoomView room={room} />}
      </main>
    </>
  );
}

function Lost() {
  const say = useWords(WORDS);
  return (
    <Note>
      <span>{say('nothingHere')}</span> <RoomLink to={address('check')}>{say('check')}</RoomLink>
    </Note>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Errata`;
  }, [title]);
}

const WORDS = {
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  lost: { en: 'Nothing here', zh: '此处没有内容' },
  nothingHere: { en: 'There is no such page.', zh: '没有这个页面。' },
  check: { en: 'Check a document', zh: '核查文档' },
  verify: { en: 'Verify a statement', zh: '验证陈述' },
  ask: { en: 'Ask', zh: '提问' },
  explore: { en: 'Explore', zh: '探索' },
  overview: { en: 'Overview', zh: '概览' },
} as const satisfies Record<Room | 'skip' | 'lost' | 'nothingHere', unknown>;
