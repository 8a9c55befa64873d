// What comes with the first question: its dialogs, and what becomes of the answer.
export { PredictDialog, QuestionsDialog } from './dialogs.tsx';
export { Predicted } from './predicted.tsx';
