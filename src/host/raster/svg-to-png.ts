/** SVG -> PNG by resvg with the machine's fonts. Pictures without a font for Chinese would come out with boxes for words: they are refused. */
import { HostError, type Rasterizer } from '../../app/ports';

const FAMILY = 'Noto Sans CJK SC';
/** A character that every Chinese font has, and one that none has. */
const CHINESE = '质';
const UNASSIGNED = '\u{10FFFD}';

type Render = (svg: string, scale: number) => Promise<Uint8Array>;

const glyph = (character: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><text x="2" y="20" font-size="20" font-family="${FAMILY}, sans-serif">${character}</text></svg>`;

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Characters without a font all look alike. */
async function knowsChinese(render: Render): Promise<boolean> {
  const [known, unknown] = await Promise.all([render(glyph(CHINESE), 1), render(glyph(UNASSIGNED), 1)]);
  return !same(known, unknown);
}

/** `fontFolders`: looked in instead of the machine's own fonts. */
export function createRasterizer({ fontFolders }: { readonly fontFolders?: readonly string[] } = {}): Rasterizer {
  const font = fontFolders === undefined
    ? { loadSystemFonts: true, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY }
    : { loadSystemFonts: false, fontDirs: [...fontFolders], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
  const render: Render = async (svg, scale) => {
    const { renderAsync } = await import('@resvg/resvg-js');
    return new Uint8Array((await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale }, logLevel: 'off' })).asPng());
  };
  let chinese: Promise<boolean> | undefined;
  return {
    async png(svg, scale = 2) {
      try {
        chinese ??= knowsChinese(render);
        if (/\p{Script=Han}/u.test(svg) && !(await chinese)) throw new HostError('picture/no-chinese-font');
        return await render(svg, scale);
      } catch (cause) {
        if (cause instanceof HostError) throw cause;
        throw new HostError('picture/failed', {}, { cause });
      }
    },
  };
}
