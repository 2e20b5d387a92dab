/**
 * The page in a browser as a static folder: dist/web. The worker and every page of the pane are chunks of their own; exceljs
 * is in a chunk that the worker loads when it makes a workbook.
 */
const { createHash } = require('node:crypto');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { version } = require('./package.json');

/** Puts the list of files into the service worker, which is told of a new version by it. */
class AssetList {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('AssetList', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'AssetList', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT - 1 }, (assets) => {
        const worker = 'service-worker.js';
        const names = Object.keys(assets).filter((name) => name !== worker && !name.endsWith('.map') && !name.endsWith('.txt')).sort();
        const hash = createHash('sha256');
        for (const name of names) hash.update(name).update(compilation.getAsset(name).source.buffer());
        const list = { version: hash.digest('hex').slice(0, 16), files: names.map((name) => `./${name}`) };
        compilation.updateAsset(worker, (source) => new webpack.sources.RawSource(`const ZHISHENG_ASSETS=${JSON.stringify(list)};${source.source()}`));
      });
    });
  }
}

module.exports = (_, { mode = 'production' }) => ({
  mode,
  target: ['web', 'es2022'],
  entry: {
    pane: './src/entry/browser.tsx',
    'service-worker': { import: './src/entry/service-worker.ts', filename: 'service-worker.js', runtime: false },
  },
  output: {
    path: path.join(__dirname, 'dist/web'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: 'auto',
    clean: true,
  },
  devtool: mode === 'production' ? false : 'source-map',
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } }],
  },
  optimization: { chunkIds: 'deterministic', moduleIds: 'deterministic' },
  plugins: [
    new webpack.DefinePlugin({ ZHISHENG_VERSION: JSON.stringify(version) }),
    new HtmlPlugin({ template: 'assets/index.html', filename: 'index.html', chunks: ['pane'], scriptLoading: 'defer' }),
    new CopyPlugin({ patterns: [{ from: 'assets/page.css' }, { from: 'assets/icon.svg' }, { from: 'out/web-sample/demo.xlsx', to: 'sample/demo.xlsx' }] }),
    new AssetList(),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', cacheDirectory: path.join(__dirname, 'node_modules/.cache/zhisheng-webpack') },
});
