/** Tables as Parquet, a group of rows at a time: no more than one group is in memory. The library is loaded when it is wanted. */
import type { TableColumn, TableFormat } from '../../app/ports';

type Cell = string | number | boolean | null;

const GROUP = 20_000;
const TYPES = { text: 'STRING', number: 'DOUBLE', whole: 'INT32', yesNo: 'BOOLEAN' } as const satisfies Readonly<Record<TableColumn['type'], string>>;

async function* groups(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<readonly (readonly Cell[])[]> {
  let group: (readonly Cell[])[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length === GROUP) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

export const parquetFormat: TableFormat = {
  async *write(columns, rows) {
    const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const columnsOf = (group: readonly (readonly Cell[])[]) => columns.map(({ name, type }, c) => ({ name, type: TYPES[type], nullable: true, data: group.map((row) => row[c] ?? null) }));
    const writer = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: columnsOf([]) }), createdBy: 'zhisheng' });
    const taken = (): Uint8Array => {
      const piece = bytes.getBytes().slice();
      bytes.index = 0;
      return piece;
    };
    for await (const group of groups(rows)) {
      await writer.write({ columnData: columnsOf(group), rowGroupSize: GROUP });
      yield taken();
    }
    await writer.finish();
    yield taken();
  },
};
