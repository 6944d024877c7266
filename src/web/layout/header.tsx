import { RoomLink } from '../parts/link.tsx';
import { language } from '../state/language.ts';
import { address, ROOMS, type Room } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { chooseTheme, theme } from '../state/theme.ts';
import { useWords } from '../text/messages.ts';

/** The rooms, and the switches of language and colours. */
export function Header({ current }: { readonly current: Room | undefined }) {
  const say = useWords(WORDS);
  return (
    <header class="site-header">
      <RoomLink to={address('check')} class="brand">
        <Mark />
        <span>Errata</span>
      </RoomLink>
      <nav aria-label={say('rooms')}>
        <ul>
          {ROOMS.map((room) => (
            <li key={room}>
              <RoomLink to={address(room)} aria-current={room === current ? 'page' : undefined}>
                {say(room)}
              </RoomLink>
            </li>
          ))}
        </ul>
      </nav>
      <div class="switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M5 9h22M5 15.5h13M5 22h8" />
      <path class="tick" d="m17 22 4 4 7-9" />
    </svg>
  );
}

function LanguageSwitch() {
  const other = useStore(language) === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" class="switch" lang={other} onClick={() => language.set(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}

function ThemeSwitch() {
  const say = useWords(WORDS);
  const other = useStore(theme) === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" class="switch" aria-label={say(other)} title={say(other)} onClick={() => chooseTheme(other)}>
      <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
        {other === 'light' ? (
          <path d="M12 4V2m0 20v-2m8-8h2M2 12h2m13.7-5.7 1.4-1.4M4.9 19.1l1.4-1.4m0-11.4L4.9 4.9m14.2 14.2-1.4-1.4M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z" />
        ) : (
          <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />
        )}
      </svg>
    </button>
  );
}

const WORDS = {
  rooms: { en: 'Rooms', zh: '导航' },
  check: { en: 'Check', zh: '核查' },
  verify: { en: 'Verify', zh: '验证' },
  ask: { en: 'Ask', zh: '提问' },
  explore: { en: 'Explore', zh: '探索' },
  overview: { en: 'Overview', zh: '概览' },
  light: { en: 'Light colours', zh: '浅色' },
  dark: { en: 'Dark colours', zh: '深色' },
};
