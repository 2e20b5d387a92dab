/** Units that headers of exports name in brackets, and what turns one into another. */
interface Unit {
  readonly dimension: string;
  /** In the smallest unit of the dimension. */
  readonly size: number;
}

const UNITS = new Map<string, Unit>();
const declare = (dimension: string, size: number, names: string) => names.split(' ').forEach((name) => UNITS.set(name, { dimension, size }));
declare('cny', 1, '元 人民币元 rmb cny ¥ 本位币 人民币');
declare('cny', 1000, '千元');
declare('cny', 10_000, '万元 万 万元人民币 人民币万元');
declare('cny', 1_000_000, '百万元');
declare('cny', 100_000_000, '亿元 亿');
declare('usd', 1, '美元 usd us$ $');
declare('usd', 10_000, '万美元');
declare('eur', 1, '欧元 eur €');
declare('time', 1, '秒 s sec second seconds');
declare('time', 60, '分 分钟 min mins minute minutes');
declare('time', 3600, '小时 时 工时 h hr hrs hour hours');
declare('time', 86_400, '天 日 d day days');
declare('count', 1, '件 个 台 套 只 pcs pc');
const SECONDS: Readonly<Record<string, string>> = { s: '1', 秒: '1', 分: '60', 分钟: '60', min: '60', 小时: '3600', h: '3600', hr: '3600' };

/** What a value in `from` is multiplied by to be in `to`. Null: no unit that is known. `none`: known, and not convertible. */
export function unitFactor(from: string, to: string): number | 'none' | null {
  const [a, b] = [unitOf(from), unitOf(to)];
  if (a === null || b === null) return null;
  return a.dimension === b.dimension ? a.size / b.size : 'none';
}

/** Includes time per piece: 小时/件, min/pc. */
function unitOf(name: string): Unit | null {
  const plain = name.normalize('NFKC').trim().toLowerCase().replaceAll(' ', '');
  const rate = /^(.+?)(?:\/|每)(?:件|个|台|套|只|pcs?|piece|unit)$/.exec(plain);
  if (rate === null) return UNITS.get(plain) ?? null;
  const seconds = SECONDS[rate[1] ?? ''];
  return seconds === undefined ? null : { dimension: 'time per piece', size: Number(seconds) };
}
