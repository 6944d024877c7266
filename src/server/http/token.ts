import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

/**
 * Lets a request write where its `Authorization` bears the token. Takes the same time whatever part of it is wrong.
 * @throws Problem `WRITING_OFF` where no token is configured, `UNAUTHORISED` where the request's is missing or wrong
 */
export function mayWrite(authorization: string | undefined, token: string | undefined): void {
  if (token === undefined) throw writingOff();
  const given = /^Bearer +(\S+)$/iu.exec(authorization ?? '')?.[1];
  if (given === undefined || !timingSafeEqual(digest(given), digest(token))) throw unauthorised();
}

/** Of equal length whatever is compared. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function writingOff(): Problem {
  return new Problem('WRITING_OFF', {
    status: 403,
    title: { en: 'Writing is off', zh: '写入功能已关闭' },
    detail: {
      en: 'This service was started without a token. Set ERRATA_TOKEN to allow writing.',
      zh: '本服务启动时未设置令牌。请设置 ERRATA_TOKEN 以允许写入。',
    },
  });
}

function unauthorised(): Problem {
  return new Problem('UNAUTHORISED', {
    status: 401,
    title: { en: 'Not allowed', zh: '未获授权' },
    detail: {
      en: 'Writing needs the header "Authorization: Bearer TOKEN" with the token of this service (ERRATA_TOKEN).',
      zh: '写入需要请求头 “Authorization: Bearer 令牌”，令牌即本服务的 ERRATA_TOKEN。',
    },
    headers: { 'www-authenticate': 'Bearer realm="errata"' },
  });
}
