/**
 * What Excel itself does for office.js and no npm package can: says that the page is in Excel, takes batches, and tells
 * events. Put behind the genuine office.js; batches go to the workbook that the address names.
 */
export function officeShim(): string {
  return `;(${shim.toString()})();`;
}

/** Runs in the page. */
function shim(): void {
  interface Page {
    readonly Office: { onReady: unknown; context: unknown };
    readonly Excel?: { run: (...args: readonly unknown[]) => unknown };
    /** Its hooks for tests have underscores, so they are asked for by name. */
    readonly OfficeExtension?: Readonly<Record<string, (argument: unknown) => void>>;
    excelTells?: (event: number, message: unknown) => void;
    officeTheme?: unknown;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what office.js puts there
  const page = window as unknown as Page;
  const query = new URLSearchParams(window.location.search);
  const newest = Number((query.get('sets') ?? '1.15').split('.')[1]);
  const context = {
    displayLanguage: query.get('lang') ?? 'zh-CN',
    requirements: { isSetSupported: (_name: string, set: string) => Number(set.split('.')[1]) <= newest },
    get officeTheme() { return page.officeTheme ?? (query.get('dark') === null ? undefined : { bodyBackgroundColor: '#262626' }); },
  };
  const loaded = new Promise<void>((resolve) => {
    const look = (): void => {
      if (page.Excel !== undefined && page.OfficeExtension !== undefined && query.get('silent') === null) resolve();
      else setTimeout(look, 5);
    };
    look();
  });
  const ready = async (): Promise<unknown> => {
    await loaded;
    const { Excel: excel, OfficeExtension: extension } = page;
    if (excel === undefined || extension === undefined) return { host: null };
    const run = excel.run.bind(excel);
    excel.run = (batch) => run({ url: `${window.location.origin}/book/${query.get('book')}`, headers: {} }, batch);
    extension['_testSetRichApiMessageReadyImpl']?.(() => Promise.resolve());
    page.excelTells = (event, message) => extension['_testTriggerRichApiMessageEvent']?.({ entries: [{ messageCategory: 65_536, messageType: event, targetId: 'Workbook', message: JSON.stringify(message) }] });
    // The client of Excel has put its own Office into the page meanwhile.
    Object.assign(window, { Office: Object.create(Object(page.Office), { context: { get: () => context } }) });
    return { host: query.get('host') ?? 'Excel' };
  };
  page.Office.onReady = ready;
}
