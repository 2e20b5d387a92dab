/** Words on the sheets that sharing, merging and sealing write. Sheets are in Chinese, as the standard is. */

/** First lines of the very hidden sheets. */
export const SIGNED_NOTICE = '本表由质升维护，记着审核记录里各环节签字时的内容，用来说出签字以后改了哪一格。请不要改动或删除。';
export const RECORD_NOTICE = '本表由质升维护，用来认出同一工作簿的各个副本、合并它们、核对封存。请不要改动或删除。';
