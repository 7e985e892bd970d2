/** Draws a chart of Vega (https://vega.github.io) as text: no browser, no script in the page. */
import * as vega from 'vega';
import { parse, type Spec, View } from 'vega';

// Where the package canvas is installed, Vega would measure text by it, and a report would look otherwise.
// Its types leave this export out.
(vega as typeof vega & { textMetrics: { canvas(use: boolean): void } }).textMetrics.canvas(false);

/** Colours are the page's, so that they follow light, dark and paper. */
const look = {
  font: 'system-ui, sans-serif',
  axis: {
    labelColor: 'currentColor',
    titleColor: 'currentColor',
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
    gridColor: 'var(--line)',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  text: { fill: 'currentColor', fontSize: 12 },
} as const;

/** @returns an SVG whose marks and axes say in ARIA what they are. */
export async function svgOf(spec: Spec): Promise<string> {
  const config = look;
  const view = new View(parse({ ...spec, background: 'transparent', config }), {
    renderer: 'none',
  });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
