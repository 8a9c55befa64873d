import { z } from 'zod';

const weight = (value: number, description: string) => z.number().min(0).max(20).default(value).meta({ description });

/** Weights of the terms of a treaty's utility; each multiplies a term of about unit size. */
export const Weights = z.strictObject({
  security: weight(5, 'gain in the logarithm of own plus trusted allies’ strength, × perceived threat'),
  footing: weight(0.2, 'strength that even the weakest can count on beside its own, in mean strengths'),
  relief: weight(1.2, 'danger of the partners themselves that the treaty removes'),
  affinity: weight(0.8, 'mean affinity with the partners'),
  trust: weight(1.2, 'mean trust in the partners above ½'),
  identity: weight(
    0.5,
    'own years in it, saturating at ten, × threat, and more so where the partners fear the same foe',
  ),
  complementarity: weight(0.3, 'resource kinds the partners have and the actor lacks'),
  proceeds: weight(1.5, 'expected return from a rival pool; half of the full value at a tenth of the actor’s budget'),
  status: weight(0.4, 'standing of the partners above the actor’s own'),
  influence: weight(1.3, 'influence on weaker partners, as far as their dislike of constraint allows'),
  effort: weight(1.5, 'effort that the quota asks beyond what is already spent, as a share of the budget'),
  autonomy: weight(0.9, 'dislike of constraint × formality × the partners’ share of power'),
  entanglement: weight(1.2, 'the partners’ foes: their danger to the partner, × what the actor shares with them'),
  commitment: weight(0.4, 'other obligations × depth of the new one'),
  prospect: weight(0.5, 'the deeper treaty that a small one may lead to, × horizon'),
  openness: weight(0.2, 'uncertainty avoidance × how open-ended and informal the treaty is'),
  inequity: weight(1.5, 'felt inequity'),
  grievance: weight(0.8, 'an unsettled dispute'),
  enmity: weight(1.2, 'mean hostility between the actor and its partners'),
  sunkCost: weight(0.6, 'sunk-cost bias × years already in'),
});
export type Weights = z.infer<typeof Weights>;
