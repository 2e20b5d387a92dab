/** Note 2 of A.1: the income of the main products (主导产品) is more than 50 % of the income of the same time. Said where they are marked. */
import { shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

const HALF = 0.5;

export const mainProduct: ConsistencyRule = {
  find(workbook) {
    const at = workbook.raw.mainProduct;
    if (at === null) return [];
    return (['baseline', 'current'] as const).flatMap((period): readonly ConsistencyFinding[] => {
      const share = workbook.value('main-product-revenue-share', period);
      if (share === null || share > HALF) return [];
      return [{ code: 'consistency/main-product-share', clause: 'A.1 注2', at, params: { period, share: shownFigure(share, 'ratio') } }];
    });
  },
};
