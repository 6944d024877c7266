import type { FastifyRequest } from 'fastify';
import type { Language } from '../../knowledge/model.ts';

/** The language to answer a client in: the first of Chinese and English that Accept-Language names; English without. */
export function languageOf(request: FastifyRequest): Language {
  const accepted = request.headers['accept-language'];
  if (accepted === undefined) return 'en';
  const best = request.accepts().language(['en', 'zh', 'zh-CN', 'zh-TW', 'zh-HK', 'zh-Hans', 'zh-Hant']);
  return best !== false && best.startsWith('zh') ? 'zh' : 'en';
}
