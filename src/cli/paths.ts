/** Paths as the command line handles them: joining and naming, nothing of a file system. Both slashes separate. */
import { fileName } from '../app/file-name';

export function joinPath(folder: string, name: string): string {
  return folder === '' || /[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

/** The second file's name in the folder of the first: `out/企业.xlsx`, `erp/订单.csv` -> `out/订单.csv` */
export function besides(file: string, other: string): string {
  return file.replace(/[^\\/]*$/, '') + fileName(other);
}

/** `out/orders.csv` + `-2` -> `out/orders-2.csv`; the extension may be replaced. */
export function withSuffix(path: string, suffix: string, extension?: string): string {
  const match = /^(.*?)(\.[^.\\/]*)?$/s.exec(path);
  return `${match?.[1] ?? path}${suffix}${extension ?? match?.[2] ?? ''}`;
}
