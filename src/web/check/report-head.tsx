import { useState } from 'preact/hooks';
import { RoomLink } from '../parts/link.tsx';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import type { Checked } from './checked.ts';
import { Downloads } from './downloads.tsx';
import { KeepDialog } from './keep-dialog.tsx';

/** What was checked, and what can be done with the result. */
export function ReportHead({ checked }: { readonly checked: Checked }) {
  const say = useWords(WORDS);
  const [keeping, setKeeping] = useState(false);
  const { ids, result } = checked;
  return (
    <div class="report-head">
      <div>
        <RoomLink to={address('check')} class="back">
          ‹ {ids ? say('other') : say('edit')}
        </RoomLink>
        <h1>{result.document || say('untitled')}</h1>
      </div>
      <div class="actions">
        {!ids && (
          <button type="button" class="button" onClick={() => setKeeping(true)}>
            {say('keep')}
          </button>
        )}
        <Downloads checked={checked} />
      </div>
      {keeping && <KeepDialog checked={checked} onClose={() => setKeeping(false)} />}
    </div>
  );
}

const WORDS = {
  other: { en: 'Check another text', zh: '核查其他文本' },
  edit: { en: 'Change the text', zh: '修改文本' },
  untitled: { en: 'Your text', zh: '您的文本' },
  keep: { en: 'Keep in the graph …', zh: '存入图谱……' },
};
