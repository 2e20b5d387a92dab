/** Files that go into an archive package beside the workbook: where each comes from and what it is called there. */
import { ARCHIVE_EVIDENCE } from '../../core/copy/archive-index';
import { InputError } from '../input-error';
import type { FileTree } from '../ports';

export interface Evidence {
  /** Where it lies. */
  readonly file: string;
  /** Its name in the package. */
  readonly path: string;
}

/** What systems leave in folders. */
const SYSTEM = /^(?:Thumbs\.db|desktop\.ini|ehthumbs\.db)$/iu;
// oxlint-disable-next-line no-control-regex -- these are what no file may be called
const UNFIT = /[\u0000-\u001f<>:"|?*]/gu;

/** Folders with all that is below them. Throws `HostError` (`file/missing`, `file/unreadable`) and `InputError` (`archive/same-name`: `path`). */
export async function evidenceOf(paths: readonly string[], tree: FileTree, without: ReadonlySet<string>): Promise<{ readonly files: readonly Evidence[]; readonly passed: number }> {
  const evidence = new Map<string, Evidence>();
  const seen = new Set<string>();
  let passed = 0;
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- a disk is read in order
    const found = await tree.list([path], (name) => !SYSTEM.test(name.split('/').at(-1) ?? ''));
    passed += found.passed;
    for (const { path: file, full } of found.files) {
      if (seen.has(full) || without.has(file) || without.has(full)) continue;
      seen.add(full);
      const name = ARCHIVE_EVIDENCE + insideName(file, path);
      const key = name.normalize('NFC').toLowerCase();
      if (evidence.has(key)) throw new InputError('archive/same-name', { path: name });
      evidence.set(key, { file, path: name });
    }
  }
  return { files: [...evidence.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), passed };
}

/** The file's way from the folder that was named, that folder first; no drive, nothing above. */
function insideName(file: string, given: string): string {
  const parts = (path: string): readonly string[] => path.replaceAll('\\', '/').split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const [of, from] = [parts(file), parts(given)];
  const above = from.every((part, i) => of[i] === part) ? Math.max(0, Math.min(from.length, of.length) - 1) : Math.max(0, of.length - 1);
  return of.slice(above).map((part) => part.replace(/^[A-Za-z]:$/u, '').replaceAll(UNFIT, '_')).filter((part) => part !== '').join('/');
}
