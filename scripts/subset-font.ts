/**
 * Makes assets/fonts/NotoSansSC-labels.ttf: Noto Sans SC cut down to the signs that pictures show. Run it after a label of a
 * settlement has changed (a test tells), with both packages put beside the project for the moment:
 *
 *   npm install --no-save subset-font@2.9.0 @expo-google-fonts/noto-sans-sc@0.4.3
 *   npx tsx scripts/subset-font.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signsOfPictures } from '../src/commands/pictures.js';

const folder = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')));
const { default: subsetFont } = await import('subset-font');
const font = await subsetFont(
  readFileSync(join(folder, '400Regular', 'NotoSansSC_400Regular.ttf')),
  signsOfPictures().join(''),
  { targetFormat: 'truetype' },
);
const assets = fileURLToPath(new URL('../assets/fonts/', import.meta.url));
writeFileSync(join(assets, 'NotoSansSC-labels.ttf'), font);
writeFileSync(join(assets, 'OFL.txt'), readFileSync(join(folder, 'LICENSE_FONT')));
