/** A batch of the client carried out: paths to objects, then the actions in order; an error stops it, what was done stays. */
import { Refusal } from './model';
import { Breach, member, type WireObject } from './wire-object';

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[] };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ObjectPath['ArgumentInfo'];
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[]; readonly Top?: number; readonly Skip?: number };
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number; readonly Location: string };
}

export interface Session {
  readonly root: () => WireObject;
  /** Objects that the client holds on to. */
  readonly references: Map<string, WireObject>;
  readonly breaches: string[];
  counted: number;
}

const [INSTANTIATE, QUERY, METHOD, SET, TRACE] = [1, 2, 3, 4, 5];
const [ROOT, METHOD_PATH, PROPERTY_PATH, INDEXER, REFERENCE] = [1, 3, 4, 5, 6];

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `until`: so many actions are done, the others are not. */
export function execute(session: Session, { Actions, ObjectPaths }: Batch, until: number = Actions.length): Answer {
  const known = new Map<number, WireObject | null>();

  function resolve(id: number): WireObject | null {
    const found = known.get(id);
    if (found !== undefined) return found;
    const path = ObjectPaths[id];
    if (path === undefined) throw new Breach('InvalidObjectPath', `no path ${id}`);
    const object = follow(path);
    known.set(id, object);
    return object;
  }

  function follow(path: ObjectPath): WireObject | null {
    if (path.ObjectPathType === ROOT) return session.root();
    if (path.ObjectPathType === REFERENCE) {
      const object = session.references.get(path.Name);
      if (object === undefined) throw new Breach('InvalidReference', `no reference ${path.Name}`);
      return object;
    }
    const parent = path.ParentObjectPathId === undefined ? session.root() : resolve(path.ParentObjectPathId);
    if (parent === null) throw new Breach('ItemNotFound', `${path.Name} of nothing`);
    const args = argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === INDEXER) {
      if (parent.item === undefined) throw new Breach('ApiNotFound', `${parent.type} has no items`);
      return parent.item(args[0]);
    }
    if (path.ObjectPathType !== METHOD_PATH && path.ObjectPathType !== PROPERTY_PATH) throw new Breach('InvalidObjectPath', `a path of type ${path.ObjectPathType}`);
    return member(parent.to, path.Name, parent.type)(...args);
  }

  /** Arguments, objects in the place of their paths. */
  function argumentsOf(info: ObjectPath['ArgumentInfo'] = {}): readonly unknown[] {
    const paths = info.ReferencedObjectPathIds ?? [];
    return (info.Arguments ?? []).map((value, i) => (typeof paths[i] === 'number' && paths[i] !== 0 ? resolve(paths[i]) : value));
  }

  function query(object: WireObject, { Select = [] }: NonNullable<Action['QueryInfo']>): unknown {
    if (Select.length === 0) throw new Breach('InvalidArgument', `${object.type} is loaded without naming what`);
    const values = (one: WireObject): Record<string, unknown> => Object.fromEntries(Select.map((name) => [upper(name), member(one.get, name, one.type)()]));
    return object.items === undefined ? values(object) : { _Items: object.items().map((one) => ({ _Id: one.id, ...values(one) })) };
  }

  function act({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action): unknown {
    // Says to the client that what came before it was carried out.
    if (ActionType === TRACE) return null;
    const object = resolve(ObjectPathId);
    if (ActionType === INSTANTIATE) {
      if (object === null) return null;
      const reference = `r${++session.counted}`;
      session.references.set(reference, object);
      return { ...(object.id === undefined ? {} : { _Id: object.id }), _ReferenceId: reference };
    }
    if (ActionType === METHOD && Name === '_KeepReference') return null;
    if (ActionType === METHOD && Name === '_RemoveReference') {
      session.references.delete(String(ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    if (object === null) {
      if (ActionType === QUERY) return null;
      throw new Breach('ItemNotFound', `${Name} of nothing`);
    }
    if (ActionType === QUERY) return query(object, QueryInfo ?? {});
    if (ActionType === METHOD) return member(object.call, Name, object.type)(...argumentsOf(ArgumentInfo)) ?? null;
    if (ActionType === SET) {
      member(object.set, Name, object.type)(argumentsOf(ArgumentInfo)[0]);
      return null;
    }
    throw new Breach('InvalidArgument', `an action of type ${ActionType}`);
  }

  const Results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of Actions.entries()) {
    if (index >= until) return { Results, Error: { Code: 'GeneralException', Message: 'given up half-way', ActionIndex: index, Location: '' } };
    try {
      Results.push({ ActionId: action.Id, Value: act(action) ?? null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error instanceof Breach) session.breaches.push(`${error.code} ${error.message}`);
      return { Results, Error: { Code: error.code, Message: error.message, ActionIndex: index, Location: action.Name } };
    }
  }
  return { Results };
}
