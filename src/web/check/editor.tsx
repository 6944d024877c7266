import { useRef, useState } from 'preact/hooks';
import type { Bilingual } from '../../assessment/result.ts';
import { Note } from '../parts/error-note.tsx';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { DocumentList } from './document-list.tsx';
import { draft, isKept, MOST } from './draft.ts';
import { readFile } from './read-file.ts';

interface EditorProps {
  /** Checks what is in the draft. */
  readonly onCheck: () => void;
}

/** Where a text is pasted, typed, dropped or picked. */
export function Editor({ onCheck }: EditorProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { text, name } = useStore(draft);
  const kept = useStore(isKept);
  const [trouble, setTrouble] = useState<Bilingual>();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readFile(file);
    setTrouble('trouble' in read ? read.trouble : undefined);
    if (!('trouble' in read)) draft.set(read);
  };
  const submit = () => {
    const found = troubleWith(text);
    setTrouble(found);
    if (!found) onCheck();
  };
  return (
    <>
      <form
        class={`editor card${over ? ' over' : ''}`}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!event.dataTransfer?.files.length) return setOver(false);
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <label class="visually-hidden" for="check-text">
          {say('text')}
        </label>
        <textarea
          id="check-text"
          class="field"
          rows={12}
          spellcheck={false}
          placeholder={say('placeholder')}
          value={text}
          onInput={({ currentTarget }) => {
            setTrouble(undefined);
            draft.set({ text: currentTarget.value, name, format: undefined });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          }}
        />
        {trouble && <Note>{trouble[current]}</Note>}
        {!kept && <p class="hint">{say('notKept')}</p>}
        <div class="actions">
          <FilePicker onPick={take} />
          {name !== '' && <span class="file-name">{name}</span>}
          <span class="grow" />
          {text !== '' && (
            <button type="button" class="button" onClick={() => draft.set({ text: '', name: '', format: undefined })}>
              {say('clear')}
            </button>
          )}
          <button type="submit" class="button primary">
            {say('check')}
          </button>
        </div>
      </form>
      <DocumentList />
    </>
  );
}

function FilePicker({ onPick }: { readonly onPick: (file: File | undefined) => void }) {
  const say = useWords(WORDS);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".md,.markdown,.txt,.html,.htm,text/*"
        onChange={({ currentTarget }) => {
          onPick(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {say('file')}
      </button>
    </>
  );
}

/** What keeps a text from being checked here. */
export function troubleWith(text: string): Bilingual | undefined {
  if (!/\S/u.test(text)) return EMPTY;
  if (text.length <= MOST) return undefined;
  const size = (text.length / 1_000_000).toFixed(1);
  return {
    en: `This text has ${size} million characters; the page checks up to ${MOST / 1_000_000} million at once. Check it in parts, or with “errata check FILE” on the command line.`,
    zh: `文本有 ${size} 百万字符；本页面一次最多核查 ${MOST / 1_000_000} 百万字符。请分段核查，或在命令行使用 “errata check 文件”。`,
  };
}

const EMPTY = {
  en: 'There is nothing to check yet: paste a text, drop a file, or pick a document below.',
  zh: '还没有可核查的内容：请粘贴文本、拖入文件，或选择下方的文档。',
};

const WORDS = {
  text: { en: 'Text to check', zh: '待核查的文本' },
  placeholder: {
    en: 'Paste a text, or drop a .md, .txt or .html file here',
    zh: '粘贴文本，或将 .md、.txt、.html 文件拖到这里',
  },
  file: { en: 'Open a file …', zh: '打开文件……' },
  clear: { en: 'Clear', zh: '清空' },
  check: { en: 'Check', zh: '核查' },
  notKept: {
    en: 'This text is too long for the browser to keep: it is lost when the page is reloaded.',
    zh: '文本过长，浏览器无法保留：重新加载页面后会丢失。',
  },
};
