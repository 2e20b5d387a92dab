/**
 * What Excel answers to the assumptions of src/host/excel, recorded once per release by somebody who has Excel: pasted into
 * Script Lab it makes a sheet, tries everything, prints request and answer pairs and deletes the sheet.
 *
 *   node scripts/record-excel.js --compare FILE     says where the answers are other than expected
 */
const PROBES = [
  { name: 'a leading apostrophe is no part of the text', expected: [['001']], async ask(context, sheet) { const cell = sheet.getRange('A1'); cell.formulas = [["'001"]]; cell.load('values'); await context.sync(); return cell.values; } },
  { name: 'a cell of texts keeps digits as text', expected: [['001']], async ask(context, sheet) { const cell = sheet.getRange('A2'); cell.numberFormat = [['@']]; cell.formulas = [['001']]; cell.load('values'); await context.sync(); return cell.values; } },
  { name: 'null in a matrix leaves the cell', expected: [[1, 2]], async ask(context, sheet) { const cells = sheet.getRange('A3:B3'); cells.values = [[1, 9]]; cells.values = [[null, 2]]; cells.load('values'); await context.sync(); return cells.values; } },
  { name: 'a formula over arrays is computed over arrays', expected: [[6]], async ask(context, sheet) { sheet.getRange('A4:A6').values = [['a'], ['bb'], ['ccc']]; const cell = sheet.getRange('B4'); cell.formulas = [['=SUM(LEN(A4:A6))']]; cell.load('values'); await context.sync(); return cell.values; } },
  { name: 'the last cell of a column has the format of the column', expected: [['yyyy-mm-dd']], async ask(context, sheet) { sheet.getRange('D:D').numberFormat = 'yyyy-mm-dd'; const cell = sheet.getRange('D1048576'); cell.load('numberFormat'); await context.sync(); return cell.numberFormat; } },
  { name: 'cells with a prompt alone count as cells with a rule', expected: 'E1', async ask(context, sheet) { sheet.getRange('E1').dataValidation.prompt = { showPrompt: true, title: 't', message: 'm' }; const cells = sheet.getRange().getSpecialCellsOrNullObject('DataValidations'); cells.load('address'); await context.sync(); return cells.isNullObject ? null : cells.address.replace(/^.*!/, ''); } },
  { name: 'several rules in a range are said to be several', expected: true, async ask(context, sheet) { sheet.getRange('F1').dataValidation.rule = { wholeNumber: { operator: 'GreaterThanOrEqualTo', formula1: 1 } }; sheet.getRange('F2').dataValidation.rule = { wholeNumber: { operator: 'GreaterThanOrEqualTo', formula1: 2 } }; const rule = sheet.getRange('F1:F2').dataValidation; rule.load('type,rule'); await context.sync(); return ['Inconsistent', 'MixedCriteria'].includes(rule.type) || rule.rule === null; } },
  { name: 'a bound comes back as a formula', expected: '=18264', async ask(context, sheet) { const rule = sheet.getRange('F3').dataValidation; rule.rule = { date: { operator: 'GreaterThanOrEqualTo', formula1: '=18264' } }; rule.load('rule'); await context.sync(); return rule.rule.date.formula1; } },
  { name: 'several ranges have their edges each', expected: ['Continuous', 'Continuous'], async ask(context, sheet) { sheet.getRanges('H2:I3,K2:L3').format.borders.getItem('EdgeTop').style = 'Continuous'; const [one, other] = ['H2', 'K2'].map((cell) => sheet.getRange(cell).format.borders.getItem('EdgeTop')); one.load('style'); other.load('style'); await context.sync(); return [one.style, other.style]; } },
  { name: 'what comes before a failing action is done, what comes after is not', expected: [[1, '']], async ask(context, sheet) { const cells = sheet.getRange('N1:O1'); sheet.getRange('N1').values = [[1]]; sheet.getRange('N2:O2').values = [[1]]; sheet.getRange('O1').values = [[2]]; try { await context.sync(); } catch { /* The second action has the wrong shape. */ } cells.load('values'); await context.sync(); return cells.values; } },
  { name: 'rows are copied up over themselves', expected: [[2], [3], [3]], async ask(context, sheet) { const cells = sheet.getRange('P1:P3'); cells.values = [[1], [2], [3]]; sheet.getRange('P1:P2').copyFrom(sheet.getRange('P2:P3'), 'Formulas'); cells.load('values'); await context.sync(); return cells.values; } },
  { name: 'a whole sheet is copied back from a hidden copy', expected: [['x']], async ask(context, sheet) { sheet.getRange('R1').values = [['x']]; const copy = sheet.copy('After', sheet); copy.visibility = 'Hidden'; await context.sync(); sheet.getRange('R1').values = [['y']]; sheet.getRange().copyFrom(copy.getRange(), 'All'); const cell = sheet.getRange('R1'); cell.load('values'); await context.sync(); copy.delete(); await context.sync(); return cell.values; } },
];

async function record() {
  const answers = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`质升录制${Date.now() % 100000}`);
    await context.sync();
    for (const probe of PROBES) {
      const { name, expected } = probe;
      const answer = { name, request: String(probe.ask), expected };
      try {
        answers.push({ ...answer, answer: await probe.ask(context, sheet) });
      } catch (error) {
        answers.push({ ...answer, error: `${error.code ?? ''} ${error.message}` });
      }
    }
    sheet.delete();
    await context.sync();
  });
  return JSON.stringify({ recorded: new Date().toISOString(), diagnostics: Office.context.diagnostics, answers }, null, 1);
}

function compare(text) {
  const { answers } = JSON.parse(text);
  const other = answers.filter(({ expected, answer, error }) => error !== undefined || JSON.stringify(answer) !== JSON.stringify(expected));
  for (const { name, expected, answer, error } of other) console.log(`${name}: ${error ?? JSON.stringify(answer)}, expected ${JSON.stringify(expected)}`);
  console.log(`${answers.length - other.length} of ${answers.length} as expected`);
  return other.length === 0;
}

if (typeof process !== 'undefined' && typeof Excel === 'undefined') {
  const [, , option, file] = process.argv;
  if (option !== '--compare' || file === undefined) throw new Error('--compare FILE');
  void (async () => {
    const { readFileSync } = await import('node:fs');
    process.exitCode = compare(readFileSync(file, 'utf8')) ? 0 : 1;
  })();
} else void (async () => console.log(await record()))();
