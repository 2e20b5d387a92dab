/** The writer of Word files; its library is loaded with the first document. */
import type { WordFormat } from '../../app/ports';

export const lazyWord: WordFormat = {
  async write(document) {
    const { writeDocument } = await import('./write-document');
    return writeDocument(document);
  },
};
