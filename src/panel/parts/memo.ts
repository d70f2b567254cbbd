import { Component, type ComponentChildren } from "preact";

function same(a: object, b: object): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.is(a[key as never], b[key as never]));
}

/** Renders again only when a prop changed. (The memo of preact/compat changes Preact's options for everybody.) */
export function memo<Props extends object>(render: (props: Props) => ComponentChildren) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !same(this.props, next);
    }

    override render(): ComponentChildren {
      return render(this.props);
    }
  };
}
