/** What stays on this machine between visits: the unsaved workbook (IndexedDB) and the settings (localStorage). */
import { createStore, del, get, set } from 'idb-keyval';
import { HostError } from '../../app/ports';
import type { KeptWorkbook, Recovery, Settings, SettingsStore } from '../../app/pane-ports';

const WORKBOOK = 'unsaved';
const SETTINGS = 'zhisheng.settings';

export function webRecovery(): Recovery {
  const store = createStore('zhisheng', 'kept');
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new HostError('pane/not-kept', { reason: cause instanceof Error ? cause.name : '' }, { cause });
    }
  };
  return {
    keep: ({ name, file }) => guarded(() => set(WORKBOOK, { name, file, at: Date.now() } satisfies KeptWorkbook, store)),
    find: () => guarded(async () => (await get<KeptWorkbook>(WORKBOOK, store)) ?? null),
    forget: () => guarded(() => del(WORKBOOK, store)),
  };
}

/** Without a storage (forbidden by the browser) the settings last as long as the page. */
export function webSettings(storage: Storage | null): SettingsStore {
  let known: Settings = { language: null, theme: null, name: '' };
  return {
    read() {
      try {
        const saved: unknown = JSON.parse(storage?.getItem(SETTINGS) ?? 'null');
        if (typeof saved === 'object' && saved !== null) known = { language: oneOf(saved, 'language', ['zh', 'en']), theme: oneOf(saved, 'theme', ['light', 'dark']), name: textOf(saved, 'name') };
      } catch {
        // Not ours, or not readable: as if there were none.
      }
      return known;
    },
    write(settings) {
      known = settings;
      try {
        storage?.setItem(SETTINGS, JSON.stringify(settings));
      } catch {
        // Full or forbidden: the settings last as long as the page.
      }
    },
  };
}

function textOf(saved: object, name: string): string {
  const value: unknown = Reflect.get(saved, name);
  return typeof value === 'string' ? value : '';
}

function oneOf<T extends string>(saved: object, name: string, values: readonly T[]): T | null {
  const value: unknown = Reflect.get(saved, name);
  return values.find((one) => one === value) ?? null;
}
