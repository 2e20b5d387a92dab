/** Text of any origin on a terminal: what would move its cursor, set its title or turn its writing round becomes a sign that shows that something was there. */

// oxlint-disable-next-line no-control-regex -- these are what terminals take for commands: C0 but for line ends and tabs, DEL, C1; and directions of writing
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

export function printable(text: string): string {
  return text.replace(COMMANDS, '\ufffd');
}
