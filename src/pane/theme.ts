/** Fluent's themes over the blue-green of the sheets' header band; fonts that exist on Chinese machines. */
import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** From dark to light around 1F5E6B (80). */
const BRAND: BrandVariants = {
  10: '#04100F', 20: '#091D1F', 30: '#0D292D', 40: '#11353B', 50: '#154149', 60: '#184B55', 70: '#1B5560', 80: '#1F5E6B',
  90: '#2B7585', 100: '#4496A8', 110: '#5FA9BA', 120: '#7BBBCA', 130: '#97CCD8', 140: '#B3DCE5', 150: '#CFEBF0', 160: '#E8F6F8',
};

const fontFamilyBase = '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const lightTheme: Theme = { ...createLightTheme(BRAND), fontFamilyBase };

const dark = createDarkTheme(BRAND);
export const darkTheme: Theme = {
  ...dark, fontFamilyBase, colorBrandForeground1: BRAND[120], colorBrandForeground2: BRAND[130], colorCompoundBrandForeground1: BRAND[120],
  colorBrandForegroundLink: BRAND[120], colorBrandForegroundLinkHover: BRAND[130], colorBrandForegroundLinkPressed: BRAND[110], colorBrandForegroundLinkSelected: BRAND[120],
};
