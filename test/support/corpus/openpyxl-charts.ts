/** Python that makes workbooks with charts and pictures; it runs after `PRELUDE` of openpyxl-files.ts. */
export const CHARTS = String.raw`
from openpyxl import chart as ch
from openpyxl.chart import Reference, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.trendline import Trendline
from openpyxl.chart.error_bar import ErrorBars

def chart_data(ws, rows=8, columns=5):
    ws.append(["月"] + ["系列%d" % c for c in range(1, columns)])
    for r in range(2, rows + 2):
        ws.append(["%d月" % r] + [((r * 37 + c * 11) % 50) + c for c in range(1, columns)])

def filled(made, ws, columns=(2, 4), rows=9):
    made.add_data(Reference(ws, min_col=columns[0], max_col=columns[1], min_row=1, max_row=rows), titles_from_data=True)
    made.set_categories(Reference(ws, min_col=1, min_row=2, max_row=rows))
    made.title = type(made).__name__
    return made

def charts_flat():
    wb = book(); ws = wb.active; chart_data(ws)
    kinds = [ch.BarChart(), ch.LineChart(), ch.AreaChart(), ch.PieChart(), ch.DoughnutChart(), ch.RadarChart()]
    for i, made in enumerate(kinds):
        filled(made, ws, (2, 2) if i in (3, 4) else (2, 4))
        ws.add_chart(made, "G%d" % (2 + i * 16))
    kinds[0].dataLabels = DataLabelList(); kinds[0].dataLabels.showVal = True
    kinds[1].series[0].trendline = Trendline(trendlineType="linear", dispEq=True)
    return wb
save("charts-flat.xlsx", charts_flat())

def charts_solid():
    wb = book(); ws = wb.active; chart_data(ws)
    for i, made in enumerate([ch.BarChart3D(), ch.LineChart3D(), ch.AreaChart3D(), ch.PieChart3D(), ch.SurfaceChart(), ch.SurfaceChart3D()]):
        ws.add_chart(filled(made, ws, (2, 2) if i == 3 else (2, 4)), "G%d" % (2 + i * 16))
    return wb
save("charts-3d-surface.xlsx", charts_solid())

def charts_xy():
    wb = book(); ws = wb.active
    for r in range(1, 12): ws.append(["x", "y", "大小"] if r == 1 else [r, r * r % 17, r % 5 + 1])
    s = ch.ScatterChart(); s.series.append(Series(Reference(ws, min_col=2, min_row=2, max_row=11), Reference(ws, min_col=1, min_row=2, max_row=11), title="xy"))
    s.series[0].errBars = ErrorBars(errDir="y", errValType="fixedVal", val=2)
    b = ch.BubbleChart(); b.series.append(Series(values=Reference(ws, min_col=2, min_row=2, max_row=11), xvalues=Reference(ws, min_col=1, min_row=2, max_row=11), zvalues=Reference(ws, min_col=3, min_row=2, max_row=11), title="泡"))
    ws.add_chart(s, "E2"); ws.add_chart(b, "E20")
    other = wb.create_sheet("股"); other.append(["日", "开", "高", "低", "收"])
    for r in range(1, 9): other.append([datetime.date(2024, 1, r), 10 + r, 14 + r, 8 + r, 11 + r])
    k = ch.StockChart(); filled(k, other, (2, 5), 9); other.add_chart(k, "G2")
    combo, line = filled(ch.BarChart(), other, (2, 2)), filled(ch.LineChart(), other, (3, 3))
    line.y_axis.axId = 200; line.y_axis.crosses = "max"; combo += line; other.add_chart(combo, "G20")
    return wb
save("charts-scatter-bubble-stock-combination.xlsx", charts_xy())

def chartsheets():
    wb = book(); ws = wb.active; chart_data(ws)
    cs = wb.create_chartsheet("图表页", 0); cs.add_chart(filled(ch.LineChart(), ws)); wb.active = 1
    wb.create_sheet("末")
    return wb
save("chartsheet-first.xlsx", chartsheets())

def pictures():
    from openpyxl.drawing.image import Image
    wb = book(); ws = wb.active; table_rows(ws)
    for i, place in enumerate(["F2", "F9"]):
        made = Image.__new__(Image); made.ref, made.width, made.height, made.format, made.anchor = None, 20, 20, "png", place
        made._data = lambda: base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        ws.add_image(made)
    ws.add_chart(filled_small(ws), "F20")
    return wb
def filled_small(ws):
    made = ch.BarChart(); made.add_data(Reference(ws, min_col=2, min_row=1, max_row=6), titles_from_data=True); return made
save("pictures-and-chart.xlsx", pictures())
`;
