import type { z } from 'zod';
import { choicesOf, describe, expected, expectedAt, keysOf, valueAt } from './expectation.ts';
import { hint, type Path, type ReportFault, shown, suggestion } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** An input checked against a schema, and its path within the whole input. */
interface Case {
  schema: z.ZodType;
  input: unknown;
  prefix: Path;
  report: ReportFault;
}

/**
 * Parses by the schema and reports each fault as one sentence: what was expected there and what was found.
 * @returns undefined where there were faults.
 */
export function conform<S extends z.ZodType>(schema: S, input: unknown, report: ReportFault, prefix: Path = []) {
  const outcome = schema.safeParse(input);
  if (outcome.success) return outcome.data as z.infer<S>;
  for (const issue of outcome.error.issues) explain({ schema, input, prefix, report }, issue, issue.path);
  return undefined;
}

function explain(of: Case, issue: Issue, path: Path): void {
  const { schema, input, prefix, report } = of;
  const at = [...prefix, ...path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(expectedAt(expected(schema), path, input));
    for (const key of issue.keys) report([...at, key], () => `unknown key${hint(key, known)}`);
  } else if (issue.code === 'invalid_key') {
    const [first] = issue.issues;
    const why = first?.code === 'custom' ? first.message : `expected an id (a letter, then letters, digits or "-")`;
    report(at, `${why}, got the key ${shown(String(path.at(-1)))}`);
  } else if (issue.code === 'custom') {
    report(at, `${issue.message}: ${shown(valueAt(input, path))}`);
  } else if (issue.code === 'invalid_union') {
    const branch = likeliest(issue.errors as Issue[][], path, input);
    if (branch) for (const inner of branch) explain(of, inner, [...path, ...inner.path]);
    else mismatch(of, path);
  } else mismatch(of, path);
}

function mismatch({ schema, input, prefix, report }: Case, path: Path): void {
  report([...prefix, ...path], () => {
    const nodes = expectedAt(expected(schema), path, input);
    const value = valueAt(input, path);
    const wanted = describe(nodes);
    if (value === undefined) return `missing, expected ${wanted}`;
    return `expected ${wanted}, got ${shown(value)}${typeof value === 'string' ? suggestion(value, choicesOf(nodes)) : ''}`;
  });
}

/**
 * The branch of a union that the author most likely meant: all keys belong to it, and its faults are the most deeply nested. None
 * where every branch already fails at its top level.
 */
function likeliest(branches: Issue[][], path: Path, input: unknown): Issue[] | undefined {
  // What is an object can only mean the one branch that takes objects, whatever it lacks.
  const [only, other] = branches.filter((branch) => !branch.some(isOfAnotherType));
  if (only && !other && typeof valueAt(input, path) === 'object') return only;
  let best: Issue[] | undefined;
  let deepest = 0;
  for (const branch of branches) {
    if (branch.some((issue) => isStranger(issue, path, input))) continue;
    const depth = Math.max(...branch.map(depthOf));
    if (depth > deepest) {
      deepest = depth;
      best = branch;
    }
  }
  return best;
}

const isOfAnotherType = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** Whether the value has a key that this branch does not know, or lacks one that it requires. */
const isStranger = (issue: Issue, path: Path, input: unknown): boolean =>
  (issue.code === 'unrecognized_keys' && issue.path.length === 0) ||
  (issue.path.length === 1 && valueAt(input, [...path, ...issue.path]) === undefined);

function depthOf(issue: Issue): number {
  if (issue.code !== 'invalid_union') return issue.path.length;
  return issue.path.length + Math.max(0, ...(issue.errors as Issue[][]).flat().map(depthOf));
}
