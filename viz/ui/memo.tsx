import { Component, type ComponentChild, type FunctionComponent } from 'preact';

const same = (a: object, b: object): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Reflect.get(a, key) === Reflect.get(b, key));
};

/** A view drawn again only when what it is given changes: what stands still through a run need not be compared each tick. */
export function memo<P extends object>(view: (props: P) => ComponentChild): FunctionComponent<P> {
  const View = view as FunctionComponent<P>;
  return class Kept extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !same(this.props, next);
    }
    override render(props: P) {
      return <View {...props} />;
    }
  } as unknown as FunctionComponent<P>;
}
