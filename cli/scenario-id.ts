/** Whether a name has the form of an id in the list. */
export const couldBeId = (name: string): boolean => /^[\w-]+(\/[\w-]+)?$/.test(name);
