/** Makes a request for an address in one particular way. Runs in the page. */
export type Way = (address: string) => unknown

/** Returns a way for each part, with the part's source code: ways are sent to the page as text. */
export const waysOf = <Part>(
  parts: Readonly<Record<string, Part>>,
  titleOf: (name: string) => string,
  way: (address: string, part: Part) => unknown,
): Readonly<Record<string, Way>> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      const text = typeof part === 'function' ? part : JSON.stringify(part)
      return [titleOf(name), new Function('address', `return (${way})(address, ${text})`) as Way]
    }),
  )

type AttributeWay = (element: Element, name: string, value: string) => unknown

export const ATTRIBUTE_WAYS: Readonly<Record<string, AttributeWay>> = {
  'a property': (element, name, value) => Reflect.set(element, name, value),
  setAttribute: (element, name, value) => element.setAttribute(name, value),
  'setAttribute in capitals': (element, name, value) =>
    element.setAttribute(name.toUpperCase(), value),
  'setAttribute with a boxed name': (element, name, value) =>
    element.setAttribute(new String(name) as string, value),
  setAttributeNS: (element, name, value) => element.setAttributeNS(null, name, value),
  setAttributeNode: (element, name, value) =>
    element.setAttributeNode(Object.assign(document.createAttribute(name), { value })),
  setAttributeNodeNS: (element, name, value) =>
    element.setAttributeNodeNS(Object.assign(document.createAttribute(name), { value })),
  'attributes.setNamedItem': (element, name, value) =>
    element.attributes.setNamedItem(Object.assign(document.createAttribute(name), { value })),
  'attributes.setNamedItemNS': (element, name, value) =>
    element.attributes.setNamedItemNS(Object.assign(document.createAttribute(name), { value })),
}

/** Each way to change an attribute that the element already has, through the attribute's node. */
export const NODE_WAYS: Readonly<Record<string, AttributeWay>> = Object.fromEntries(
  ['value', 'nodeValue', 'textContent'].map(property => [
    `the ${property} of an attribute node`,
    new Function(
      ...['element', 'name', 'value'],
      `element.setAttribute(name, ''); element.getAttributeNode(name).${property} = value`,
    ) as AttributeWay,
  ]),
)
