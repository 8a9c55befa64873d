import { signal } from '@preact/signals';

/** Why a branch that was asked for is not shown: a sentence, or `none` where nobody decided so; empty where nothing is wrong. */
export const ledFault = signal('');
