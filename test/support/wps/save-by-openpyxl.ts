/** A workbook opened and saved again by openpyxl: its own styles, no cached values, no parts that it does not know. */
import { runOpenpyxl } from '../openpyxl';

const SAVE = String.raw`
import io, sys, openpyxl, struct
for path in sys.argv[1:]:
    out = io.BytesIO()
    openpyxl.load_workbook(path).save(out)
    sys.stdout.buffer.write(struct.pack("<I", len(out.getvalue())) + out.getvalue())
`;

export async function saveByOpenpyxl(files: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const said = await runOpenpyxl(SAVE, files);
  const saved: Uint8Array[] = [];
  for (let at = 0; at < said.length; at += 4 + said.readUInt32LE(at)) saved.push(new Uint8Array(said.subarray(at + 4, at + 4 + said.readUInt32LE(at))));
  return saved;
}
