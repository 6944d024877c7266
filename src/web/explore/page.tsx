import { useWords } from '../text/messages.ts';

export default function ExplorePage() {
  const say = useWords(WORDS);
  return <h1>{say('title')}</h1>;
}

const WORDS = { title: { en: 'Explore', zh: '探索' } };
