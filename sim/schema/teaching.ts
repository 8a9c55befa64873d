import { z } from 'zod';
import { Id, Text } from './common.ts';

// What a teacher needs beside the run. The engine reads none of it.

const Sentence = z.string().min(1).max(600);

/** The steps of a lesson, in their order. */
const Lesson = z
  .array(z.strictObject({ minutes: z.int().min(1).max(50), step: Sentence }))
  .min(2)
  .max(12);

export const Teaching = z.strictObject({
  primer: Text.min(1).meta({ description: 'what students read before the first round; a blank line parts paragraphs' }),
  roles: z.record(Id, Text.min(1)).meta({ description: 'for each seat, who the player is: public' }),
  lesson15: Lesson.meta({ description: 'steps that take 15 minutes in all' }),
  lesson50: Lesson.meta({ description: 'steps that take 50 minutes in all' }),
  questions: z
    .array(z.strictObject({ question: Sentence, answer: Text.min(1) }))
    .length(3)
    .meta({ description: 'questions of the debrief, with what a good answer has' }),
  quiz: z
    .array(
      z.strictObject({
        question: Sentence,
        options: z.array(Sentence).min(2).max(5),
        right: z.int().min(0).max(4).meta({ description: 'index of the right option, from 0' }),
        why: Sentence,
      }),
    )
    .length(5),
  rubric: z
    .array(
      z.strictObject({
        criterion: Sentence,
        levels: z.array(Sentence).min(2).max(5).meta({ description: 'from the lowest to the highest' }),
      }),
    )
    .min(1)
    .max(8),
});
export type Teaching = z.infer<typeof Teaching>;
export type LessonStep = Teaching['lesson50'][number];
