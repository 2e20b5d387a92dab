/**
 * A loader of webpack: every icon is imported from a module of its own. The package's main module holds thousands of icons, which
 * would all be parsed to find the few that are used. Names that are no icon of such a module are left as they are.
 */
const { existsSync } = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(path.dirname(require.resolve('@fluentui/react-icons/package.json')), 'lib');
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*(['"])@fluentui\/react-icons\2;?/gu;
const UTILITIES = new Set(['bundleIcon', 'iconFilledClassName', 'iconRegularClassName', 'iconLightClassName', 'iconColorClassName']);

/** `ArrowLeft20Regular` -> `arrow-left`; null for what is no icon of a module. */
function moduleOf(name) {
  const [, words] = /^([A-Z]\w*?)\d*(?:Regular|Filled|Light|Color)$/u.exec(name) ?? [];
  if (words === undefined) return null;
  const file = words.replace(/([a-z0-9])([A-Z])/gu, '$1-$2').toLowerCase();
  return existsSync(path.join(FOLDER, 'atoms/svg', `${file}.js`)) ? `@fluentui/react-icons/svg/${file}` : null;
}

module.exports = function iconImports(source) {
  return source.replaceAll(IMPORT, (_, list) => list.split(',').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const [name] = part.split(/\s+as\s+/u);
    const from = UTILITIES.has(name) ? '@fluentui/react-icons/utils' : (moduleOf(name) ?? '@fluentui/react-icons');
    return `import { ${part} } from "${from}";`;
  }).join(''));
};
