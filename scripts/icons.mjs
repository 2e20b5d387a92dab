/** The icons of the add-in, rendered from assets/icon.svg in every size that Office asks for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const svg = readFileSync('assets/icon.svg', 'utf8');
for (const size of SIZES) writeFileSync(`assets/icon-${size}.png`, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
