// Draws the chart above each table of figures:
//   <figure data-report="the table as JSON"> <div data-report-place hidden> <button data-report-save hidden>
import * as echarts from 'echarts/core';
import { BarChart, FunnelChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, FunnelChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent,
  CanvasRenderer]);

const dark = matchMedia('(prefers-color-scheme: dark)');
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// Told apart by brightness too, for those who see colours differently.
const palette = () => (dark.matches
  ? ['#84cfb9', '#f0a35c', '#9ccbee', '#ccb2ee', '#f4aba7', '#f0c674', '#a9d694']
  : ['#1d6152', '#d98a3d', '#2f7fb8', '#8a63bd', '#c2505b', '#b58a1b', '#5b9a47']);

const paper = (printing) => (printing
  ? { ink: '#27221c', soft: '#5a5247', line: '#e8e0d4', surface: '#ffffff' }
  : { ink: colour('ink'), soft: colour('ink-soft'), line: colour('line'), surface: colour('surface') });

const text = (rows, point, line) => rows[point].cells[line].text;

function tooltip(tones, more) {
  return {
    // Drawn on the canvas: the page allows no styles within markup.
    renderMode: 'richText', confine: true, backgroundColor: tones.surface, borderColor: tones.line,
    textStyle: { color: tones.ink, fontSize: 13 }, ...more,
  };
}

function funnel({ columns, rows }, tones) {
  const first = rows[0].cells[0].value || 1;
  return {
    tooltip: tooltip(tones, { formatter: ({ dataIndex }) => `${rows[dataIndex].label}: ${text(rows, dataIndex, 0)}` }),
    series: [{
      type: 'funnel', name: columns[0], sort: 'none', gap: 3, top: 8, bottom: 8, left: '4%', right: '4%', width: '92%', minSize: '14%',
      label: {
        position: 'inside', color: '#ffffff', fontSize: 13, fontWeight: 600, textBorderColor: '#27221c', textBorderWidth: 2,
        formatter: ({ dataIndex, value }) => `${rows[dataIndex].label}  ${text(rows, dataIndex, 0)}  (${Math.round((100 * value) / first)} %)`,
      },
      itemStyle: { borderWidth: 0 },
      data: rows.map((row) => ({ name: row.label, value: row.cells[0].value ?? 0 })),
    }],
  };
}

function lines({ kind, columns, rows }, tones) {
  const axis = { axisLine: { lineStyle: { color: tones.line } }, axisLabel: { color: tones.soft, hideOverlap: true, margin: 12 } };
  const named = columns.length > 1 || kind === 'stack';
  return {
    grid: { left: 4, right: 12, top: named ? 40 : 16, bottom: 4, containLabel: true },
    legend: { show: named, type: 'plain', top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 8, textStyle: { color: tones.soft } },
    xAxis: { type: 'category', data: rows.map((row) => row.label), axisTick: { show: false }, ...axis },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: tones.line } }, ...axis },
    tooltip: tooltip(tones, {
      trigger: 'axis',
      formatter: (points) => [rows[points[0].dataIndex].label,
        ...points.map(({ seriesIndex, dataIndex }) => `${columns[seriesIndex]}: ${text(rows, dataIndex, seriesIndex)}`)].join('\n'),
    }),
    series: columns.map((name, line) => ({
      name,
      type: kind === 'lines' ? 'line' : 'bar',
      stack: kind === 'stack' ? 'all' : undefined,
      barMaxWidth: 36,
      symbolSize: 7,
      lineStyle: { width: 2.5, type: ['solid', 'dashed', 'dotted'][line % 3] },
      connectNulls: false,
      data: rows.map((row) => row.cells[line].value),
    })),
  };
}

function option(data, printing) {
  const tones = paper(printing);
  return {
    color: palette(), animation: false, backgroundColor: tones.surface,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    aria: { enabled: true, label: { description: `Chart: ${data.title}. Its numbers are in the table below.` } },
    ...(data.kind === 'funnel' ? funnel(data, tones) : lines(data, tones)),
  };
}

// A legend of several rows pushes the drawing down, so that neither lies over the other.
function settle(chart, data) {
  if (data.kind === 'funnel') return;
  const legend = chart.getModel().getComponent('legend');
  const view = legend && chart.getViewOfComponentModel(legend);
  const height = view ? view.group.getBoundingRect().height : 0;
  if (height > 0) chart.setOption({ grid: { top: height + 24 } });
}

function save(chart, title) {
  const link = document.createElement('a');
  link.href = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: paper(false).surface });
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.png`;
  link.click();
}

for (const figure of document.querySelectorAll('[data-report]')) {
  const data = JSON.parse(figure.dataset.report);
  const place = figure.querySelector('[data-report-place]');
  const button = figure.querySelector('[data-report-save]');
  place.hidden = false;
  button.hidden = false;
  figure.querySelector('details').open = false;
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  const draw = (printing = false) => {
    chart.setOption(option(data, printing), true);
    settle(chart, data);
  };
  draw();
  button.addEventListener('click', () => save(chart, data.title));
  new ResizeObserver(() => { chart.resize(); settle(chart, data); }).observe(place);
  dark.addEventListener('change', () => draw());
  addEventListener('beforeprint', () => { figure.querySelector('details').open = true; draw(true); });
  addEventListener('afterprint', () => { figure.querySelector('details').open = false; draw(); });
  figure.dataset.ready = '';
}
