/** What goes over the port between the pane and its worker. */
import type { Call } from '../../app/ports';

export interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly method: string;
  readonly request: unknown;
}

export interface CancelMessage {
  readonly kind: 'cancel';
  readonly id: number;
}

export interface ResultMessage {
  readonly kind: 'result';
  readonly id: number;
  readonly value: unknown;
}

export interface ErrorMessage {
  readonly kind: 'error';
  readonly id: number;
  /** Code and parameters where the error has them. */
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export interface ProgressMessage {
  readonly kind: 'progress';
  readonly id: number;
  readonly code: string;
  readonly done: number;
  readonly total: number;
}

export type ToWorker = CallMessage | CancelMessage;
export type FromWorker = ResultMessage | ErrorMessage | ProgressMessage;

/** What a `Worker`, the inside of one, and a `MessagePort` have in common. */
export interface Port {
  postMessage(message: ToWorker | FromWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

/** Methods that take one request. */
export type Method = (request: never, call?: Call) => Promise<unknown>;

/** Every message is of our own making: only its kind is looked at. */
export function messageOf<T extends ToWorker | FromWorker>(data: unknown, kinds: readonly T['kind'][]): T | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !kinds.some((kind) => kind === data.kind)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return data as T;
}
