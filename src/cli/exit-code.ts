/** Exit statuses of `zhisheng`. */
export const EXIT = {
  done: 0,
  /** Done, and what was asked for shows errors. */
  findings: 1,
  /** The call is wrong. */
  usage: 2,
  /** A file cannot be read or written. */
  file: 3,
  /** A fault of the program. */
  fault: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
