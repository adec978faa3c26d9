/** A text field that offers the names that the library knows, and takes any other. */
import type { Decap, DecapElement, ImmutableMap } from './decap.ts';

interface Control {
  props: {
    value?: string | undefined;
    forID: string;
    classNameWrapper: string;
    field: ImmutableMap;
    onChange(value: string): void;
    setActiveStyle(): void;
    setInactiveStyle(): void;
  };
}

/** Registers it under `name`. */
export function registerSuggestWidget(cms: Decap, name: string): void {
  const { createClass, h } = window;
  if (!createClass || !h) throw new Error('Decap brought no React along');
  const control = createClass({
    render(this: Control): DecapElement {
      const { value, forID, classNameWrapper, field, onChange, setActiveStyle, setInactiveStyle } =
        this.props;
      const names = (field.get('suggestions') as Iterable<string> | undefined) ?? [];
      const list = `${forID}-names`;
      const input = h('input', {
        ...{ id: forID, type: 'text', list, className: classNameWrapper, value: value ?? '' },
        onChange: (event: { target: HTMLInputElement }) => onChange(event.target.value),
        onFocus: setActiveStyle,
        onBlur: setInactiveStyle,
      });
      const options = [...names].map((known) => h('option', { key: known, value: known }));
      return h('div', {}, input, h('datalist', { id: list }, ...options));
    },
  });
  cms.registerWidget(name, control);
}
