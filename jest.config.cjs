/** Unit, contract and scenario tests run on Node; what needs LibreOffice or Chromium skips itself by name unless CI=true. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.tsx$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'commonjs' } }],
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
    '/node_modules/(echarts|zrender|hyparquet|hyparquet-writer)/.+\\.js$': ['@swc/jest', { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // echarts is loaded part by part, which are modules of ECMAScript alone; hyparquet has no others.
  transformIgnorePatterns: ['/node_modules/(?!(echarts|zrender|hyparquet|hyparquet-writer)/)'],
  testEnvironment: 'node',
  testTimeout: 60000,
  maxWorkers: 2,
};
