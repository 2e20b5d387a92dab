/** Words on the sheets that sharing, merging and sealing write. Sheets are in Chinese, as the standard is. */

/** First line of the very hidden sheet. */
export const RECORD_NOTICE = '本表由质升维护，用来认出同一工作簿的各个副本、合并它们、核对封存。请不要改动或删除。';
