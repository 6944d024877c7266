import { useWords } from '../text/messages.ts';

export default function AskPage() {
  const say = useWords(WORDS);
  return <h1>{say('title')}</h1>;
}

const WORDS = { title: { en: 'Ask', zh: '提问' } };
