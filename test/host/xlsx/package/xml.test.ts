import { decodeText, encodingOf, scanXml, startTags, unescapeXml } from '../../../../src/host/xlsx/package/xml';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
/** A part as one line: `<name a=b` for a start, `/name` for an end, texts in quotes. */
const outline = (xml: string): string => [...scanXml(bytes(xml), 'part.xml')].map((token) => {
  if (token.kind === 'text') return `"${token.text}"`;
  return token.kind === 'close' ? `/${token.name}` : `<${token.name}${[...token.attributes].map(([name, value]) => ` ${name}=${value}`).join('')}`;
}).join(' ');

describe('scanXml', () => {
  it.each([
    ['<a/>', '<a /a'],
    ['<?xml version="1.0"?>\n<a><b>text</b></a>\n', '<a <b "text" /b /a'],
    ['<x:a xmlns:x="u"><x:b r:id="1" n="2"/></x:a>', '<a :x=u <b :id=1 n=2 /b /a'],
    ["<a n='1 > \"2\"' m = \"'\"/>", '<a n=1 > "2" m=\' /a'],
    ['<a><![CDATA[<b>&amp;]]></a>', '<a "<b>&amp;" /a'],
    ['<a><!-- <b> --><?x <c>?></a>', '<a /a'],
    ['<a n="&lt;&#65;&#x42;&amp;&quot;">&gt;&apos;</a>', '<a n=<AB&" ">\'" /a'],
    ['<a n="1&#10;2"\n\tm="3"></a>', '<a n=1\n2 m=3 /a'],
    ['<a single n="1"/>', '<a n=1 /a'],
    ['<__proto__ constructor="1" __proto__="2"/>', '<__proto__ constructor=1 __proto__=2 /__proto__'],
  ])('%s', (xml, expected) => {
    expect(outline(xml)).toBe(expected);
  });

  it.each([
    ['nothing', ''], ['no element', 'text'], ['two roots', '<a/><b/>'], ['no end', '<a><b></b>'], ['ends that cross', '<a><b></a></b>'], ['an end too many', '<a/></a>'],
    ['an unfinished tag', '<a><b'], ['an unfinished value', '<a n="1><b/></a>'], ['an unfinished comment', '<a><!-- </a'], ['another prefix at the end', '<x:a></y:a>'],
  ])('refuses %s', (_what, xml) => {
    expect(() => outline(xml)).toThrow(expect.objectContaining({ code: 'xlsx/damaged', params: { part: 'part.xml' } }));
  });

  it.each([
    ['entities that it declares', '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>'],
    ['an entity from elsewhere', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['a document type elsewhere', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'],
  ])('refuses %s', (_what, xml) => {
    expect(() => outline(xml)).toThrow('xlsx/damaged');
  });

  it('leaves entities that nobody knows, whatever they are called', () => {
    expect(outline('<a>&m;&constructor;&toString;&__proto__;</a>')).toBe('<a "&m;&constructor;&toString;&__proto__;" /a');
  });

  it.each([
    ['a name that never ends', `<${'a'.repeat(500_000)}`],
    ['attributes that never end', `<a ${'b '.repeat(250_000)}`],
    ['a value that never ends', `<a b="${'c'.repeat(500_000)}`],
    ['a name without a value', `<a ${'b'.repeat(500_000)}/>`],
    ['blanks before nothing', `<a b${' '.repeat(500_000)}/>`],
    ['many quotes', `<a ${'"" '.repeat(200_000)}`],
    ['an entity that never ends', `<a>&${'b'.repeat(500_000)}</a>`],
    ['many ampersands', `<a>${'&'.repeat(500_000)}</a>`],
    ['many unfinished comments', `<a>${'<!-- '.repeat(100_000)}`],
    ['many levels', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`],
  ])('takes no time for %s', (_what, xml) => {
    const start = performance.now();
    const answer = (): string => {
      try {
        return outline(xml) === '' ? 'nothing' : 'read';
      } catch {
        return 'refused';
      }
    };
    expect(['read', 'refused']).toContain(answer());
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it('gives the start tags of one name', () => {
  expect([...startTags(bytes('<a><b n="1"/><c><x:b n="2"></x:b></c></a>'), 'p', 'b')].map((tag) => tag.get('n'))).toEqual(['1', '2']);
});

it('resolves entities, and leaves what is none', () => {
  expect(unescapeXml('&lt;&#x1F600;&#128512;&nbsp;&#x110000;&;& &amp;lt;')).toBe('<😀😀&nbsp;&#x110000;&;& &lt;');
});

it('takes back the escapes of characters', () => {
  expect(decodeText('a_x000A_b_x005F_x0041_ _x12_')).toBe('a\nb_x0041_ _x12_');
});

it('knows the encoding by the first bytes', () => {
  expect([[0xff, 0xfe], [0xfe, 0xff], [0x3c, 0], [0, 0x3c], [0xef, 0xbb], []].map((start) => encodingOf(Uint8Array.from(start)))).toEqual(['utf-16le', 'utf-16be', 'utf-16le', 'utf-16be', 'utf-8', 'utf-8']);
});
