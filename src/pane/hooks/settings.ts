/** Language and appearance, as chosen or as the computer has them. */
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Settings, SettingsStore } from '../../app/pane-ports';

export interface SettingsControl {
  readonly settings: Settings;
  readonly change: (settings: Settings) => void;
}

export const SettingsContext = createContext<SettingsControl | null>(null);

export function useSettings(): SettingsControl {
  const control = useContext(SettingsContext);
  if (control === null) throw new RangeError('outside the settings');
  return control;
}

export function useSettingsState(store: SettingsStore): SettingsControl {
  const [settings, setSettings] = useState(() => store.read());
  const change = useCallback((next: Settings) => {
    store.write(next);
    setSettings(next);
  }, [store]);
  return { settings, change };
}

/** How the pane looks now. */
export const DarkContext = createContext(false);

const DARK = '(prefers-color-scheme: dark)';

/** Follows the program around the pane where that says what it is (`around`), else the computer, while nothing is chosen. */
export function useDark({ theme }: Pick<Settings, 'theme'>, around: boolean | null = null): boolean {
  const query = typeof matchMedia === 'undefined' ? null : matchMedia(DARK);
  const [dark, setDark] = useState(query?.matches === true);
  useEffect(() => {
    const listen = ({ matches }: MediaQueryListEvent): void => setDark(matches);
    query?.addEventListener('change', listen);
    return () => query?.removeEventListener('change', listen);
  }, [query]);
  return theme === null ? around ?? dark : theme === 'dark';
}
