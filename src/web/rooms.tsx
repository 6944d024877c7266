import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Note } from './parts/error-note.tsx';
import { Spinner } from './parts/spinner.tsx';
import type { Room } from './state/route.ts';
import { useWords } from './text/messages.ts';

/** Each room is loaded when it is first entered. */
const LOADERS: Readonly<Record<Room, () => Promise<{ readonly default: ComponentType }>>> = {
  check: () => import('./check/page.tsx'),
  verify: () => import('./verify/page.tsx'),
  ask: () => import('./ask/page.tsx'),
  explore: () => import('./explore/page.tsx'),
  overview: () => import('./overview/page.tsx'),
};

type Loaded = { readonly room: Room; readonly Page: ComponentType } | { readonly room: Room; readonly failed: true };

/** Shows a room, loading it first. */
export function RoomView({ room }: { readonly room: Room }) {
  const say = useWords(WORDS);
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    LOADERS[room]().then(
      ({ default: Page }) => setLoaded({ room, Page }),
      () => setLoaded({ room, failed: true }),
    );
  }, [room]);
  if (loaded?.room !== room) return <Spinner label={say('loading')} />;
  return 'Page' in loaded ? <loaded.Page /> : <Note>{say('failed')}</Note>;
}

const WORDS = {
  loading: { en: 'Loading …', zh: '正在加载……' },
  failed: {
    en: 'This part of the page could not be loaded. Is the service running? Reload the page.',
    zh: '页面的这一部分未能加载。服务在运行吗？请重新加载页面。',
  },
};
