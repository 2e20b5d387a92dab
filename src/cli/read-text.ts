/** A small text file that a person wrote (profile, map): UTF-8, with or without a byte order mark. */
import { HostError, type Files } from '../app/ports';

/** Throws `HostError`: what `Files` throws, and `csv/encoding` when the bytes are not UTF-8. */
export async function readText(path: string, files: Files): Promise<string> {
  const bytes = await files.read(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HostError('csv/encoding', { file: path, tried: 'utf-8' }, { cause });
  }
}
