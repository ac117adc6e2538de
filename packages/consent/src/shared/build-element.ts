import { createElement } from './platform.ts'

/** Maps tag names to element types. Names with a hyphen are our own elements. */
type Elements = HTMLElementTagNameMap & { readonly [Name in `${string}-${string}`]: HTMLElement }

/** Creates an element. Strings become text nodes, so that views work under Trusted Types. */
export const buildElement = <Name extends keyof Elements>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): Elements[Name] => {
  const element = createElement(name as 'a') as Elements[Name]
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key] as string)
  element.append(...children)
  return element
}
