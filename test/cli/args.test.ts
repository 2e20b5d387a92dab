import { parseArguments } from '../../src/cli/args';
import { COMMON, PARAMS } from '../../src/cli/params';
import { UsageError } from '../../src/cli/usage-error';

const ALL = [PARAMS.out, PARAMS.dateOrder, PARAMS.dryRun, ...COMMON];

function refusal(...argv: readonly string[]): string {
  try {
    parseArguments(argv, ALL);
  } catch (error) {
    if (error instanceof UsageError) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'taken';
}

describe('parseArguments', () => {
  test('takes files, switches and values in any order, with = or a blank', () => {
    const args = parseArguments(['a.xlsx', '--dry-run', '--out=b c.xlsx', '--date-order', 'dmy', '文件.xlsx', '-h'], ALL);
    expect(args.files).toEqual(['a.xlsx', '文件.xlsx']);
    expect(args.needed(PARAMS.out)).toBe('b c.xlsx');
    expect(args.text(PARAMS.dateOrder)).toBe('dmy');
    expect([PARAMS.dryRun, PARAMS.help, PARAMS.json].map((param) => args.given(param))).toEqual([true, true, false]);
  });

  test('after -- everything is a file, whatever it looks like', () => {
    expect(parseArguments(['--', '--json', '-x'], ALL).files).toEqual(['--json', '-x']);
  });

  test('a value that begins with a dash can be given with =', () => {
    expect(parseArguments(['--out=-x.xlsx'], ALL).needed(PARAMS.out)).toBe('-x.xlsx');
  });

  test.each([
    [['--ouut', 'x'], 'usage/unknown-option-near {"option":"--ouut","near":"--out"}'],
    [['--zzzzzz'], 'usage/unknown-option {"option":"--zzzzzz"}'],
    [['-q'], 'usage/unknown-option {"option":"-q"}'],
    [['--out'], 'usage/needs-value {"option":"--out","value":"FILE"}'],
    [['--out', '--json'], 'usage/needs-value {"option":"--out","value":"FILE"}'],
    [['--out='], 'usage/needs-value {"option":"--out","value":"FILE"}'],
    [['--json=yes'], 'usage/takes-no-value {"option":"--json","value":"yes"}'],
    [['--out', 'a', '--out', 'b'], 'usage/twice {"option":"--out"}'],
    [['--date-order', 'dym'], 'usage/choice {"option":"--date-order","value":"dym","choices":"dmy、mdy、ymd"}'],
  ])('refuses %j', (argv, expected) => {
    expect(refusal(...argv)).toBe(expected);
  });

  test('names a missing option only when the verb needs it', () => {
    const args = parseArguments([], ALL);
    expect(args.text(PARAMS.out)).toBeUndefined();
    expect(() => args.needed(PARAMS.out)).toThrow(expect.objectContaining({ code: 'usage/missing-option', params: { option: '--out', value: 'FILE' } }));
  });
});
