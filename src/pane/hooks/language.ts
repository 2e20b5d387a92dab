/** The language of the pane, and how a text becomes a sentence in it. */
import { createContext, useContext, useMemo } from 'react';
import type { Language } from '../../core/text/cli';
import type { Params } from '../../core/text/message';
import { paneText, type PaneText } from '../../core/text/pane/pane-text';

export const LanguageContext = createContext<Language>('zh');

export type Say = (text: PaneText, params?: Params) => string;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useSay(): Say {
  const language = useLanguage();
  return useMemo(() => (text, params) => paneText(text, language, params), [language]);
}
