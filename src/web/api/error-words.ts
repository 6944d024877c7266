import type { Bilingual } from '../../assessment/result.ts';
import type { Language } from '../state/language.ts';
import { fill } from '../text/messages.ts';
import type { ApiError } from './api-error.ts';

/** What to do, for every way a request can fail. */
const TROUBLE = {
  unreachable: {
    en: 'The service does not answer. Is it running? Start it with “npm start”, then try again. What you typed is kept.',
    zh: '服务没有响应。它在运行吗？请用 “npm start” 启动后重试。您输入的内容已保留。',
  },
  timeout: {
    en: 'The answer takes too long. Try again, or send a shorter text. What you typed is kept.',
    zh: '等待回答超时。请重试，或缩短文本。您输入的内容已保留。',
  },
  cancelled: { en: 'Stopped.', zh: '已停止。' },
  unexpected: {
    en: 'The answer cannot be read: page and service are probably of different versions. Reload the page.',
    zh: '无法读取回答：页面与服务的版本可能不一致。请重新加载页面。',
  },
} as const satisfies Record<string, Bilingual>;

const CODES: Readonly<Record<string, Bilingual>> = {
  TOO_LARGE: {
    en: 'This text is too large for the service. Split it into parts and check them one by one.',
    zh: '文本超出服务允许的大小。请拆分后逐段核查。',
  },
  RATE_LIMITED: {
    en: 'Too many requests. Wait {seconds} s, then try again.',
    zh: '请求过于频繁。请等待 {seconds} 秒后重试。',
  },
  NOT_READY: {
    en: 'The service is still starting. Try again in {seconds} s.',
    zh: '服务仍在启动。请在 {seconds} 秒后重试。',
  },
  BUSY: { en: 'The service is busy. Try again in {seconds} s.', zh: '服务繁忙。请在 {seconds} 秒后重试。' },
  UNAUTHORISED: {
    en: 'The token is missing, wrong or no longer valid. Enter the token of this service (ERRATA_TOKEN).',
    zh: '令牌缺失、错误或已失效。请输入本服务的令牌（ERRATA_TOKEN）。',
  },
  WRITING_OFF: {
    en: 'This service takes no documents: it was started without ERRATA_TOKEN.',
    zh: '本服务不接收文档：启动时未设置 ERRATA_TOKEN。',
  },
};

const OTHER: Bilingual = {
  en: 'The service answered with error {status}. Try again; if it stays, look into the log of the service.',
  zh: '服务返回错误 {status}。请重试；若仍出现，请查看服务日志。',
};

/** What went wrong and what to do, in a plain sentence. */
export function describeError(error: ApiError, language: Language): string {
  const known = error.trouble === 'problem' ? CODES[error.code ?? ''] : TROUBLE[error.trouble];
  if (!known && error.detail) return error.detail;
  const words = known ?? (error.status === 413 ? CODES.TOO_LARGE : undefined) ?? OTHER;
  return fill(words[language], { seconds: error.retryAfter ?? 5, status: error.status });
}
