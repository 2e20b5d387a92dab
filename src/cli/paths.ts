/** Paths as the command line handles them: joining and naming, nothing of a file system. Both slashes separate. */

export function joinPath(folder: string, name: string): string {
  return folder === '' || /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

/** `out/企业.xlsx` -> `企业.xlsx` */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** `out/orders.csv` + `-2` -> `out/orders-2.csv`; the extension may be replaced. */
export function withSuffix(path: string, suffix: string, extension?: string): string {
  const match = /^(.*?)(\.[^.\\/]*)?$/s.exec(path);
  return `${match?.[1] ?? path}${suffix}${extension ?? match?.[2] ?? ''}`;
}
