import type { Option } from '../../classroom/protocol/state.ts';
import type { Choice } from '../../sim/schema/intervention.ts';

/** Options of which one is chosen: one question to the player. */
export interface OptionGroup {
  slot: string;
  /** Any choice of the group: all are about the same. */
  about: Choice;
  options: Option[];
  /** Whether leaving it open is a choice of its own: none of the options happens by itself. */
  canBeOpen: boolean;
}

/** The options of a state, question by question, in the order in which the room named them. */
export function groupOptions(options: readonly Option[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>();
  for (const option of options) {
    const { slot, choice } = option;
    if (choice.act === 'sign' || choice.act === 'hold') continue; // offers have their own place
    const group = groups.get(slot) ?? { slot, about: choice, options: [], canBeOpen: true };
    group.options.push(option);
    if (option.isDefault) group.canBeOpen = false;
    groups.set(slot, group);
  }
  return [...groups.values()];
}
