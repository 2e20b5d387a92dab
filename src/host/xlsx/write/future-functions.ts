/**
 * Functions that came with Excel 2010 are stored with the prefix `_xlfn.`, otherwise Excel shows #NAME? until the cell is
 * entered again ([MS-XLSX] 2.2.3, future functions). Formulas elsewhere in the product are written as people see them.
 */
const SINCE_2010 = new Set((
  'AGGREGATE BETA.DIST BETA.INV BINOM.DIST BINOM.INV CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST '
  + 'CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT '
  + 'F.TEST FLOOR.PRECISE GAMMA.DIST GAMMA.INV GAMMALN.PRECISE HYPGEOM.DIST LOGNORM.DIST LOGNORM.INV MODE.MULT MODE.SNGL '
  + 'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC '
  + 'POISSON.DIST QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ STDEV.P STDEV.S T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST '
  + 'VAR.P VAR.S WEIBULL.DIST Z.TEST'
).split(' '));

/** Strings, quoted sheet names, or a function's name before its bracket. */
const TOKENS = /"[^"]*"|'[^']*'|([A-Za-z][A-Za-z0-9.]*)(?=\()/g;

/** The formula as it is stored in the file. */
export function fileFormula(formula: string): string {
  if (!formula.includes('.')) return formula;
  return formula.replace(TOKENS, (token, name: string | undefined, at: number) =>
    name !== undefined && SINCE_2010.has(name.toUpperCase()) && formula[at - 1] !== '.' ? `_xlfn.${token}` : token);
}
