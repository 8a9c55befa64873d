import type { Checked } from '../check/check.ts';
import { checkOnce, refer } from '../check/refer.ts';
import { checkClauses } from '../check/references.ts';
import type { Model } from '../model/model.ts';
import { conform } from '../schema/conform.ts';
import { collectFaults, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { PreviewChoice } from './choice.ts';

export interface PreviewRequest {
  actor: string;
  choice: PreviewChoice;
}

/** A request for a preview, checked: strangers send them. An alliance may be any, as in an intervention. */
export function checkedPreview(model: Model, actor: unknown, choice: unknown): Checked<PreviewRequest> {
  const { faults, report } = collectFaults();
  if (typeof actor !== 'string') report(['actor'], `expected the id of an actor, got ${shown(actor)}`);
  else refer(report, ['actor'], actor, model.names.actors, 'actor');
  const value = conform(PreviewChoice, choice, report, ['choice']);
  if (value) checkIds(model, value, ['choice'], report);
  return faults.length > 0 || !value ? { faults } : { value: { actor: actor as string, choice: value } };
}

function checkIds({ names }: Model, choice: PreviewChoice, at: Path, report: ReportFault): void {
  const demand = (key: string, id: string | undefined): void => {
    if (id !== undefined) refer(report, [...at, key], id, names.actors, 'actor');
  };
  switch (choice.act) {
    case 'sign':
      for (const [k, id] of choice.parties.entries()) refer(report, [...at, 'parties', k], id, names.actors, 'actor');
      checkOnce(choice.parties, [...at, 'parties'], report);
      checkClauses(choice.clauses ?? {}, names, [...at, 'clauses'], report);
      for (const id of Object.keys(choice.quotas ?? {}))
        if (!choice.parties.includes(id)) report([...at, 'quotas', id], `${shown(id)} is none of the parties`);
      break;
    case 'vote':
      demand('subject', choice.subject);
      break;
    case 'honour':
    case 'renege':
      demand('victim', choice.victim);
      demand('caller', choice.caller);
      if (choice.foe !== undefined && !names.threats.has(choice.foe)) demand('foe', choice.foe);
  }
}
