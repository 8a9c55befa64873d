import { createContext, type Provider } from 'preact';
import { useContext } from 'preact/hooks';

/** A part of the page's state: what gives it to the views below, and what takes it there. */
export function slice<S>(): [Provider: Provider<S>, use: () => S] {
  const context = createContext<S | undefined>(undefined);
  const use = (): S => {
    const found = useContext(context);
    if (!found) throw new Error('this view stands outside the app');
    return found;
  };
  return [context.Provider as Provider<S>, use];
}
