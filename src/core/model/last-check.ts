/** What the program said of a workbook when it last checked it, in the words that 首页 shows. It ages: people go on typing. */
export interface LastCheck {
  /** One line; '' when there was no check. */
  readonly summary: string;
  /** Step of clause 6 -> its state. */
  readonly stages: Readonly<Record<string, string>>;
  /** Step -> what became of its signatures; steps without any are left out. */
  readonly signoffs?: Readonly<Record<string, string>>;
}

export const NO_CHECK: LastCheck = { summary: '', stages: {} };
