/** The API page's only script: shows every operation of /openapi.json with a form to try it. Plain browser JavaScript. */
export const API_SCRIPT = `
(() => {
  const WORDS = {
    en: { send: 'Send', body: 'Body', type: 'Content-Type', accept: 'Accept', answer: 'Answer', sending: 'Sending …', file: 'File',
      language: '中文', title: 'Try the API', lead: 'Every operation with a form to try it. Answers come from this service alone.',
      failed: 'No answer: the service cannot be reached.', shell: 'The same in a shell', missing: '/openapi.json cannot be read.' },
    zh: { send: '发送', body: '请求体', type: 'Content-Type', accept: 'Accept', answer: '回答', sending: '正在发送……', file: '文件',
      language: 'English', title: '试用 API', lead: '每个操作都有可试用的表单。回答只来自本服务。',
      failed: '没有回答：无法连接服务。', shell: '等价的命令行', missing: '无法读取 /openapi.json。' },
  };
  let language = (navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
  let description = null;
  const word = (name) => WORDS[language][name];

  function element(name, properties, children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...(children || []).filter((child) => child !== null));
    return made;
  }
  const resolve = (schema) =>
    schema && schema.$ref ? schema.$ref.slice(2).split('/').reduce((part, key) => part[key], description) : schema || {};

  /** An example of what a schema describes. */
  function example(given) {
    const schema = resolve(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.examples) return schema.examples[0];
    if (schema.properties) {
      const names = schema.required || Object.keys(schema.properties).slice(0, 1);
      return Object.fromEntries(names.map((name) => [name, example(schema.properties[name])]));
    }
    if (schema.items) return [example(schema.items)];
    return schema.default !== undefined ? schema.default : schema.type === 'string' ? '' : null;
  }
  const SAMPLES = { 'text/markdown': '# PyTorch\\n\\nPyTorch was developed by Google.\\n', 'text/html': '<p>PyTorch was developed by Google.</p>' };
  function sample(type, schema) {
    if (type.includes('json')) return JSON.stringify(example(schema), null, 2);
    return SAMPLES[type] || 'PyTorch was developed by Google.\\n';
  }

  function chooser(label, values) {
    const select = element('select', {}, values.map((value) => element('option', { value, textContent: value })));
    return { select, row: element('label', {}, [element('span', { textContent: label }), select]) };
  }

  function operation(path, method, about) {
    const form = element('form', { id: about.operationId, noValidate: true });
    const contents = about.requestBody ? about.requestBody.content : null;
    const answers = Object.keys(about.responses['200'] ? about.responses['200'].content || {} : {});
    const queries = (about.parameters || []).filter((one) => one.in === 'query').map((one) => {
      const values = resolve(one.schema).enum;
      const input = values
        ? element('select', {}, ['', ...values].map((value) => element('option', { value, textContent: value })))
        : element('input', { type: 'text' });
      input.name = one.name;
      input.title = one.description || resolve(one.schema).description || '';
      return element('label', {}, [element('span', { textContent: '?' + one.name }), input]);
    });
    const accept = answers.length > 1 ? chooser(word('accept'), answers) : null;
    const type = contents ? chooser(word('type'), Object.keys(contents)) : null;
    const text = element('textarea', { rows: 6, spellcheck: false, ariaLabel: word('body') });
    const file = element('input', { type: 'file', ariaLabel: word('file') });
    const fill = () => {
      const chosen = type.select.value;
      text.hidden = chosen === 'multipart/form-data';
      file.hidden = !text.hidden;
      text.value = sample(chosen, contents[chosen].schema);
    };
    if (type) { type.select.addEventListener('change', fill); fill(); }
    const output = element('div', { className: 'answer', ariaLive: 'polite' });
    form.append(
      element('h2', {}, [element('b', { textContent: method.toUpperCase() }), ' ', element('code', { textContent: path })]),
      element('p', { textContent: about.summary + (about.description ? '. ' + about.description : '') }),
      ...queries,
      ...[accept && accept.row, type && type.row, type && text, type && file].filter(Boolean),
      element('button', { type: 'submit', textContent: word('send') }),
      output,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(path, location.origin);
      for (const input of form.querySelectorAll('[name]')) if (input.value) address.searchParams.set(input.name, input.value);
      const headers = { 'Accept-Language': language };
      if (accept) headers.Accept = accept.select.value;
      let body;
      if (type && type.select.value === 'multipart/form-data') {
        body = new FormData();
        if (file.files[0]) body.append('file', file.files[0]);
      } else if (type) {
        headers['Content-Type'] = type.select.value;
        body = text.value;
      }
      send({ address, method: method.toUpperCase(), headers, body }, output);
    });
    return form;
  }

  async function send({ address, method, headers, body }, output) {
    output.replaceChildren(word('sending'));
    const start = performance.now();
    try {
      const answer = await fetch(address, { method, headers, body });
      const text = await answer.text();
      const ms = Math.round(performance.now() - start);
      const kind = answer.headers.get('content-type') || '';
      const shown = ['content-type', 'x-request-id', 'retry-after'].filter((name) => answer.headers.has(name))
        .map((name) => name + ': ' + answer.headers.get(name)).join('\\n');
      output.replaceChildren(
        element('p', { className: answer.ok ? 'status good' : 'status bad', textContent: answer.status + ' · ' + ms + ' ms' }),
        element('pre', { className: 'headers', textContent: shown }),
        element('pre', { className: 'text', tabIndex: 0, textContent: readable(kind, text) }),
        element('details', {}, [element('summary', { textContent: word('shell') }), element('pre', { textContent: shell({ address, method, headers, body }) })]),
      );
    } catch {
      output.replaceChildren(element('p', { className: 'status bad', textContent: word('failed') }));
    }
  }
  function readable(kind, text) {
    if (!/json$|json;/.test(kind) || kind.includes('ndjson')) return text;
    try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
  }
  function shell({ address, method, headers, body }) {
    const quote = (value) => "'" + String(value).replaceAll("'", "'\\\\''") + "'";
    const sent = body instanceof FormData ? ['-F', 'file=@document.md'] : body === undefined ? [] : ['--data-binary', quote(body)];
    const said = Object.entries(headers).flatMap(([name, value]) => ['-H', quote(name + ': ' + value)]);
    return ['curl', '-X', method, quote(address.href), ...said, ...sent].join(' ');
  }

  async function show() {
    document.documentElement.lang = language;
    document.title = word('title') + ' · Errata';
    const main = document.querySelector('main');
    const change = element('button', { type: 'button', id: 'language', textContent: word('language') });
    change.addEventListener('click', () => { language = language === 'zh' ? 'en' : 'zh'; show(); });
    main.replaceChildren(
      element('header', {}, [element('h1', { textContent: word('title') }), change]),
      element('p', {}, [word('lead') + ' ', element('a', { href: '/openapi.json', textContent: '/openapi.json' }), ' · ', element('a', { href: '/graphql', textContent: 'GraphQL' })]),
    );
    try {
      description = description || (await (await fetch('/openapi.json')).json());
    } catch {
      main.append(element('p', { className: 'status bad', textContent: word('missing') }));
      return;
    }
    for (const [path, methods] of Object.entries(description.paths))
      for (const [method, about] of Object.entries(methods)) main.append(operation(path, method, about));
  }
  show();
})();
`;
