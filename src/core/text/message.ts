/** Code -> sentence: the shape of the tables, and how the blanks `{name}` of a sentence are filled. */
import type { Language } from './cli';
import { isWordList, wordOf } from './words';

/** What is wrong and why, and what to do about it. */
export interface Message {
  readonly message: string;
  readonly repair: string;
}

export type Params = Readonly<Record<string, string | number>>;

/** Per language: what is wrong, what to do. */
export type Text = Readonly<Record<Language, readonly [message: string, repair: string]>>;

export type TextTable = Readonly<Record<string, Text>>;

const BLANK = /\{(\w+)\}/gu;

/** Names of the blanks of a sentence. */
export function blanksOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(BLANK)].map(([, name]) => name ?? '');
}

/** Parameters that stand for words (`order`, `kind` ...) are put into the language; one that is not given shows as …. */
export function fill(sentence: string, params: Params, language: Language): string {
  return sentence.replaceAll(BLANK, (_, name: string) => {
    const value = params[name];
    if (value === undefined) return '…';
    return isWordList(name) ? wordOf(name, String(value), language) : String(value);
  });
}

export function messageOf(text: Text, params: Params, language: Language): Message {
  const [message, repair] = text[language];
  return { message: fill(message, params, language), repair: fill(repair, params, language) };
}
