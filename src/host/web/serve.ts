/** The worker's side: calls of methods come in as messages; results, errors and progress go out. */
import type { Progress } from '../../app/ports';
import { messageOf, type FromWorker, type Method, type Port, type ToWorker } from './messages';

/** At most so many messages of progress a second, per call. */
const PROGRESS_MS = 100;

export function serve(methods: Readonly<Record<string, Method>>, port: Port): void {
  const running = new Map<number, AbortController>();

  async function answer({ id, method, request }: Extract<ToWorker, { kind: 'call' }>): Promise<FromWorker> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const call = Object.hasOwn(methods, method) ? methods[method] : undefined;
      if (call === undefined) throw new RangeError(`no method ${method}`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the other side sends is what the method takes: both are typed by one interface
      const value = await call(request as never, { signal: abort.signal, progress: reporter(id, port) });
      return { kind: 'result', id, value };
    } catch (error) {
      return { kind: 'error', id, ...errorData(error) };
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener('message', ({ data }) => {
    const message = messageOf<ToWorker>(data, ['call', 'cancel']);
    if (message === null) return;
    if (message.kind === 'cancel') running.get(message.id)?.abort();
    else void answer(message).then((reply) => port.postMessage(reply));
  });
}

/** The first and the last of a kind are always told. */
function reporter(id: number, port: Port): Progress {
  let last = { code: '', at: 0 };
  return {
    report(code, done, total) {
      const at = performance.now();
      if (code === last.code && done < total && at - last.at < PROGRESS_MS) return;
      last = { code, at };
      port.postMessage({ kind: 'progress', id, code, done, total });
    },
  };
}

function errorData(error: unknown): { readonly code: string | null; readonly params: Readonly<Record<string, string | number>>; readonly message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return { code: null, params: {}, message };
  return { code: error.code, params: 'params' in error ? paramsOf(error.params) : {}, message };
}

function paramsOf(params: unknown): Readonly<Record<string, string | number>> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'));
}
