/** Orders of day, month and year that `--date-order` takes. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
