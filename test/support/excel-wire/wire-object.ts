/** What a path of a batch leads to: named members, everything else is a fault of the caller. */
import { Refusal } from './model';

export interface WireObject {
  readonly type: string;
  /** Given to the client when the object is made; it comes back with it. */
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** Methods that give a value or nothing. */
  readonly call?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Properties and methods that lead to objects; null where there is none (`...OrNullObject`). */
  readonly to?: Readonly<Record<string, (...args: readonly unknown[]) => WireObject | null>>;
  readonly items?: () => readonly WireObject[];
  readonly item?: (key: unknown) => WireObject;
}

/** What no caller should ask for: the test fails on it, whatever the caller makes of the answer. */
export class Breach extends Refusal {}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export function member<T>(table: Readonly<Record<string, T>> | undefined, name: string, what: string): T {
  const found = table?.[lower(name)];
  if (found === undefined) throw new Breach('ApiNotFound', `${what} ${name}`);
  return found;
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Breach('InvalidArgument', `${what}: ${JSON.stringify(value)}`);
  return value;
}

export function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new Breach('InvalidArgument', `${what}: ${JSON.stringify(value)}`);
  return value;
}

/** Object with known members only. */
export function record(value: unknown, names: readonly string[], what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Breach('InvalidArgument', `${what}: ${JSON.stringify(value)}`);
  for (const key of Object.keys(value)) if (!names.includes(key)) throw new Breach('InvalidArgument', `${what} has no ${key}`);
  return { ...value };
}

export function oneOf(value: unknown, allowed: readonly string[], what: string): string {
  const found = text(value, what);
  if (!allowed.includes(found)) throw new Breach('InvalidArgument', `${what}: ${found}`);
  return found;
}
