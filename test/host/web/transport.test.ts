/** Calls over a real message channel: results, errors as data, progress, cancelling. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { MessageChannel as Channel, type MessagePort as NodePort } from 'node:worker_threads';
import { HostError, type Call } from '../../../src/app/ports';
import { connect } from '../../../src/host/web/connect';
import type { Port } from '../../../src/host/web/messages';
import { serve } from '../../../src/host/web/serve';

interface Methods {
  double(request: number, call?: Call): Promise<number>;
  fail(request: string, call?: Call): Promise<never>;
  wait(request: null, call?: Call): Promise<string>;
  steps(request: number, call?: Call): Promise<null>;
}

const open: NodePort[] = [];
let stopped = 0;

/** Node's port as that of a browser. */
function portOf(port: NodePort): Port {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of Node leave out that its ports are event targets
  return port as unknown as Port;
}

function started(): { readonly methods: Methods; readonly port: NodePort } {
  const { port1, port2 } = new Channel();
  open.push(port1, port2);
  serve({
    double: async (request: number) => request * 2,
    fail: async (request: string) => {
      if (request === 'coded') throw new HostError('xlsx/damaged', { part: 'sheet1', at: 3 });
      throw new TypeError(request);
    },
    wait: (_: null, { signal }: Call = {}) => new Promise((__, reject) => signal?.addEventListener('abort', () => {
      stopped++;
      reject(new Error('aborted'));
    })),
    steps: async (request: number, { progress }: Call = {}) => {
      for (let i = 0; i <= request; i++) progress?.report('read', i, request);
      return null;
    },
  }, portOf(port2));
  return { methods: connect<Methods>(portOf(port1), ['double', 'fail', 'wait', 'steps']), port: port1 };
}

function ready(): Methods {
  const { methods } = started();
  for (const port of open) port.start();
  return methods;
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe('a call', () => {
  test('comes back with its own result, whatever the order', async () => {
    const methods = ready();
    expect(await Promise.all([methods.double(1), methods.double(2), methods.double(3)])).toEqual([2, 4, 6]);
  });

  test('throws code and parameters of an error that has them', async () => {
    const error: unknown = await ready().fail('coded').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'xlsx/damaged', params: { part: 'sheet1', at: 3 } });
  });

  test('throws the message of a fault', async () => {
    await expect(ready().fail('boom')).rejects.toThrow('boom');
  });

  test('reports progress, the last step always', async () => {
    const seen: number[] = [];
    await ready().steps(1000, { progress: { report: (_, done) => seen.push(done) } });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(1000);
    expect(seen.length).toBeLessThan(1000);
  });

  test('rejects at once when cancelled, and the work is told', async () => {
    const methods = ready();
    const before = stopped;
    const abort = new AbortController();
    const waiting = methods.wait(null, { signal: abort.signal });
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(await methods.double(4)).toBe(8);
    expect(stopped).toBe(before + 1);
    await expect(methods.double(1, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('fails when the worker breaks down', async () => {
    const { methods, port } = started();
    const waiting = methods.wait(null);
    port.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(waiting).rejects.toMatchObject({ code: 'pane/worker', params: { message: 'out of memory' } });
  });
});
