/** The last part of a path, both slashes separate; the whole where it ends with one. */
export function fileName(path: string): string {
  const [name = ''] = /[^\\/]*$/u.exec(path) ?? [];
  return name === '' ? path : name;
}
