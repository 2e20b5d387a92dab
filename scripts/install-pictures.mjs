/** The pictures of docs/install.md: each route as a row of numbered steps. Drawn, not taken from a screen, so that they hold for every version. */
import { mkdirSync, writeFileSync } from 'node:fs';

const [WIDTH, HEIGHT, GAP] = [210, 132, 26];
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const ROUTES = {
  'shared-folder': [
    ['清单放进共享文件夹', ['\\\\服务器\\加载项', 'manifest.xml']],
    ['信任这个目录', ['选项 → 信任中心', '受信任的加载项目录', '☑ 显示在菜单中']],
    ['重新打开 Excel', ['关掉所有窗口', '再打开']],
    ['添加', ['开始 → 加载项', '共享文件夹 → 质升']],
  ],
  central: [
    ['管理员上传清单', ['管理中心 → 设置', '集成应用', '上传自定义应用']],
    ['选择用户', ['整个组织或几个人', '部署方式：固定']],
    ['等待出现', ['最迟 24 小时', '用户不用做什么']],
  ],
  web: [
    ['打开加载项', ['开始 → 加载项', '更多加载项']],
    ['上传清单', ['我的加载项', '上传我的加载项', 'manifest.xml']],
    ['点“打开质升”', ['只在这个浏览器里', '有效']],
  ],
  mac: [
    ['打开文件夹', ['访达 → ⇧⌘G', '…/Documents/wef']],
    ['放入清单', ['manifest.xml']],
    ['重新打开 Excel', ['我的加载项 → 质升']],
  ],
};

function step([title, lines], index) {
  const x = index * (WIDTH + GAP);
  const arrow = index === 0 ? '' : `<path d="M${x - GAP + 5} ${HEIGHT / 2} h13 m-5 -5 l5 5 l-5 5" fill="none" stroke="#1F5E6B" stroke-width="2"/>`;
  const texts = lines.map((line, i) => `<text x="${x + WIDTH / 2}" y="${66 + i * 22}" text-anchor="middle" font-size="14" fill="#333333">${escape(line)}</text>`).join('');
  return `${arrow}<rect x="${x + 1}" y="1" width="${WIDTH - 2}" height="${HEIGHT - 2}" rx="8" fill="#FFFFFF" stroke="#BFBFBF"/>`
    + `<path d="M${x + 1} 40 V9 a8 8 0 0 1 8 -8 h${WIDTH - 18} a8 8 0 0 1 8 8 V40 z" fill="#1F5E6B"/>`
    + `<text x="${x + WIDTH / 2}" y="26" text-anchor="middle" font-size="15" font-weight="bold" fill="#FFFFFF">${index + 1}  ${escape(title)}</text>${texts}`;
}

mkdirSync('docs/install', { recursive: true });
for (const [name, steps] of Object.entries(ROUTES)) {
  const width = steps.length * (WIDTH + GAP) - GAP;
  const label = steps.map(([title], i) => `${i + 1} ${String(title)}`).join('，');
  writeFileSync(`docs/install/${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${escape(label)}" font-family="'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif"><rect width="${width}" height="${HEIGHT}" fill="#FFFFFF"/>${steps.map(step).join('')}</svg>\n`);
}
