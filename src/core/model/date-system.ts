/** Days between the first days of the 1900 and the 1904 date system: a serial date of a 1904 workbook is so much less. */
export const SHIFT_1904 = 1462;
