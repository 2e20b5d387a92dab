/** Files of a person in a browser, over handles that stand in for the browser's: what is written, refused, and given up. */
import { describe, expect, test } from '@jest/globals';
import { HostError } from '../../../src/app/ports';
import type { FilePlace } from '../../../src/app/pane-ports';
import { webFiles } from '../../../src/host/web/files';

interface Fake {
  content: Blob;
  modified: number;
  permission: PermissionState;
  readonly log: string[];
  failAt: 'open' | 'write' | 'close' | null;
}

const fake = (): Fake => ({ content: new Blob(['old']), modified: 1, permission: 'granted', log: [], failAt: null });

function handleOf(state: Fake): object {
  const failing = (step: NonNullable<Fake['failAt']>): void => {
    state.log.push(step);
    if (state.failAt === step) throw new DOMException('', 'QuotaExceededError');
  };
  return {
    kind: 'file', name: '企业.xlsx',
    getFile: () => Promise.resolve(Object.assign(state.content.slice(), { name: '企业.xlsx', lastModified: state.modified })),
    requestPermission: () => Promise.resolve(state.permission),
    async createWritable() {
      failing('open');
      let beside: Blob | null = null;
      return Promise.resolve({
        write: (data: Blob) => Promise.resolve().then(() => { failing('write'); beside = data; return undefined; }),
        close: () => Promise.resolve().then(() => { failing('close'); state.content = beside ?? state.content; state.modified++; return undefined; }),
        abort: () => Promise.resolve().then(() => void state.log.push('abort')),
      });
    },
  };
}

function filesOver(pickers: object): ReturnType<typeof webFiles> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what the host asks of a window
  return webFiles(pickers as Window, { url: '', name: '' });
}

async function placeOver(state: Fake): Promise<FilePlace> {
  const picked = await filesOver({ showOpenFilePicker: () => Promise.resolve([handleOf(state)]) }).pick('workbook');
  if (picked?.place === undefined || picked.place === null) throw new RangeError('no place');
  return picked.place;
}

const codeOf = (error: unknown): string => (error instanceof HostError ? error.code : String(error));
const write = async (place: FilePlace): Promise<string> => place.write(new Blob(['new'])).then(() => 'written', codeOf);

describe('writing where the file lies', () => {
  test('replaces it, and again after that', async () => {
    const state = fake();
    const place = await placeOver(state);
    expect([await write(place), await state.content.text(), await write(place)]).toEqual(['written', 'new', 'written']);
  });

  test.each(['open', 'write', 'close'] as const)('that fails at %s leaves the old file and gives the new one up', async (failAt) => {
    const state = { ...fake(), failAt };
    expect(await write(await placeOver(state))).toBe('file/unwritable');
    expect(await state.content.text()).toBe('old');
    expect(state.log.includes('abort')).toBe(failAt !== 'open');
  });

  test('does not go over what somebody else wrote since', async () => {
    const state = fake();
    const place = await placeOver(state);
    state.modified = 99;
    expect([await write(place), await state.content.text()]).toEqual(['file/changed', 'old']);
  });

  test('is not done without leave', async () => {
    const state: Fake = { ...fake(), permission: 'denied' };
    expect([await write(await placeOver(state)), state.log]).toEqual(['file/not-allowed', []]);
  });
});

describe('choosing', () => {
  test('a dialog that is closed chooses nothing', async () => {
    const closed = (): Promise<never> => Promise.reject(new DOMException('', 'AbortError'));
    const files = filesOver({ showOpenFilePicker: closed, showSaveFilePicker: closed });
    expect(await files.pick('workbook')).toBeNull();
    expect(await files.saveAs?.({ name: 'a.xlsx', file: new Blob() })).toBeNull();
  });

  test('a new place is written at once, and is then where the file lies', async () => {
    const state = fake();
    const place = await filesOver({ showSaveFilePicker: () => Promise.resolve(handleOf(state)) }).saveAs?.({ name: 'a.xlsx', file: new Blob(['new']) });
    expect([place?.name, await state.content.text()]).toEqual(['企业.xlsx', 'new']);
  });

  test('where the browser has no such dialogs there is no saving as', () => {
    expect(filesOver({}).saveAs).toBeNull();
  });
});
