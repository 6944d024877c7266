import { useWords } from '../text/messages.ts';

export default function VerifyPage() {
  const say = useWords(WORDS);
  return <h1>{say('title')}</h1>;
}

const WORDS = { title: { en: 'Verify', zh: '验证陈述' } };
