/** Parts as text: what is found, and that nothing but the edit changes. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { appendInside, attributesOf, childOf, childrenOf, insertInOrder, parseXml, prefixOf, relationshipId, setAttribute, splice, textOf, withDescendants, withPrefix } from '../../../../src/host/xlsx/patch/xml-edit';

const XML = '<?xml version="1.0"?>\r\n<!-- <a> --><x:root xmlns:x="urn:m" xmlns:r=\'urn:r\'>\n <x:a one = "1 > 0" two=\'"&amp;&#x4E2D;\' r:id="rId7"/><?pi <b>?>'
  + '<x:b>t<![CDATA[<c>&amp;]]>&lt;<!-- </x:b> -->u</x:b><!-- <x:a> --><x:a\n></x:a></x:root>\n';

/** Random trees, each with the text that it is. */
const tree = fc.letrec<{ tree: { name: string; attributes: Record<string, string>; children: unknown[] } }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('a', 'b', 'x:a', 'long-name.2'),
    attributes: fc.dictionary(fc.constantFrom('p', 'q', 'r:id'), fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[^ -~]/g, ' ')), { maxKeys: 3, noNullPrototype: true }),
    children: fc.array(fc.oneof({ depthSize: 'small' }, fc.constantFrom('text', '<!--<a>-->', '<![CDATA[</a>]]>', '<?q <z>?>', ' '), tie('tree')), { maxLength: 4 }),
  }),
})).tree;
type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

const write = ({ name, attributes, children }: Tree): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}='${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')}'`).join('');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made above
  const inner = children.map((child) => (typeof child === 'string' ? child : write(child as Tree))).join('');
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`;
};

describe('parseXml', () => {
  it('sees elements, not what only looks like them', () => {
    const root = parseXml(XML, 'p');
    expect([root.name, root.prefix, root.local]).toEqual(['x:root', 'x:', 'root']);
    expect(root.children.map(({ name }) => name)).toEqual(['x:a', 'x:b', 'x:a']);
    expect(childrenOf(root, 'a').map((element) => XML.slice(element.start, element.end))).toEqual([XML.slice(XML.indexOf('<x:a one'), XML.indexOf('<?pi')), '<x:a\n></x:a>']);
    const [first] = childrenOf(root, 'a');
    expect(first && [...attributesOf(XML, first)]).toEqual([['one', '1 > 0'], ['two', '"&中'], ['r:id', 'rId7']]);
    expect(first && relationshipId(XML, first)).toBe('rId7');
    const b = childOf(root, 'b');
    expect(b && textOf(XML, b)).toBe('t<c>&amp;<u');
    expect([prefixOf(XML, root, 'urn:m'), prefixOf(XML, root, 'urn:r'), prefixOf(XML, root, 'urn:z')]).toEqual(['x:', 'r:', undefined]);
  });

  it.each(['', 'text', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a', '<a b="1/>', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<a><!-- </a>', '<a><![CDATA[</a>', '<></>'])('refuses %p', (xml) => {
    expect(() => parseXml(xml, 'p')).toThrow(expect.objectContaining({ code: 'xlsx/damaged', params: { part: 'p' } }));
  });

  it('finds every element of any tree, at its place', () => {
    fc.assert(fc.property(tree, (made) => {
      const xml = `<!-- x --><root>${write(made)}</root>`;
      const [element] = parseXml(xml, 'p').children;
      if (element === undefined) throw new Error('no element');
      expect(xml.slice(element.start, element.end)).toBe(write(made));
      expect(Object.fromEntries(attributesOf(xml, element))).toEqual(made.attributes);
      for (const each of withDescendants(element)) expect(parseXml(xml.slice(each.start, each.end), 'p').name).toBe(each.name);
    }));
  });
});

describe('edits', () => {
  it('change what they name and leave the rest', () => {
    const root = parseXml(XML, 'p');
    const [a, last] = childrenOf(root, 'a');
    if (a === undefined || last === undefined) throw new Error('no element');
    expect(splice(XML, [setAttribute(XML, a, 'one', '2 < "3"'), appendInside(XML, a, '<n/>'), appendInside(XML, last, '<m/>')]))
      .toBe(XML.replace('one = "1 > 0"', 'one="2 &lt; &quot;3&quot;"').replace('rId7"/>', 'rId7"><n/></x:a>').replace('<x:a\n></x:a>', '<x:a\n><m/></x:a>'));
    expect(splice(XML, [setAttribute(XML, last, 'new', 'x'), setAttribute(XML, a, 'two', null)])).toBe(XML.replace('<x:a\n>', '<x:a new="x"\n>').replace(/ two='[^']*'/, ''));
    expect(() => splice(XML, [{ start: 0, end: 9, text: '' }, { start: 5, end: 6, text: '' }])).toThrow(RangeError);
  });

  it('set an attribute so that it reads back as it was said, whatever it was', () => {
    fc.assert(fc.property(tree, fc.constantFrom('p', 'q', 'new', 'r:id'), fc.string().filter((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)), (made, name, value) => { // oxlint-disable-line no-control-regex -- no XML holds these
      const xml = write(made);
      const edited = splice(xml, [setAttribute(xml, parseXml(xml, 'p'), name, value)]);
      expect(Object.fromEntries(attributesOf(edited, parseXml(edited, 'p')))).toEqual({ ...made.attributes, [name]: value });
      const gone = splice(edited, [setAttribute(edited, parseXml(edited, 'p'), name, null)]);
      expect(attributesOf(gone, parseXml(gone, 'p')).has(name)).toBe(false);
    }));
  });

  it('put children in the order of the schema, wherever others are missing', () => {
    const order = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(fc.property(fc.subarray(order), fc.constantFrom(...order), (there, added) => {
      const xml = there.length === 0 ? '<x:r/>' : `<x:r>${there.map((name) => `<x:${name}/>`).join('')}</x:r>`;
      const edited = splice(xml, [insertInOrder(xml, parseXml(xml, 'p'), order, added, `<x:${added}/>`)]);
      const names = parseXml(edited, 'p').children.map(({ local }) => local);
      expect(names).toEqual(order.flatMap((name) => [...there, added].filter((each) => each === name)));
    }));
  });

  it('give our XML the prefix of the part', () => {
    expect(withPrefix('<a b="c"><d/></a>', 'x:')).toBe('<x:a b="c"><x:d/></x:a>');
    expect(withPrefix('<a/>', '')).toBe('<a/>');
  });
});
