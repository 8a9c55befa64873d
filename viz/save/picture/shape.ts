const short = (x: number): number => Math.round(x * 100) / 100;

/** A rectangle with round corners. */
function box(x: number, y: number, width: number, height: number, round: number): string {
  const r = Math.max(0, Math.min(round, width / 2, height / 2));
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(short) as [number, number, number, number];
  if (r === 0) return `M${left} ${top}H${right}V${bottom}H${left}Z`;
  const corner = (dx: number, dy: number): string => `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
  return (
    `M${short(x + r)} ${top}H${short(x + width - r)}${corner(r, r)}V${short(y + height - r)}${corner(-r, r)}` +
    `H${short(x + r)}${corner(-r, -r)}V${short(y + r)}${corner(r, -r)}Z`
  );
}

/** The outline of a drawn element as the d of a path, in its own coordinates; undefined for one that has none. */
export function shapeOf(element: SVGElement): string | undefined {
  if (element instanceof SVGPathElement) return element.getAttribute('d') ?? '';
  if (element instanceof SVGRectElement) {
    // Its box, since its own numbers may be shares of another’s.
    const { x, y, width, height } = element.getBBox();
    return box(x, y, width, height, element.rx.baseVal.value);
  }
  if (element instanceof SVGCircleElement) {
    const [x, y, r] = [element.cx, element.cy, element.r].map(({ baseVal }) => baseVal.value) as [
      number,
      number,
      number,
    ];
    return box(x - r, y - r, 2 * r, 2 * r, r);
  }
  if (element instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [element.x1, element.y1, element.x2, element.y2].map(({ baseVal }) =>
      short(baseVal.value),
    );
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  if (element instanceof SVGPolygonElement || element instanceof SVGPolylineElement) {
    const points = [...element.points].map(({ x, y }) => `${short(x)} ${short(y)}`);
    return points.length === 0 ? '' : `M${points.join('L')}${element instanceof SVGPolygonElement ? 'Z' : ''}`;
  }
  return undefined;
}
