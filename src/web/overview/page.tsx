import { useWords } from '../text/messages.ts';

export default function OverviewPage() {
  const say = useWords(WORDS);
  return <h1>{say('title')}</h1>;
}

const WORDS = { title: { en: 'Overview', zh: '概览' } };
