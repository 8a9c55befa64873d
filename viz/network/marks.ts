import type { Box } from './labels.ts';
import type { DrawnObligation } from './obligations.ts';
import type { Circle, Ring } from './outline-geometry.ts';

export interface NodeMark extends Circle {
  actor: number;
  /** Places in the run's alliances. */
  alliances: number[];
  /** Those of them in which it is seen to give less than it promised. */
  short: readonly number[];
  name: string;
  /** Of the letters. */
  size: number;
  /** Without width where there is no room for a name. */
  label: Box;
}

export interface AllianceOutline {
  alliance: number;
  members: readonly number[];
  /** Its edges: what is cut out of it for a stranger runs the other way round. */
  rings: readonly Ring[];
  label: Box;
  /** Nothing where there is no room for a plate. */
  tag: string;
  /** 0 while it comes or goes, 1 when it is there. */
  presence: number;
  /** What the treaty binds to, as signs. */
  duties: readonly DrawnObligation[];
  /** It was, and only fades. */
  ghost?: boolean;
}

export interface TieMark {
  from: number;
  to: number;
  /** 0 … 1; below 0 for ill will. */
  trust: number;
  /** Whether trust is lower than a year, or a round, before. */
  falls: boolean;
}

/** A tie between two who fight at this tick. */
export interface WarMark {
  /** Places of actors; undefined for a threat from outside, which has no place. */
  from: number | undefined;
  to: number;
  /** Between the two whose war it is, not an ally of one of them. */
  main: boolean;
}

/** All that the network shows at one moment, in pixels. */
export interface NetworkScene {
  nodes: NodeMark[];
  outlines: AllianceOutline[];
  ties: TieMark[];
  wars: readonly WarMark[];
}

/** More actors than this are too many for names and plates all over, and for an element each. */
export const LARGE = 150;

export const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
