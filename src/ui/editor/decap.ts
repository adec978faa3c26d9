/** What we use of Decap's interface, which its script puts into the window. */
import type { EditorConfig } from '../../editor/config.ts';
import type { FormValues } from '../../editor/entry-format.ts';

/** An immutable map of Decap's. */
export interface ImmutableMap {
  get(name: string): unknown;
  set(name: string, value: unknown): ImmutableMap;
  toJS(): FormValues;
}

/** An element of the React that Decap brings along. */
export type DecapElement = { readonly decapElement: unique symbol };

export interface Decap {
  init(options: { config: EditorConfig }): void;
  registerCustomFormat(
    name: string,
    extension: string,
    format: { fromFile(text: string): FormValues; toFile(values: FormValues): string },
  ): void;
  registerEventListener(listener: {
    name: 'preSave' | 'postPublish';
    handler(event: { entry: ImmutableMap }): unknown;
  }): void;
  registerWidget(name: string, control: unknown): void;
  getLocale(name: string): unknown;
  registerLocale(name: string, phrases: object): void;
}

declare global {
  interface Window {
    /** Keeps Decap's script from starting by itself. */
    CMS_MANUAL_INIT?: boolean;
    CMS?: Decap;
    createClass?: (specification: object) => unknown;
    h?: (type: string, properties: object, ...children: DecapElement[]) => DecapElement;
  }
}
