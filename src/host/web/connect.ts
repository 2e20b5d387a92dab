/** The pane's side: an object whose every method is a call to the worker. */
import { HostError, type Call } from '../../app/ports';
import { messageOf, type FromWorker, type Port } from './messages';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly call: Call;
  readonly stop: () => void;
}

/** `T` is what the worker serves. A cancelled call rejects at once; the worker stops when it comes to it. */
export function connect<T extends object>(port: Port, methods: readonly (keyof T & string)[]): T {
  const waiting = new Map<number, Waiting>();
  let calls = 0;

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    found?.stop();
    return found;
  };

  port.addEventListener('message', ({ data }) => {
    const message = messageOf<FromWorker>(data, ['result', 'error', 'progress']);
    if (message === null) return;
    if (message.kind === 'progress') {
      waiting.get(message.id)?.call.progress?.report(message.code, message.done, message.total);
      return;
    }
    const found = settle(message.id);
    if (message.kind === 'result') found?.resolve(message.value);
    else found?.reject(message.code === null ? new Error(message.message) : new HostError(message.code, message.params));
  });
  // The worker could not be started, or broke down: nothing that waits will be answered.
  port.addEventListener('error', ({ message = '' }) => {
    for (const id of waiting.keys()) settle(id)?.reject(new HostError('pane/worker', { message }));
  });

  function send(method: string, request: unknown, call: Call = {}): Promise<unknown> {
    const { signal } = call;
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    const id = ++calls;
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        settle(id);
        port.postMessage({ kind: 'cancel', id });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, { resolve, reject, call, stop: () => signal?.removeEventListener('abort', cancel) });
      port.postMessage({ kind: 'call', id, method, request });
    });
  }

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the worker serves is what `T` says; only the compiler knows
  return Object.fromEntries(methods.map((method) => [method, (request: unknown, call?: Call) => send(method, request, call)])) as T;
}
