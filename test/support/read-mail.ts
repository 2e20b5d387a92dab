/** Reads a mail with the e-mail package of Python: an independent reader of the RFCs. */
import { z } from 'zod';
import { runOpenpyxl } from './openpyxl';

const MAIL = z.object({ unsent: z.string(), to: z.string(), subject: z.string(), body: z.string(), fileName: z.string(), file: z.string() });

export async function simpleMail(bytes: Uint8Array): Promise<z.infer<typeof MAIL>> {
  const out = await runOpenpyxl(`
import sys, json, base64, email, email.policy
mail = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
part = next(mail.iter_attachments())
print(json.dumps({'unsent': mail['X-Unsent'], 'to': str(mail['To']), 'subject': str(mail['Subject']), 'body': mail.get_body().get_content(), 'fileName': part.get_filename(), 'file': base64.b64encode(part.get_content()).decode()}))
`, [bytes]);
  return MAIL.parse(JSON.parse(out.toString('utf8')));
}
