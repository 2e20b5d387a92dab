/** What the pane says: one table per page, each text in both languages, blanks as `{name}`. */
import type { Language } from '../cli';
import { fill, type Params } from '../message';

export type PaneText = Readonly<Record<Language, string>>;

export type PaneTable = Readonly<Record<string, PaneText>>;

export function paneText(text: PaneText, language: Language, params: Params = {}): string {
  return fill(text[language], params, language);
}
