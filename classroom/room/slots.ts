import type { Choice } from '../../sim/schema/intervention.ts';

/**
 * What a choice decides: of all choices for one slot only the last before the close counts. Entering, leaving and staying in one
 * alliance are one question, so they share a slot.
 */
export function choiceSlot(choice: Choice): string {
  switch (choice.act) {
    case 'contribute':
      return `contribute ${choice.alliance ?? ''}`;
    case 'join':
    case 'leave':
    case 'stay':
      return `membership ${choice.alliance}`;
    case 'bear':
      return `bear ${choice.alliance}`;
    case 'vote':
      return `vote ${choice.alliance} ${choice.matter ?? ''} ${choice.subject ?? ''}`;
    case 'honour':
    case 'renege':
      return `call ${choice.caller ?? choice.victim ?? ''} ${choice.alliance ?? ''}`;
    case 'propose':
      return `propose ${choice.to}`;
    case 'sign':
      return `sign ${[...choice.parties].sort().join(' ')} ${choice.alliance ?? ''}`;
    case 'hold':
      return 'hold';
  }
}
