/** Words of the file of rejected rows. */
import type { Language } from './cli';

export const REJECTED_WORDS: Readonly<Record<Language, { readonly reason: string; readonly suffix: string }>> = {
  zh: { reason: '未导入的原因', suffix: '.未导入' },
  en: { reason: 'Reason', suffix: '.rejected' },
};
