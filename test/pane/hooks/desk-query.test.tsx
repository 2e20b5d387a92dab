/** @jest-environment jsdom */
/** Asking the desk: once per revision, the old answer in view meanwhile, nothing of one workbook shown for another. */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, render } from '@testing-library/react';
import type { PanePorts } from '../../../src/app/pane-ports';
import { useDeskQuery, type Query } from '../../../src/pane/hooks/desk-query';
import { PortsContext } from '../../../src/pane/hooks/ports-context';
import { WorkspaceContext, type Workspace } from '../../../src/pane/hooks/workspace-context';

interface Asked {
  readonly name: string;
  readonly resolve: (answer: string) => void;
  readonly reject: (error: unknown) => void;
  readonly aborted: () => boolean;
}

let asked: Asked[] = [];
let seen: Query<string>[] = [];
const answers = new Map<string, unknown>();
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the hook uses nothing else of them
const [ports, workspaceAt] = [{ desk: {} } as PanePorts, (revision: number | null): Workspace => ({ state: revision === null ? null : { revision }, answers }) as unknown as Workspace];

function Asker({ name }: { readonly name: string | null }): null {
  seen.push(useDeskQuery(name, async (_, { signal }) => new Promise<string>((resolve, reject) => {
    asked.push({ name: name ?? '', resolve, reject, aborted: () => signal?.aborted === true });
  })));
  return null;
}

function View({ revision, name }: { readonly revision: number | null; readonly name: string | null }): React.JSX.Element {
  return <PortsContext value={ports}><WorkspaceContext value={workspaceAt(revision)}><Asker name={name} /></WorkspaceContext></PortsContext>;
}

afterEach(() => {
  cleanup();
  asked = [];
  seen = [];
  answers.clear();
});

const last = (): Query<string> | undefined => seen.at(-1);

test('asks once; another who asks the same has the answer at once', async () => {
  const { rerender } = render(<View revision={1} name="check" />);
  expect(last()).toMatchObject({ data: null, fresh: false });
  await act(async () => asked[0]?.resolve('first'));
  expect(last()).toMatchObject({ data: 'first', fresh: true });
  rerender(<View revision={1} name="check" />);
  render(<View revision={1} name="check" />);
  expect(asked).toHaveLength(1);
});

test('an answer that somebody else asked for stays in view after a change too', async () => {
  answers.set('1 check', 'theirs');
  const { rerender } = render(<View revision={1} name="check" />);
  expect(last()).toMatchObject({ data: 'theirs', fresh: true });
  rerender(<View revision={2} name="check" />);
  expect(last()).toMatchObject({ data: 'theirs', fresh: false });
});

test('after a change the old answer stays in view until the new one is there', async () => {
  const { rerender } = render(<View revision={1} name="check" />);
  await act(async () => asked[0]?.resolve('first'));
  rerender(<View revision={2} name="check" />);
  expect(last()).toMatchObject({ data: 'first', fresh: false });
  await act(async () => asked[1]?.resolve('second'));
  expect(last()).toMatchObject({ data: 'second', fresh: true });
  expect([...answers.keys()]).toEqual(['2 check']);
});

test('another question shows nothing of the one before, and stops it', async () => {
  const { rerender } = render(<View revision={1} name="form a" />);
  rerender(<View revision={1} name="form b" />);
  expect(asked.map((one) => [one.name, one.aborted()])).toEqual([['form a', true], ['form b', false]]);
  await act(async () => asked[0]?.resolve('of a'));
  expect(last()?.data).toBeNull();
});

test('a failure is told for the revision that it belongs to', async () => {
  const { rerender } = render(<View revision={1} name="check" />);
  await act(async () => asked[0]?.reject(new RangeError('broken')));
  expect(last()?.error).toBeInstanceOf(RangeError);
  rerender(<View revision={2} name="check" />);
  expect(last()?.error).toBeNull();
});

test('nothing is asked while nothing is open', () => {
  render(<View revision={null} name="check" />);
  render(<View revision={1} name={null} />);
  expect(asked).toEqual([]);
});
