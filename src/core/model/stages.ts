/**
 * The steps of clause 6 as the chapters of clause 7 count them. Each builds on the one before; records (7.8) are kept all along
 * and wait for nothing.
 */
export interface StageDef {
  /** Clause number, the `stage` of the forms. */
  readonly key: string;
  /** The step must be done before this one is worked on. */
  readonly after: string | null;
  /** Fields of 首页 that the step needs: beginnings of their keys. They count once a form of the step is in the workbook. */
  readonly home: readonly string[];
}

export const STAGES: readonly StageDef[] = [
  // 7.1.1 the enterprise, 7.1.2 the personnel matched to it
  { key: '7.1', after: null, home: ['enterprise.', 'agency.'] },
  { key: '7.2', after: '7.1', home: [] },
  { key: '7.3', after: '7.2', home: [] },
  { key: '7.4', after: '7.3', home: [] },
  { key: '7.5', after: '7.4', home: [] },
  // The periods that are compared, and the raw rows.
  { key: '7.6', after: '7.5', home: ['periods.', 'asOf'] },
  { key: '7.7', after: '7.6', home: [] },
  { key: '7.8', after: null, home: [] },
];

/** Whether a field of 首页 belongs to the step. */
export function isOfStage(homeKey: string, { home }: StageDef): boolean {
  return home.some((prefix) => homeKey.startsWith(prefix));
}
