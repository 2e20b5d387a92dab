/**
 * The order of children in charts and in the drawings of sheets (ECMA-376 part 1, annex A, dml-chart.xsd and
 * dml-spreadsheetDrawing.xsd), under the prefixes that our parts use. `*` after a name: any number of them.
 */
const AXIS = 'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt';
const LABEL = 'c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator';

export const CHART_CHILDREN: Readonly<Record<string, string>> = {
  'c:chartSpace': 'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst',
  'c:chart': 'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst',
  // The two lists in the middle are choices: charts in any order, then axes in any order.
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser* c:dLbls c:gapWidth c:overlap c:serLines* c:axId* c:extLst',
  'c:lineChart': 'c:grouping c:varyColors c:ser* c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId* c:extLst',
  // Bar and line series together: no element of one stands elsewhere in the other.
  'c:ser': 'c:idx c:order c:tx c:spPr c:marker c:invertIfNegative c:pictureOptions c:dPt* c:dLbls c:trendline* c:errBars c:cat c:val c:smooth c:shape c:extLst',
  'c:tx': 'c:strRef c:rich c:v',
  'c:strRef': 'c:f c:strCache c:extLst',
  'c:numRef': 'c:f c:numCache c:extLst',
  'c:strCache': 'c:ptCount c:pt* c:extLst',
  'c:numCache': 'c:formatCode c:ptCount c:pt* c:extLst',
  'c:dLbls': `c:dLbl* c:delete ${LABEL} c:showLeaderLines c:leaderLines c:extLst`,
  'c:dLbl': `c:idx c:delete c:layout c:tx ${LABEL} c:extLst`,
  'c:catAx': `${AXIS} c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst`,
  'c:valAx': `${AXIS} c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst`,
  'c:scaling': 'c:logBase c:orientation c:max c:min c:extLst',
  'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr c:extLst',
  'c:legend': 'c:legendPos c:legendEntry* c:layout c:overlay c:spPr c:txPr c:extLst',
  'c:layout': 'c:manualLayout c:extLst',
  'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h c:extLst',
  'c:printSettings': 'c:headerFooter c:pageMargins c:pageSetup c:legacyDrawingHF',
  'xdr:wsDr': 'xdr:twoCellAnchor*',
  'xdr:twoCellAnchor': 'xdr:from xdr:to xdr:graphicFrame xdr:clientData',
  'xdr:from': 'xdr:col xdr:colOff xdr:row xdr:rowOff',
  'xdr:to': 'xdr:col xdr:colOff xdr:row xdr:rowOff',
  'xdr:graphicFrame': 'xdr:nvGraphicFramePr xdr:xfrm a:graphic',
};
