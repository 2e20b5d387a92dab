/** XML of a manifest as a tree; throws where it is not well-formed. */

export function parseXml(text) {
  const root = { name: '', attributes: {}, children: [], text: '', line: 1 };
  const open = [root];
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
  const lineAt = (index) => text.slice(0, index).split('\n').length;
  for (const found of text.matchAll(token)) {
    const [whole, cdata, close, name, attributes = '', empty, plain] = found;
    const top = open.at(-1);
    if (whole === '<') throw new Error(`line ${lineAt(found.index)}: not well-formed`);
    if (name === undefined) {
      top.text += cdata ?? decode(plain ?? '');
      continue;
    }
    if (close === '/') {
      if (top.name !== name) throw new Error(`line ${lineAt(found.index)}: </${name}> closes <${top.name}>`);
      open.pop();
      continue;
    }
    const element = { name, attributes: {}, children: [], text: '', line: lineAt(found.index) };
    for (const [, key, one, other] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) element.attributes[key] = decode(one ?? other ?? '');
    top.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1).name}> is not closed`);
  if (root.children.length !== 1) throw new Error('not one root element');
  return root.children[0];
}

const decode = (text) => text.replace(/&(?:lt|gt|amp|quot|apos|#(\d+)|#x([0-9a-fA-F]+));/g, (found, decimal, hex) => (
  { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }[found] ?? String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal))));

export function* all(element) {
  yield element;
  for (const child of element.children) yield* all(child);
}
