import { isSure, type PatternFinding } from './experiment.ts';

// A forest plot as a file of its own, legible on white and on black: a page that embeds it as an image gives it no colours.

const [WIDTH, ROW, LEFT, RIGHT] = [720, 48, 240, 700] as const;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const chartFigure = (x: number): string => {
  const size = Math.abs(x);
  const text =
    size >= 100 ? x.toFixed(0) : size >= 10 ? x.toFixed(1) : size >= 0.1 || size === 0 ? x.toFixed(2) : x.toFixed(3);
  return text.replace(/^-(?=[\d.]*[1-9])/, '−').replace(/^-/, '');
};

/** Each row has its own scale, since each has its own unit; 0 (or the expected range) and the interval fill it. */
function row(finding: PatternFinding, k: number): string {
  const { what, value, low, high, expected } = finding;
  const band = typeof expected === 'string' ? [0, 0] : expected;
  const open = band.map((end) => (Math.abs(end) === 1 && typeof expected !== 'string' ? Number.NaN : end));
  const marks = [low, high, value, ...open].filter((x) => !Number.isNaN(x));
  const least = Math.min(0, ...marks);
  const span = Math.max(0, ...marks) - least || 1;
  const x = (at: number): string =>
    (LEFT + ((Math.min(Math.max(at, least), least + span) - least) / span) * (RIGHT - LEFT)).toFixed(1);
  const y = 38 + k * ROW;
  const zone =
    typeof expected === 'string'
      ? ''
      : `<rect class="band" x="${x(band[0]!)}" y="${y - 9}" width="${(Number(x(band[1]!)) - Number(x(band[0]!))).toFixed(1)}" height="18"/>`;
  const tone = isSure(finding) ? 'sure' : 'doubt';
  return `${zone}<text x="12" y="${y - 17}">${escaped(what)}</text><text class="value" x="12" y="${y + 4}">${chartFigure(value)} (${chartFigure(low)} to ${chartFigure(high)})</text>
<line class="zero" x1="${x(0)}" x2="${x(0)}" y1="${y - 11}" y2="${y + 11}"/><line class="${tone}" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/><circle class="${tone}" cx="${x(value)}" cy="${y}" r="4"/>`;
}

export function chart(title: string, findings: readonly PatternFinding[]): string {
  const height = 12 + findings.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>
text { font: 12.5px system-ui, sans-serif; fill: #1f2328 }
.value { fill: #59636e; font-size: 12px }
.zero { stroke: #8c959f; stroke-dasharray: 3 2 }
.band { fill: #8c959f; opacity: 0.2 }
.sure { stroke: #0969da; fill: #0969da; stroke-width: 2 }
.doubt { stroke: #bc4c00; fill: #bc4c00; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .value { fill: #9198a1 } .sure { stroke: #4493f8; fill: #4493f8 } .doubt { stroke: #f0883e; fill: #f0883e }
}
</style>
${findings.map(row).join('\n')}
</svg>
`;
}
