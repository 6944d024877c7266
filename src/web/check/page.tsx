import { useWords } from '../text/messages.ts';

export default function CheckPage() {
  const say = useWords(WORDS);
  return <h1>{say('title')}</h1>;
}

const WORDS = { title: { en: 'Check', zh: '核查文档' } };
