import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiError, asApiError } from './api-error.ts';

/** How a request stands. While it runs again, the last answer stays. */
export interface RequestState<Answer> {
  readonly running: boolean;
  readonly answer: Answer | undefined;
  readonly error: ApiError | undefined;
}

export interface Requester<Answer, Input> extends RequestState<Answer> {
  /** Asks; a request that still runs is ended first. */
  readonly ask: (input: Input) => void;
  /** Ends the running request. */
  readonly stop: () => void;
  /** Forgets answer and error. */
  readonly clear: () => void;
}

/** Runs requests of one sort, the last one winning; ended when the component goes. */
export function useRequest<Answer, Input = void>(
  send: (input: Input, signal: AbortSignal) => Promise<Answer>,
): Requester<Answer, Input> {
  const [state, setState] = useState<RequestState<Answer>>(IDLE);
  const sender = useRef(send);
  sender.current = send;
  const running = useRef<AbortController | undefined>(undefined);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState((last) => ({ ...last, running: false }));
  }, []);
  const ask = useCallback((input: Input) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState((last) => ({ ...last, running: true, error: undefined }));
    const settle = (next: Partial<RequestState<Answer>>) => {
      if (running.current === controller) setState((last) => ({ ...last, ...next, running: false }));
    };
    sender.current(input, controller.signal).then(
      (answer) => settle({ answer }),
      (error: unknown) => settle({ error: asApiError(error), answer: undefined }),
    );
  }, []);
  const clear = useCallback(() => setState(IDLE), []);
  useEffect(() => () => running.current?.abort(), []);
  return { ...state, ask, stop, clear };
}

const IDLE = { running: false, answer: undefined, error: undefined } as const;
