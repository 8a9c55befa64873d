/** The run that this page was saved with, as a link holds one; empty for a page that was not saved with one. */
export const enclosedRun = (): string => document.getElementById('run')?.textContent?.trim() ?? '';

/** The page’s own address, from which it begins anew: for a page of one file it is not the folder that the file lies in. */
export const home = (): string => (document.getElementById('run') ? '#' : './');
