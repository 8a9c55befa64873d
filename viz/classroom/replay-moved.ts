/** What the replay tells the page that holds it when its reader looks around by themselves. */
export const REPLAY_MOVED = 'replay-moved';
