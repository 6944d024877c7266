import { useRef } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useWords } from '../text/messages.ts';
import { type Checked, fetchReport } from './checked.ts';

interface ReportType {
  readonly key: 'html' | 'sarif' | 'json' | 'claimreview' | 'markdown';
  readonly accept: string;
  readonly extension: string;
}

/** The reports of `POST /check` that are worth a file. */
const TYPES: readonly ReportType[] = [
  { key: 'html', accept: 'text/html', extension: 'html' },
  { key: 'markdown', accept: 'text/markdown', extension: 'md' },
  { key: 'json', accept: 'application/json', extension: 'json' },
  { key: 'sarif', accept: 'application/sarif+json', extension: 'sarif' },
  { key: 'claimreview', accept: 'application/ld+json', extension: 'jsonld' },
];

/** The result as files for other programs. */
export function Downloads({ checked }: { readonly checked: Checked }) {
  const say = useWords(WORDS);
  const menu = useRef<HTMLDetailsElement>(null);
  const { ask, running, error } = useRequest(async (type: ReportType, signal: AbortSignal) => {
    save(await fetchReport(checked, { accept: type.accept, signal }), `${baseName(checked)}.${type.extension}`);
    if (menu.current) menu.current.open = false;
  });
  return (
    <details class="menu" ref={menu}>
      <summary class="button">{running ? say('making') : say('download')}</summary>
      <div class="menu-list card">
        {TYPES.map((type) => (
          <button key={type.key} type="button" disabled={running} onClick={() => ask(type)}>
            {say(type.key)}
          </button>
        ))}
        {error && <ErrorNote error={error} />}
      </div>
    </details>
  );
}

/** The name of the document without its folders and its ending. */
function baseName({ result }: Checked): string {
  const name = result.document.replace(/^.*[\\/]/u, '').replace(/\.\w{1,8}$/u, '');
  return `${name.replace(/[\p{Cc}<>:"|?*]/gu, '') || 'text'}.errata`;
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const WORDS = {
  download: { en: 'Download', zh: '下载' },
  making: { en: 'Preparing …', zh: '正在生成……' },
  html: { en: 'Annotated page (HTML)', zh: '带标注的网页（HTML）' },
  markdown: { en: 'Report (Markdown)', zh: '报告（Markdown）' },
  json: { en: 'Data (JSON)', zh: '数据（JSON）' },
  sarif: { en: 'For code scanning (SARIF)', zh: '代码扫描（SARIF）' },
  claimreview: { en: 'For publishing (ClaimReview)', zh: '用于发布（ClaimReview）' },
};
