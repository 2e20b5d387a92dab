/** One file gives its object, several give a list in the order of the call. */
export function oneOrMany<T>(documents: readonly T[]): T | readonly T[] {
  const [only] = documents;
  return documents.length === 1 && only !== undefined ? only : documents;
}
