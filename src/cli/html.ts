/** HTML from texts of any origin: everything that is put into a page is escaped, once, here. */

/** Ready to stand in a page. */
export interface Markup {
  readonly html: string;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Characters that HTML does not have, and those that turn the writing of what follows round. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const NONE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.replace(NONE, '\ufffd').replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}

type Part = string | number | Markup | readonly Markup[];

/** html`<td>${text}</td>`: texts and numbers are escaped, markup is put in as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.reduce((page, string, i) => page + string + (i < parts.length ? markupOf(parts[i] ?? '') : ''), '') };
}

function markupOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('\n');
}
