/**
 * The page in a browser and the pane in Excel as a static folder: dist/web. The worker and every page of the pane are chunks of their own; exceljs
 * is in a chunk that the worker loads when it makes a workbook.
 */
const { createHash } = require('node:crypto');
const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { version } = require('./package.json');

/** Where the pane gets office.js: a copy beside it, Microsoft's, or that of the cloud in China. OFFICE_JS chooses. */
const OFFICE = {
  self: { url: './office/office.js', origin: '' },
  cdn: { url: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', origin: 'https://appsforoffice.microsoft.com' },
  '21vianet': { url: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js', origin: 'https://appsforoffice.cdn.partner.office365.cn' },
};
const office = OFFICE[process.env.OFFICE_JS ?? 'self'];
if (office === undefined) throw new Error(`OFFICE_JS: ${Object.keys(OFFICE).join(', ')}`);
/** What office.js loads by itself in Excel on Windows, the Mac, the web and the iPad, in whatever language. */
const OFFICE_FILES = ['office.js', 'excel-win32-16.*.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'excel-ios-16.00.js', '*/office_strings.js', 'telemetry/*.js'];
const OFFICE_IGNORED = ['**/*.debug.js', '**/*-core.js'];
const ICONS = path.join(__dirname, 'scripts/icon-imports.cjs');

/** Puts the list of files into the service worker, which is told of a new version by it. */
class AssetList {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('AssetList', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'AssetList', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT - 1 }, (assets) => {
        const worker = 'service-worker.js';
        // The pane in Excel is not kept: Excel has a cache of its own, and the page in a browser does without these.
        const names = Object.keys(assets).filter((name) => name !== worker && !/^(office\/|taskpane|live\.)/.test(name) && !name.endsWith('.map') && !name.endsWith('.txt')).sort();
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
    taskpane: './src/entry/taskpane.tsx',
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
    rules: [
      { test: /\.tsx?$/, use: [ICONS, { loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } }] },
      { test: /\.js$/, include: /node_modules[\\/]@fluentui[\\/]/, exclude: /react-icons/, use: [ICONS] },
    ],
  },
  // Licences of libraries stay with what is taken from them.
  optimization: { chunkIds: 'deterministic', moduleIds: 'deterministic', minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'eof' })] },
  plugins: [
    new webpack.DefinePlugin({ ZHISHENG_VERSION: JSON.stringify(version), ZHISHENG_OFFICE: JSON.stringify(office.url) }),
    new HtmlPlugin({ template: 'assets/index.html', filename: 'index.html', chunks: ['pane'], scriptLoading: 'defer' }),
    new HtmlPlugin({ template: 'assets/taskpane.html', filename: 'taskpane.html', chunks: ['taskpane'], scriptLoading: 'defer', officeOrigin: office.origin }),
    new CopyPlugin({ patterns: [...(office.origin === '' ? OFFICE_FILES.map((file) => ({ from: file, to: 'office', context: path.dirname(require.resolve('@microsoft/office-js/dist/office.js')), globOptions: { ignore: OFFICE_IGNORED }, info: { minimized: true } })) : []), { from: 'assets/icon-*.png', to: 'assets/[name][ext]' }, { from: 'assets/page.css' }, { from: 'assets/icon.svg' }, { from: 'out/web-sample/demo.xlsx', to: 'sample/demo.xlsx' }] }),
    new AssetList(),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', cacheDirectory: path.join(__dirname, 'node_modules/.cache/zhisheng-webpack') },
});
