import { type Fault, Problem } from './problem.ts';

/** Every error the service answers with, each with its reason and its fix. */

/** The body, or the query, is not what the operation takes. */
export function invalidRequest(faults: readonly Fault[], where: 'body' | 'query' = 'body'): Problem {
  const join = (language: 'en' | 'zh') =>
    faults.map(({ pointer, detail }) => `${pointer === '' ? '' : `${pointer}: `}${detail[language]}`).join('; ');
  return new Problem('REQUEST_INVALID', {
    status: 400,
    title: { en: 'The request cannot be used', zh: '请求无法使用' },
    detail: {
      en: `The ${where} is not what this operation takes: ${join('en')}. /openapi.json describes it.`,
      zh: `${where === 'body' ? '请求体' : '查询参数'}不符合此操作的要求：${join('zh')}。格式见 /openapi.json。`,
    },
    faults,
  });
}

/** The body is no JSON. */
export function malformedJson(reason: string): Problem {
  return new Problem('JSON_MALFORMED', {
    status: 400,
    title: { en: 'The body is no JSON', zh: '请求体不是 JSON' },
    detail: {
      en: `The body cannot be read as JSON (${reason}). Send a JSON object with Content-Type: application/json.`,
      zh: `请求体无法按 JSON 读取（${reason}）。请以 Content-Type: application/json 发送一个 JSON 对象。`,
    },
  });
}

/** The request breaks HTTP's own rules; `reason` says how. */
export function badRequest(reason: string): Problem {
  return new Problem('REQUEST_MALFORMED', {
    status: 400,
    title: { en: 'The request is malformed', zh: '请求格式错误' },
    detail: { en: `The request cannot be read: ${reason}.`, zh: `请求无法读取：${reason}。` },
  });
}

/** An upload or text that is no text. */
export function unreadableDocument(reason: string, cause?: unknown): Problem {
  return new Problem('DOCUMENT_UNREADABLE', {
    status: 422,
    title: { en: 'The document cannot be read', zh: '文档无法读取' },
    detail: { en: reason, zh: `文档无法读取：不是文本，或编码无法识别。请转换为 UTF-8 文本后重试。（${reason}）` },
    cause,
  });
}

export function tooLarge(limit: number): Problem {
  return new Problem('TOO_LARGE', {
    status: 413,
    title: { en: 'The request is too large', zh: '请求过大' },
    detail: {
      en: `The body may have ${limit} bytes here. Split it, or send documents to POST /check.`,
      zh: `此处请求体最多 ${limit} 字节。请拆分后发送，或将文档发送到 POST /check。`,
    },
  });
}

export function unsupportedMediaType(supported: readonly string[]): Problem {
  return new Problem('MEDIA_TYPE_UNSUPPORTED', {
    status: 415,
    title: { en: 'This type of body is not understood', zh: '不支持该类型的请求体' },
    detail: {
      en: `Send one of ${supported.join(', ')} and say so in Content-Type.`,
      zh: `请发送以下类型之一：${supported.join('、')}，并在 Content-Type 中注明。`,
    },
  });
}

export function notAcceptable(offered: readonly string[]): Problem {
  return new Problem('NOT_ACCEPTABLE', {
    status: 406,
    title: { en: 'No such format of answer', zh: '没有所请求的回答格式' },
    detail: {
      en: `This operation answers in ${offered.join(', ')}. Name one in Accept.`,
      zh: `此操作可用以下格式回答：${offered.join('、')}。请在 Accept 中指定其一。`,
    },
  });
}

export function notFound(method: string, path: string): Problem {
  return new Problem('NOT_FOUND', {
    status: 404,
    title: { en: 'There is nothing here', zh: '此处没有内容' },
    detail: {
      en: `${method} ${path} is no operation of this service. /openapi.json lists them.`,
      zh: `本服务没有 ${method} ${path} 这一操作。可用操作见 /openapi.json。`,
    },
  });
}

/** No document of the graph goes by this name. */
export function noSuchDocument(name: string): Problem {
  const shown = name.slice(0, 200);
  return new Problem('DOCUMENT_UNKNOWN', {
    status: 404,
    title: { en: 'There is no such document', zh: '没有这个文档' },
    detail: {
      en: `The graph holds no document named "${shown}". The GraphQL query "documents" lists them; "errata ingest" adds one.`,
      zh: `图谱中没有名为“${shown}”的文档。GraphQL 查询 documents 可列出全部文档；errata ingest 可添加文档。`,
    },
  });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): Problem {
  return new Problem('METHOD_NOT_ALLOWED', {
    status: 405,
    title: { en: 'Not with this method', zh: '不支持该方法' },
    detail: {
      en: `${method} is not answered here. Use ${allowed.join(' or ')}.`,
      zh: `此处不支持 ${method}。请使用 ${allowed.join(' 或 ')}。`,
    },
    headers: { allow: allowed.join(', ') },
  });
}

/** A page of another site asks, through somebody's browser. */
export function foreignSite(origin: string): Problem {
  return new Problem('SITE_REFUSED', {
    status: 403,
    title: { en: 'Not for other sites', zh: '不接受其他网站的请求' },
    detail: {
      en: `Requests from ${origin.slice(0, 200)} are refused. Call the service under its own address, not from another site's page.`,
      zh: `拒绝来自 ${origin.slice(0, 200)} 的请求。请使用本服务自身的地址，不要从其他网站的页面调用。`,
    },
  });
}

export function rateLimited(limit: number, seconds: number): Problem {
  return new Problem('RATE_LIMITED', {
    status: 429,
    title: { en: 'Too many requests', zh: '请求过于频繁' },
    detail: {
      en: `One client may send ${limit} requests a minute. Try again in ${seconds} s; many claims fit into one POST /verify.`,
      zh: `每个客户端每分钟最多 ${limit} 个请求。请在 ${seconds} 秒后重试；一次 POST /verify 可包含多条陈述。`,
    },
  });
}

/** What the service needs is not there (yet, or for the moment). */
export function notReady(part: string, retryAfter = 2): Problem {
  return new Problem('NOT_READY', {
    status: 503,
    title: { en: 'Not ready', zh: '尚未就绪' },
    detail: {
      en: `The service is still waiting for: ${part}. Try again in ${retryAfter} s; /readyz says when it is there.`,
      zh: `服务仍在等待：${part}。请在 ${retryAfter} 秒后重试；/readyz 会显示是否就绪。`,
    },
    headers: { 'retry-after': String(retryAfter) },
  });
}

/** The graph's server does not answer, or another process holds it. */
export function graphAway(cause: unknown, retryAfter = 5): Problem {
  return new Problem('GRAPH_AWAY', {
    status: 503,
    title: { en: 'The graph is away', zh: '暂时无法访问图数据库' },
    detail: {
      en: `The graph cannot be reached at the moment. Try again in ${retryAfter} s; /readyz says when it is back.`,
      zh: `目前无法访问图数据库。请在 ${retryAfter} 秒后重试；/readyz 会显示是否恢复。`,
    },
    headers: { 'retry-after': String(retryAfter) },
    cause,
  });
}

/** Nothing can be added to the graph: no space, or no permission. Reading goes on. */
export function graphNotWritable(why: 'full' | 'read-only', cause: unknown): Problem {
  const reason = {
    full: { en: 'it has no space left', zh: '存储空间已满' },
    'read-only': { en: 'it may only be read', zh: '只允许读取' },
  }[why];
  return new Problem('GRAPH_NOT_WRITABLE', {
    status: 503,
    title: { en: 'The graph cannot be written', zh: '图数据库无法写入' },
    detail: {
      en: `Nothing was changed: the graph cannot be written, ${reason.en}. Whoever runs the service finds the fix in its log; reading goes on.`,
      zh: `未作任何更改：图数据库无法写入，${reason.zh}。解决办法见服务日志；读取不受影响。`,
    },
    headers: { 'retry-after': '60' },
    cause,
  });
}

/** Every worker is busy and the queue is full. */
export function busy(retryAfter: number): Problem {
  return new Problem('BUSY', {
    status: 503,
    title: { en: 'Too much to do', zh: '服务繁忙' },
    detail: {
      en: `All workers are busy and the queue is full. Try again in ${retryAfter} s.`,
      zh: `所有工作线程均忙，队列已满。请在 ${retryAfter} 秒后重试。`,
    },
    headers: { 'retry-after': String(retryAfter) },
  });
}

export function tookTooLong(milliseconds: number): Problem {
  return new Problem('TOOK_TOO_LONG', {
    status: 503,
    title: { en: 'It took too long', zh: '处理超时' },
    detail: {
      en: `The document was not checked within ${milliseconds / 1000} s. Split it, or raise ERRATA_CHECK_TIMEOUT.`,
      zh: `文档未能在 ${milliseconds / 1000} 秒内核查完毕。请拆分文档，或调大 ERRATA_CHECK_TIMEOUT。`,
    },
    headers: { 'retry-after': '60' },
  });
}

/** Something of ours went wrong; what it was stands in the log under the request's id. */
export function internal(cause: unknown, shown?: string): Problem {
  return new Problem('INTERNAL', {
    status: 500,
    title: { en: 'Something went wrong here', zh: '服务内部错误' },
    detail: {
      en: `It is our mistake${shown ? ` (${shown})` : ''}. The log has it under the request id given here.`,
      zh: `这是我们的错误${shown ? `（${shown}）` : ''}。日志中可按此处的请求编号查到。`,
    },
    cause,
  });
}
