import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { EntailmentError, EntailmentModel } from '../../src/entailment/entailment-model.ts';
import { ReaderThread } from '../../src/server/work/reader-thread.ts';

vi.setConfig({ testTimeout: 60_000 });

const FOLDER = fileURLToPath(new URL('../../seed/models/entailment-zh-en', import.meta.url));
const PAIRS = [
  { premise: 'PyTorch: was developed by Meta AI', sentence: 'PyTorch was created at Google.' },
  { premise: '随机森林：各棵树相互独立地训练', sentence: '随机森林的树是并行训练的。' },
];

function start(folder: string): ReaderThread {
  const thread = new ReaderThread(folder);
  onTestFinished(() => thread.destroy());
  return thread;
}

describe('the thread that reads pairs', () => {
  it('answers as the classifier does on this thread, which stays free meanwhile', async () => {
    const thread = start(FOLDER);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    onTestFinished(() => clearInterval(watch));
    const many = Array.from({ length: 20 }, () => PAIRS).flat();
    const answers = await thread.read(many);
    expect(longest).toBeLessThan(400);
    const here = await new EntailmentModel(FOLDER).read(many);
    expect(answers).toEqual(here);
  });

  it('finishes what has begun when it is closed', async () => {
    const thread = start(FOLDER);
    const answer = thread.read(PAIRS);
    await thread.close();
    expect(await answer).toHaveLength(2);
  });

  it('says what is wrong with a folder and how to mend it', async () => {
    const reading = start('/nowhere').read(PAIRS);
    await expect(reading).rejects.toThrow(EntailmentError);
    await expect(reading).rejects.toThrow(/ERRATA_ENTAILMENT/u);
  });
});
