import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { token } from '../api/token.ts';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { language } from '../state/language.ts';
import { address, go } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import { addDocument, type Checked } from './checked.ts';

interface KeepDialogProps {
  readonly checked: Checked;
  readonly onClose: () => void;
}

/** Asks for a name and the token, and keeps the text in the graph, where its flags have addresses. */
export function KeepDialog({ checked, onClose }: KeepDialogProps) {
  const say = useWords(WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(checked.result.document);
  const [key, setKey] = useState(token.get());
  const { ask, running, error } = useRequest(async (_: undefined, signal) => {
    token.set(key.trim());
    const { text, format } = checked;
    const added = await addDocument({ name: name.trim(), text, format }, signal);
    if (added.__typename === 'Problem')
      throw new ApiError('problem', { code: added.code, detail: added.detail[language.get()] });
    go(address('check', { document: name.trim() }));
  });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="card" aria-labelledby="keep-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(undefined);
        }}
      >
        <h2 id="keep-title">{say('title')}</h2>
        <p>{say('why')}</p>
        <label>
          <span>{say('name')}</span>
          <input class="field" required maxLength={500} value={name} onInput={(e) => setName(e.currentTarget.value)} />
        </label>
        <label>
          <span>{say('token')}</span>
          <input
            class="field"
            type="password"
            autocomplete="off"
            required
            value={key}
            onInput={(e) => setKey(e.currentTarget.value)}
          />
        </label>
        {error && <ErrorNote error={error} />}
        <div class="actions">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          <button type="submit" class="button primary" disabled={running}>
            {running ? say('keeping') : say('keep')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

const WORDS = {
  title: { en: 'Keep in the graph', zh: '存入图谱' },
  why: {
    en: 'The document can then be explored and asked about, and every flag has an address to share. A document of the same name is replaced.',
    zh: '存入后可以探索、提问，每处标记都有可分享的地址。同名文档会被替换。',
  },
  name: { en: 'Name', zh: '名称' },
  token: { en: 'Token of this service (ERRATA_TOKEN)', zh: '本服务的令牌（ERRATA_TOKEN）' },
  cancel: { en: 'Cancel', zh: '取消' },
  keep: { en: 'Keep', zh: '存入' },
  keeping: { en: 'Keeping …', zh: '正在存入……' },
};
